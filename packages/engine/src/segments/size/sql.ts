import type { MeasureSettings } from "../../measures/settings-contract.ts";
import type { Cents } from "../../units.ts";
import { largerShare, quartersPerYear } from "./contract.ts";

const day = (value: string) => `DATE '${value}'`;

/** The sales of the customer at whom the larger ones hold 75 % of all positive sales; one row, NULL without sales. */
export function sizeProposalSql(): string {
  return `WITH s AS (SELECT customer_id, sales_last12_cents AS cents FROM m_sales WHERE sales_last12_cents > 0),
c AS (
  SELECT cents, sum(cents) OVER (ORDER BY cents DESC, customer_id) AS cumulated, sum(cents) OVER () AS total FROM s
)
SELECT max(cents) FILTER (cumulated >= ${largerShare} * total) AS cents FROM c`;
}

/** Keeps the line that holds, for the reports. */
export function sizeLineSql(lineCents: Cents | null, isProposal: boolean): string {
  return `CREATE OR REPLACE TABLE m_size_line AS
SELECT CAST(${lineCents ?? "NULL"} AS BIGINT) AS cents, ${isProposal} AS is_proposal`;
}

/**
 * Creates `m_size`; see contract.ts.
 * @param lastQuarter the last quarter that is over, see `lastCompleteQuarter`
 */
export function sizeSql(settings: MeasureSettings, lineCents: Cents | null, lastQuarter: number): string[] {
  const select =
    lineCents === null
      ? "SELECT customer_id, 'sizeUnclear' AS size_class FROM m_sales"
      : sizeClassesSql(settings, lineCents, lastQuarter, "m_sales");
  return [`CREATE OR REPLACE TABLE m_size AS\n${select}`];
}

/**
 * Size class of every customer as of a day. The fold needs no recursion: the last quarter end at which two neighbours
 * lie on the same outer side of the band decides, and without one the first class holds. Customers whose positive
 * documents do not add up to the line can never reach it, so the grid of quarters is built for the others only.
 * @param lastQuarter the last quarter that is over at asOf
 * @param sales relation with customer_id, sales_last12_cents and unconverted_last12 as of the day
 */
export function sizeClassesSql(
  { asOf, hysteresisRatio }: Pick<MeasureSettings, "asOf" | "hysteresisRatio">,
  lineCents: Cents,
  lastQuarter: number,
  sales: string,
): string {
  const quarter = "year(document_date) * 4 + quarter(document_date) - 1";
  const full = quartersPerYear - 1;
  return `WITH d AS (
  SELECT customer_id, ${quarter} AS quarter, sales_cents
  FROM m_document
  WHERE is_sale AND customer_id IS NOT NULL AND document_date <= ${day(asOf)}
),
reaching AS (
  SELECT customer_id, min(quarter) AS first_quarter
  FROM d
  GROUP BY customer_id
  HAVING sum(greatest(sales_cents, 0)) >= ${lineCents}
),
sold AS (
  SELECT d.customer_id, d.quarter, sum(d.sales_cents) AS cents
  FROM d JOIN reaching USING (customer_id)
  GROUP BY d.customer_id, d.quarter
),
grid AS (
  SELECT customer_id, first_quarter, unnest(generate_series(first_quarter, ${lastQuarter})) AS quarter FROM reaching
),
ends AS (
  SELECT g.customer_id, g.quarter, g.quarter - g.first_quarter AS age,
    sum(coalesce(s.cents, 0)) OVER (
      PARTITION BY g.customer_id ORDER BY g.quarter ROWS ${full} PRECEDING
    ) AS year_cents
  FROM grid g
  LEFT JOIN sold s ON s.customer_id = g.customer_id AND s.quarter = g.quarter
),
sides AS (
  SELECT *, CASE
      WHEN year_cents > ${lineCents} * (1 + ${hysteresisRatio}) THEN 1
      WHEN year_cents < ${lineCents} * (1 - ${hysteresisRatio}) THEN -1
      ELSE 0 END AS side
  FROM ends
  WHERE age >= ${full}
),
pairs AS (
  SELECT *, lag(side) OVER (PARTITION BY customer_id ORDER BY quarter) AS side_before FROM sides
),
folded AS (
  SELECT customer_id,
    max(year_cents) FILTER (age = ${full}) >= ${lineCents} AS was_large,
    arg_max(side, quarter) FILTER (side <> 0 AND side = side_before) AS last_side
  FROM pairs
  GROUP BY customer_id
)
SELECT s.customer_id,
  CASE
    WHEN s.unconverted_last12 > 0 THEN 'sizeUnclear'
    WHEN coalesce(f.last_side = 1, f.was_large, s.sales_last12_cents >= ${lineCents}) THEN 'large'
    ELSE 'small'
  END AS size_class
FROM ${sales} s
LEFT JOIN folded f ON f.customer_id = s.customer_id`;
}
