import type { DuckDBConnection } from "@duckdb/node-api";
import { plainDate } from "@kleinod/engine/measures/period.ts";
import {
  batchEffectSql,
  customerTotalsSql,
  lastBatchSql,
  monthsSql,
  orderClassBounds,
  orderMedianSql,
  orderSizesSql,
  sizeLinePreviewSql,
  smallOnly,
  stateChangesSql,
} from "@kleinod/engine/measures/reports/overview-sql.ts";
import type { Overview } from "@kleinod/engine/measures/reports.ts";
import type { PlainDate } from "@kleinod/engine/units.ts";
import { all, one } from "../../duckdb/connect.ts";
import { dataHealth, dataTier } from "./data-health.ts";
import type { ReportContext } from "./report-context.ts";
import { storeTotals } from "./store-totals.ts";
import { overviewUnclear } from "./unclear.ts";

/** Counts and sums over customers as `customerTotalsSql` returns them. */
export interface CustomerTotals {
  readonly total: number;
  readonly small: number;
  readonly large: number;
  readonly sizeUnclear: number;
  readonly active: number;
  readonly slowing: number;
  readonly dormant: number;
  readonly lost: number;
  readonly neverBought: number;
  readonly rhythmUnclear: number;
  readonly new: number;
  readonly reactivated: number;
  readonly sales_last12: number | null;
  readonly sales_previous12: number | null;
  readonly contribution: number | null;
  readonly assumed: boolean;
  readonly without_contribution: number;
  readonly with_expectation: number;
  readonly orders: number;
}

/** The first page of the reader: the whole small-customer business at asOf. */
export async function overview(connection: DuckDBConnection, context: ReportContext): Promise<Overview> {
  const { snapshotTable, currency, sizeLineCents, sizeLineIsProposal } = context;
  const asOf = plainDate(context.asOf);
  const everyone = await one<CustomerTotals>(connection, customerTotalsSql(snapshotTable));
  const small = await one<CustomerTotals>(connection, customerTotalsSql(snapshotTable, smallOnly));
  const median = await one<{ median_cents: number | null; small_median_cents: number | null }>(
    connection,
    orderMedianSql(snapshotTable, asOf),
  );
  const totals = await storeTotals(connection);
  return {
    asOf,
    currency,
    dataTier: dataTier(totals),
    customers: {
      total: everyone.total,
      small: everyone.small,
      large: everyone.large,
      sizeUnclear: everyone.sizeUnclear,
      ...states(everyone),
      new: everyone.new,
      reactivated: everyone.reactivated,
    },
    ...money(everyone, median.median_cents),
    withoutCustomer: { lines: totals.other_lines, salesCents: totals.other_sales_cents },
    totals: { lines: totals.lines, documents: totals.documents, amountCents: totals.amount_cents },
    unclear: overviewUnclear(asOf, currency, everyone, totals),
    small:
      sizeLineCents === null
        ? null
        : {
            ...money(small, median.small_median_cents),
            new: small.new,
            lost: small.lost,
            reactivated: small.reactivated,
            states: states(small),
          },
    sizeLine: sizeLineCents === null ? null : { cents: sizeLineCents, isProposal: sizeLineIsProposal },
    months: await months(connection, snapshotTable, asOf),
    orderSizes: await orderSizes(connection, snapshotTable, asOf),
    sinceLastImport: await sinceLastImport(connection, context),
    dataHealth: await dataHealth(connection, context, totals),
  };
}

export interface SizeLinePreview {
  readonly lineCents: number;
  readonly large: number;
  readonly small: number;
  /** Customers whose sales cannot be converted. */
  readonly unclear: number;
  readonly largeSalesCents: number;
  readonly smallSalesCents: number;
}

/** The live count beside the question for the size line: by sales of the last 12 months, without hysteresis. */
export async function sizeLinePreview(
  connection: DuckDBConnection,
  { snapshotTable }: Pick<ReportContext, "snapshotTable">,
  lineCents: number,
): Promise<SizeLinePreview> {
  const row = await one<{
    large: number;
    small: number;
    unclear: number;
    large_cents: number;
    small_cents: number;
  }>(connection, sizeLinePreviewSql(snapshotTable, lineCents));
  const { large, small, unclear } = row;
  return {
    lineCents,
    large,
    small,
    unclear,
    largeSalesCents: row.large_cents,
    smallSalesCents: row.small_cents,
  };
}

function money(row: CustomerTotals, medianCents: number | null) {
  return {
    salesCents: { last12: row.sales_last12, previous12: row.sales_previous12 },
    contributionCents: { last12: row.contribution },
    orders: { last12: row.orders, medianCents },
  };
}

function states({ active, slowing, dormant, lost, neverBought, rhythmUnclear }: CustomerTotals) {
  return { active, slowing, dormant, lost, neverBought, rhythmUnclear };
}

async function months(
  connection: DuckDBConnection,
  snapshotTable: string,
  asOf: PlainDate,
): Promise<Overview["months"]> {
  const rows = await all<{
    month: string;
    sales_cents: number;
    small_sales_cents: number;
    orders: number;
  }>(connection, monthsSql(snapshotTable, asOf));
  return rows.map((row) => ({
    month: row.month,
    salesCents: row.sales_cents,
    smallSalesCents: row.small_sales_cents,
    orders: row.orders,
  }));
}

async function orderSizes(
  connection: DuckDBConnection,
  snapshotTable: string,
  asOf: PlainDate,
): Promise<Overview["orderSizes"]> {
  const rows = await all<{
    from_cents: number;
    orders: number;
    small_orders: number;
    sales_cents: number;
  }>(connection, orderSizesSql(snapshotTable, asOf));
  const bounds = orderClassBounds();
  const from = rows[0]?.from_cents ?? 0;
  const to = rows.at(-1)?.from_cents ?? -1;
  const byClass = new Map(rows.map((row) => [row.from_cents, row]));
  return bounds.flatMap((bound, index) => {
    if (bound < from || bound > to) return [];
    const row = byClass.get(bound);
    return [
      {
        fromCents: bound,
        toCents: bounds[index + 1] ?? null,
        orders: row?.orders ?? 0,
        smallOrders: row?.small_orders ?? 0,
        salesCents: row?.sales_cents ?? 0,
      },
    ];
  });
}

async function sinceLastImport(
  connection: DuckDBConnection,
  { snapshotTable, previousSnapshotTable }: ReportContext,
): Promise<Overview["sinceLastImport"]> {
  const [batch] = await all<{ batch_no: number; imported_at: string; batches: number }>(
    connection,
    lastBatchSql(),
  );
  const nothing = { newCustomers: 0, newLines: 0, salesCents: null, becameDormant: 0, reactivated: 0 };
  if (batch === undefined || batch.batches < 2) {
    return { batchId: null, importedAt: null, ...nothing, comparable: false };
  }
  const [linesSql, customersSql] = batchEffectSql(batch.batch_no);
  const added = await one<{ lines: number; sales_cents: number | null }>(connection, linesSql!);
  const { customers } = await one<{ customers: number }>(connection, customersSql!);
  const changes =
    previousSnapshotTable === undefined
      ? { became_dormant: 0, reactivated: 0 }
      : await one<{ became_dormant: number; reactivated: number }>(
          connection,
          stateChangesSql(snapshotTable, previousSnapshotTable),
        );
  return {
    batchId: String(batch.batch_no),
    importedAt: batch.imported_at,
    newCustomers: customers,
    newLines: added.lines,
    salesCents: added.sales_cents,
    becameDormant: changes.became_dormant,
    reactivated: changes.reactivated,
    comparable: previousSnapshotTable !== undefined,
  };
}
