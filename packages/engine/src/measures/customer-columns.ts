/**
 * The columns of the customer table: one list from which the SQL projection, the explorer, the exports, the CLI and the
 * "what am I made of?" labels derive. Order is the default order on screen.
 */
import { costToServeColumns } from "./contracts/cost-to-serve-columns.ts";
import type { CustomerColumn } from "./contracts/customer-column.ts";
import { firstColumns } from "./contracts/first-columns.ts";
import { lifetimeColumns } from "./contracts/lifetime-columns.ts";
import { needColumns } from "./contracts/need-columns.ts";
import { potentialColumns } from "./contracts/potential-columns.ts";
import { renewalColumns } from "./contracts/renewal-columns.ts";
import { responsibilityColumns } from "./contracts/responsibility-columns.ts";
import { triangleColumns } from "./contracts/triangle-columns.ts";

export const customerColumns: readonly CustomerColumn[] = [
  ...firstColumns,
  ...costToServeColumns,
  ...lifetimeColumns,
  ...renewalColumns,
  ...needColumns,
  ...potentialColumns,
  ...triangleColumns,
  ...responsibilityColumns,
];

const byCode = new Map(customerColumns.map((column) => [column.code, column]));

/** Null for an unknown code, so that a caller can refuse with the list of known ones. */
export function customerColumn(code: string): CustomerColumn | null {
  return byCode.get(code) ?? null;
}
