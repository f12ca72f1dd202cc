/**
 * Gamma-Gamma: what a customer spends per purchase on average, when only a few purchases have been seen.
 *
 * The value of one purchase varies around the customer's own mean as Gamma(p, ν); ν differs between customers
 * as Gamma(q, v). The estimate shrinks the observed mean towards that of all customers, the more the fewer
 * purchases stand behind it.
 *
 * Source: Fader, Hardie & Lee (2005), RFM and CLV, Journal of Marketing Research 42(4) 415-430; Fader & Hardie,
 * note 025.
 *
 * Known limits
 * - Supposes that how much a customer spends does not depend on how often: look at `countValueCorrelation`.
 * - Values must be positive: credits and free deliveries have no place in it.
 * - A mean far above all others still pulls the estimate: no protection against outliers.
 */
export interface GammaGammaParams {
  /** Shape of the value of one purchase, > 0. */
  readonly p: number;
  /** Shape of the differences between customers, > 0; the mean over customers is finite only above 1. */
  readonly q: number;
  /** Rate of the differences between customers, > 0, in the money unit of the values. */
  readonly v: number;
}

/** Values by column; row i of every column is customer i. The money unit is the caller's. */
export interface SpendColumns {
  /** Purchases behind the mean value: an integer ≥ 0. Rows with 0 say nothing about spend. */
  readonly count: ArrayLike<number>;
  /** Mean value of these purchases; not read where count is 0. */
  readonly meanValue: ArrayLike<number>;
}

/** Columns in which a row may stand for several customers with the same count and mean value. */
export interface WeightedSpendColumns extends SpendColumns {
  /** Customers per row, > 0; absent means 1 each. */
  readonly weight?: ArrayLike<number>;
}

/** Something about a fit that its user should know. */
export interface GammaGammaFitWarning {
  /**
   * - `countAndValueCorrelate`: |correlation| above 0.3, so that the model's main supposition is doubtful.
   * - `meanNotFinite`: q ≤ 1; customers without a purchase get no estimate.
   */
  readonly code: "countAndValueCorrelate" | "meanNotFinite";
  readonly message: string;
}

export interface GammaGammaFit {
  readonly ok: true;
  /** In the money unit of the values. */
  readonly params: GammaGammaParams;
  /** Natural logarithm of the likelihood of all customers used, in the money unit of the values. */
  readonly logLikelihood: number;
  /** Optimiser steps over all starts. */
  readonly iterations: number;
  /** Customers behind the fit (sum of weights). */
  readonly customers: number;
  /** Customers left out because their mean value is zero or negative (sum of weights). */
  readonly excludedNonPositive: number;
  /** Customers left out because no purchase stands behind them (sum of weights). */
  readonly excludedWithoutPurchase: number;
  /** Pearson correlation of count and mean value over the customers used, −1 to 1; null when all counts are equal. */
  readonly countValueCorrelation: number | null;
  readonly warnings: readonly GammaGammaFitWarning[];
}

export interface GammaGammaRefusal {
  readonly ok: false;
  /**
   * - `invalidSpend`: a count, value or weight that no customer can have; the message names it.
   * - `tooFewCustomers`: fewer customers with a positive mean value than `minCustomers`.
   * - `valuesDoNotVary`: all mean values are equal; there is nothing to estimate.
   * - `didNotConverge`: no start reached a maximum of the likelihood.
   */
  readonly reason: "invalidSpend" | "tooFewCustomers" | "valuesDoNotVary" | "didNotConverge";
  readonly message: string;
}

export interface GammaGammaFitOptions {
  /** Fewest customers with a positive mean value (sum of weights). Default 20. */
  readonly minCustomers?: number;
  /** Optimiser steps per start. Default 300. */
  readonly maxIterations?: number;
}
