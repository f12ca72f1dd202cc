/** Whether the promised answer time was kept for one case, in plain code; sql.ts says the same for millions. */
import { businessMinutes } from "./business-minutes.ts";
import type { BusinessHours } from "./promise-contract.ts";

export const verdicts = ["kept", "broken", "unclear", "pending"] as const;
export type Verdict = (typeof verdicts)[number];

export interface CaseTimes {
  /** Local `yyyy-mm-ddThh:mm`; at exactly midnight the file gave the day only. */
  readonly openedAt: string | null;
  /** First answer, else closing; null: neither is known. */
  readonly answeredAt: string | null;
  /** As the system of origin says. */
  readonly isPromiseKept: boolean | null;
  /** The source gives times of answers at all: then a missing one means that nobody answered. */
  readonly knowsAnswers: boolean;
}

const dayAfter = (moment: string) =>
  `${new Date(Date.parse(`${moment.slice(0, 10)}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)}T00:00`;
const isDayOnly = (moment: string) => moment.slice(11, 16) === "00:00";
const latest = (moment: string) => (isDayOnly(moment) ? dayAfter(moment) : moment);

/**
 * @param answerMinutes business minutes that were promised
 * @param end first moment that is not known any more: midnight after asOf
 */
export function judgeCase(
  { openedAt, answeredAt, isPromiseKept, knowsAnswers }: CaseTimes,
  answerMinutes: number,
  hours: BusinessHours,
  end: string,
): Verdict {
  const said = isPromiseKept === null ? null : isPromiseKept ? "kept" : "broken";
  if (openedAt === null) return said ?? "unclear";
  const answered = answeredAt !== null && answeredAt < end ? answeredAt : null;
  if (answered === null) {
    if (said !== null) return said;
    if (!knowsAnswers) return "unclear";
    return businessMinutes(hours, latest(openedAt), end) > answerMinutes ? "broken" : "pending";
  }
  // A file that gives the day only leaves a shortest and a longest time; both have to agree.
  const longest = businessMinutes(hours, openedAt, latest(answered));
  const shortest = businessMinutes(hours, latest(openedAt), answered);
  if (latest(answered) < openedAt) return said ?? "unclear";
  if (longest <= answerMinutes) return "kept";
  if (shortest > answerMinutes) return "broken";
  return said ?? "unclear";
}
