import { type Random, WeightedChoice } from "../../random.ts";
import type { Calendar } from "../market/calendar.ts";
import { caseReasons, drawCaseReason } from "./contact-reasons.ts";
import { type CaseEvent, caseOrigins } from "./service-events.ts";
import { afterWork } from "./working-hours.ts";

/** Minutes of work within which a case of each priority (1 … 4) is answered, as promised. */
export const answerWithin = [30, 120, 240, 480] as const;
const keptShare = 0.9;
const minutesPerTransfer = 6;
const originChoice = new WeightedChoice(caseOrigins.map(({ weight }) => weight));
const smallPriorities = [2, 3, 3, 3, 4, 4];
const largePriorities = [1, 2, 2, 3, 3];

/**
 * Fills in all of a case but day, customer, account, number and need field.
 * @param reason index into `caseReasons` where an event of ours brought it about, −1 else
 */
export function drawCase(
  event: CaseEvent,
  reason: number,
  isLarge: boolean,
  calendar: Calendar,
  random: Random,
): void {
  event.reason = reason < 0 ? drawCaseReason(random) : reason;
  const type = caseReasons[event.reason] as (typeof caseReasons)[number];
  event.isFailure = random.chance(type.failureShare);
  event.origin = originChoice.draw(random);
  event.subject = random.pick(type.subjects);
  event.transfers = random.chance(type.transferShare) ? 1 + random.below(2) : 0;
  event.reopenings = random.chance(type.reopenShare) ? 1 : 0;
  const handover = minutesPerTransfer * (event.transfers + event.reopenings);
  event.minutes = Math.max(2, Math.round(type.meanMinutes * random.gamma(3, 1 / 3))) + handover;
  event.isMinutesBlank = random.chance(0.1);
  event.priority = random.pick(isLarge ? largePriorities : smallPriorities);
  event.isPromiseKept = random.chance(keptShare);
  event.openedMinute = 455 + random.below(590);
  const limit = answerWithin[event.priority - 1] as number;
  event.respondedAfter = Math.max(
    1,
    Math.round(limit * (event.isPromiseKept ? 0.05 + 0.9 * random.next() : 1.1 + 2 * random.next())),
  );
  event.closedAfter = event.respondedAfter + event.minutes + Math.round(random.exponential(700));
  if (isAfterHistory(event, event.closedAfter, calendar)) event.closedAfter = -1;
  if (isAfterHistory(event, event.respondedAfter, calendar)) event.respondedAfter = -1;
}

function isAfterHistory(event: CaseEvent, work: number, calendar: Calendar): boolean {
  return afterWork(calendar, event.day, event.openedMinute, work).day >= calendar.days;
}
