import type { TransactionInterval, TransactionIntervals } from "../repeat-purchase/contract.ts";

/**
 * BG/BB: purchases that can only happen at given opportunities (a yearly appeal, a weekly market, a season's order), one or none
 * at each, by customers who leave unseen.
 *
 * While alive, a customer buys at an opportunity with a probability p that differs between customers as Beta(alpha, beta); before
 * every opportunity the customer leaves for good with a probability that differs as Beta(gamma, delta), independently of p.
 *
 * Source: Fader, Hardie & Shang (2010), Customer-Base Analysis in a Discrete-Time Noncontractual Setting, Marketing Science 29(6)
 * 1086-1108.
 *
 * Known limits
 * - Every customer has had all opportunities since the first purchase; how many were bought at once is not seen.
 * - Whether somebody left or only paused shows from three opportunities on.
 */
export interface BgBbParams {
  /** Beta distribution of the purchase probability, > 0: its mean is alpha / (alpha + beta). */
  readonly alpha: number;
  /** See alpha; > 0. */
  readonly beta: number;
  /** Beta distribution of the leaving probability, > 0: its mean is gamma / (gamma + delta). */
  readonly gamma: number;
  /** See gamma; > 0. */
  readonly delta: number;
}

/** What the model sees of one customer, counted from the first purchase, which itself is not counted. */
export interface OpportunityHistory {
  /** Opportunities with a purchase (x): an integer from 0 to `recency`. */
  readonly frequency: number;
  /** The last opportunity with a purchase (t_x): an integer from 1 to `opportunities`; ignored without a purchase. */
  readonly recency: number;
  /** Opportunities since the first purchase (n): an integer from 0 to {@link MAX_OPPORTUNITIES}. */
  readonly opportunities: number;
}

/** Many customers by column; row i of every column is customer i. */
export interface OpportunityColumns {
  /** See {@link OpportunityHistory.frequency}. */
  readonly frequency: ArrayLike<number>;
  /** See {@link OpportunityHistory.recency}. */
  readonly recency: ArrayLike<number>;
  /** See {@link OpportunityHistory.opportunities}. */
  readonly opportunities: ArrayLike<number>;
}

/** Columns in which a row may stand for several customers with the same history. */
export interface WeightedOpportunityColumns extends OpportunityColumns {
  /** Customers per row, > 0; absent means 1 each. */
  readonly weight?: ArrayLike<number>;
}

/** Bounds the time of every answer. */
export const MAX_OPPORTUNITIES = 100_000;

/**
 * The questions of `RepeatPurchaseModel` where time is a number of opportunities. A horizon is an integer from 0 to
 * {@link MAX_OPPORTUNITIES}.
 *
 * Errors: every method throws a `RangeError` that names the argument, its value and the allowed range; a history of a table is
 * named by its zero-based row.
 */
export interface BgBbModel {
  readonly model: "bgBb";
  readonly params: BgBbParams;
  /** ln of the likelihood of all histories, weighted. */
  logLikelihood(histories: WeightedOpportunityColumns): number;
  logLikelihoodOf(customer: OpportunityHistory): number;
  /** E[X(n)]: expected purchases of a new customer at the next `horizon` opportunities. */
  expectedTransactions(horizon: number): number;
  /** P(X(n) = x): probability that a new customer buys at exactly `count` of the next `horizon` opportunities. */
  transactionProbability(count: number, horizon: number): number;
  /** Probability that the customer is there at the next opportunity, n + 1. */
  probabilityAlive(customer: OpportunityHistory): number;
  probabilityAliveEach(histories: OpportunityColumns): Float64Array;
  /** Expected purchases at the next `horizon` opportunities, given the history. */
  conditionalExpectedTransactions(horizon: number, customer: OpportunityHistory): number;
  conditionalExpectedTransactionsEach(horizon: number, histories: OpportunityColumns): Float64Array;
  /** The same supposing that the customer is there at the next opportunity: what is at stake. */
  expectedTransactionsWhileAlive(horizon: number, customer: OpportunityHistory): number;
  expectedTransactionsWhileAliveEach(horizon: number, histories: OpportunityColumns): Float64Array;
  /** Probability of purchases at exactly `count` of the next `horizon` opportunities, given the history. */
  conditionalTransactionProbability(count: number, horizon: number, customer: OpportunityHistory): number;
  /**
   * Central interval that holds the purchases at the next `horizon` opportunities with a probability of at least `level` (default
   * 0.8), as in `RepeatPurchaseModel`.
   */
  transactionInterval(horizon: number, customer: OpportunityHistory, level?: number): TransactionInterval;
  transactionIntervalEach(
    horizon: number,
    histories: OpportunityColumns,
    level?: number,
  ): TransactionIntervals;
  /**
   * DERT: expected purchases at all opportunities to come, the one k opportunities away divided by (1 + discount)^k.
   *
   * @param discount rate per opportunity, > 0: 0.1 for 10 % from one to the next.
   */
  discountedExpectedTransactions(discount: number, customer: OpportunityHistory): number;
  discountedExpectedTransactionsEach(discount: number, histories: OpportunityColumns): Float64Array;
}
