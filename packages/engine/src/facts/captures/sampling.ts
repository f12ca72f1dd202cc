/** What a time sampling says: shares of time by Wilson, minutes by their mean with a Student interval. Pure arithmetic. */
import { wilson } from "../../wilson.ts";

export interface TimeSample {
  readonly role: string;
  /** Null: no activity of the cost model. */
  readonly activity: string | null;
  readonly minutes: number | null;
  /** Size class of the customer; null: none named. */
  readonly sizeClass: string | null;
}

export interface ActivityTime {
  readonly activity: string | null;
  readonly samples: number;
  readonly timeRatio: number;
  readonly timeLow: number;
  readonly timeHigh: number;
  readonly timed: number;
  readonly meanMinutes: number | null;
  readonly lowMinutes: number | null;
  readonly highMinutes: number | null;
}

/** Timed samples below which a mean does not replace an assumption. */
export const leastTimed = 10;

/** 90 % quantile of Student's t by degrees of freedom: two-sided 80 %. */
const t90 = [
  3.078, 1.886, 1.638, 1.533, 1.476, 1.44, 1.415, 1.397, 1.383, 1.372, 1.363, 1.356, 1.35, 1.345, 1.341,
];
const t90Of = (freedom: number) =>
  // From 16 on the expansion around the normal quantile is right to three decimals. Abramowitz & Stegun 26.7.5.
  t90[freedom - 1] ?? 1.28155 + (1.28155 ** 3 + 1.28155) / (4 * freedom);

/** One row per activity, most time first. */
export function activityTimes(samples: readonly TimeSample[]): ActivityTime[] {
  const names = [...new Set(samples.map(({ activity }) => activity))];
  return names
    .map((activity) => {
      const own = samples.filter((sample) => sample.activity === activity);
      const interval = wilson(own.length, samples.length)!;
      return {
        activity,
        samples: own.length,
        timeRatio: own.length / samples.length,
        timeLow: interval.low,
        timeHigh: interval.high,
        ...meanOf(own.flatMap(({ minutes }) => minutes ?? [])),
      };
    })
    .sort((a, b) => b.samples - a.samples || String(a.activity).localeCompare(String(b.activity)));
}

function meanOf(minutes: readonly number[]) {
  const timed = minutes.length;
  if (timed === 0) return { timed, meanMinutes: null, lowMinutes: null, highMinutes: null };
  const mean = minutes.reduce((sum, value) => sum + value, 0) / timed;
  if (timed === 1) return { timed, meanMinutes: mean, lowMinutes: null, highMinutes: null };
  const variance = minutes.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (timed - 1);
  const half = t90Of(timed - 1) * Math.sqrt(variance / timed);
  return { timed, meanMinutes: mean, lowMinutes: Math.max(0, mean - half), highMinutes: mean + half };
}

export interface RoleTime {
  readonly role: string;
  readonly samples: number;
  readonly smallRatio: number | null;
  readonly smallLow: number | null;
  readonly smallHigh: number | null;
}

/** Share of each role's customer time that goes to small customers. */
export function roleTimes(samples: readonly TimeSample[]): RoleTime[] {
  return [...new Set(samples.map(({ role }) => role))].sort().map((role) => {
    const own = samples.filter((sample) => sample.role === role);
    const sized = own.filter(({ sizeClass }) => sizeClass === "small" || sizeClass === "large");
    const small = sized.filter(({ sizeClass }) => sizeClass === "small").length;
    const interval = wilson(small, sized.length);
    return {
      role,
      samples: own.length,
      smallRatio: interval === null ? null : small / sized.length,
      smallLow: interval?.low ?? null,
      smallHigh: interval?.high ?? null,
    };
  });
}

/** Questions that were asked from the first day to the last that is over: people × prompts × Monday to Friday. */
export function questionsAsked(
  { from, to, promptsPerDay, people }: { from: string; to: string; promptsPerDay: number; people: number },
  today: string,
): number {
  const last = to < today ? to : today;
  let workdays = 0;
  for (let day = Date.parse(from); day <= Date.parse(last); day += 86_400_000) {
    const weekday = new Date(day).getUTCDay();
    if (weekday >= 1 && weekday <= 5) workdays++;
  }
  return workdays * promptsPerDay * people;
}
