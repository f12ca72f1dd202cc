import type { TimelineEntry } from "@kleinod/engine/programme/contracts/finding-contract.ts";

const dayMs = 86_400_000;
const dayOf = (text: string) => Date.parse(`${text}T00:00:00Z`) / dayMs;

export interface TimelineScale {
  /** Pixels from the left of the axis. */
  readonly x: (day: string) => number;
  /** First days of months or quarters, so many as fit. */
  readonly ticks: readonly string[];
}

/** An axis over every day that the entries name, in whole months, `width` pixels long. */
export function timelineScale(entries: readonly TimelineEntry[], width: number): TimelineScale {
  const days = entries.flatMap(({ liveFrom, earliest, reviewOn }) => [
    liveFrom,
    ...(earliest === null ? [] : [earliest.day]),
    ...(reviewOn === null ? [] : [reviewOn]),
  ]);
  const sorted = days.toSorted();
  const start = monthStart(sorted[0] ?? "2000-01-01", 0);
  const end = monthStart(sorted.at(-1) ?? start, 1);
  const from = dayOf(start);
  const perDay = width / Math.max(1, dayOf(end) - from);
  const months = monthsBetween(start, end);
  const leastTickWidth = 72;
  const step = [1, 2, 3, 6, 12, 24, 60].find((size) => (width / months) * size >= leastTickWidth) ?? 120;
  const ticks = Array.from({ length: Math.floor(months / step) + 1 }, (_, index) =>
    monthStart(start, index * step),
  );
  return { x: (day) => (dayOf(day) - from) * perDay, ticks };
}

function monthStart(day: string, later: number): string {
  const [year = 0, month = 1] = day.split("-").map(Number);
  return new Date(Date.UTC(year, month - 1 + later, 1)).toISOString().slice(0, 10);
}

function monthsBetween(start: string, end: string): number {
  const [year = 0, month = 1] = start.split("-").map(Number);
  const [lastYear = 0, lastMonth = 1] = end.split("-").map(Number);
  return Math.max(1, (lastYear - year) * 12 + lastMonth - month);
}

/** A rule wants it later than the plan has it. */
export const isTooEarly = ({ earliest, liveFrom }: TimelineEntry): boolean =>
  earliest !== null && liveFrom < earliest.day;
