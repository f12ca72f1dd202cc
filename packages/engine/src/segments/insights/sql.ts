/** Relation `survey_current` summed up by question; see facts/events/contract.ts. */

/** Of a scale from 1 the upper 40 %: 5–7 of 7, 4–5 of 5, 7–10 of 10. */
const isHigh = "score > 0.6 * scale_max";

/** Rows of `SurveySums`, most answered first. */
export function surveySumsSql(): string {
  return `SELECT question, count(*) AS responses, count(score) AS scored, avg(score) AS mean,
  stddev_samp(score) AS deviation, max(scale_max) AS "scaleMax",
  CASE WHEN count(scale_max) > 0 THEN count(*) FILTER (${isHigh}) END AS high,
  CAST(min(answered_at) AS VARCHAR)[:10] AS "firstAnswer", CAST(max(answered_at) AS VARCHAR)[:10] AS "lastAnswer"
FROM survey_current
WHERE question IS NOT NULL
GROUP BY question
ORDER BY responses DESC, question
LIMIT 200`;
}

/** The five commonest answers in words of every question: question, answer, count. */
export function surveyAnswersSql(): string {
  return `WITH counted AS (
  SELECT question, answer, count(*) AS count FROM survey_current
  WHERE question IS NOT NULL AND answer IS NOT NULL AND answer <> ''
  GROUP BY question, answer
)
SELECT question, answer, count FROM counted
QUALIFY row_number() OVER (PARTITION BY question ORDER BY count DESC, answer) <= 5
ORDER BY question, count DESC, answer`;
}

/** Insights of files, newest first. */
export function importedInsightsSql(): string {
  return `SELECT source, insight_key AS key, claim, evidence_kind AS "evidenceKind", strength, owner,
  CAST(stated_on AS VARCHAR) AS "statedOn", CAST(expires_on AS VARCHAR) AS "expiresOn", decision
FROM insight_current
WHERE claim IS NOT NULL
ORDER BY stated_on DESC NULLS LAST, source, insight_key
LIMIT 5000`;
}
