import { monthsBefore } from "../period.ts";
import { isSaleDocumentSql } from "../sale-rules.ts";
import type { MeasureSettings } from "../settings-contract.ts";
import { date, number, text, texts } from "../sql-text.ts";
import { firmSql } from "./firm-sql.ts";
import { gapSql } from "./gap-sql.ts";
import { type NeedSettings, needSettings } from "./need-settings.ts";
import { peerSql } from "./peer-sql.ts";

/** Creates `m_firm`, `m_field_name`, `m_need_field`, `m_peer`, `m_need_gap` and `m_need_profile`; see contract.ts. */
export function needSql(settings: MeasureSettings): string[] {
  const need = needSettings(settings);
  return [
    firmSql(),
    fieldNameSql(need),
    fieldSql(settings),
    topicSql(settings, need),
    peerSql(need.leastPeers),
    ...gapSql(need),
    profileSql(settings, need),
  ];
}

/**
 * `m_field_name` (product_group, field): the field of a product group by parameter, else what the products call the group.
 * Groups without either are their own field.
 */
function fieldNameSql({ fieldByGroup }: NeedSettings): string {
  const rows = Object.entries(fieldByGroup).map(([group, field]) => `(${text(group)}, ${text(field)})`);
  const values = rows.length === 0 ? "(NULL, NULL)" : rows.join(", ");
  return `CREATE OR REPLACE TABLE m_field_name AS
WITH chosen AS (
  SELECT CAST(product_group AS VARCHAR) AS product_group, CAST(field AS VARCHAR) AS field
  FROM (VALUES ${values}) v(product_group, field) WHERE product_group IS NOT NULL
)
SELECT product_group, field FROM chosen
UNION ALL
SELECT p.product_group, min(p.product_group_name)
FROM product_current p ANTI JOIN chosen c ON c.product_group = p.product_group
WHERE p.product_group IS NOT NULL AND p.product_group_name IS NOT NULL
GROUP BY p.product_group`;
}

/** The one pass over the lines: customer × product group, then fields with positive sales. */
function fieldSql({ asOf }: MeasureSettings): string {
  return `CREATE OR REPLACE TABLE m_need_field AS
WITH g AS (
  SELECT l.customer_id, coalesce(l.product_group, p.product_group) AS product_group, sum(l.value_cents) AS cents
  FROM sale_line_current l
  CROSS JOIN m_total t
  LEFT JOIN product_current p ON p.product_code = l.product_code
  WHERE l.customer_id IS NOT NULL AND l.line_kind = 'product'
    AND l.document_date > ${date(monthsBefore(asOf, 12))} AND l.document_date <= ${date(asOf)}
    AND ${isSaleDocumentSql("l.document_type", "t.orders_are_sales")}
  GROUP BY ALL
)
SELECT g.customer_id, coalesce(t.field, g.product_group) AS field, CAST(sum(g.cents) AS BIGINT) AS sales_cents
FROM g
LEFT JOIN m_field_name t ON t.product_group = g.product_group
WHERE g.product_group IS NOT NULL
GROUP BY ALL
HAVING sum(g.cents) > 0`;
}

/** What customers came with: contacts and cases of the window by field and reason. */
function topicSql({ asOf }: MeasureSettings, { urgentPriorities }: NeedSettings): string {
  const from = date(monthsBefore(asOf, 12));
  const isUrgent =
    urgentPriorities.length === 0
      ? "0"
      : `CAST(coalesce(lower(trim(priority)) IN (${texts(urgentPriorities)}), false) AS INTEGER)`;
  return `CREATE OR REPLACE TEMP TABLE t_topic AS
WITH talk AS (
  SELECT customer_id, need_field, reason, 0 AS is_case, 0 AS is_urgent
  FROM activity_current
  WHERE customer_id IS NOT NULL AND activity_date > ${from} AND activity_date <= ${date(asOf)}
    AND (need_field IS NOT NULL OR reason IS NOT NULL)
  UNION ALL
  SELECT customer_id, need_field, reason, 1, ${isUrgent}
  FROM service_case_current
  WHERE customer_id IS NOT NULL AND case_date > ${from} AND case_date <= ${date(asOf)}
)
SELECT customer_id, coalesce(t.field, need_field) AS field, lower(trim(reason)) AS reason, count(*) AS topics,
  sum(is_case) AS cases, sum(is_urgent) AS urgent_cases
FROM talk
LEFT JOIN m_field_name t ON t.product_group = talk.need_field
GROUP BY ALL`;
}

/**
 * Breadth is the effective number of fields exp(−Σ w ln w); the weight w of a field mixes its share of sales with its
 * share of the contacts that name a field, and is one of the two alone where the other is not known.
 */
function profileSql({ asOf }: MeasureSettings, { contactWeight }: NeedSettings): string {
  const window = `order_date > ${date(monthsBefore(asOf, 12))} AND order_date <= ${date(asOf)}`;
  const weight = number(contactWeight);
  return `CREATE OR REPLACE TABLE m_need_profile AS
WITH named AS (
  SELECT customer_id, field, CAST(sum(topics) AS BIGINT) AS topics
  FROM t_topic
  WHERE field IS NOT NULL
  GROUP BY ALL
),
w AS (
  SELECT coalesce(s.customer_id, n.customer_id) AS customer_id,
    coalesce(s.sales_cents, 0) AS cents, coalesce(n.topics, 0) AS topics
  FROM m_need_field s
  FULL JOIN named n ON n.customer_id = s.customer_id AND n.field = s.field
),
total AS (SELECT customer_id, sum(cents) AS cents, sum(topics) AS topics FROM w GROUP BY customer_id),
shared AS (
  SELECT w.customer_id, w.cents > 0 AS is_bought,
    CASE WHEN t.topics = 0 THEN w.cents / t.cents
      WHEN t.cents = 0 THEN w.topics / t.topics
      ELSE (1 - ${weight}) * w.cents / t.cents + ${weight} * w.topics / t.topics END AS share
  FROM w JOIN total t ON t.customer_id = w.customer_id
),
breadth AS (
  SELECT customer_id, exp(-sum(CASE WHEN share > 0 THEN share * ln(share) ELSE 0 END)) AS need_breadth,
    count(*) AS need_fields, count(*) FILTER (is_bought) AS bought_fields
  FROM shared
  GROUP BY customer_id
),
spend AS (
  SELECT b.customer_id, t.cents / b.bought_fields AS per_field
  FROM breadth b JOIN total t ON t.customer_id = b.customer_id
  WHERE b.bought_fields > 0
),
usual AS (
${[0, 1, 2, 3]
  .map(
    (level) => `  SELECT ${level} AS level, p.key${level} AS key, median(s.per_field) AS per_field
  FROM spend s JOIN m_peer p ON p.customer_id = s.customer_id
  WHERE p.key${level} IS NOT NULL GROUP BY ALL`,
  )
  .join("\n  UNION ALL\n")}
),
reasons AS (
  SELECT customer_id, count(DISTINCT reason) AS reasons, sum(cases) AS cases, sum(urgent_cases) AS urgent_cases
  FROM t_topic
  GROUP BY customer_id
),
orders AS (
  SELECT customer_id, count(*) AS orders, count(*) FILTER (is_expedited) AS expedited,
    count(channel) AS known_channels, count(*) FILTER (channel IN ('web', 'edi')) AS electronic
  FROM order_header_current
  WHERE customer_id IS NOT NULL AND ${window}
  GROUP BY customer_id
),
sold AS (
  SELECT DISTINCT customer_id FROM m_document
  WHERE is_order AND document_date > ${date(monthsBefore(asOf, 12))} AND document_date <= ${date(asOf)}
),
known AS (SELECT count(*) > 0 AS has_fields FROM w)
SELECT c.customer_id,
  round(b.need_breadth, 6) AS need_breadth,
  CAST(CASE WHEN b.customer_id IS NOT NULL THEN b.need_fields
    WHEN k.has_fields AND sold.customer_id IS NULL THEN 0 END AS INTEGER) AS need_fields,
  round(s.per_field / u.per_field, 6) AS need_depth,
  CAST(CASE WHEN b.customer_id IS NOT NULL OR (k.has_fields AND sold.customer_id IS NULL) OR r.reasons > 0
    THEN coalesce(b.need_fields, 0) + coalesce(r.reasons, 0) END AS INTEGER) AS need_variety,
  round((coalesce(o.expedited, 0) + coalesce(r.urgent_cases, 0))
    / nullif(coalesce(o.orders, 0) + coalesce(r.cases, 0), 0), 6) AS need_urgency,
  CAST(coalesce(r.reasons, 0) AS INTEGER) AS need_reasons,
  round(o.electronic / nullif(o.known_channels, 0), 6) AS electronic_ratio
FROM m_customer c
CROSS JOIN known k
LEFT JOIN breadth b ON b.customer_id = c.customer_id
LEFT JOIN spend s ON s.customer_id = c.customer_id
LEFT JOIN m_peer p ON p.customer_id = c.customer_id
LEFT JOIN usual u ON u.level = p.level
  AND u.key = CASE p.level WHEN 0 THEN p.key0 WHEN 1 THEN p.key1 WHEN 2 THEN p.key2 ELSE p.key3 END
LEFT JOIN reasons r ON r.customer_id = c.customer_id
LEFT JOIN orders o ON o.customer_id = c.customer_id
LEFT JOIN sold ON sold.customer_id = c.customer_id`;
}
