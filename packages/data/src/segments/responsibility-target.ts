import type { DuckDBConnection } from "@duckdb/node-api";
import { customerQuerySql } from "@kleinod/engine/measures/reports/customer-query-sql.ts";
import { table } from "@kleinod/engine/measures/sql-text.ts";
import type { Target } from "@kleinod/engine/segments/responsibility/rule-contract.ts";
import { all } from "../duckdb/connect.ts";
import { type Refused, refused } from "../workspace/refused.ts";

/** A customer that a decision is about; named by its first account, which outlives the number. */
export interface TargetCustomer {
  readonly customerId: number;
  readonly name: string;
  readonly source: string;
  readonly accountKey: string;
  readonly sizeClass: string;
  readonly salesLast12Cents: number | null;
  readonly responsible: string | null;
  readonly responsibleType: string | null;
}

/** At once; more would be a rule, not exceptions. */
const mostCustomers = 100_000;

/** The customers that a target means, those who buy most first; refused when it means nobody or somebody unknown. */
export async function targetCustomers(
  connection: DuckDBConnection,
  snapshotTable: string,
  target: Target,
): Promise<{ readonly ok: true; readonly customers: TargetCustomer[] } | Refused> {
  const found = await idsOf(connection, snapshotTable, target);
  if (!found.ok) return found;
  if (found.ids.length > mostCustomers) {
    return refused(
      "valueNotAllowed",
      `Die Auswahl trifft ${found.ids.length} Kunden; Ausnahmen gelten für höchstens ${mostCustomers}. Machen Sie eine Regel daraus.`,
      `The choice means ${found.ids.length} customers; exceptions hold for at most ${mostCustomers}. Make it a rule.`,
    );
  }
  const customers = await all<TargetCustomer>(
    connection,
    `SELECT s.customer_id AS "customerId", s.name, a.source, a.account_key AS "accountKey", s.size_class AS "sizeClass",
      s.sales_last12_cents AS "salesLast12Cents", s.responsible, s.responsible_type AS "responsibleType"
    FROM ${table(snapshotTable)} s
    JOIN (SELECT unnest(from_json(?::JSON, '["BIGINT"]')) AS id) i ON i.id = s.customer_id
    JOIN (
      SELECT customer_id, arg_min(source, account_id) AS source, arg_min(account_key, account_id) AS account_key
      FROM account_current GROUP BY customer_id
    ) a ON a.customer_id = s.customer_id
    ORDER BY s.sales_last12_cents DESC NULLS LAST, s.customer_id`,
    [JSON.stringify(found.ids)],
  );
  if ("customers" in target) {
    const known = new Set(customers.map(({ customerId }) => customerId));
    const unknown = target.customers.find((id) => !known.has(id));
    if (unknown !== undefined) return unknownCustomer(unknown);
  }
  if (customers.length > 0) return { ok: true, customers };
  return refused(
    "valueNotAllowed",
    "Die Auswahl trifft keinen Kunden; lockern Sie die Bedingungen.",
    "The choice means no customer; loosen the conditions.",
  );
}

export const unknownCustomer = (id: number): Refused =>
  refused(
    "unknownCustomer",
    `Es gibt keinen Kunden mit der Nummer ${id}.`,
    `There is no customer with the number ${id}.`,
  );

async function idsOf(
  connection: DuckDBConnection,
  snapshotTable: string,
  target: Target,
): Promise<{ readonly ok: true; readonly ids: readonly number[] } | Refused> {
  if ("customers" in target) return { ok: true, ids: [...new Set(target.customers)] };
  if ("gapGroup" in target) {
    const { branch, region } = target.gapGroup;
    const rows = await all<{ customerId: number }>(
      connection,
      `SELECT customer_id AS "customerId" FROM m_responsibility
      WHERE is_active AND is_gap AND branch IS NOT DISTINCT FROM ? AND region IS NOT DISTINCT FROM ?`,
      [branch, region],
    );
    return { ok: true, ids: rows.map(({ customerId }) => customerId) };
  }
  const { search = "", filters } = target.query;
  const sql = customerQuerySql(snapshotTable, { search, filters, columns: ["customerId"] });
  if (!sql.ok) {
    const { message } = sql.refusal;
    return refused("valueNotAllowed", `Die Auswahl ist nicht zu verstehen: ${message}`, message);
  }
  const rows = await all<{ customerId: number }>(connection, sql.allSql, [...sql.values]);
  return { ok: true, ids: rows.map(({ customerId }) => customerId) };
}
