import type { Random } from "../../random.ts";
import type { Calendar } from "./calendar.ts";
import { dealerShares, lifeCycleShares, withoutCareDays } from "./economics.ts";
import { buyerKind, type Population } from "./population.ts";

/** Days of history that a comeback needs, so that somebody who is back has time to buy again. */
const shortestPauseDays = 90;

/** When a customer joins, pauses, comes back and leaves. Needs the rhythm, because a pause is long only against the own rhythm. */
export function drawLifeCycle(population: Population, c: number, calendar: Calendar, random: Random): void {
  const { days } = calendar;
  // Larger customers come and go less.
  const calm = population.isLarge[c] ? 0.4 : 1;
  const point = random.next() / calm;
  if (point < lifeCycleShares.neverBought) {
    population.kind[c] = buyerKind.never;
    return;
  }
  if (point < lifeCycleShares.neverBought + lifeCycleShares.oneTime) {
    population.kind[c] = buyerKind.oneTime;
    population.startDay[c] = random.below(days);
    population.endDay[c] = (population.startDay[c] as number) + 1;
    return;
  }
  if (random.chance(lifeCycleShares.joined * calm)) population.startDay[c] = random.below(days);
  const start = population.startDay[c] as number;
  if (random.chance(lifeCycleShares.left * calm))
    population.endDay[c] = random.between(Math.min(start + 1, days - 1), days - 1);
  else if (isNeglected(population, c, random)) openLongPause(population, c, days, random);
  else if (random.chance(lifeCycleShares.paused * calm)) drawPause(population, c, start, days, random);
}

function isNeglected(population: Population, c: number, random: Random): boolean {
  return population.dealer[c] !== 0 && population.startDay[c] === 0 && random.chance(dealerShares.neglected);
}

/** A dealer's customer whom nobody looks after: bought until then, nothing since, still in business. */
function openLongPause(population: Population, c: number, days: number, random: Random): void {
  const longest = Math.floor(days * 0.85);
  population.pauseFrom[c] = Math.max(1, days - random.between(Math.min(withoutCareDays, longest), longest));
}

function drawPause(population: Population, c: number, start: number, days: number, random: Random): void {
  const from = random.between(start, days - 1);
  const length =
    Math.max(shortestPauseDays, 3 * (population.gapDays[c] as number)) * (0.7 + random.gamma(2, 0.4));
  population.pauseFrom[c] = from;
  population.pauseTo[c] = Math.min(from + Math.round(length), 32_000);
}
