/** Service that does not fit: small customers with too little of it, large ones with too much ritual. */
import type { PlainDate } from "../../units.ts";
import type { ServicePromise } from "../promises/promise-contract.ts";

const text = (value: string) => `'${value.replaceAll("'", "''")}'`;

const shown = `r.customer_id AS "customerId", s.name, s.account_key AS "accountKey", r.size_class AS "sizeClass",
  r.service_category AS category, r.responsible, s.sales_last12_cents AS "salesLast12Cents"`;

export interface UnderSupportedInput {
  readonly snapshotTable: string;
  readonly needQuantile: number;
  readonly attentionQuantile: number;
  readonly limit: number;
}

/** At least two need fields: a customer of one field has no broad need, however the others are. */
const leastBreadth = 2;

/** Small customers with a need as broad as the broadest quarter, and attention as little as the least quarter or a broken promise. */
export function underSupportedSql(input: UnderSupportedInput): string {
  return `WITH own AS (
  SELECT r.customer_id, n.need_breadth, coalesce(a.minutes_milli, 0) AS milli, coalesce(p.broken, 0) AS broken
  FROM m_responsibility r
  JOIN m_need n ON n.customer_id = r.customer_id
  LEFT JOIN m_attention a ON a.customer_id = r.customer_id
  LEFT JOIN m_promise_customer p ON p.customer_id = r.customer_id
  WHERE r.is_active AND r.size_class = 'small'
),
line AS (
  SELECT (SELECT quantile_cont(need_breadth, ${input.needQuantile}) FROM m_need) AS breadth,
    (SELECT quantile_cont(milli, ${input.attentionQuantile}) FROM own) AS milli
),
found AS (
  SELECT own.*, own.milli <= line.milli AS has_little, count(*) OVER () AS total
  FROM own, line
  WHERE own.need_breadth >= greatest(line.breadth, ${leastBreadth}) AND (own.milli <= line.milli OR own.broken > 0)
)
SELECT ${shown}, f.need_breadth AS "needBreadth", f.milli / 1000.0::DOUBLE AS "attentionMinutes",
  f.broken AS "brokenPromises", f.has_little AS "hasLittle", f.total
FROM found f
JOIN m_responsibility r ON r.customer_id = f.customer_id
JOIN ${input.snapshotTable} s ON s.customer_id = f.customer_id
ORDER BY f.broken DESC, f.need_breadth DESC, s.sales_last12_cents DESC NULLS LAST, f.customer_id
LIMIT ${input.limit}`;
}

export interface OverRitualisedInput {
  readonly snapshotTable: string;
  readonly from: PlainDate;
  readonly asOf: PlainDate;
  readonly promises: readonly ServicePromise[];
  /** Up to this share of the offered elements used counts as little. */
  readonly usedRatio: number;
  /** Work on one offered element where the file names none. */
  readonly elementMinutes: number;
  /** A visit that nobody timed. */
  readonly visitMinutes: number;
}

/** Roles of contacts who know the matter themselves: purchasing, engineering, quality, maintenance. */
const specialistWords =
  "einkauf|beschaffung|purchas|procure|buyer|acheteur|achat|technik|technisch|technical|engineer|ingenieur|konstruktion|entwicklung|develop|qualit|instandhaltung|maintenance";

/**
 * Large customers with specialists of their own who use little of what is offered, or are visited more than twice as often as
 * usual: as promised, or as half of the large customers. What a leaner service would free: work on elements that were offered
 * and not used, and visits beyond the usual.
 */
export function overRitualisedSql(input: OverRitualisedInput): string {
  const { from, asOf, promises } = input;
  const planned = promises.map(
    ({ code, communication }) => `WHEN ${text(code)} THEN ${communication.contactsPerYear}`,
  );
  const within = (day: string) => `${day} > DATE ${text(from)} AND ${day} <= DATE ${text(asOf)}`;
  return `WITH big AS (
  SELECT customer_id, CAST(CASE service_category ${planned.join(" ")} ELSE 0 END AS DOUBLE) AS planned
  FROM m_responsibility WHERE is_active AND size_class = 'large'
),
specialists AS (
  SELECT a.customer_id, count(*) AS persons
  FROM contact_current c JOIN account_current a ON a.account_id = c.account_id
  WHERE regexp_matches(lower(strip_accents(c.role)), '${specialistWords}')
  GROUP BY a.customer_id
),
elements AS (
  SELECT customer_id, count(*) FILTER (is_offered IS NOT false) AS offered, count(*) FILTER (is_used) AS used,
    coalesce(sum(coalesce(minutes, ${input.elementMinutes})) FILTER (is_offered IS NOT false AND is_used IS NOT true), 0) AS idle_minutes
  FROM service_element_use_current
  WHERE customer_id IS NOT NULL AND (used_at IS NULL OR (${within("used_at")}))
  GROUP BY customer_id
),
visits AS (
  SELECT customer_id, count(*) AS visits, avg(coalesce(minutes, ${input.visitMinutes})) AS each_minutes
  FROM activity_current
  WHERE activity_type = 'visit' AND customer_id IS NOT NULL AND ${within("activity_date")}
  GROUP BY customer_id
),
facts AS (
  SELECT b.customer_id, b.planned, p.persons, coalesce(e.offered, 0) AS offered, coalesce(e.used, 0) AS used,
    coalesce(e.idle_minutes, 0) AS idle_minutes, coalesce(v.visits, 0) AS visits, coalesce(v.each_minutes, 0) AS each_minutes
  FROM big b
  JOIN specialists p ON p.customer_id = b.customer_id
  LEFT JOIN elements e ON e.customer_id = b.customer_id
  LEFT JOIN visits v ON v.customer_id = b.customer_id
),
usual AS (
  SELECT coalesce(median(coalesce(v.visits, 0)), 0) AS visits FROM big b LEFT JOIN visits v ON v.customer_id = b.customer_id
),
found AS (
  SELECT f.*, greatest(f.planned, u.visits) AS usual_visits,
    f.offered > 0 AND f.used <= ${input.usedRatio} * f.offered AS uses_little,
    f.visits > 2 * greatest(f.planned, u.visits) AS is_visited_often
  FROM facts f, usual u
)
SELECT ${shown}, f.persons AS "ownSpecialists", f.offered AS "elementsOffered", f.used AS "elementsUsed", f.visits,
  f.usual_visits AS "usualVisits", f.uses_little AS "usesLittle", f.is_visited_often AS "isVisitedOften",
  CASE WHEN f.uses_little THEN CAST(f.idle_minutes AS DOUBLE) ELSE 0 END AS "elementMinutes",
  CASE WHEN f.is_visited_often THEN CAST((f.visits - f.usual_visits) * f.each_minutes AS DOUBLE) ELSE 0 END AS "visitMinutes"
FROM found f
JOIN m_responsibility r ON r.customer_id = f.customer_id
JOIN ${input.snapshotTable} s ON s.customer_id = f.customer_id
WHERE f.uses_little OR f.is_visited_often
ORDER BY "elementMinutes" + "visitMinutes" DESC, f.customer_id`;
}
