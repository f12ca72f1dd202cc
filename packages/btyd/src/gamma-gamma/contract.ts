import type { FitOptions, ModelFit } from "../fits/contract.ts";

/**
 * Gamma-Gamma: what a customer spends per purchase on average, when only a few purchases have been seen.
 *
 * The value of one purchase varies around the customer's own mean p / ν as Gamma(p, ν); ν differs between customers as
 * Gamma(q, v). The estimate shrinks the observed mean towards that of all customers, the more the fewer purchases stand behind
 * it.
 *
 * Source: Fader, Hardie & Lee (2005), RFM and CLV, Journal of Marketing Research 42(4) 415-430; Fader & Hardie, note 025.
 *
 * Known limits
 * - Supposes that how much a customer spends does not depend on how often: look at `countValueCorrelation`.
 * - Values must be positive: credits and free deliveries have no place in it and are left out.
 * - A mean far above all others still pulls the estimate: no protection against single outliers.
 */
export interface GammaGammaParams {
  /** Shape of the value of one purchase, > 0. */
  readonly p: number;
  /** Shape of the differences between customers, > 0; the mean over customers is finite only above 1. */
  readonly q: number;
  /** Rate of the differences between customers, > 0, in the money unit of the values. */
  readonly v: number;
}

/** What one customer spent. */
export interface CustomerSpend {
  /**
   * Purchases behind the mean value: an integer ≥ 0. With histories, the repeat purchases, so that the value of the first one is
   * not read. 0 says nothing about spend.
   */
  readonly frequency: number;
  /** Mean value of these purchases; not read where frequency is 0, and where it is zero or negative the model cannot read it. */
  readonly meanValue: number;
}

/** The same by column; row i of every column is customer i. The money unit is the caller's. */
export interface SpendColumns {
  /** See {@link CustomerSpend.frequency}. */
  readonly frequency: ArrayLike<number>;
  /** See {@link CustomerSpend.meanValue}. */
  readonly meanValue: ArrayLike<number>;
}

/** Columns in which a row may stand for several customers with the same frequency and mean value. */
export interface WeightedSpendColumns extends SpendColumns {
  /** Customers per row, > 0; absent means 1 each. */
  readonly weight?: ArrayLike<number>;
}

export type GammaGammaFitOptions = FitOptions;

export interface GammaGammaFit extends ModelFit<"gammaGamma", GammaGammaParams> {
  /** Customers left out because their mean value is zero or negative (sum of weights). */
  readonly excludedNonPositive: number;
  /** Customers left out because no purchase stands behind them (sum of weights). */
  readonly excludedWithoutPurchase: number;
  /**
   * Pearson correlation of frequency and mean value over the customers used, −1 to 1; null when one of them does not vary. The
   * model supposes 0.
   */
  readonly countValueCorrelation: number | null;
  /** Whether the mean over customers is finite (q > 1). */
  readonly isMeanFinite: boolean;
}

/**
 * Questions to a Gamma-Gamma model with its parameters. Values are in the money unit of `params`. Every expectation is finite
 * and > 0. Arguments out of range throw a `RangeError` that names the argument, its value and the range, in a table also the
 * zero-based row.
 */
export interface GammaGammaModel {
  readonly model: "gammaGamma";
  readonly params: GammaGammaParams;
  /**
   * ln of the density of the mean values of all customers, weighted (note 025, eq. 1a). Customers whose mean value the model
   * cannot read count nothing, as in the fit. Depends on the money unit.
   */
  logLikelihood(spend: WeightedSpendColumns): number;
  /** The same for one customer: ln f(m | x). */
  logLikelihoodOf(customer: CustomerSpend): number;
  /**
   * Expected mean value of a customer's future purchases (note 025, eq. 5): p (v + x·m) / (p·x + q − 1). Where p·x + q is not at
   * least 0.1 above 1, so that this mean is infinite or many times anything usual, the median of the customer's own mean value
   * replaces it. Somebody without a purchase, or with a mean value of zero or below, is expected to spend what all customers do.
   */
  expectedMeanValue(customer: CustomerSpend): number;
  expectedMeanValueEach(spend: SpendColumns): Float64Array;
  /** Mean over customers of their own mean value, p·v / (q − 1); null when q ≤ 1, where it is not finite. */
  populationMean(): number | null;
  /** Half of the customers have an own mean value below it; finite for every q. */
  populationMedian(): number;
  /** Standard deviation over customers of their own mean value, p·v / ((q − 1) √(q − 2)); null when q ≤ 2. */
  populationStandardDeviation(): number | null;
}
