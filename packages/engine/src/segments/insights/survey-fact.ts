import type { SurveyFact } from "./contract.ts";

/** 97.5 % quantile of the standard normal distribution. */
const z95 = 1.959964;

/** What SQL sums up of one question. */
export interface SurveySums {
  readonly question: string;
  readonly responses: number;
  /** Answers with a score. */
  readonly scored: number;
  readonly mean: number | null;
  /** Standard deviation of the sample (n − 1); null below two scores. */
  readonly deviation: number | null;
  readonly scaleMax: number | null;
  /** Answers in the upper 40 % of the scale; null without a scale. */
  readonly high: number | null;
  readonly firstAnswer: string | null;
  readonly lastAnswer: string | null;
}

/** Mean and share with their intervals; see contract.ts. */
export function surveyFact(sums: SurveySums, answers: SurveyFact["answers"]): SurveyFact {
  const { question, responses, scored, mean, deviation, scaleMax, high, firstAnswer, lastAnswer } = sums;
  const half = mean === null || deviation === null ? null : (z95 * deviation) / Math.sqrt(scored);
  const share = high === null || scored === 0 ? null : wilson(high, scored);
  return {
    question,
    responses,
    mean,
    low: half === null || mean === null ? null : mean - half,
    high: half === null || mean === null ? null : mean + half,
    scaleMax,
    highShare: share?.share ?? null,
    highShareLow: share?.low ?? null,
    highShareHigh: share?.high ?? null,
    answers,
    firstAnswer,
    lastAnswer,
  };
}

/** 95 % interval of a share (Wilson 1927): stays within 0…1 and is honest for few answers. */
export function wilson(hits: number, trials: number): { share: number; low: number; high: number } {
  const share = hits / trials;
  const z2 = z95 * z95;
  const centre = (share + z2 / (2 * trials)) / (1 + z2 / trials);
  const half =
    (z95 / (1 + z2 / trials)) * Math.sqrt((share * (1 - share)) / trials + z2 / (4 * trials * trials));
  return { share, low: Math.max(0, centre - half), high: Math.min(1, centre + half) };
}
