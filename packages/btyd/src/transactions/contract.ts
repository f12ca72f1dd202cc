/**
 * A point in time: a number of days from any fixed day on, a `Date` (its day in UTC), or ISO text (`2024-03-01`, `20240301`,
 * either with a time of day behind it, which is not read: the day is the one written). Only the day matters.
 */
export type TransactionTime = number | Date | string;

/** A column of times. Numbers are days, not milliseconds. */
export type TransactionTimes = ArrayLike<TransactionTime>;

/** Purchases by column, in any order; row i of every column is one purchase or one line of it. */
export interface TransactionLog<Customer extends string | number = string | number> {
  /** Whose purchase it is: a number, or text that is not empty. */
  readonly customer: ArrayLike<Customer>;
  readonly time: TransactionTimes;
}

export interface ValuedTransactionLog<Customer extends string | number = string | number>
  extends TransactionLog<Customer> {
  /** Value of the row in any money unit; zero and negative values (free deliveries, credits) are kept. */
  readonly value: ArrayLike<number>;
}

/** Time unit of the results: a week is 7, a month 365.25 / 12, a year 365.25 days; a number is a number of days, > 0. */
export type TimeUnit = "day" | "week" | "month" | "year" | number;

export interface SummaryOptions {
  /** Last day of observation; rows after it are left out and counted. Default: the latest time of the log. */
  readonly end?: TransactionTime;
  /** Default `day`. */
  readonly unit?: TimeUnit;
}

export interface HoldoutSummaryOptions extends SummaryOptions {
  /**
   * Last day of the calibration: histories end here, and purchases after it until `end` are counted as hold-out. Customers who
   * first bought after it are left out and counted.
   */
  readonly calibrationEnd: TransactionTime;
}

/** One history per customer, ready for every fit. Times are in the unit asked for; customers in order of first appearance. */
export interface TransactionSummary<Customer extends string | number = string | number> {
  readonly customer: Customer[];
  /** Purchase days after the first. */
  readonly frequency: Float64Array;
  /** Time from the first to the last purchase day; 0 without a repeat purchase. */
  readonly recency: Float64Array;
  /** Time from the first purchase day to the end of the observation (of the calibration). */
  readonly age: Float64Array;
  /** Sum of ln of the intervals between consecutive purchase days; 0 without a repeat purchase. For models with regular purchases. */
  readonly sumLogIntervals: Float64Array;
  /** Days of one time unit. */
  readonly unitDays: number;
  /** Rows read, those left out included. */
  readonly rows: number;
  /** Rows left out because they lie after `end`. */
  readonly rowsAfterEnd: number;
  /** Customers left out because they first bought after the calibration; 0 without a calibration. */
  readonly customersAfterCalibration: number;
}

export interface SpendSummary {
  /** Value of the first purchase day. */
  readonly firstValue: Float64Array;
  /** Mean value of the repeat purchase days, as Gamma-Gamma wants it; 0 without a repeat purchase. */
  readonly meanValue: Float64Array;
  /** Rows up to `end` with a value of zero or below. They count as purchases and stand in all sums. */
  readonly rowsNotPositive: number;
}

export interface HoldoutSummary {
  /** Length of the hold-out in time units, from the end of the calibration to `end`. */
  readonly holdoutLength: number;
  /** Purchase days in the hold-out. */
  readonly holdoutFrequency: Float64Array;
}

export interface HoldoutSpendSummary {
  /** Value of all purchases in the hold-out. */
  readonly holdoutValue: Float64Array;
}
