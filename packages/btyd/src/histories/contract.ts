/**
 * What a customer-base model sees of one customer, counted from the first purchase, which itself is not
 * counted. The time unit is the caller's (days, weeks, …); `recency`, `age` and every horizon share it.
 */
export interface CustomerHistory {
  /** Repeat purchases after the first one (x): an integer ≥ 0. Purchases on one day count once. */
  readonly frequency: number;
  /** Time from the first to the last purchase (t_x): 0 < recency ≤ age. Without a repeat purchase it is ignored. */
  readonly recency: number;
  /** Time from the first purchase to the end of observation (T): ≥ 0. */
  readonly age: number;
  /**
   * Sum of the natural logarithms of the intervals between consecutive purchases, first one included: at most
   * x · ln(recency / x), which it has when all intervals are equal. Only models with regular purchases (CNBD-k) read it, for
   * the choice of k; leave it out (in a column: NaN) when it is not known.
   */
  readonly sumLogIntervals?: number;
}

/** Many customers by column; row i of every column is customer i. Typed arrays are fastest. */
export interface HistoryColumns {
  /** See {@link CustomerHistory.frequency}. */
  readonly frequency: ArrayLike<number>;
  /** See {@link CustomerHistory.recency}. */
  readonly recency: ArrayLike<number>;
  /** See {@link CustomerHistory.age}. */
  readonly age: ArrayLike<number>;
  /** See {@link CustomerHistory.sumLogIntervals}; 0 without a repeat purchase. */
  readonly sumLogIntervals?: ArrayLike<number>;
}

/** Columns in which a row may stand for several customers with the same history. */
export interface WeightedHistoryColumns extends HistoryColumns {
  /** Customers per row, > 0; absent means 1 each. */
  readonly weight?: ArrayLike<number>;
}

/** Unique histories, ordered by frequency, recency and age, with the number of customers behind each. */
export interface CompressedHistories {
  readonly frequency: Float64Array;
  readonly recency: Float64Array;
  readonly age: Float64Array;
  readonly weight: Float64Array;
  /** Weighted mean over the joined rows; present when the histories had it, NaN where they did not know it. */
  readonly sumLogIntervals?: Float64Array;
}
