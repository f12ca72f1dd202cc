/**
 * BG/NBD: how often customers without a contract buy, and whether they still do.
 *
 * While active, a customer buys at a Poisson rate λ that differs between customers as Gamma(r, alpha); after
 * every repeat purchase the customer leaves for good with a probability p that differs as Beta(a, b).
 *
 * Source: Fader, Hardie & Lee (2005), "Counting Your Customers" the Easy Way, Marketing Science 24(2) 275-284.
 *
 * Known limits
 * - A customer without a repeat purchase is active with probability exactly 1, however long ago the purchase
 *   was, because the model lets customers leave only after a repeat purchase. Where that matters, a model with
 *   dropout at any time (Pareto/NBD, MBG/NBD) is the better choice.
 * - Of two customers with the same recency the more frequent one can have the lower expectation: a long silence
 *   says more about somebody who used to buy often.
 * - No season, no price, no covariates; purchases on one day count once.
 */
export interface BgNbdParams {
  /** Shape of the purchase rate, > 0. A small r means that customers differ a lot. */
  readonly r: number;
  /** Rate of the purchase rate, > 0, in the time unit of the histories; the mean rate is r / alpha. */
  readonly alpha: number;
  /** First shape of the leaving probability, > 0; its mean is a / (a + b). */
  readonly a: number;
  /** Second shape of the leaving probability, > 0. */
  readonly b: number;
}

/** Something about a fit that its user should know before trusting a parameter. */
export interface BgNbdFitWarning {
  /**
   * - `leavingWeaklyIdentified`: a and b lie on a ridge; the data bear their ratio but not their size.
   * - `purchaseRateWeaklyIdentified`: the same for r and alpha; the customers hardly differ in their rate.
   */
  readonly code: "leavingWeaklyIdentified" | "purchaseRateWeaklyIdentified";
  readonly message: string;
}

export interface BgNbdFit {
  readonly ok: true;
  /** In the time unit of the histories. */
  readonly params: BgNbdParams;
  /** Natural logarithm of the likelihood of all customers, in the time unit of the histories. */
  readonly logLikelihood: number;
  /** Optimiser steps over all starts. */
  readonly iterations: number;
  /** Customers behind the fit (sum of weights). */
  readonly customers: number;
  /** Customers with at least one repeat purchase (sum of weights). */
  readonly repeatCustomers: number;
  readonly warnings: readonly BgNbdFitWarning[];
}

export interface BgNbdRefusal {
  readonly ok: false;
  /**
   * - `invalidHistory`: a value that no history can have; the message names row, column, value and range.
   * - `tooFewRepeatCustomers`: fewer customers with a repeat purchase than `minRepeatCustomers`.
   * - `didNotConverge`: no start reached a maximum of the likelihood.
   */
  readonly reason: "invalidHistory" | "tooFewRepeatCustomers" | "didNotConverge";
  readonly message: string;
}

export interface BgNbdFitOptions {
  /** Fewest customers with a repeat purchase (sum of weights). Default 20, five per parameter. */
  readonly minRepeatCustomers?: number;
  /** Optimiser steps per start. Default 300. */
  readonly maxIterations?: number;
}
