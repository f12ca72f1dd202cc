import type { PlainDate } from "../../units.ts";
import { daysBetween, monthsBefore } from "../period.ts";

/** Up to `cut` a model is fitted, over the months after it, up to asOf, it is judged. */
export interface HoldoutWindow {
  readonly cut: PlainDate;
  readonly months: number;
  /** Days of these months. */
  readonly days: number;
}

/** Months that are held out where the data reach back far enough before them. */
const wantedMonths = 12;
const leastMonths = 3;
/** Of the data's months, the part that is held out where they are fewer. */
const heldOutPart = 3;

/**
 * The hold-out of data that begin with `firstPurchase`: 12 months where at least 24 lie before them, else a third of the whole
 * months that the data cover; null below 3 months, from which nothing could be told.
 */
export function holdoutWindow(asOf: PlainDate, firstPurchase: PlainDate): HoldoutWindow | null {
  const months = Math.min(wantedMonths, Math.floor(wholeMonths(firstPurchase, asOf) / heldOutPart));
  if (months < leastMonths) return null;
  const cut = monthsBefore(asOf, months);
  return { cut, months, days: daysBetween(cut, asOf) };
}

/** Ends of the months that lead up to asOf and begin with the one of `firstPurchase`, oldest first; at most `most`. */
export function monthEnds(asOf: PlainDate, firstPurchase: PlainDate, most: number): PlainDate[] {
  const count = Math.min(most, wholeMonths(firstPurchase, asOf) + 1);
  return Array.from({ length: count }, (_, index) => monthsBefore(asOf, count - 1 - index));
}

/** Whole months from one day to a later one. */
function wholeMonths(from: PlainDate, to: PlainDate): number {
  const [fromYear = 0, fromMonth = 0] = from.split("-").map(Number);
  const [toYear = 0, toMonth = 0] = to.split("-").map(Number);
  const months = toYear * 12 + toMonth - (fromYear * 12 + fromMonth);
  return monthsBefore(to, months) < from ? months - 1 : months;
}
