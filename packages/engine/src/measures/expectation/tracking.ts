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

/**
 * Month by month what customers of known age bought again against what is expected of such customers: Σ E[X(age)] over those
 * who had begun. Expectation of new customers, not updated by their purchases: whether the model knows the course of a base.
 * @param ends of the months, oldest first; what lies before the first one is in the cumulated numbers only
 * @param expectedTransactions of a new customer within so many days of the first purchase
 */
export function tracking(
  { firstDay, customers, day, orders }: TrackingInput,
  { cut, ends }: { readonly cut: PlainDate; readonly ends: readonly PlainDate[] },
  expectedTransactions: (days: number) => number,
): TrackedMonth[] {
  const known = new Map<number, number>();
  const expectedOf = (age: number) => {
    const found = known.get(age) ?? expectedTransactions(age);
    known.set(age, found);
    return found;
  };
  const cumulatedTo = (end: number) => {
    let actual = 0;
    let expected = 0;
    for (let row = 0; row < day.length; row++) if (day[row]! <= end) actual += orders[row]!;
    for (let row = 0; row < firstDay.length; row++) {
      const age = end - firstDay[row]!;
      if (age > 0) expected += customers[row]! * expectedOf(age);
    }
    return { actual, expected };
  };
  const months: TrackedMonth[] = [];
  const sums = ends.map((end) => cumulatedTo(daysBetween(cut, end)));
  for (let index = 1; index < ends.length; index++) {
    const [before, now] = [sums[index - 1]!, sums[index]!];
    months.push({
      from: ends[index - 1]!,
      to: ends[index]!,
      isHoldout: ends[index]! > cut,
      actualOrders: now.actual - before.actual,
      expectedOrders: now.expected - before.expected,
      actualCumulative: now.actual,
      expectedCumulative: now.expected,
    });
  }
  return months;
}
