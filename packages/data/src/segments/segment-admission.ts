import type { DuckDBConnection } from "@duckdb/node-api";
import type { SegmentFigures } from "@kleinod/engine/segments/builder/contract.ts";
import { memberSql } from "@kleinod/engine/segments/builder/sql.ts";
import {
  type AdmissionLimits,
  admissionOf,
  type OtherAction,
} from "@kleinod/engine/segments/overlays/admission.ts";
import type { Admission, BackTest } from "@kleinod/engine/segments/overlays/contract.ts";
import type { ParameterValue } from "@kleinod/engine/segments/parameters.ts";
import type { PlainDate } from "@kleinod/engine/units.ts";
import type { ReportContext } from "../measures/reports/report-context.ts";
import type { Refused } from "../workspace/refused.ts";
import { customerTable, resolveOrRefuse } from "./segment-columns.ts";
import { earlierOf, figuresOf } from "./segment-preview.ts";
import { activeSegments, type StoredSegment } from "./segment-store.ts";

/** What the admission test says of a version on today's customers, with the back-test given. */
export async function judgeSegment(
  connection: DuckDBConnection,
  context: Pick<ReportContext, "asOf" | "snapshotTable" | "parameters">,
  segment: StoredSegment,
  stored: readonly StoredSegment[],
  backTest: BackTest | null,
): Promise<{ readonly ok: true; readonly figures: SegmentFigures; readonly admission: Admission } | Refused> {
  const base = await customerTable(connection, context.snapshotTable);
  const resolution = resolveOrRefuse(segment.definition, base.columns);
  if (!resolution.ok) return resolution;
  const earlier = earlierOf(segment, stored, base);
  const member = memberSql(resolution.definition, earlier, context.asOf as PlainDate);
  const { total, figures } = await figuresOf(connection, base, [{ key: "own", sql: member }]);
  const found = figures[0]!;
  const assignableRatio = total === 0 ? null : 1 - found.unknownCustomers / total;
  const admission = admissionOf(
    { action: segment.action, figures: found, assignableRatio, backTest },
    otherActions(segment, stored, context.parameters),
    admissionLimits(context.parameters),
  );
  return { ok: true, figures: found, admission };
}

/** What applies without the segment, and what the other active ones do. */
function otherActions(
  { code }: Pick<StoredSegment, "code">,
  stored: readonly StoredSegment[],
  parameters: readonly ParameterValue[],
): OtherAction[] {
  const base = parameters.find((parameter) => parameter.code === "segments.baseAction")?.value;
  const others = activeSegments(stored).filter((segment) => segment.code !== code);
  return [
    ...(typeof base === "string" && base !== "" ? [{ name: "segments.baseAction", action: base }] : []),
    ...others.map(({ name, action }) => ({ name, action })),
  ];
}

function admissionLimits(parameters: readonly ParameterValue[]): AdmissionLimits {
  const number = (code: string) => {
    const value = parameters.find((parameter) => parameter.code === code)?.value;
    if (typeof value !== "number") throw new Error(`Parameter ${code} has no number.`);
    return value;
  };
  return {
    mostMovedRatio: number("segments.mostMovedRatio"),
    leastAssignableRatio: number("segments.leastAssignableRatio"),
    leastCustomers: number("segments.leastCustomers"),
    leastSalesCents: number("segments.leastSalesCents"),
  };
}
