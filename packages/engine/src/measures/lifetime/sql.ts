import type { CostActivity } from "../cost-to-serve/model-contract.ts";
import { monthsBefore } from "../period.ts";
import type { MeasureSettings } from "../settings-contract.ts";
import { date, texts } from "../sql-text.ts";

/** Empty table for what `discountedOrders` makes of each distinct history; the pipeline appends the rows. */
export function lifetimeOrdersTableSql(): string {
  return `CREATE OR REPLACE TEMP TABLE t_lifetime_orders (frequency INTEGER, recency INTEGER, age INTEGER,
  orders DOUBLE, orders_low DOUBLE, orders_high DOUBLE, active_years DOUBLE)`;
}

/** Events whose cost comes with each order; all others are upkeep. */
const orderEvents: readonly CostActivity["event"][] = [
  "order",
  "delivery",
  "invoice",
  "freight",
  "return",
  "returnCost",
];

/** Creates `m_lifetime`; see contract.ts. Reads `t_lifetime_orders`, `m_history`, `m_expectation`, `m_sales`, `m_renewal` and the effort. */
export function lifetimeSql({ asOf, values }: MeasureSettings): string[] {
  const activities = values["costToServe.activities"] as readonly CostActivity[];
  const codes = activities.filter(({ event }) => orderEvents.includes(event)).map(({ code }) => code);
  const isOrder = codes.length === 0 ? "false" : `activity IN (${texts(codes)})`;
  const from = monthsBefore(asOf, 12);
  // What running contracts explain of the last 12 months' sales is expected from them, and only the rest from purchases.
  const explained =
    values["contracts.areInvoiced"] === false
      ? "0"
      : `CASE WHEN r.customer_id IS NULL THEN 0
        WHEN s.sales_last12_cents > 0 THEN least(1, r.contract_income_last12_cents / s.sales_last12_cents) ELSE 1 END`;
  return [
    `CREATE OR REPLACE TABLE m_lifetime AS
WITH e AS (
  SELECT customer_id,
    coalesce(sum(avoidable_cents) FILTER (${isOrder}), 0) AS order_cents,
    coalesce(sum(avoidable_cents) FILTER (NOT (${isOrder})), 0) AS upkeep_cents
  FROM m_effort WHERE customer_id IS NOT NULL GROUP BY customer_id
),
d AS (
  SELECT customer_id, count(*) AS days FROM m_purchase_day
  WHERE purchase_date > ${date(from)} AND purchase_date <= ${date(asOf)} GROUP BY customer_id
),
base AS (
  SELECT (SELECT sum(contribution1_last12_cents) / nullif(sum(sales_last12_cents), 0) FROM m_sales
      WHERE contribution1_last12_cents IS NOT NULL AND sales_last12_cents > 0) AS margin,
    (SELECT sum(e.order_cents) / nullif(sum(d.days), 0) FROM d JOIN e ON e.customer_id = d.customer_id) AS order_cents
),
r AS (SELECT * FROM m_renewal WHERE contract_income_expected_cents IS NOT NULL),
h AS (
  SELECT h.customer_id, h.gaps, h.product_cents, o.orders, o.orders_low, o.orders_high, o.active_years
  FROM m_history h
  JOIN t_lifetime_orders o ON o.frequency = h.gaps AND o.recency = h.last_purchase - h.first_purchase
    AND o.age = ${date(asOf)} - h.first_purchase
  UNION ALL
  SELECT customer_id, 0, 0, 0, 0, 0, 0 FROM r WHERE customer_id NOT IN (SELECT customer_id FROM m_history)
),
x AS (
  SELECT h.customer_id, h.orders, h.orders_low, h.orders_high,
    CASE WHEN s.sales_last12_cents > 0 THEN s.contribution1_last12_cents / s.sales_last12_cents
      ELSE base.margin END AS margin,
    coalesce(p.expected_sales12_cents / nullif(p.expected_orders12, 0), h.product_cents / (h.gaps + 1))
      * CASE WHEN s.sales_last12_cents > 0 THEN s.contribution1_last12_cents / s.sales_last12_cents
          ELSE base.margin END AS contribution_cents,
    coalesce(e.order_cents / d.days, base.order_cents, 0) AS order_cents,
    ${explained} AS explained,
    coalesce(r.contract_income_expected_cents, 0) AS contracts,
    coalesce(r.contract_income_expected_low_cents, 0) AS contracts_low,
    coalesce(r.contract_income_expected_high_cents, 0) AS contracts_high,
    coalesce(r.contract_years, 0) AS contract_years,
    greatest(h.active_years, coalesce(r.contract_years, 0)) AS active_years,
    coalesce(e.order_cents, 0) AS order_year_cents,
    coalesce(e.upkeep_cents, 0) AS upkeep_cents,
    CASE WHEN c.cost_full_cents > 0 THEN c.cost_low_cents / c.cost_full_cents ELSE 1 END AS low,
    CASE WHEN c.cost_full_cents > 0 THEN c.cost_high_cents / c.cost_full_cents ELSE 1 END AS high
  FROM h
  CROSS JOIN base
  LEFT JOIN r ON r.customer_id = h.customer_id
  LEFT JOIN m_expectation p ON p.customer_id = h.customer_id
  LEFT JOIN m_sales s ON s.customer_id = h.customer_id
  LEFT JOIN m_cost_to_serve c ON c.customer_id = h.customer_id
  LEFT JOIN e ON e.customer_id = h.customer_id
  LEFT JOIN d ON d.customer_id = h.customer_id
),
n AS (
  SELECT *, ${netSql("orders", "contracts", "1")} AS net,
    least(${ends("high")}) AS net_low,
    greatest(${ends("low")}) AS net_high
  FROM x
)
SELECT customer_id,
  CAST(round(net) AS BIGINT) AS lifetime_net_cents,
  CAST(round(CASE WHEN net IS NOT NULL THEN least(net, net_low) END) AS BIGINT) AS lifetime_net_low_cents,
  CAST(round(CASE WHEN net IS NOT NULL THEN greatest(net, net_high) END) AS BIGINT) AS lifetime_net_high_cents,
  round(orders, 4) AS lifetime_orders,
  round(active_years, 4) AS lifetime_active_years,
  CAST(round(contribution_cents) AS BIGINT) AS contribution_per_order_cents,
  CAST(round(order_cents) AS BIGINT) AS cost_per_order_cents,
  CAST(upkeep_cents AS BIGINT) AS upkeep_cents,
  round(explained, 6) AS contract_ratio,
  round(contract_years, 4) AS lifetime_contract_years,
  CAST(round(contracts * margin) AS BIGINT) AS contract_contribution_cents,
  CAST(round(contract_years * explained * order_year_cents) AS BIGINT) AS contract_cost_cents
FROM n`,
    "DROP TABLE IF EXISTS t_lifetime_orders",
  ];
}

/** Over x; without contracts the first and the last term alone. Orders that contracts explain cost what they cost today. */
const netSql = (orders: string, contracts: string, cost: string) =>
  `(1 - explained) * ${orders} * (contribution_cents - order_cents * ${cost})
      + ${contracts} * margin - contract_years * explained * order_year_cents * ${cost}
      - active_years * upkeep_cents * ${cost}`;

/** Every combination of the ends of both parts. */
const ends = (cost: string) =>
  ["orders_low", "orders_high"]
    .flatMap((orders) => ["contracts_low", "contracts_high"].map((part) => netSql(orders, part, cost)))
    .join(",\n      ");

/** The parts of one customer's value; the question mark is the customer id. */
export function customerLifetimeSql(): string {
  return `SELECT lifetime_net_cents AS "netCents", lifetime_net_low_cents AS "lowCents",
  lifetime_net_high_cents AS "highCents", lifetime_orders AS orders, lifetime_active_years AS "activeYears",
  contribution_per_order_cents AS "contributionPerOrderCents", cost_per_order_cents AS "costPerOrderCents",
  upkeep_cents AS "upkeepCents", contract_ratio AS "contractRatio", lifetime_contract_years AS "contractYears",
  contract_contribution_cents AS "contractContributionCents", contract_cost_cents AS "contractCostCents"
FROM m_lifetime WHERE customer_id = ? AND lifetime_net_cents IS NOT NULL`;
}
