import type { DuckDBConnection } from "@duckdb/node-api";
import { monthsBefore } from "@kleinod/engine/measures/period.ts";
import { contingencySql } from "@kleinod/engine/segments/builder/preview-sql.ts";
import { labelSql } from "@kleinod/engine/segments/builder/sql.ts";
import type { Cell } from "@kleinod/engine/segments/overlays/adjusted-rand.ts";
import { backTestMonths, backTestOf } from "@kleinod/engine/segments/overlays/back-test.ts";
import type { BackTest } from "@kleinod/engine/segments/overlays/contract.ts";
import type { PlainDate } from "@kleinod/engine/units.ts";
import { all } from "../duckdb/connect.ts";
import type { RunContext } from "../import/progress.ts";
import { measure } from "../workspace/measure.ts";
import type { Workspace } from "../workspace/open-workspace.ts";
import type { Refused } from "../workspace/refused.ts";
import { currentKey, findSnapshot } from "../workspace/snapshots.ts";
import { customerTable, resolveOrNull, resolveOrRefuse } from "./segment-columns.ts";
import { siblingsOf } from "./segment-preview.ts";
import type { StoredSegment } from "./segment-store.ts";

/** The customer tables of two days 12 months apart. */
export interface TwoDays {
  readonly earlier: { readonly asOf: PlainDate; readonly table: string };
  readonly later: { readonly asOf: PlainDate; readonly table: string };
}

/**
 * Measures the day 12 months before, where that is not done yet, and then today again, so that every page shows today
 * as before. @throws Cancelled; today holds again then too.
 */
export async function measureTwoDays(
  workspace: Workspace,
  run: RunContext = {},
): Promise<{ readonly ok: true; readonly days: TwoDays } | Refused> {
  const now = await measure(workspace, {}, run);
  if (!now.ok) return now;
  const known = await knownTwoDays(workspace, now.asOf);
  if (known !== null) return { ok: true, days: known };
  try {
    const before = await measure(
      workspace,
      { asOf: monthsBefore(now.asOf as PlainDate, backTestMonths) },
      run,
    );
    if (!before.ok) return before;
  } finally {
    // The relations of single measures exist once: they go back to today also when somebody cancelled.
    await measure(workspace, {});
  }
  const days = await knownTwoDays(workspace, now.asOf);
  if (days === null)
    throw new Error(`The day ${backTestMonths} months before ${now.asOf} was measured but is not there.`);
  return { ok: true, days };
}

/** Both tables, when both are measured with today's facts and parameters; null otherwise. */
export function knownTwoDays(workspace: Workspace, asOf: string): Promise<TwoDays | null> {
  return workspace.read(async (connection) => {
    const earlierAsOf = monthsBefore(asOf as PlainDate, backTestMonths);
    const later = await findSnapshot(connection, await currentKey(connection, asOf));
    const earlier = await findSnapshot(connection, await currentKey(connection, earlierAsOf));
    if (later === null || earlier === null) return null;
    return {
      earlier: { asOf: earlierAsOf, table: earlier.tableName },
      later: { asOf: asOf as PlainDate, table: later.tableName },
    };
  });
}

/**
 * How many customers the version puts elsewhere than 12 months before. A segment of a set is tested as the whole set
 * that it would make: many small segments may each move few customers and all of them many.
 */
export async function backTestSegment(
  connection: DuckDBConnection,
  { earlier, later }: TwoDays,
  segment: StoredSegment,
  stored: readonly StoredSegment[],
): Promise<{ readonly ok: true; readonly backTest: BackTest } | Refused> {
  const { columns } = await customerTable(connection, later.table);
  const resolution = resolveOrRefuse(segment.definition, columns);
  if (!resolution.ok) return resolution;
  const set = [segment, ...siblingsOf(segment, stored)]
    .sort((a, b) => a.position - b.position || (a.code < b.code ? -1 : 1))
    .flatMap((one) => {
      const definition = resolveOrNull(one, columns);
      return definition === null ? [] : [{ code: one.code, definition }];
    });
  const cells = await all<Cell>(
    connection,
    contingencySql(
      { table: earlier.table, label: labelSql(set, earlier.asOf) },
      { table: later.table, label: labelSql(set, later.asOf) },
    ),
  );
  const days = { earlier: earlier.asOf, later: later.asOf };
  return { ok: true, backTest: backTestOf(cells, segment.code, days) };
}
