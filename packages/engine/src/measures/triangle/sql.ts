import type { MeasureSettings } from "../settings-contract.ts";
import { number, text } from "../sql-text.ts";
import {
  channelOfType,
  channelValues,
  contactRatesSql,
  contactSql,
  dictionariesSql,
  fieldOfType,
  orderCostSql,
  reasonOfType,
} from "./contact-sql.ts";
import { smallOrderReason } from "./labels.ts";
import { type TriangleBorders, triangleSettings } from "./triangle-settings.ts";

/** Every statement of the step; between the dictionaries and the contacts the reasons are numbered by their rules. */
export function triangleMeasureSql(settings: MeasureSettings): string[] {
  const own = triangleSettings(settings.values);
  return [
    contactRatesSql(own.activities),
    orderCostSql(own.activities),
    ...dictionariesSql(settings),
    contactSql(settings, own),
    caseTypeKeySql(),
    triangleSql(own),
    caseTypeSql(),
  ];
}

/** Number of the reason of small orders in `type_id`. */
const smallOrderId = 1;

/** Text of a case type: what the customer list of a case type is asked for by. */
const codeOf = (reason: string, field: string, channel: string) =>
  `concat_ws('|', coalesce(${reason}, ''), coalesce(${field}, ''), coalesce(${channel}, ''))`;

/**
 * Creates `m_case_type_key` (type_id, code, reason, need_field, channel): the words of each case type that occurs.
 */
export function caseTypeKeySql(): string {
  return `CREATE OR REPLACE TABLE m_case_type_key AS
WITH t AS (SELECT DISTINCT type_id FROM m_contact),
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
  return `SELECT CAST(coalesce(sum(contacts), 0) AS BIGINT) AS contacts FROM m_contact WHERE ${reasonOfType} <> ${smallOrderId}`;
}

/** Creates `m_triangle`; see contract.ts. Each corner is true, false, or NULL where it cannot be judged. */
export function triangleSql(borders: TriangleBorders): string {
  const above = (cost: string) =>
    `CASE WHEN NOT cost_is_unclear THEN ${cost} > ${number(borders.effortRatio)} * contribution_cents END`;
  const inside = (effort: string) => `is_pattern AND low_value AND varied_need AND ${effort}`;
  return `CREATE OR REPLACE TABLE m_triangle AS
WITH contact AS (
  SELECT customer_id,
    sum(demands) FILTER (${reasonOfType} <> ${smallOrderId}) AS demands,
    arg_max(type_id, cost_mills) AS type_id
  FROM m_contact WHERE customer_id IS NOT NULL GROUP BY customer_id
),
j AS (
  SELECT c.customer_id, contact.type_id,
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
)
SELECT corner.customer_id,
  ${inside("high_effort")} AS in_triangle,
  ${inside("surely_high")} AS is_certain,
  ${inside("possibly_high")} AS is_possible,
  low_value, varied_need, high_effort,
  CASE WHEN ${inside("high_effort")} THEN t.code END AS case_type,
  CASE WHEN contacts > 0 THEN CAST(round(sales_cents / contacts) AS BIGINT) END AS value_per_contact_cents,
  need_variety AS triangle_variety,
  CASE WHEN contribution_cents > 0 AND NOT cost_is_unclear
    THEN round(cost_full_cents / contribution_cents, 6) END AS effort_ratio,
  CAST(contacts AS INTEGER) AS contacts
FROM corner LEFT JOIN m_case_type_key t ON t.type_id = corner.type_id`;
}

/** Creates `m_case_type`: one row per reason × need field × channel; the columns are those of `CaseTypeFacts`. */
export function caseTypeSql(): string {
  const mean = (column: string) =>
    `sum(t.${column} * m.contacts) / nullif(sum(m.contacts) FILTER (t.${column} IS NOT NULL), 0)`;
  return `CREATE OR REPLACE TABLE m_case_type AS
WITH g AS (
  SELECT m.type_id,
    count(m.customer_id) AS customers,
    count(*) FILTER (t.in_triangle) AS triangle_customers,
    sum(m.contacts) AS contacts, sum(m.failures) AS failure_contacts, sum(m."values") AS value_contacts,
    sum(m.demands) - sum(m.failures) - sum(m."values") AS unknown_contacts,
    sum(m.orders) AS orders, sum(m.visits) AS visits, sum(m.experts) AS expert_contacts,
    sum(m.minutes_milli) / 1000 AS minutes,
    sum(m.cost_mills) / 1000 AS cost_cents, sum(m.avoidable_mills) / 1000 AS avoidable_cents,
    sum(m.visit_mills) / 1000 AS visit_avoidable_cents, sum(m.expert_mills) / 1000 AS expert_avoidable_cents,
    sum(m.transfers) AS transfers, sum(m.reopenings) AS reopenings,
    ${mean("value_per_contact_cents")} AS value_per_contact_cents,
    ${mean("triangle_variety")} AS need_variety,
    ${mean("effort_ratio")} AS effort_ratio,
    sum(k.contribution_avoidable_cents) FILTER (t.in_triangle) AS triangle_contribution_cents
  FROM m_contact m
  LEFT JOIN m_triangle t ON t.customer_id = m.customer_id
  LEFT JOIN m_cost_to_serve k ON k.customer_id = m.customer_id
  GROUP BY m.type_id
)
SELECT k.code, k.reason, k.need_field, k.channel,
  ${counts.map((column) => `CAST(g.${column} AS BIGINT) AS ${column}`).join(", ")},
  ${cents.map((column) => `CAST(round(g.${column}) AS BIGINT) AS ${column}`).join(", ")},
  ${doubles.map((column) => `CAST(g.${column} AS DOUBLE) AS ${column}`).join(", ")}
FROM g JOIN m_case_type_key k ON k.type_id = g.type_id`;
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

/** Condition on `m_case_type` and `m_contact` for contacts that are no orders. */
export const isTalkSql = `reason IS DISTINCT FROM ${text(smallOrderReason)}`;
