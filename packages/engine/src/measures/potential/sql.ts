import { monthsBefore } from "../period.ts";
import type { MeasureSettings } from "../settings-contract.ts";
import { date } from "../sql-text.ts";
import { potentialSettings } from "./potential-settings.ts";

/** Most customers behind the fit. */
const maxSample = 20_000;

/**
 * Creates `m_exposure` (customer_id, contacts_within, contacts_before, visits): contacts, visits, calls, mails and
 * meetings by us – all activities that the customer did not start – in the window and in the 12 months before it.
 */
export function exposureSql({ asOf }: MeasureSettings): string {
  const from = date(monthsBefore(asOf, 12));
  return `CREATE OR REPLACE TABLE m_exposure AS
SELECT customer_id,
  count(*) FILTER (activity_date > ${from}) AS contacts_within,
  count(*) FILTER (activity_date <= ${from}) AS contacts_before,
  count(*) FILTER (activity_type = 'visit') AS visits
FROM activity_current
WHERE customer_id IS NOT NULL AND initiated_by IS DISTINCT FROM 'customer'
  AND activity_date > ${date(monthsBefore(asOf, 24))} AND activity_date <= ${date(asOf)}
GROUP BY customer_id`;
}

/**
 * Creates `m_potential_firm`: one row per customer with the numbers of its levels (0 unknown, 1 rare ones together, 2
 * and up by frequency), sales, exposure, and whether it belongs to the fit: positive sales, and a customer for the
 * whole window – of all when nearly everybody is new. Also whether somebody in its cell (branch × staff class, else
 * branch, else all) and in its region was ever contacted.
 */
export function potentialFirmSql(settings: MeasureSettings): string[] {
  const { leastPeers } = potentialSettings(settings);
  const from = date(monthsBefore(settings.asOf, 12));
  return [
    `CREATE OR REPLACE TEMP TABLE t_spender AS
WITH s AS (
  SELECT f.customer_id, f.branch, f.staff, f.staff_class, f.region, s.sales_last12_cents AS sales_cents,
    coalesce(e.contacts_within, 0) AS contacts_within, coalesce(e.contacts_before, 0) AS contacts_before,
    coalesce(e.visits, 0) AS visits, h.first_purchase <= ${from} AS is_whole_year
  FROM m_firm f
  LEFT JOIN m_sales s ON s.customer_id = f.customer_id
  LEFT JOIN m_exposure e ON e.customer_id = f.customer_id
  LEFT JOIN m_history h ON h.customer_id = f.customer_id
),
enough AS (SELECT count(*) FILTER (sales_cents > 0 AND is_whole_year) >= ${10 * leastPeers} AS whole_years FROM s)
SELECT s.* EXCLUDE (is_whole_year), contacts_within + contacts_before > 0 AS is_contacted,
  coalesce(sales_cents > 0 AND (is_whole_year OR NOT whole_years), false) AS is_fitted
FROM s CROSS JOIN enough`,
    `CREATE OR REPLACE TABLE m_potential_firm AS
WITH ${levelSql("branch", leastPeers)},
${levelSql("region", leastPeers)},
cell AS (${contactedSql(["branch", "staff_class"], leastPeers)}),
wide AS (${contactedSql(["branch"], leastPeers)}),
around AS (${contactedSql(["region"], leastPeers)}),
everybody AS (SELECT bool_or(is_contacted) AS has_contact FROM t_spender WHERE is_fitted)
SELECT s.*, coalesce(b.no, CASE WHEN s.branch IS NULL THEN 0 ELSE 1 END) AS branch_no,
  coalesce(r.no, CASE WHEN s.region IS NULL THEN 0 ELSE 1 END) AS region_no, coalesce(s.staff, 0) AS staff_no,
  coalesce(c.has_contact, w.has_contact, e.has_contact, false) AND coalesce(a.has_contact, true) AS has_contacted_peer
FROM t_spender s
CROSS JOIN everybody e
LEFT JOIN branch_level b ON b.branch = s.branch
LEFT JOIN region_level r ON r.region = s.region
LEFT JOIN cell c ON c.branch IS NOT DISTINCT FROM s.branch AND c.staff_class IS NOT DISTINCT FROM s.staff_class
LEFT JOIN wide w ON w.branch IS NOT DISTINCT FROM s.branch
LEFT JOIN around a ON a.region = s.region`,
  ];
}

function levelSql(column: string, least: number): string {
  return `${column}_level AS (
  SELECT ${column}, 1 + row_number() OVER (ORDER BY count(*) DESC, ${column}) AS no
  FROM t_spender WHERE is_fitted AND ${column} IS NOT NULL
  GROUP BY ${column} HAVING count(*) >= ${least}
)`;
}

/** Groups that are large enough to speak, and whether somebody in them was contacted. */
function contactedSql(columns: readonly string[], least: number): string {
  return `SELECT ${columns.join(", ")}, bool_or(is_contacted) AS has_contact
  FROM t_spender WHERE is_fitted GROUP BY ALL HAVING count(*) >= ${least}`;
}

/** How many are fitted, and whether any contact is known at all; one row. */
export function potentialScopeSql(): string {
  return `SELECT count(*) FILTER (is_fitted) AS customers, coalesce(bool_or(is_contacted), false) AS has_exposure
FROM m_potential_firm`;
}

/** An even sample of the fitted customers, the same for the same customers. */
export function spendSampleSql(customers: number): string {
  const step = Math.max(1, Math.ceil(customers / maxSample));
  const columns = [
    "branch_no",
    "region_no",
    "staff_no",
    "contacts_within",
    "contacts_before",
    "visits",
    "sales_cents",
  ];
  return `SELECT ${columns.map((column) => `CAST(${column} AS DOUBLE) AS ${column}`).join(", ")}
FROM (SELECT *, row_number() OVER (ORDER BY customer_id) AS position FROM m_potential_firm WHERE is_fitted)
WHERE position % ${step} = 0
ORDER BY customer_id`;
}

/** Distinct firms as the model sees them, in a fixed order. */
export function potentialCellsSql(): string {
  return `SELECT DISTINCT CAST(branch_no AS DOUBLE) AS branch_no, CAST(region_no AS DOUBLE) AS region_no,
  CAST(staff_no AS DOUBLE) AS staff_no
FROM m_potential_firm
ORDER BY ALL`;
}

/** Empty table for the predictions that compute.ts makes; rows are appended by the pipeline. */
export function potentialCellTableSql(): string {
  return `CREATE OR REPLACE TABLE m_potential_cell (branch_no DOUBLE, region_no DOUBLE, staff_no DOUBLE,
  potential_cents DOUBLE, low_cents DOUBLE, high_cents DOUBLE)`;
}

/** Creates `m_potential` from `m_potential_firm` and `m_potential_cell`; see contract.ts. */
export function potentialSql(isExposureKnown: boolean): string[] {
  const reason = `CASE WHEN NOT t.has_sales THEN 'saleLinesMissing'
      WHEN c.potential_cents IS NULL THEN 'tooFewPeers'
      ${isExposureKnown ? "WHEN NOT f.has_contacted_peer THEN 'neverContactedCell'" : ""} END`;
  const cents = (column: string) => `CASE WHEN unclear_reason IS NULL THEN CAST(${column} AS BIGINT) END`;
  return [
    `CREATE OR REPLACE TABLE m_potential AS
WITH t AS (SELECT lines > 0 AS has_sales FROM m_total),
x AS (
  SELECT f.customer_id, f.sales_cents, f.contacts_within + f.contacts_before AS contacts, c.potential_cents,
    c.low_cents, c.high_cents, ${reason} AS unclear_reason
  FROM m_potential_firm f
  CROSS JOIN t
  LEFT JOIN m_potential_cell c ON c.branch_no = f.branch_no AND c.region_no = f.region_no AND c.staff_no = f.staff_no
)
SELECT customer_id, ${cents("potential_cents")} AS potential_cents, ${cents("low_cents")} AS potential_low_cents,
  -- Whoever bought more needed more: the upper bound never lies below what was sold.
  ${cents("greatest(high_cents, coalesce(sales_cents, 0))")} AS potential_high_cents,
  CASE WHEN unclear_reason IS NULL AND potential_cents > 0
    THEN round(least(1, greatest(0, coalesce(sales_cents, 0)) / potential_cents), 6) END AS share_of_wallet,
  unclear_reason IS NOT NULL AS potential_is_unclear, unclear_reason,
  CAST(${isExposureKnown ? "contacts" : "NULL"} AS INTEGER) AS contacts, CAST(NULL AS DOUBLE) AS uplift
FROM x`,
  ];
}
