import type { Random } from "../../random.ts";
import type { Population } from "../market/population.ts";
import { expertTalkHours } from "./care-rates.ts";
import { talkReasons } from "./contact-reasons.ts";
import { talkMinutes } from "./process-times.ts";
import { roleIndex } from "./roles.ts";
import type { TalkEvent, TalkKind } from "./service-events.ts";

/** Share of the talks with small customers that a key account manager holds, though nobody meant it so. */
const leakShares = { visit: 0.02, call: 0.03, mail: 0.02, meeting: 1, expert: 0 } as const;
const fromCustomerShares = { visit: 0.35, call: 0.68, mail: 0.6, meeting: 0.3, expert: 0.8 } as const;
const solvedShares = { visit: 0.8, call: 0.85, mail: 0.75, meeting: 0.7, expert: 0.78 } as const;
const usualRole = {
  visit: roleIndex.fieldSales,
  call: roleIndex.insideSales,
  mail: roleIndex.insideSales,
  meeting: roleIndex.keyAccount,
  expert: roleIndex.expert,
} as const;

/** Fills in all of a talk but day, customer, account, number and need field. */
export function drawTalk(
  event: TalkEvent,
  kind: TalkKind,
  population: Population,
  loggedRatio: number,
  random: Random,
): void {
  const isSmall = event.customer >= 0 && population.isLarge[event.customer] === 0;
  event.kind = kind;
  event.role = isSmall && random.chance(leakShares[kind]) ? roleIndex.keyAccount : usualRole[kind];
  event.minutes = drawMinutes(kind, random);
  // Nobody writes down how long a mail took, and not always how long a visit took.
  event.isMinutesBlank = kind === "mail" || (kind === "visit" && random.chance(0.25));
  event.isLogged = !(kind === "visit" && isSmall) || random.chance(loggedRatio);
  event.isFromCustomer = random.chance(fromCustomerShares[kind]);
  event.reason = random.pick(talkReasons[kind]);
  event.isSolved = random.chance(solvedShares[kind]);
  event.minute = 480 + 5 * random.below(kind === "visit" || kind === "meeting" ? 96 : 108);
}

function drawMinutes(kind: TalkKind, random: Random): number {
  if (kind === "visit") return toFive(talkMinutes.visit * random.gamma(16, 1 / 16));
  if (kind === "call") return Math.max(1, Math.round(talkMinutes.call * random.gamma(4, 1 / 4)));
  if (kind === "mail") return talkMinutes.mail;
  if (kind === "meeting") return toFive(talkMinutes.meeting * random.gamma(9, 1 / 9));
  return toFive(60 * expertTalkHours * random.gamma(1.5, 1 / 1.5));
}

function toFive(minutes: number): number {
  return Math.max(5, 5 * Math.round(minutes / 5));
}
