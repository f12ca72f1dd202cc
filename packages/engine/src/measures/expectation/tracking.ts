import type { PlainDate } from "../../units.ts";
import { daysBetween } from "../period.ts";

/** Customers by the day of their first purchase, and repeat purchases by day; days count from the cut, before it negative. */
export interface TrackingInput {
  /** Row i: `customers[i]` customers first bought on day `firstDay[i]` ≤ 0. */
  readonly firstDay: Float64Array;
  readonly customers: Float64Array;
  /** Row i: these customers had `orders[i]` repeat purchases on day `day[i]`. */
  readonly day: Float64Array;
  readonly orders: Float64Array;
}

/** A month (from, to] of repeat purchases. */
export interface TrackedMonth {
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly isHoldout: boolean;
  readonly actualOrders: number;
  readonly expectedOrders: number;
  readonly actualCumulative: number;
  readonly expectedCumulative: number;
}

/** What a model fitted at the cut expects. */
export interface TrackedExpectation {
  /** Repeat purchases of a new customer within so many days of the first purchase. */
  readonly ofNew: (days: number) => number;
  /** Purchases of all who had begun, within so many days after the cut, given what they had bought up to it. */
  readonly ofKnown: (days: number) => number;
}

/**
 * Month by month what customers bought again against what was expected. Up to the cut, of customers of their age, not updated by
 * their purchases (Σ E[X(age)]): whether the model knows the course of a base. After it, of these very customers given their
 * purchases, from what they really had bought at the cut: the forecast that would have been given on that day.
 * @param ends of the months, oldest first; what lies before the first one is in the cumulated numbers only
 */
export function tracking(
  { firstDay, customers, day, orders }: TrackingInput,
  { cut, ends }: { readonly cut: PlainDate; readonly ends: readonly PlainDate[] },
  { ofNew, ofKnown }: TrackedExpectation,
): TrackedMonth[] {
  const ofAge = remembered(ofNew);
  const afterCut = remembered(ofKnown);
  const boughtTo = (end: number) => {
    let bought = 0;
    for (let row = 0; row < day.length; row++) if (day[row]! <= end) bought += orders[row]!;
    return bought;
  };
  const courseTo = (end: number) => {
    let expected = 0;
    for (let row = 0; row < firstDay.length; row++) {
      const age = end - firstDay[row]!;
      if (age > 0) expected += customers[row]! * ofAge(age);
    }
    return expected;
  };
  const boughtAtCut = boughtTo(0);
  const expectedTo = (end: number) => (end <= 0 ? courseTo(end) : boughtAtCut + afterCut(end));
  const expectedIn = (from: number, to: number) =>
    (from < 0 ? courseTo(Math.min(0, to)) - courseTo(from) : 0) +
    (to > 0 ? afterCut(to) - (from > 0 ? afterCut(from) : 0) : 0);
  return ends.slice(1).map((to, index) => {
    const from = ends[index]!;
    const [start, end] = [daysBetween(cut, from), daysBetween(cut, to)];
    const actual = boughtTo(end);
    return {
      from,
      to,
      isHoldout: to > cut,
      actualOrders: actual - boughtTo(start),
      expectedOrders: expectedIn(start, end),
      actualCumulative: actual,
      expectedCumulative: expectedTo(end),
    };
  });
}

function remembered(value: (days: number) => number): (days: number) => number {
  const known = new Map<number, number>();
  return (days) => {
    const found = known.get(days) ?? value(days);
    known.set(days, found);
    return found;
  };
}
