import type { DuckDBConnection } from "@duckdb/node-api";
import type {
  ConditionReason,
  SegmentDefinition,
  SegmentFigures,
  SegmentPreview,
} from "@kleinod/engine/segments/builder/contract.ts";
import { type CustomerValues, reasonsOf } from "@kleinod/engine/segments/builder/evaluate.ts";
import {
  figuresSql,
  type MembershipSql,
  movesSql,
  sampleSql,
} from "@kleinod/engine/segments/builder/preview-sql.ts";
import { conditionsOf, type ResolvedDefinition } from "@kleinod/engine/segments/builder/resolve.ts";
import { memberSql } from "@kleinod/engine/segments/builder/sql.ts";
import type { PlainDate } from "@kleinod/engine/units.ts";
import { all, one } from "../duckdb/connect.ts";
import { Cancelled, type RunContext, stopIfCancelled } from "../import/progress.ts";
import type { ReportContext } from "../measures/reports/report-context.ts";
import type { Refused } from "../workspace/refused.ts";
import { type CustomerTable, customerTable, resolveOrNull, resolveOrRefuse } from "./segment-columns.ts";
import { activeSegments, type StoredSegment } from "./segment-store.ts";

const sampledMoves = 20;
const sampledMembers = 10;

export interface PreviewRequest {
  readonly definition: SegmentDefinition;
  /** Compares with the version of this segment that holds, and asks the earlier segments of its set first. */
  readonly code?: string | undefined;
}

type PreviewContext = Pick<ReportContext, "asOf" | "currency" | "snapshotTable">;

/**
 * What a definition means now: customers, money, minutes, and who comes and goes. Aborting the run interrupts DuckDB.
 * @param stored every version of every segment
 * @throws Cancelled
 */
export async function previewSegment(
  connection: DuckDBConnection,
  context: PreviewContext,
  request: PreviewRequest,
  stored: readonly StoredSegment[],
  run: RunContext = {},
): Promise<{ readonly ok: true; readonly preview: SegmentPreview } | Refused> {
  stopIfCancelled(run);
  const interrupt = () => connection.interrupt();
  run.signal?.addEventListener("abort", interrupt);
  try {
    return await preview(connection, context, request, stored, run);
  } catch (error) {
    if (run.signal?.aborted) throw new Cancelled();
    throw error;
  } finally {
    run.signal?.removeEventListener("abort", interrupt);
  }
}

async function preview(
  connection: DuckDBConnection,
  { asOf: day, currency, snapshotTable }: PreviewContext,
  { definition, code }: PreviewRequest,
  stored: readonly StoredSegment[],
  run: RunContext,
): Promise<{ readonly ok: true; readonly preview: SegmentPreview } | Refused> {
  const asOf = day as PlainDate;
  const base = await customerTable(connection, snapshotTable);
  const resolution = resolveOrRefuse(definition, base.columns);
  if (!resolution.ok) return resolution;
  const own = resolution.definition;
  const newest = stored.find((segment) => segment.code === code);
  const after = memberSql(own, newest === undefined ? [] : earlierOf(newest, stored, base), asOf);
  const { total, figures } = await figuresOf(connection, base, [{ key: "own", sql: after }]);
  stopIfCancelled(run);
  const active = stored.find((segment) => segment.code === code && segment.state === "active");
  const before = active === undefined ? null : resolveOrNull(active, base.columns);
  const moves =
    active === undefined || before === null
      ? null
      : await movesOf(connection, base, asOf, {
          againstVersion: active.version,
          own,
          after,
          before: memberSql(before, earlierOf(active, stored, base), asOf),
        });
  stopIfCancelled(run);
  const members = await all<SegmentPreview["members"][number]>(
    connection,
    sampleSql(base.table, after, namedColumns, sampledMembers),
  );
  const found = figures[0]!;
  return {
    ok: true,
    preview: {
      asOf,
      currency,
      total,
      figures: found,
      assignableRatio: total === 0 ? null : 1 - found.unknownCustomers / total,
      moves,
      members,
    },
  };
}

const namedColumns = [
  `customer_id AS "customerId"`,
  "coalesce(name, account_key) AS name",
  `sales_last12_cents AS "salesCents"`,
];

/** Definitions of the segments of the same set that are asked before this one. */
export function earlierOf(
  segment: Pick<StoredSegment, "code" | "segmentation" | "position">,
  stored: readonly StoredSegment[],
  { columns }: Pick<CustomerTable, "columns">,
): ResolvedDefinition[] {
  if (segment.segmentation === null) return [];
  return siblingsOf(segment, stored)
    .filter(
      ({ position, code }) =>
        position < segment.position || (position === segment.position && code < segment.code),
    )
    .flatMap((sibling) => resolveOrNull(sibling, columns) ?? []);
}

/** The other active segments of its set, in their order. */
export function siblingsOf(
  { code, segmentation }: Pick<StoredSegment, "code" | "segmentation">,
  stored: readonly StoredSegment[],
): StoredSegment[] {
  if (segmentation === null) return [];
  return activeSegments(stored).filter((other) => other.code !== code && other.segmentation === segmentation);
}

/** Figures of some memberships in one pass, in their order, and the number of all customers. */
export async function figuresOf(
  connection: DuckDBConnection,
  { table, names }: Pick<CustomerTable, "table" | "names">,
  memberships: readonly MembershipSql[],
): Promise<{ total: number; figures: SegmentFigures[] }> {
  const row = await one<Record<string, number | null>>(connection, figuresSql(table, memberships, names));
  const figures = memberships.map(({ key }) => {
    const count = (name: string) => row[`${key}_${name}`] ?? 0;
    const customers = count("customers");
    // Nobody brings nothing for sure; a sum over members of whom none is known is unclear.
    const sum = (name: string) => (customers === 0 ? 0 : (row[`${key}_${name}`] ?? null));
    return {
      customers,
      unknownCustomers: count("unknown"),
      salesCents: sum("sales"),
      avoidableContributionCents: sum("contribution"),
      minutes: sum("minutes"),
      withoutSales: count("without_sales"),
      withoutContribution: count("without_contribution"),
    };
  });
  return { total: row.total ?? 0, figures };
}

interface Versions {
  readonly againstVersion: number;
  readonly own: ResolvedDefinition;
  readonly before: string;
  readonly after: string;
}

async function movesOf(
  connection: DuckDBConnection,
  { table }: CustomerTable,
  asOf: PlainDate,
  { againstVersion, own, before, after }: Versions,
): Promise<SegmentPreview["moves"]> {
  const counted = await one<{ moved_in: number; moved_out: number }>(
    connection,
    movesSql(table, before, after),
  );
  const { moved_in: movedIn, moved_out: movedOut } = counted;
  if (movedIn + movedOut === 0) return { againstVersion, movedIn, movedOut, sample: [] };
  const conditions = [...new Map(conditionsOf(own).map(({ column }) => [column.code, column])).values()];
  const isMember = `coalesce(${after}, false)`;
  const rows = await all<
    CustomerValues & { customerId: number; name: string; salesCents: number | null; is_in: boolean }
  >(
    connection,
    sampleSql(
      table,
      `${isMember} <> coalesce(${before}, false)`,
      [
        ...namedColumns,
        `${isMember} AS is_in`,
        ...conditions.map(({ code, sql }) => `${sql} AS "v:${code}"`),
      ],
      sampledMoves,
    ),
  );
  const sample = rows.map((row) => {
    const values = Object.fromEntries(conditions.map(({ code }) => [code, row[`v:${code}`] ?? null]));
    const direction = row.is_in ? ("in" as const) : ("out" as const);
    const decides = ({ holds }: ConditionReason) => (holds === true) === row.is_in;
    const reasons = reasonsOf(own, values, asOf).filter(decides);
    return { customerId: row.customerId, name: row.name, direction, salesCents: row.salesCents, reasons };
  });
  return { againstVersion, movedIn, movedOut, sample };
}
