import type { MeasureSettings } from "../settings-contract.ts";
import { number } from "../sql-text.ts";
import {
  channelOfType,
  channelValues,
  contactEventsSql,
  contactRatesSql,
  contactSql,
  dictionariesSql,
  fieldOfType,
  orderCostSql,
  reasonOfType,
  smallOrdersSql,
} from "./contact-sql.ts";
import { type TriangleBorders, triangleSettings } from "./triangle-settings.ts";

/** Every statement of the step; between the dictionaries and the contacts the reasons are numbered by their rules. */
export function triangleMeasureSql(settings: MeasureSettings): string[] {
  const own = triangleSettings(settings.values);
  return [
    contactRatesSql(own.activities),
    orderCostSql(own.activities),
    ...dictionariesSql(settings),
    contactEventsSql(settings),
    smallOrdersSql(settings, own),
    contactSql(),
    caseTypeKeySql(),
    triangleSql(own),
    demandSql(),
    caseTypeSql(),
  ];
}

/** Condition on `m_triangle`: customers whose contacts form the case types; those whose value is unknown stay in. */
export const isSmallValueSql = "low_value IS NOT FALSE";

/** Text of a case type: what the customer list of a case type is asked for by. */
const codeOf = (reason: string, field: string, channel: string) =>
  `concat_ws('|', coalesce(${reason}, ''), coalesce(${field}, ''), coalesce(${channel}, ''))`;

/**
 * Creates `m_case_type_key` (type_id, code, reason, need_field, channel): the words of each case type that occurs.
 */
export function caseTypeKeySql(): string {
  return `CREATE OR REPLACE TABLE m_case_type_key AS
WITH t AS (SELECT DISTINCT type_id FROM t_contact UNION SELECT DISTINCT type_id FROM t_small_order),
r AS (SELECT DISTINCT reason_id, reason_key FROM m_contact_reason),
h(channel_id, channel) AS (VALUES ${channelValues})
SELECT t.type_id, r.reason_key AS reason, f.field AS need_field, h.channel,
  ${codeOf("r.reason_key", "f.field", "h.channel")} AS code
FROM t
LEFT JOIN r ON r.reason_id = ${reasonOfType}
LEFT JOIN m_contact_field f ON f.field_id = ${fieldOfType}
LEFT JOIN h ON h.channel_id = ${channelOfType}`;
}

/** Contacts that are no orders; one row. */
export function contactsCountSql(): string {
  return "SELECT count(*) AS contacts FROM t_contact";
}

/** Creates `m_triangle`; see contract.ts. Each corner is true, false, or NULL where it cannot be judged. */
export function triangleSql(borders: TriangleBorders): string {
  const above = (cost: string) =>
    `CASE WHEN NOT cost_is_unclear THEN ${cost} > ${number(borders.effortRatio)} * contribution_cents END`;
  const inside = (effort: string) => `is_pattern AND low_value AND varied_need AND ${effort}`;
  return `CREATE OR REPLACE TABLE m_triangle AS
WITH contact AS (
  SELECT customer_id, count(*) FILTER (is_demand) + sum(reopenings) AS demands
  FROM t_contact WHERE customer_id IS NOT NULL GROUP BY customer_id
),
j AS (
  SELECT c.customer_id, k.contribution_avoidable_cents,
    coalesce(o.orders_last12, 0) AS orders,
    coalesce(o.orders_last12, 0) + coalesce(contact.demands, 0) AS contacts,
    CASE WHEN s.customer_id IS NULL THEN 0 ELSE s.sales_last12_cents END AS sales_cents,
    CASE WHEN s.customer_id IS NULL THEN 0 ELSE s.contribution1_last12_cents END AS contribution_cents,
    n.need_variety, k.cost_full_cents, k.cost_low_cents, k.cost_high_cents,
    coalesce(k.cost_is_unclear, true) AS cost_is_unclear
  FROM m_customer c
  LEFT JOIN m_sales s ON s.customer_id = c.customer_id
  LEFT JOIN m_orders o ON o.customer_id = c.customer_id
  LEFT JOIN m_need n ON n.customer_id = c.customer_id
  LEFT JOIN m_cost_to_serve k ON k.customer_id = c.customer_id
  LEFT JOIN contact ON contact.customer_id = c.customer_id
),
corner AS (
  SELECT *,
    orders >= ${number(borders.leastOrders)} AS is_pattern,
    contacts > 0 AND sales_cents < ${number(borders.valuePerContactCents)} * contacts AS low_value,
    -- Nobody who has not been in touch for a year has a need, whatever else is unknown.
    CASE WHEN contacts = 0 THEN false ELSE need_variety >= ${number(borders.needVariety)} END AS varied_need,
    ${above("cost_full_cents")} AS high_effort,
    ${above("cost_low_cents")} AS surely_high,
    ${above("cost_high_cents")} AS possibly_high
  FROM j
),
costliest AS (
  SELECT m.customer_id, arg_max(m.type_id, m.cost_mills) AS type_id
  FROM m_contact m SEMI JOIN (SELECT customer_id FROM corner WHERE ${inside("high_effort")}) i ON i.customer_id = m.customer_id
  GROUP BY m.customer_id
)
SELECT corner.customer_id,
  ${inside("high_effort")} AS in_triangle,
  ${inside("surely_high")} AS is_certain,
  ${inside("possibly_high")} AS is_possible,
  low_value, varied_need, high_effort,
  t.code AS case_type,
  CASE WHEN contacts > 0 THEN CAST(round(sales_cents / contacts) AS BIGINT) END AS value_per_contact_cents,
  need_variety AS triangle_variety,
  CASE WHEN contribution_cents > 0 AND NOT cost_is_unclear
    THEN round(cost_full_cents / contribution_cents, 6) END AS effort_ratio,
  CAST(contacts AS INTEGER) AS contacts,
  contribution_avoidable_cents AS avoidable_contribution_cents
FROM corner
LEFT JOIN costliest ON costliest.customer_id = corner.customer_id
LEFT JOIN m_case_type_key t ON t.type_id = costliest.type_id`;
}

/**
 * Creates `m_demand`, one row per reason over all contacts that are no orders: reason, contacts, demands, failures, values,
 * failure_cents.
 */
export function demandSql(): string {
  return `CREATE OR REPLACE TABLE m_demand AS
WITH g AS (
  SELECT ${reasonOfType} AS reason_id, count(*) AS contacts,
    count(*) FILTER (is_demand) + sum(reopenings) AS demands,
    count(*) FILTER (is_demand AND demand = 'failure') + sum(reopenings) AS failures,
    count(*) FILTER (is_demand AND demand = 'value') AS "values",
    sum(cost_mills) AS cost_mills
  FROM t_contact
  GROUP BY ${reasonOfType}
)
SELECT r.reason_key AS reason, g.contacts, CAST(g.demands AS BIGINT) AS demands, CAST(g.failures AS BIGINT) AS failures,
  g."values", CAST(coalesce(round(g.cost_mills / 1000 * g.failures / nullif(g.demands, 0)), 0) AS BIGINT) AS failure_cents
FROM g LEFT JOIN (SELECT DISTINCT reason_id, reason_key FROM m_contact_reason) r ON r.reason_id = g.reason_id`;
}

/**
 * Creates `m_case_type`: one row per reason × need field × channel over the customers of small value per contact, in the triangle
 * or not: there the means apply. The columns are those of `CaseTypeFacts`.
 */
export function caseTypeSql(): string {
  const mean = (column: string) =>
    `sum(t.${column} * m.contacts) / nullif(sum(m.contacts) FILTER (t.${column} IS NOT NULL), 0) AS ${column}`;
  return `CREATE OR REPLACE TABLE m_case_type AS
WITH small_value AS (SELECT customer_id FROM m_triangle WHERE ${isSmallValueSql}),
by_kind AS (
  SELECT type_id, kind, count(*) AS contacts,
    count(*) FILTER (is_demand) + sum(reopenings) AS demands,
    count(*) FILTER (is_demand AND demand = 'failure') + sum(reopenings) AS failures,
    count(*) FILTER (is_demand AND demand = 'value') AS "values",
    sum(milli) AS milli, sum(cost_mills) AS cost_mills, sum(transfers) AS transfers, sum(reopenings) AS reopenings
  FROM t_contact e SEMI JOIN small_value v ON v.customer_id = e.customer_id
  GROUP BY type_id, kind
),
g AS (
  SELECT b.type_id, sum(contacts) AS contacts, sum(failures) AS failure_contacts, sum("values") AS value_contacts,
    sum(demands) - sum(failures) - sum("values") AS unknown_contacts, 0 AS orders,
    coalesce(sum(contacts) FILTER (b.kind = 'visit'), 0) AS visits,
    coalesce(sum(contacts) FILTER (b.kind = 'expert'), 0) AS expert_contacts,
    sum(milli) / 1000 AS minutes, sum(cost_mills) / 1000 AS cost_cents,
    sum(cost_mills * coalesce(k.avoidable_ratio, 0)) / 1000 AS avoidable_cents,
    coalesce(sum(cost_mills * k.avoidable_ratio) FILTER (b.kind = 'visit'), 0) / 1000 AS visit_avoidable_cents,
    coalesce(sum(cost_mills * k.avoidable_ratio) FILTER (b.kind = 'expert'), 0) / 1000 AS expert_avoidable_cents,
    sum(transfers) AS transfers, sum(reopenings) AS reopenings
  FROM by_kind b LEFT JOIN m_contact_rate k ON k.kind = b.kind
  GROUP BY b.type_id
  UNION ALL
  SELECT type_id, sum(orders), 0, sum(orders), 0, sum(orders), 0, 0, 0, sum(cost_mills) / 1000,
    sum(avoidable_mills) / 1000, 0, 0, 0, 0
  FROM t_small_order o SEMI JOIN small_value v ON v.customer_id = o.customer_id
  GROUP BY type_id
),
c AS (
  SELECT m.type_id, count(*) AS customers, count(*) FILTER (t.in_triangle) AS triangle_customers,
    ${mean("value_per_contact_cents")}, ${mean("triangle_variety")}, ${mean("effort_ratio")},
    sum(t.avoidable_contribution_cents) FILTER (t.in_triangle) AS triangle_contribution_cents
  FROM m_contact m JOIN m_triangle t ON t.customer_id = m.customer_id AND t.${isSmallValueSql}
  GROUP BY m.type_id
),
h AS (
  SELECT g.*, coalesce(c.customers, 0) AS customers, coalesce(c.triangle_customers, 0) AS triangle_customers,
    c.value_per_contact_cents, c.triangle_variety AS need_variety, c.effort_ratio, c.triangle_contribution_cents
  FROM g LEFT JOIN c ON c.type_id = g.type_id
)
SELECT k.code, k.reason, k.need_field, k.channel,
  ${counts.map((column) => `CAST(h.${column} AS BIGINT) AS ${column}`).join(", ")},
  ${cents.map((column) => `CAST(round(h.${column}) AS BIGINT) AS ${column}`).join(", ")},
  ${doubles.map((column) => `CAST(h.${column} AS DOUBLE) AS ${column}`).join(", ")}
FROM h JOIN m_case_type_key k ON k.type_id = h.type_id`;
}

const counts = [
  "customers",
  "triangle_customers",
  "contacts",
  "failure_contacts",
  "value_contacts",
  "unknown_contacts",
  "orders",
  "visits",
  "expert_contacts",
  "transfers",
  "reopenings",
];
const cents = [
  "cost_cents",
  "avoidable_cents",
  "visit_avoidable_cents",
  "expert_avoidable_cents",
  "triangle_contribution_cents",
];
const doubles = ["minutes", "value_per_contact_cents", "need_variety", "effort_ratio"];
