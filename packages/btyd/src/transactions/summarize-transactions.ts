import { outOfRange } from "../out-of-range.ts";
import type {
  HoldoutSpendSummary,
  HoldoutSummary,
  HoldoutSummaryOptions,
  SpendSummary,
  SummaryOptions,
  TransactionLog,
  TransactionSummary,
  ValuedTransactionLog,
} from "./contract.ts";
import { dayOfTime } from "./day-of-time.ts";
import { orderByCustomerAndDay } from "./order-by-customer-and-day.ts";
import { readTransactionLog } from "./read-transaction-log.ts";
import { rowsUpTo } from "./rows-up-to.ts";
import { unitDays } from "./unit-days.ts";

/**
 * One history per customer from a log of purchases in any order. Purchases of one customer on one day count once, their values
 * add up. The first purchase day begins the history and is not counted in `frequency`.
 *
 * The result can be given to every fit as it is: `fitBgNbd(summary)`, `fitGammaGamma(summary)`. With `calibrationEnd` it holds
 * the histories of the calibration and what followed.
 *
 * @throws RangeError when columns differ in length, a row has no customer, time or value, `unit` is none, or `calibrationEnd`
 * lies after `end`. Numbers that can only be milliseconds are refused as times.
 */
export function summarizeTransactions<C extends string | number>(
  log: ValuedTransactionLog<C>,
  options: HoldoutSummaryOptions,
): TransactionSummary<C> & SpendSummary & HoldoutSummary & HoldoutSpendSummary;
export function summarizeTransactions<C extends string | number>(
  log: ValuedTransactionLog<C>,
  options?: SummaryOptions,
): TransactionSummary<C> & SpendSummary;
export function summarizeTransactions<C extends string | number>(
  log: TransactionLog<C>,
  options: HoldoutSummaryOptions,
): TransactionSummary<C> & HoldoutSummary;
export function summarizeTransactions<C extends string | number>(
  log: TransactionLog<C>,
  options?: SummaryOptions,
): TransactionSummary<C>;
export function summarizeTransactions<C extends string | number>(
  log: TransactionLog<C> & { readonly value?: ArrayLike<number> },
  options: SummaryOptions & { readonly calibrationEnd?: HoldoutSummaryOptions["calibrationEnd"] } = {},
): TransactionSummary<C> & Partial<SpendSummary & HoldoutSummary & HoldoutSpendSummary> {
  const days = unitDays(options.unit ?? "day");
  const { customers, customerOfRow, dayOfRow, latestDay } = readTransactionLog(log);
  const end = options.end === undefined ? latestDay : dayOfTime(options.end, "end");
  const hasHoldout = options.calibrationEnd !== undefined;
  const calibrationEnd = hasHoldout ? dayOfTime(options.calibrationEnd!, "calibrationEnd") : end;
  if (calibrationEnd > end && customers.length > 0) {
    throw outOfRange("calibrationEnd", options.calibrationEnd, `a time up to the end ${options.end ?? end}`);
  }
  const { value } = log;
  const rowsNotPositive = value === undefined ? 0 : checkValues(value, dayOfRow, end);
  const kept = rowsUpTo(end, dayOfRow);
  const order = orderByCustomerAndDay(kept, customerOfRow, customers.length, dayOfRow);

  const column = () => new Float64Array(customers.length);
  const frequency = column();
  const recency = column();
  const age = column();
  const sumLogIntervals = column();
  const firstValue = column();
  const meanValue = column();
  const holdoutFrequency = column();
  const holdoutValue = column();
  const customer: C[] = [];
  let customersAfterCalibration = 0;

  for (let at = 0; at < order.length; ) {
    const who = customerOfRow[order[at]!]!;
    const first = dayOfRow[order[at]!]!;
    if (first > calibrationEnd) {
      customersAfterCalibration += 1;
      while (at < order.length && customerOfRow[order[at]!] === who) at += 1;
      continue;
    }
    const row = customer.length;
    customer.push(customers[who]!);
    let last = first;
    let repeatValue = 0;
    while (at < order.length && customerOfRow[order[at]!] === who) {
      const day = dayOfRow[order[at]!]!;
      let dayValue = 0;
      for (; at < order.length && customerOfRow[order[at]!] === who && dayOfRow[order[at]!] === day; at++) {
        if (value !== undefined) dayValue += value[order[at]!]!;
      }
      if (day === first) {
        firstValue[row] = dayValue;
      } else if (day <= calibrationEnd) {
        frequency[row]! += 1;
        repeatValue += dayValue;
        sumLogIntervals[row]! += Math.log((day - last) / days);
        last = day;
      } else {
        holdoutFrequency[row]! += 1;
        holdoutValue[row]! += dayValue;
      }
    }
    recency[row] = (last - first) / days;
    age[row] = (calibrationEnd - first) / days;
    meanValue[row] = frequency[row] === 0 ? 0 : repeatValue / frequency[row]!;
  }

  const found = customer.length;
  return {
    customer,
    frequency: frequency.subarray(0, found),
    recency: recency.subarray(0, found),
    age: age.subarray(0, found),
    sumLogIntervals: sumLogIntervals.subarray(0, found),
    unitDays: days,
    rows: dayOfRow.length,
    rowsAfterEnd: dayOfRow.length - kept.length,
    customersAfterCalibration,
    ...(value === undefined
      ? {}
      : {
          firstValue: firstValue.subarray(0, found),
          meanValue: meanValue.subarray(0, found),
          rowsNotPositive,
        }),
    ...(hasHoldout
      ? {
          holdoutLength: found === 0 ? 0 : (end - calibrationEnd) / days,
          holdoutFrequency: holdoutFrequency.subarray(0, found),
        }
      : {}),
    ...(hasHoldout && value !== undefined ? { holdoutValue: holdoutValue.subarray(0, found) } : {}),
  };
}

/** The number of values of zero and below up to `end`. */
function checkValues(value: ArrayLike<number>, dayOfRow: Int32Array, end: number): number {
  if (value.length !== dayOfRow.length) {
    throw outOfRange("length of value", value.length, `${dayOfRow.length}, the length of customer`);
  }
  let notPositive = 0;
  for (let row = 0; row < dayOfRow.length; row++) {
    if (!Number.isFinite(value[row]!)) {
      throw outOfRange(`value of row ${row}`, value[row], "a finite number");
    }
    if (value[row]! <= 0 && dayOfRow[row]! <= end) notPositive += 1;
  }
  return notPositive;
}
