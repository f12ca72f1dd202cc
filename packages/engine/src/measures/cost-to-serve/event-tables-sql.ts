/** Small tables that the queries on events join: who is new, and what the names of roles mean. */
import { date, number, text } from "../sql-text.ts";
import type { Coverage } from "./coverage.ts";
import type { Window } from "./event-sources.ts";

/**
 * `t_new_customer`: first day of customers whose first purchase lies within the window. Where the data begin later than the
 * window nobody can be told to be new.
 */
export function newCustomersSql(coverage: Coverage, { from, asOf }: Window, customerId?: number): string {
  const only = onlySql(customerId);
  const reachesBack = (first: string | null) => first !== null && first <= from;
  const parts = [
    reachesBack(coverage.firstDocument)
      ? `SELECT customer_id, first_purchase AS first_day FROM m_history WHERE first_purchase > ${date(from)}${only}`
      : "SELECT CAST(NULL AS BIGINT) AS customer_id, CAST(NULL AS DATE) AS first_day WHERE false",
  ];
  if (reachesBack(coverage.firstOrder)) {
    parts.push(`SELECT h.customer_id, min(h.order_date) FROM order_header_current h
  ANTI JOIN m_history b ON b.customer_id = h.customer_id
  WHERE h.customer_id IS NOT NULL AND h.order_date <= ${date(asOf)}${only}
  GROUP BY h.customer_id HAVING min(h.order_date) > ${date(from)}`);
  }
  return `CREATE OR REPLACE TEMP TABLE t_new_customer AS ${parts.join("\nUNION ALL\n")}`;
}

/** Narrows a query of events to one customer, where one is asked for. */
export function onlySql(customerId: number | undefined): string {
  return customerId === undefined ? "" : ` AND customer_id = ${number(customerId)}`;
}

/** Names of roles that activities and cases carry. */
export function roleNamesSql(window: Window, customerId?: number): string {
  const only = onlySql(customerId);
  const { from, asOf } = window;
  return `SELECT DISTINCT role AS name FROM activity_current
  WHERE role IS NOT NULL AND activity_date > ${date(from)} AND activity_date <= ${date(asOf)}${only}
UNION
SELECT DISTINCT role FROM service_case_current
  WHERE role IS NOT NULL AND case_date > ${date(from)} AND case_date <= ${date(asOf)}${only}`;
}

/** `t_cost_role`: what the names mean; unknown ones have no role. */
export function rolesTableSql(
  names: readonly { readonly name: string; readonly roleIndex: number | null }[],
): string[] {
  const create = "CREATE OR REPLACE TEMP TABLE t_cost_role (name VARCHAR, role UTINYINT)";
  if (names.length === 0) return [create];
  const rows = names.map(({ name, roleIndex }) => `(${text(name)}, ${roleIndex ?? "NULL"})`);
  return [create, `INSERT INTO t_cost_role VALUES ${rows.join(", ")}`];
}
