import { activityTypes, entryChannels } from "../../facts/events/contract.ts";
import { activityCodes } from "../activity-codes-sql.ts";
import { monthsBefore } from "../period.ts";
import type { MeasureSettings } from "../settings-contract.ts";
import { date, number, text } from "../sql-text.ts";
import { smallOrderReason } from "./labels.ts";
import type { TriangleSettings } from "./triangle-settings.ts";

/** What a contact is besides an order. */
export const contactKinds = ["case", ...activityTypes] as const;
export type ContactKind = (typeof contactKinds)[number];

/** A case type as one number, so that ten million contacts are grouped without texts. */
const typeId = (reason: string, field: string, channel: string) =>
  `(${reason} * 1000000 + ${field}) * 10 + ${channel}`;
/** Number of the reason of small orders; 0 stands for no reason. */
export const smallOrderId = 1;
export const reasonOfType = "type_id // 10000000";
export const fieldOfType = "type_id // 10 % 1000000";
export const channelOfType = "type_id % 10";

const channelNumber = (channel: string) =>
  `CASE ${channel} ${entryChannels.map((code, index) => `WHEN ${text(code)} THEN ${index + 1}`).join(" ")} ELSE 0 END`;

/** Channels as numbered in `type_id`. */
export const channelValues = entryChannels.map((code, index) => `(${index + 1}, ${text(code)})`).join(", ");

const window = (column: string, { asOf }: Pick<MeasureSettings, "asOf">) =>
  `${column} > ${date(monthsBefore(asOf, 12))} AND ${column} <= ${date(asOf)}`;

/** Contacts besides orders; `is_demand` is false for those that we began. An activity without a reason has its type. */
function contactsSql(settings: Pick<MeasureSettings, "asOf">): string {
  return `SELECT customer_id, 'case' AS kind, reason, need_field, channel, minutes, coalesce(transfers, 0) AS transfers,
    coalesce(reopenings, 0) AS reopenings, true AS is_demand
  FROM service_case_current WHERE ${window("case_date", settings)}
  UNION ALL
  SELECT customer_id, coalesce(activity_type, 'other'), coalesce(reason, activity_type), need_field,
    coalesce(channel, CASE activity_type WHEN 'visit' THEN 'field' WHEN 'call' THEN 'phone' WHEN 'mail' THEN 'mail' END),
    minutes, 0, 0, initiated_by IS DISTINCT FROM 'us'
  FROM activity_current WHERE ${window("activity_date", settings)}`;
}

/** The distinct reasons with their number of contacts. */
export function reasonsSql(settings: Pick<MeasureSettings, "asOf">): string {
  return `SELECT reason, CAST(count(*) AS BIGINT) AS contacts FROM (${contactsSql(settings)})
WHERE reason IS NOT NULL GROUP BY reason ORDER BY contacts DESC, reason`;
}

/**
 * `m_contact_reason` (reason, reason_id, demand) and `m_contact_field` (field_id, field): what the numbers in `type_id` mean;
 * `m_contact_field_key` (field_key, field_id, field): the spellings of a field.
 * The first reason is that of small orders.
 */
export function dictionariesSql(settings: Pick<MeasureSettings, "asOf">): string[] {
  return [
    "CREATE OR REPLACE TABLE m_contact_reason (reason VARCHAR, reason_id BIGINT, reason_key VARCHAR, demand VARCHAR)",
    `INSERT INTO m_contact_reason VALUES (NULL, ${smallOrderId}, ${text(smallOrderReason)}, 'value')`,
    // Contacts name the product group, purchases are known by the name of the field already.
    `CREATE OR REPLACE TABLE m_contact_field_key AS
SELECT k.field_key, dense_rank() OVER (ORDER BY coalesce(n.field, k.field_key)) AS field_id,
  coalesce(n.field, k.field_key) AS field
FROM (
  SELECT DISTINCT need_field AS field_key FROM (${contactsSql(settings)}) WHERE need_field IS NOT NULL
  UNION SELECT DISTINCT field FROM m_need_field WHERE field IS NOT NULL
) k
LEFT JOIN m_field_name n ON n.product_group = k.field_key`,
    "CREATE OR REPLACE TABLE m_contact_field AS SELECT DISTINCT field_id, field FROM m_contact_field_key",
  ];
}

/**
 * `m_contact_rate`: what a contact of each kind takes, from the cost to serve: cents per 1/1000 minute, minutes where none are
 * logged, avoidable share. A kind that no cost activity prices is left out and costs nothing.
 */
export function contactRatesSql(activities: TriangleSettings["activities"]): string {
  const pairs = contactKinds.flatMap((kind) =>
    activities
      .filter(({ event, when }) =>
        kind === "case"
          ? event === "case"
          : event === "activity" && (when?.activityType === undefined || when.activityType === kind),
      )
      .slice(0, 1)
      .map(({ code }) => `(${text(kind)}, ${text(code)})`),
  );
  const kinds =
    pairs.length === 0 ? "SELECT NULL AS kind, NULL AS activity WHERE false" : `VALUES ${pairs.join(", ")}`;
  return `CREATE OR REPLACE TABLE m_contact_rate AS
SELECT k.kind,
  coalesce(sum(e.cost_cents) / nullif(sum(e.minutes_milli), 0), 0)::DOUBLE AS cents_per_milli,
  coalesce(sum(e.minutes_milli) / nullif(sum(e.events), 0), 0)::DOUBLE AS mean_milli,
  coalesce(sum(e.avoidable_cents) / nullif(sum(e.cost_cents), 0), 0)::DOUBLE AS avoidable_ratio
FROM (${kinds}) k(kind, activity) JOIN m_effort e ON e.activity = k.activity
GROUP BY k.kind`;
}

/**
 * `m_order_cost`: what the orders of a customer cost in entry, logistics and invoice, and the channel of most of them. One row
 * per customer with orders.
 */
export function orderCostSql(activities: TriangleSettings["activities"]): string {
  const parts = {
    entry: activityCodes(activities, "order"),
    logistics: activityCodes(activities, "delivery", "freight"),
    invoice: activityCodes(activities, "invoice"),
  };
  const isEntry = `activity IN (${parts.entry})`;
  const sum = (column: string, codes: string) =>
    `CAST(coalesce(sum(${column}) FILTER (activity IN (${codes})), 0) AS BIGINT)`;
  const columns = Object.entries(parts).flatMap(([name, codes]) => [
    `${sum("cost_cents", codes)} AS ${name}_full_cents`,
    `${sum("avoidable_cents", codes)} AS ${name}_avoidable_cents`,
  ]);
  return `CREATE OR REPLACE TABLE m_order_cost AS
SELECT customer_id,
  CAST(sum(events) FILTER (${isEntry}) AS BIGINT) AS orders,
  CAST(sum(cost_cents) AS BIGINT) AS full_cents,
  CAST(sum(avoidable_cents) AS BIGINT) AS avoidable_cents,
  ${columns.join(",\n  ")},
  arg_max(channel, events) FILTER (${isEntry}) AS channel
FROM m_effort
WHERE activity IN (${activityCodes(activities, "order", "delivery", "invoice", "freight")}) AND customer_id IS NOT NULL
GROUP BY customer_id
HAVING sum(events) FILTER (${isEntry}) > 0`;
}

const mills = (cents: string) => `CAST(round(1000 * (${cents})) AS BIGINT)`;

/**
 * `t_contact` – one narrow row per contact of the last 12 months that is no order: customer_id (NULL: nobody known), type_id, kind,
 * is_demand, demand, transfers, reopenings, milli (1/1000 minute, logged or usual), cost_mills (1/1000 cent). Reasons and fields
 * are looked up once, here.
 */
export function contactEventsSql(settings: Pick<MeasureSettings, "asOf">): string {
  return `CREATE OR REPLACE TEMP TABLE t_contact AS
WITH e AS (
  SELECT e.customer_id, ${typeId("coalesce(r.reason_id, 0)", "coalesce(f.field_id, 0)", channelNumber("e.channel"))} AS type_id,
    e.kind, e.is_demand, r.demand, e.transfers, e.reopenings,
    CASE WHEN e.minutes >= 0 THEN CAST(round(1000 * e.minutes) AS BIGINT) ELSE CAST(round(k.mean_milli) AS BIGINT) END AS milli,
    k.cents_per_milli
  FROM (${contactsSql(settings)}) e
  LEFT JOIN m_contact_reason r ON r.reason = e.reason
  LEFT JOIN m_contact_field_key f ON f.field_key = e.need_field
  LEFT JOIN m_contact_rate k ON k.kind = e.kind
)
SELECT * EXCLUDE (milli, cents_per_milli), coalesce(milli, 0) AS milli,
  coalesce(${mills("milli * cents_per_milli")}, 0) AS cost_mills
FROM e`;
}

/**
 * `t_small_order` – orders below the value border, one row per customer who has any: they form case types of their own, by the
 * customer's strongest need field and usual channel. customer_id, type_id, orders, cost_mills, avoidable_mills.
 */
export function smallOrdersSql(
  settings: Pick<MeasureSettings, "asOf">,
  { valuePerContactCents }: Pick<TriangleSettings, "valuePerContactCents">,
): string {
  const share = "least(s.orders / c.orders, 1)";
  return `CREATE OR REPLACE TEMP TABLE t_small_order AS
WITH s AS (
  SELECT customer_id, count(*) AS orders
  FROM m_document
  WHERE is_order AND customer_id IS NOT NULL AND product_cents < ${number(valuePerContactCents)}
    AND ${window("document_date", settings)}
  GROUP BY customer_id
),
t AS (
  SELECT n.customer_id, arg_max(f.field_id, n.sales_cents) AS field_id
  FROM m_need_field n JOIN m_contact_field_key f ON f.field_key = n.field
  GROUP BY n.customer_id
)
SELECT s.customer_id, ${typeId(String(smallOrderId), "coalesce(t.field_id, 0)", channelNumber("c.channel"))} AS type_id, s.orders,
  coalesce(${mills(`${share} * c.full_cents`)}, 0) AS cost_mills,
  coalesce(${mills(`${share} * c.avoidable_cents`)}, 0) AS avoidable_mills
FROM s
LEFT JOIN m_order_cost c ON c.customer_id = s.customer_id
LEFT JOIN t ON t.customer_id = s.customer_id`;
}

/** `m_contact` – one row per customer and case type: customer_id, type_id, contacts, cost_mills. */
export function contactSql(): string {
  return `CREATE OR REPLACE TABLE m_contact AS
SELECT customer_id, CAST(type_id AS BIGINT) AS type_id, count(*) AS contacts, CAST(sum(cost_mills) AS BIGINT) AS cost_mills
FROM t_contact WHERE customer_id IS NOT NULL
GROUP BY customer_id, type_id
UNION ALL
SELECT customer_id, CAST(type_id AS BIGINT), orders, cost_mills FROM t_small_order`;
}
