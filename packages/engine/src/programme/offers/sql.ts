/** What customers were offered and used of service elements, over the customer table of a snapshot. */
import type { PlainDate } from "../../units.ts";

export interface ElementWindow {
  /** Quoted name of the customer table. */
  readonly snapshotTable: string;
  /** Exclusive. */
  readonly from: PlainDate;
  /** Inclusive. */
  readonly asOf: PlainDate;
}

/** A row that says neither offered nor used is a use: most files list what was done. */
const isUse = "coalesce(e.is_used, e.is_offered IS NOT TRUE)";

const parts = ({ snapshotTable, from, asOf }: ElementWindow) => `base AS (
  SELECT customer_id, size_class, coalesce(sales_last12_cents, 0) AS sales FROM ${snapshotTable}
),
happened AS (
  SELECT e.element, e.customer_id, b.size_class, ${isUse} AS is_use, e.is_offered, e.minutes,
    nullif(trim(e.reason_to_stay), '') AS reason
  FROM service_element_use_current e JOIN base b ON b.customer_id = e.customer_id
  WHERE e.used_at > DATE '${from}' AND e.used_at <= DATE '${asOf}'
)`;

/** One row per element: offered, users, uses, minutes and reasons of small customers; users among the larger ones. */
export function elementCountsSql(window: ElementWindow): string {
  const small = "size_class = 'small'";
  return `WITH ${parts(window)}
SELECT element,
  count(DISTINCT customer_id) FILTER (${small})::INTEGER AS offered,
  count(DISTINCT customer_id) FILTER (${small} AND is_use)::INTEGER AS users,
  count(*) FILTER (${small} AND is_use)::INTEGER AS uses,
  count(*) FILTER (${small})::INTEGER AS times,
  coalesce(sum(minutes) FILTER (${small}), 0)::DOUBLE AS minutes,
  count(*) FILTER (${small} AND minutes IS NULL)::INTEGER AS "withoutMinutes",
  count(DISTINCT customer_id) FILTER (${small} AND is_use AND reason IS NOT NULL)::INTEGER AS named,
  count(DISTINCT customer_id) FILTER (size_class = 'large' AND is_use)::INTEGER AS "largeUsers"
FROM happened GROUP BY element ORDER BY element`;
}

/** Customers who bought or used anything, small and larger; and whether anybody named a reason to stay. */
export function elementBaseSql(window: ElementWindow): string {
  return `WITH ${parts(window)},
active AS (
  SELECT customer_id, size_class FROM base WHERE sales > 0
  UNION SELECT customer_id, size_class FROM happened
)
SELECT (SELECT count(*) FROM active WHERE size_class = 'small')::INTEGER AS customers,
  (SELECT count(*) FROM active WHERE size_class = 'large')::INTEGER AS "largeCustomers",
  (SELECT count(*) FROM happened WHERE reason IS NOT NULL)::INTEGER AS reasons`;
}

/** The three commonest reasons of small customers per element, in their words. */
export function elementReasonsSql(window: ElementWindow): string {
  return `WITH ${parts(window)}
SELECT element, reason, count(DISTINCT customer_id)::INTEGER AS customers
FROM happened WHERE reason IS NOT NULL AND is_use AND size_class = 'small'
GROUP BY element, reason
QUALIFY row_number() OVER (PARTITION BY element ORDER BY count(DISTINCT customer_id) DESC, reason) <= 3
ORDER BY element, customers DESC, reason`;
}

/** Larger customers who bought, by the set of elements that they used; `used` is a JSON list of names. */
export function largeUsedSetsSql(window: ElementWindow): string {
  return `WITH ${parts(window)},
used AS (
  SELECT b.customer_id, any_value(b.sales) AS sales,
    to_json(list_sort(coalesce(list(DISTINCT h.element) FILTER (h.element IS NOT NULL), []))) AS used
  FROM base b LEFT JOIN happened h ON h.customer_id = b.customer_id AND h.is_use
  WHERE b.size_class = 'large' AND b.sales > 0 GROUP BY b.customer_id
)
SELECT used::VARCHAR AS used, count(*)::INTEGER AS customers, sum(sales)::BIGINT AS "salesCents",
  sum(sales::DOUBLE * sales) AS "salesSquared"
FROM used GROUP BY used ORDER BY used`;
}

export interface BroadNeedInput {
  readonly snapshotTable: string;
  /** Membership of the segment over the columns of the customer table, restricted to small customers by the query. */
  readonly memberSql: string;
  /** Parameter `mismatch.needQuantile`: from this quantile of all customers on, need is broad. */
  readonly needQuantile: number;
}

/** A customer of one field has no broad need, however narrow the others are. */
const leastBreadth = 2;

/** Small customers of a segment, those whose need is known, and those whose need is broad. */
export function broadNeedSql({ snapshotTable, memberSql, needQuantile }: BroadNeedInput): string {
  return `WITH line AS (
  SELECT greatest(quantile_cont(need_breadth, ${needQuantile}), ${leastBreadth}) AS breadth FROM m_need
),
members AS (
  SELECT customer_id FROM ${snapshotTable}
  WHERE size_class = 'small' AND sales_last12_cents > 0 AND coalesce(${memberSql}, false)
)
SELECT count(*)::INTEGER AS customers, count(n.need_breadth)::INTEGER AS known,
  (count(*) FILTER (n.need_breadth >= line.breadth))::INTEGER AS broad
FROM members m LEFT JOIN m_need n ON n.customer_id = m.customer_id, line`;
}

/** Minutes and cost of all work by role: the weights of the mean rate. */
export const workByRoleSql = `SELECT role, sum(minutes_milli) / 1000.0::DOUBLE AS minutes
FROM m_effort WHERE minutes_milli > 0 GROUP BY role ORDER BY role`;
