import type { DuckDBConnection } from "@duckdb/node-api";
import {
  type RhythmState,
  rhythmStates,
  type SizeClass,
  sizeClasses,
} from "@kleinod/engine/measures/contracts/customer-states.ts";
import { plainDate } from "@kleinod/engine/measures/period.ts";
import { quietReason } from "@kleinod/engine/measures/reports/quiet-reason.ts";
import { quietRowsSql, quietTotalsSql } from "@kleinod/engine/measures/reports/quiet-sql.ts";
import type { QuietReport } from "@kleinod/engine/measures/reports.ts";
import { invalid } from "@kleinod/engine/units.ts";
import { all, one } from "../../duckdb/connect.ts";
import type { ReportContext } from "./report-context.ts";

export interface QuietOptions {
  /** Default dormant alone. */
  readonly states?: readonly RhythmState[];
  /** Default all. */
  readonly sizes?: readonly SizeClass[];
  /** Words of name, account number, city, phone or e-mail; the first 200 characters count. */
  readonly search?: string;
  /** Default 100, at most 10,000 (an export). */
  readonly limit?: number;
  readonly offset?: number;
}

interface QuietSqlRow {
  readonly customer_id: number;
  readonly name: string;
  readonly account_key: string;
  readonly city: string | null;
  readonly phone: string | null;
  readonly contact_name: string | null;
  readonly owner: string | null;
  readonly size_class: string;
  readonly rhythm_state: string;
  readonly at_stake_cents: number | null;
  readonly last_purchase: string | null;
  readonly last_order_cents: number | null;
  readonly days_since_last: number | null;
  readonly usual_gap_days: number | null;
  readonly dormant_after_days: number | null;
  readonly probability_active: number | null;
  readonly days_ago: number[];
  readonly orders_total: number;
}

/**
 * The call list: who is quieter than the own rhythm allows, most at stake first. `total` and `atStakeCents` are of the
 * whole list, not of the page; the amount is null when none is known.
 * @throws RangeError for a state, size, limit or offset that does not exist: the caller checks its own input.
 */
export async function quiet(
  connection: DuckDBConnection,
  context: ReportContext,
  options: QuietOptions = {},
): Promise<QuietReport> {
  const { snapshotTable, asOf, currency, notes } = context;
  const selection = {
    states: known("state", options.states ?? ["dormant"], rhythmStates),
    sizes: known("size", options.sizes ?? sizeClasses, sizeClasses),
    words: (options.search ?? "").trim().slice(0, 200).split(/\s+/).filter(Boolean),
    limit: whole("limit", options.limit ?? 100, 1, 10_000),
    offset: whole("offset", options.offset ?? 0, 0, Number.MAX_SAFE_INTEGER),
  };
  const totals = await one<{ total: number; at_stake_cents: number | null }>(
    connection,
    quietTotalsSql(snapshotTable, selection),
  );
  const rows = await all<QuietSqlRow>(connection, quietRowsSql(snapshotTable, plainDate(asOf), selection));
  return {
    asOf,
    currency,
    total: totals.total,
    atStakeCents: totals.at_stake_cents,
    rows: rows.map((row) => ({
      customerId: row.customer_id,
      name: row.name,
      accountKey: row.account_key,
      city: row.city,
      phone: row.phone,
      contactName: row.contact_name,
      owner: row.owner,
      sizeClass: row.size_class,
      rhythmState: row.rhythm_state,
      atStakeCents: row.at_stake_cents,
      lastPurchase: row.last_purchase,
      lastOrderCents: row.last_order_cents,
      daysSinceLast: row.days_since_last,
      usualGapDays: row.usual_gap_days,
      dormantAfterDays: row.dormant_after_days,
      probabilityActive: row.probability_active,
      purchaseDaysAgo: row.days_ago,
      reason: quietReason({
        rhythmState: row.rhythm_state,
        daysSinceLast: row.days_since_last,
        usualGapDays: row.usual_gap_days,
        dormantAfterDays: row.dormant_after_days,
        orders: row.orders_total,
      }),
      note: notes?.get(row.customer_id) ?? null,
    })),
  };
}

function known<T extends string>(name: string, values: readonly T[], all: readonly T[]): readonly T[] {
  const wrong = values.find((value) => !all.includes(value));
  if (wrong !== undefined) throw invalid(name, wrong, all.join(", "));
  if (values.length === 0) throw invalid(`${name}s`, values, `at least one of ${all.join(", ")}`);
  return values;
}

function whole(name: string, value: number, least: number, most: number): number {
  if (Number.isInteger(value) && value >= least && value <= most) return value;
  throw invalid(name, value, `a whole number from ${least} to ${most}`);
}
