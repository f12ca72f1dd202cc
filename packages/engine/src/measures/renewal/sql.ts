import type { MeasureSettings } from "../settings-contract.ts";
import { date } from "../sql-text.ts";

/** Numbered copy of the contracts, so that results find their row again: `t_contract`. */
export function contractRowsSql({ asOf }: MeasureSettings): string {
  return `CREATE OR REPLACE TEMP TABLE t_contract AS
SELECT row_number() OVER (ORDER BY source, contract_number) AS row, c.*,
  c.started_on > ${date(asOf)} AS is_ahead
FROM customer_contract_current c
WHERE started_on IS NOT NULL`;
}

/** Columns of `ContractTable` in the order of `contractColumns`; NULL becomes NaN. Reads `t_contract`. */
export function contractColumnsSql(): string {
  const days = (column: string) => `CAST(${column} - DATE '1970-01-01' AS DOUBLE)`;
  // Contracts of nobody continue nothing: each is an agreement of its own.
  const agreement = `dense_rank() OVER (ORDER BY customer_id NULLS LAST,
    CASE WHEN customer_id IS NULL THEN row END, lower(coalesce(product_code, product, '')))`;
  const columns = [
    "CAST(row AS DOUBLE)",
    "CAST(customer_id AS DOUBLE)",
    `CAST(${agreement} AS DOUBLE)`,
    days("started_on"),
    days("ends_on"),
    days("cancelled_on"),
    "CAST(term_months AS DOUBLE)",
    "CAST(notice_months AS DOUBLE)",
    "CAST(income_per_year_cents AS DOUBLE)",
  ];
  const values = columns.map((column, index) => `coalesce(${column}, 'NaN'::DOUBLE) AS c${index}`);
  return `SELECT ${values.join(",\n  ")}
FROM t_contract WHERE NOT is_ahead
ORDER BY c2, c3, c0`;
}

/** Empty tables for what compute.ts makes of the contracts; the pipeline appends the rows. All columns DOUBLE, days since 1970. */
export const renewalTables = {
  t_renewal: [
    "customer",
    "running_contracts",
    "income_per_year",
    "income_last12",
    "contract_months",
    "next_end",
    "probability12",
    "years",
    "income",
    "income_low",
    "income_high",
  ],
  t_contract_outlook: ["row", "is_running", "is_cancelled", "last_day", "renewal_probability"],
} as const;
export type RenewalTable = keyof typeof renewalTables;

export function renewalTablesSql(): string[] {
  return Object.entries(renewalTables).map(
    ([name, columns]) =>
      `CREATE OR REPLACE TEMP TABLE ${name} (${columns.map((column) => `"${column}" DOUBLE`).join(", ")})`,
  );
}

const day = (column: string) => `DATE '1970-01-01' + CAST(${column} AS INTEGER)`;
/** What compute.ts leaves unknown is NaN. */
const known = (column: string) => `CASE WHEN NOT isnan(${column}) THEN ${column} END`;
const cents = (column: string) => `CAST(round(${known(column)}) AS BIGINT)`;

/** Creates `m_renewal` and `m_customer_contract`; see contract.ts. */
export function renewalSql(): string[] {
  return [
    `CREATE OR REPLACE TABLE m_renewal AS
SELECT CAST(customer AS BIGINT) AS customer_id,
  CAST(running_contracts AS INTEGER) AS running_contracts,
  ${cents("income_per_year")} AS contract_income_per_year_cents,
  ${cents("income_last12")} AS contract_income_last12_cents,
  CAST(contract_months AS INTEGER) AS contract_months,
  ${day("next_end")} AS next_renewal_on,
  round(${known("probability12")}, 6) AS renewal_probability,
  round(${known("years")}, 6) AS contract_years,
  ${cents("income")} AS contract_income_expected_cents,
  ${cents("income_low")} AS contract_income_expected_low_cents,
  ${cents("income_high")} AS contract_income_expected_high_cents
FROM t_renewal
ORDER BY customer_id`,
    `CREATE OR REPLACE TABLE m_customer_contract AS
SELECT c.source, c.contract_number, c.customer_id, c.product, c.product_code, c.started_on,
  CASE WHEN c.is_ahead THEN 'ahead' WHEN o.is_running = 1 THEN 'running' ELSE 'ended' END AS state,
  CASE WHEN c.is_ahead THEN c.ends_on ELSE ${day("o.last_day")} END AS last_day,
  coalesce(o.is_cancelled = 1, false) AS is_cancelled,
  c.term_months, c.notice_months,
  CASE WHEN o.is_running = 1 AND o.is_cancelled = 0 AND c.notice_months IS NOT NULL
    THEN CAST(${day("o.last_day")} + 1 - to_months(c.notice_months) AS DATE) - 1 END AS notice_by,
  c.income_per_year_cents, round(${known("o.renewal_probability")}, 6) AS renewal_probability,
  c.reason, c.batch_no, c.row_no
FROM t_contract c
LEFT JOIN t_contract_outlook o ON o.row = c.row
ORDER BY c.row`,
    "DROP TABLE t_renewal",
    "DROP TABLE t_contract_outlook",
    "DROP TABLE t_contract",
  ];
}
