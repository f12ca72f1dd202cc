import type { PlainDate } from "../../units.ts";

export interface DerivedWindow {
  /** Day after which the window of the drift alarm begins. */
  readonly driftFrom: PlainDate;
  readonly yearFrom: PlainDate;
  /** Inclusive. */
  readonly to: PlainDate;
}

/** Deliveries out of turn: the one deviation that the facts themselves show. Rates of carriers lie in cost to serve. */
export function expeditedSql({ driftFrom, yearFrom, to }: DerivedWindow): string {
  return `SELECT count(*) FILTER (order_date > DATE '${driftFrom}')::INTEGER AS "inWindow", count(*)::INTEGER AS "inYear",
  count(DISTINCT customer_id) FILTER (order_date > DATE '${driftFrom}')::INTEGER AS customers
FROM order_header_current
WHERE is_expedited AND order_date > DATE '${yearFrom}' AND order_date <= DATE '${to}'`;
}

/** Orders of all customers in the 12 months of the snapshot; the table by its quoted name. */
export const ordersSql = (snapshotTable: string) =>
  `SELECT coalesce(sum(orders_last12), 0)::INTEGER AS orders FROM ${snapshotTable}`;

/** Contribution before cost to serve of some customers, in the 12 months of the snapshot. */
export const contributionSql = (snapshotTable: string, customerIds: readonly number[]) =>
  `SELECT customer_id AS "customerId", contribution1_last12_cents AS "contributionCents"
  FROM ${snapshotTable}
  WHERE customer_id IN (${customerIds.length === 0 ? "NULL" : customerIds.map(Number).join(", ")})`;
