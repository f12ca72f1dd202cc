import { staffClassSql } from "./staff-class.ts";

/** Head count: as entered, else the middle of the class that the file names ("10-49 Mitarbeitende" → 30). */
const staffSql = `coalesce(employees,
      CAST(round(list_avg(CAST(regexp_extract_all(employee_class, '[0-9]+') AS DOUBLE[]))) AS INTEGER))`;

/** Where the firm is: region as the file names it, else country and first digit of the postcode ("CH 8"). */
const regionSql = `coalesce(nullif(trim(region), ''),
      CASE WHEN regexp_matches(postcode, '^[0-9]')
        THEN concat_ws(' ', country, left(postcode, 1)) END)`;

/**
 * `m_firm` – one row per customer: what makes firms comparable. branch (text, else code), staff INTEGER, staff_class,
 * region; NULL where nothing tells. Of several accounts the first one that knows an attribute speaks.
 */
export function firmSql(): string {
  return `CREATE OR REPLACE TABLE m_firm AS
WITH a AS (
  SELECT customer_id, account_id, coalesce(nullif(trim(branch), ''), nullif(trim(branch_code), '')) AS branch,
    ${staffSql} AS staff, ${regionSql} AS region
  FROM account_current
),
f AS (
  SELECT customer_id, arg_min(branch, account_id) AS branch, arg_min(staff, account_id) AS staff,
    arg_min(region, account_id) AS region
  FROM a
  GROUP BY customer_id
)
SELECT customer_id, branch,
  -- A firm without employees has its owner; greatest() alone would make one out of an unknown number too.
  CASE WHEN staff IS NOT NULL THEN greatest(1, staff) END AS staff, ${staffClassSql("staff")} AS staff_class, region
FROM f`;
}
