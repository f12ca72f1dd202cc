import type { Calendar } from "./calendar.ts";

/** Demand by month, January first: building sites rest in winter, garages change tyres, farms and gardens live in spring. */
const monthFactors = {
  even: [0.95, 1, 1.05, 1.02, 1, 1.05, 0.95, 0.95, 1.08, 1.08, 1.05, 0.85],
  site: [0.65, 0.75, 1.05, 1.15, 1.15, 1.2, 1, 1, 1.2, 1.15, 1, 0.65],
  tyres: [0.85, 0.8, 1.15, 1.25, 1, 0.9, 0.8, 0.85, 0.95, 1.35, 1.3, 0.8],
  field: [0.6, 0.75, 1.25, 1.4, 1.35, 1.2, 1, 0.95, 1, 0.95, 0.8, 0.55],
} as const;

export type SeasonName = keyof typeof monthFactors;

export const seasonNames = Object.keys(monthFactors) as SeasonName[];

/** Steps a day of working time is divided into when it is turned back into a date. */
const resolution = 8;
const weekdayFactors = [0, 1.1, 1.05, 1, 1, 0.85, 0.03];

/**
 * Working time: a clock that stands still on Sundays and holidays, is slow in the summer break and fast in a trade's season, and is
 * as long as the calendar over the whole history. A customer's rhythm is regular in working time, so gaps in dates show the season.
 */
export class WorkingTime {
  /** Working time elapsed at the start of each day; one more entry for the end. */
  readonly #elapsed: Float64Array;
  readonly #dayAt: Int32Array;

  constructor(calendar: Calendar, season: SeasonName) {
    const weights = Array.from({ length: calendar.days }, (_, day) => dayWeight(calendar, season, day));
    const scale = calendar.days / weights.reduce((sum, weight) => sum + weight, 0);
    this.#elapsed = new Float64Array(calendar.days + 1);
    for (const [day, weight] of weights.entries())
      this.#elapsed[day + 1] = (this.#elapsed[day] as number) + weight * scale;
    this.#dayAt = new Int32Array(calendar.days * resolution);
    let day = 0;
    for (let step = 0; step < this.#dayAt.length; step++) {
      while (day < calendar.days - 1 && (this.#elapsed[day + 1] as number) <= step / resolution) day++;
      this.#dayAt[step] = day;
    }
  }

  /** Working time at the start of a day. */
  at(day: number): number {
    return this.#elapsed[day] as number;
  }

  /** The day on which so much working time has elapsed; −1 when that is after asOf. */
  dayAt(time: number): number {
    const step = Math.floor(time * resolution);
    return step >= this.#dayAt.length ? -1 : (this.#dayAt[step] as number);
  }
}

function dayWeight(calendar: Calendar, season: SeasonName, day: number): number {
  if (calendar.isHoliday[day]) return 0;
  const monthDay = (calendar.iso[day] as string).slice(5);
  const summerBreak = monthDay >= "07-18" && monthDay <= "08-09" ? 0.6 : 1;
  const turnOfYear = monthDay >= "12-23" || monthDay <= "01-03" ? 0.15 : 1;
  const month = monthFactors[season][Number(monthDay.slice(0, 2)) - 1] as number;
  return (weekdayFactors[calendar.weekday[day] as number] as number) * month * summerBreak * turnOfYear;
}
