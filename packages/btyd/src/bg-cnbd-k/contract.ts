import type { FitOptions, ModelFit } from "../fits/contract.ts";

/**
 * BG/NBD and its relatives: how often customers without a contract buy, and whether they still do.
 *
 * While active, a customer buys at a rate λ that differs between customers as Gamma(r, alpha); after a purchase the customer
 * leaves for good with a probability p that differs as Beta(a, b). The four models of the family differ in two points:
 *
 * | Model | Intervals between purchases | Leaving is possible |
 * | --- | --- | --- |
 * | BG/NBD | exponential (k = 1) | after every repeat purchase |
 * | MBG/NBD | exponential (k = 1) | after every purchase, the first one included |
 * | BG/CNBD-k | Erlang-k: the more regular the higher k | after every repeat purchase |
 * | MBG/CNBD-k | Erlang-k | after every purchase, the first one included |
 *
 * Sources: Fader, Hardie & Lee (2005), "Counting Your Customers" the Easy Way, Marketing Science 24(2) 275-284 (BG/NBD);
 * Batislam, Denizel & Filiztekin (2007), IJRM 24(3) 201-209, and Hoppe & Wagner (2007), Marketing JRM 3 (MBG/NBD);
 * Reutterer, Platzer & Schröder (2021), IJRM 38(1) 194-215 (CNBD-k).
 *
 * Known limits
 * - BG/NBD and BG/CNBD-k: a customer without a repeat purchase is active with probability exactly 1, however long ago the
 *   purchase was. Where that matters, take the MBG form or Pareto/NBD.
 * - Of two customers with the same recency the more frequent one can have the lower expectation: a long silence says more
 *   about somebody who used to buy often.
 * - No season, no price, no covariates; purchases on one day count once.
 */
export interface BgNbdParams {
  /** Shape of the purchase rate, > 0. A small r means that customers differ a lot. */
  readonly r: number;
  /**
   * Rate of the purchase rate, > 0, in the time unit of the histories; the mean rate is r / alpha (of Erlang stages: a customer
   * of a CNBD-k model buys r / (k · alpha) times per time unit).
   */
  readonly alpha: number;
  /** First shape of the leaving probability, > 0; its mean is a / (a + b). */
  readonly a: number;
  /** Second shape of the leaving probability, > 0. */
  readonly b: number;
}

/** The parameters of MBG/NBD have the meaning of those of BG/NBD. */
export type MbgNbdParams = BgNbdParams;

/** Parameters of BG/CNBD-k and MBG/CNBD-k. */
export interface CnbdKParams extends BgNbdParams {
  /** Erlang stages per interval, an integer from 1 (exponential) to `MAX_K`. */
  readonly k: number;
}

/** Largest k that is supported: intervals with a standard deviation of 22 % of their mean. */
export const MAX_K = 20;

/** Which member of the family. */
export interface CnbdVariant {
  /** Erlang stages per interval. */
  readonly k: number;
  /** Whether a customer may already leave at the first purchase (the MBG models). */
  readonly leavesAtFirst: boolean;
}

export interface CnbdKFitOptions extends FitOptions {
  /** Fixes k, an integer from 1 to `MAX_K`. Without it k is chosen by likelihood. */
  readonly k?: number;
  /** Largest k that is tried, an integer from 1 to `MAX_K`. Default 6. */
  readonly maxK?: number;
}

/** A fit with the likelihoods that decided on k. */
export interface CnbdKFit<Model extends string> extends ModelFit<Model, CnbdKParams> {
  /** Each k that was tried, ascending, with the largest log-likelihood found for it. */
  readonly likelihoods: readonly LikelihoodOfK[];
}

export interface LikelihoodOfK {
  readonly k: number;
  readonly logLikelihood: number;
}
