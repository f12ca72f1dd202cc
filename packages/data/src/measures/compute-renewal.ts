import { DOUBLE, type DuckDBConnection } from "@duckdb/node-api";
import {
  type ContractOutlook,
  type CustomerRenewals,
  computeRenewals,
} from "@kleinod/engine/measures/renewal/compute.ts";
import { type ContractTable, contractColumns } from "@kleinod/engine/measures/renewal/contract-table.ts";
import { renewalDetails } from "@kleinod/engine/measures/renewal/renewal-details.ts";
import {
  contractColumnsSql,
  contractRowsSql,
  type RenewalTable,
  renewalSql,
  renewalTablesSql,
} from "@kleinod/engine/measures/renewal/sql.ts";
import { runEach } from "../duckdb/connect.ts";
import { appendColumns } from "./append-columns.ts";
import { readDoubles } from "./read-doubles.ts";
import type { StepContext } from "./steps.ts";

/** Fits the contractual model on all contracts and says what is to be expected of the running ones. */
export async function computeRenewal({
  connection,
  settings,
}: StepContext): Promise<Record<string, unknown>> {
  const reach = {
    months: Number(settings.values["lifetime.months"]),
    discount: Number(settings.values["lifetime.discountRatioPerYear"]),
  };
  await runEach(connection, [contractRowsSql(settings), ...renewalTablesSql()]);
  const columns = await readDoubles(connection, contractColumnsSql(), contractColumns.length);
  const table = Object.fromEntries(
    contractColumns.map((name, index) => [name, columns[index]!]),
  ) as unknown as ContractTable;
  const renewals = computeRenewals(table, settings.asOf, reach);
  await append(connection, "t_renewal", renewals.customers, customerColumns);
  await append(connection, "t_contract_outlook", renewals.contracts, outlookColumns);
  await runEach(connection, renewalSql());
  return { ...renewalDetails(renewals) };
}

/** In the order of `renewalTables`. */
const customerColumns: readonly ((row: CustomerRenewals) => number)[] = [
  (row) => row.customer,
  (row) => row.runningContracts,
  (row) => row.incomePerYear,
  (row) => row.incomeLast12,
  (row) => row.contractMonths,
  (row) => row.nextEnd,
  (row) => row.probability12,
  (row) => row.years,
  (row) => row.income,
  (row) => row.incomeLow,
  (row) => row.incomeHigh,
];
const outlookColumns: readonly ((row: ContractOutlook) => number)[] = [
  (row) => row.row,
  (row) => Number(row.isRunning),
  (row) => Number(row.isCancelled),
  (row) => row.lastDay,
  (row) => row.renewalProbability,
];

async function append<Row>(
  connection: DuckDBConnection,
  table: RenewalTable,
  rows: readonly Row[],
  columns: readonly ((row: Row) => number)[],
): Promise<void> {
  await appendColumns(
    connection,
    { table, isTemporary: true },
    columns.map((value) => ({ type: DOUBLE, values: Float64Array.from(rows, value) })),
  );
}
