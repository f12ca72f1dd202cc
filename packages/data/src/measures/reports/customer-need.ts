import type { DuckDBConnection } from "@duckdb/node-api";
import { everyFirm } from "@kleinod/engine/measures/firm-selection.ts";
import { needScopeSql } from "@kleinod/engine/measures/need/report-sql.ts";
import type { CustomerNeed } from "@kleinod/engine/measures/potential/report-contract.ts";
import { type MoneyToday, threeNumbers } from "@kleinod/engine/measures/potential/three-numbers.ts";
import { table } from "@kleinod/engine/measures/sql-text.ts";
import { all, one } from "../../duckdb/connect.ts";
import { needGapRows } from "./need-gaps.ts";
import { needRows } from "./need-rows.ts";
import { type NeedScope, needUnclear } from "./need-unclear.ts";
import { potentialDetails } from "./potential.ts";
import { potentialRows } from "./potential-rows.ts";
import type { ReportContext } from "./report-context.ts";

/** Need, gaps, potential and the three numbers of one customer; null when the snapshot does not know the number. */
export async function customerNeed(
  connection: DuckDBConnection,
  context: ReportContext,
  customerId: number,
): Promise<CustomerNeed | null> {
  const selection = { ...everyFirm, customerId };
  const [profile] = (await needRows(connection, context, selection)).rows;
  const [found] = (await potentialRows(connection, context, selection)).customers;
  if (profile === undefined || found === undefined) return null;
  const { needGaps, ...potential } = found;
  const [money] = await all<MoneyToday>(
    connection,
    `SELECT contribution1_last12_cents AS "contribution1Cents", cost_full_cents AS "fullCents",
      cost_avoidable_cents AS "avoidableCents", cost_low_cents AS "costLowCents", cost_high_cents AS "costHighCents",
      contribution_avoidable_cents AS "todayCents", servable_contribution_cents AS "servableCents",
      servable_low_cents AS "servableLowCents", servable_high_cents AS "servableHighCents"
    FROM ${table(context.snapshotTable)} WHERE customer_id = ?`,
    [customerId],
  );
  return {
    asOf: context.asOf,
    currency: context.currency,
    profile,
    gaps: await needGapRows(connection, context, selection),
    potential,
    exposureUnknown: (await potentialDetails(connection)).exposureUnknown,
    threeNumbers: threeNumbers(money!),
    unclear: needUnclear(await one<NeedScope>(connection, needScopeSql())),
  };
}
