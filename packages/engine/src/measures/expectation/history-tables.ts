/** Distinct histories by column, times in days; row i stands for `customers[i]` customers. */
export interface HistoryTable {
  /** Repeat purchase days. */
  readonly frequency: Float64Array;
  /** Days from the first to the last purchase. */
  readonly recency: Float64Array;
  /** Days from the first purchase to asOf. */
  readonly age: Float64Array;
  readonly customers: Float64Array;
  /** Sum of ln of the days between purchases, mean over the row's customers: likelihoods are linear in it. */
  readonly sumLogIntervals: Float64Array;
}

/** Histories at the cut with what followed: rows differ in one of the numbers, `age` counts up to the cut. */
export interface HoldoutTable extends HistoryTable {
  /** Repeat purchase days of the last months before the cut, as many as are held out. */
  readonly ordersBefore: Float64Array;
  /** Purchase days after the cut, up to asOf. */
  readonly ordersAfter: Float64Array;
}

/** Purchase days and mean product value per customer, for the fit of the spend model. */
export interface SpendTable {
  readonly count: Float64Array;
  readonly meanCents: Float64Array;
}
