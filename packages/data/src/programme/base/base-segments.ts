import type { DuckDBConnection } from "@duckdb/node-api";
import { allSmall, type LeverPlan } from "@kleinod/engine/programme/contracts/plan-contract.ts";
import { memberSql } from "@kleinod/engine/segments/builder/sql.ts";
import type { PlainDate } from "@kleinod/engine/units.ts";
import { customerTable, resolveOrNull } from "../../segments/segment-columns.ts";
import { earlierOf } from "../../segments/segment-preview.ts";
import { activeSegments, type StoredSegment } from "../../segments/segment-store.ts";
import { type Refused, refused } from "../../workspace/refused.ts";

/** Bits of a mask that are left for segments beside `small`. */
const mostSegments = 29;

export interface BaseSegments {
  readonly ok: true;
  readonly segments: readonly { readonly code: string; readonly name: string }[];
  /** Conditions over the customer table, in the same order. */
  readonly memberships: readonly string[];
}

/** The segments of the plan, then the other active ones, as conditions. Active ones that do not run are left out. */
export async function baseSegments(
  connection: DuckDBConnection,
  { snapshotTable, asOf }: { readonly snapshotTable: string; readonly asOf: string },
  plan: Pick<LeverPlan, "assignments">,
  stored: readonly StoredSegment[],
): Promise<BaseSegments | Refused> {
  const table = await customerTable(connection, snapshotTable);
  const active = activeSegments(stored);
  const asked = [...new Set(plan.assignments.map(({ segment }) => segment))].filter(
    (code) => code !== allSmall,
  );
  if (asked.length > mostSegments) {
    return refused(
      "tooManySegments",
      `Der Plan nennt ${asked.length} Segmente; höchstens ${mostSegments} neben «${allSmall}» lassen sich zusammen rechnen.`,
      `The plan names ${asked.length} segments; at most ${mostSegments} beside “${allSmall}” can be computed together.`,
    );
  }
  const first: StoredSegment[] = [];
  for (const code of asked) {
    const segment = active.find((candidate) => candidate.code === code);
    if (segment === undefined || resolveOrNull(segment, table.columns) === null)
      return unknownSegment(code, active);
    first.push(segment);
  }
  const others = active.filter(
    (segment) => !asked.includes(segment.code) && resolveOrNull(segment, table.columns) !== null,
  );
  const chosen = [...first, ...others].slice(0, mostSegments);
  return {
    ok: true,
    segments: chosen.map(({ code, name }) => ({ code, name })),
    memberships: chosen.map((segment) =>
      memberSql(resolveOrNull(segment, table.columns)!, earlierOf(segment, stored, table), asOf as PlainDate),
    ),
  };
}

function unknownSegment(code: string, active: readonly StoredSegment[]): Refused {
  const known = [allSmall, ...active.map((segment) => segment.code)].join(", ");
  return refused(
    "segmentUnknown",
    `Das Segment «${code}» des Plans ist nicht in Kraft oder lässt sich nicht mehr bestimmen. In Kraft: ${known}.`,
    `Segment “${code}” of the plan is not in force or cannot be determined any more. In force: ${known}.`,
  );
}
