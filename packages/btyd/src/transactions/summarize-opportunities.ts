import { outOfRange } from "../out-of-range.ts";
import type { TransactionLog, TransactionTime } from "./contract.ts";
import { dayOfTime } from "./day-of-time.ts";
import { orderByCustomerAndDay } from "./order-by-customer-and-day.ts";
import { readTransactionLog } from "./read-transaction-log.ts";
import { rowsUpTo } from "./rows-up-to.ts";

export interface OpportunitySummaryOptions {
  /**
   * What one opportunity to buy is: a week from Monday on, a calendar month or year, or a number of days counted from day 0 of
   * the log's times. Weeks, months and years suppose that days are counted from 1970-01-01, as those of dates and text are.
   */
  readonly period: "week" | "month" | "year" | number;
  /** Last day of observation; its period counts as an opportunity, so end with the end of one. Default: the latest time. */
  readonly end?: TransactionTime;
}

/** One history of opportunities per customer, ready for `fitBgBb`; customers in order of first appearance. */
export interface OpportunitySummary<Customer extends string | number = string | number> {
  readonly customer: Customer[];
  /** Periods with a purchase after that of the first. */
  readonly frequency: Float64Array;
  /** The last period with a purchase, the first purchase being in period 0; 0 without a repeat purchase. */
  readonly recency: Float64Array;
  /** Periods from the one after the first purchase to that of `end`. */
  readonly opportunities: Float64Array;
  readonly rows: number;
  /** Rows left out because they lie after `end`. */
  readonly rowsAfterEnd: number;
}

/**
 * One history per customer from a log of purchases in any order, where what counts is whether somebody bought in a period. The
 * period of the first purchase begins the history and is not counted.
 *
 * @throws RangeError when columns differ in length, a row has no customer or time, or an option is out of range.
 */
export function summarizeOpportunities<C extends string | number>(
  log: TransactionLog<C>,
  options: OpportunitySummaryOptions,
): OpportunitySummary<C> {
  const periodOf = periodOfDay(options.period);
  const { customers, customerOfRow, dayOfRow, latestDay } = readTransactionLog(log);
  const end = options.end === undefined ? latestDay : dayOfTime(options.end, "end");
  const kept = rowsUpTo(end, dayOfRow);
  const order = orderByCustomerAndDay(kept, customerOfRow, customers.length, dayOfRow);
  const lastPeriod = customers.length === 0 ? 0 : periodOf(end);

  const customer: C[] = [];
  const frequency = new Float64Array(customers.length);
  const recency = new Float64Array(customers.length);
  const opportunities = new Float64Array(customers.length);
  let who = -1;
  let first = 0;
  for (const row of order) {
    const period = periodOf(dayOfRow[row]!);
    if (customerOfRow[row] !== who) {
      who = customerOfRow[row]!;
      first = period;
      opportunities[customer.length] = lastPeriod - first;
      customer.push(customers[who]!);
    }
    const last = customer.length - 1;
    if (period - first > recency[last]!) {
      recency[last] = period - first;
      frequency[last]! += 1;
    }
  }
  const found = customer.length;
  return {
    customer,
    frequency: frequency.subarray(0, found),
    recency: recency.subarray(0, found),
    opportunities: opportunities.subarray(0, found),
    rows: dayOfRow.length,
    rowsAfterEnd: dayOfRow.length - kept.length,
  };
}

function periodOfDay(period: OpportunitySummaryOptions["period"]): (day: number) => number {
  // 1970-01-01 was a Thursday, the fourth day of its week.
  if (period === "week") return (day) => Math.floor((day + 3) / 7);
  if (period === "month") {
    return (day) => {
      const date = new Date(day * 86_400_000);
      return 12 * date.getUTCFullYear() + date.getUTCMonth();
    };
  }
  if (period === "year") return (day) => new Date(day * 86_400_000).getUTCFullYear();
  if (!(typeof period === "number" && period >= 1 && Number.isInteger(period))) {
    throw outOfRange("period", period, "week, month, year or a whole number of days from 1");
  }
  return (day) => Math.floor(day / period);
}
