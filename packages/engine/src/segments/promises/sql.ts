import type { PlainDate } from "../../units.ts";
import { businessMinutesSql } from "./business-minutes.ts";
import type { BusinessHours, ServicePromise } from "./promise-contract.ts";

export interface PromisesInput {
  /** First day of the 12 months before the last 12, exclusive; then that of the last 12. */
  readonly previousFrom: PlainDate;
  readonly from: PlainDate;
  readonly asOf: PlainDate;
  readonly promises: readonly ServicePromise[];
  readonly hours: BusinessHours;
}

const text = (value: string) => `'${value.replaceAll("'", "''")}'`;
const isDayOnly = (moment: string) => `${moment} = date_trunc('day', ${moment})`;

/**
 * Creates `m_promise_week` (category NULL for cases without a customer, week DATE its Monday, is_current: within the last 12
 * months, kept, broken, unclear, pending) and `m_promise_customer` (customer_id, due, broken of the last 12 months).
 */
export function promisesSql(input: PromisesInput): string[] {
  const { previousFrom, from, asOf, promises, hours } = input;
  const end = `(DATE ${text(asOf)} + INTERVAL 1 DAY)`;
  const minutes = promises.map(({ code, answerMinutes }) => `WHEN ${text(code)} THEN ${answerMinutes}`);
  const elapsed = (a: string, b: string) => businessMinutesSql(hours, a, b);
  return [
    `CREATE OR REPLACE TEMP TABLE t_case_verdict AS
WITH sources AS (
  SELECT source FROM service_case_current
  WHERE responded_at IS NOT NULL OR closed_at IS NOT NULL GROUP BY source
),
cases AS (
  SELECT c.customer_id, r.service_category AS category, c.case_date,
    CAST(CASE r.service_category ${minutes.join(" ")} END AS BIGINT) AS promised,
    c.opened_at, CASE WHEN coalesce(c.responded_at, c.closed_at) < ${end} THEN coalesce(c.responded_at, c.closed_at) END AS answered_at,
    CASE c.is_promise_kept WHEN true THEN 'kept' WHEN false THEN 'broken' END AS said,
    s.source IS NOT NULL AS knows_answers
  FROM service_case_current c
  LEFT JOIN m_responsibility r ON r.customer_id = c.customer_id
  LEFT JOIN sources s ON s.source = c.source
  WHERE c.case_date > DATE ${text(previousFrom)} AND c.case_date <= DATE ${text(asOf)}
),
spans AS (
  SELECT *,
    CASE WHEN ${isDayOnly("opened_at")} THEN opened_at + INTERVAL 1 DAY ELSE opened_at END AS opened_latest,
    CASE WHEN ${isDayOnly("answered_at")} THEN answered_at + INTERVAL 1 DAY ELSE answered_at END AS answered_latest
  FROM cases
)
SELECT customer_id, category, date_trunc('week', case_date)::DATE AS week,
  case_date > DATE ${text(from)} AS is_current,
  CASE
    WHEN opened_at IS NULL THEN coalesce(said, 'unclear')
    WHEN answered_at IS NULL THEN coalesce(said, CASE
      WHEN NOT knows_answers THEN 'unclear'
      WHEN ${elapsed("opened_latest", end)} > promised THEN 'broken'
      ELSE 'pending' END)
    WHEN answered_latest < opened_at THEN coalesce(said, 'unclear')
    WHEN ${elapsed("opened_at", "answered_latest")} <= promised THEN 'kept'
    WHEN ${elapsed("opened_latest", "answered_at")} > promised THEN 'broken'
    ELSE coalesce(said, 'unclear')
  END AS verdict
FROM spans`,
    `CREATE OR REPLACE TABLE m_promise_week AS
SELECT category, week, is_current, ${["kept", "broken", "unclear", "pending"]
      .map((verdict) => `count(*) FILTER (verdict = '${verdict}') AS ${verdict}`)
      .join(", ")}
FROM t_case_verdict
GROUP BY category, week, is_current`,
    `CREATE OR REPLACE TABLE m_promise_customer AS
SELECT customer_id, count(*) AS due, count(*) FILTER (verdict = 'broken') AS broken
FROM t_case_verdict
WHERE is_current AND customer_id IS NOT NULL AND verdict IN ('kept', 'broken')
GROUP BY customer_id`,
    "DROP TABLE t_case_verdict",
  ];
}
