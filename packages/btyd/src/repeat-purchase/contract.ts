import type { CustomerHistory, HistoryColumns, WeightedHistoryColumns } from "../histories/contract.ts";

/**
 * A model of repeat purchases in continuous time with its parameters: the questions that every such model answers, under the
 * same names. Histories and horizons are in the time unit of the parameters. Every expectation is finite and ≥ 0, every
 * probability lies in 0 … 1.
 *
 * A method with `Each` answers for a whole table and returns typed arrays, row i for row i; it is the one to use for a base.
 *
 * Errors: every method throws a `RangeError` that names the argument, its value and the allowed range when an argument is out
 * of range; a history of a table is named by its zero-based row.
 */
export interface RepeatPurchaseModel<Name extends string, Params> {
  readonly model: Name;
  readonly params: Params;
  /** ln of the likelihood of all histories, weighted. Its value depends on the time unit. */
  logLikelihood(histories: WeightedHistoryColumns): number;
  /** ln of the likelihood of one history. */
  logLikelihoodOf(customer: CustomerHistory): number;
  /** E[X(t)]: expected repeat purchases of a new customer within `horizon` after the first purchase. */
  expectedTransactions(horizon: number): number;
  /** P(X(t) = n): probability of exactly `count` repeat purchases of a new customer within `horizon`. */
  transactionProbability(count: number, horizon: number): number;
  /** Probability that the customer has not left at the end of observation. */
  probabilityAlive(customer: CustomerHistory): number;
  probabilityAliveEach(histories: HistoryColumns): Float64Array;
  /** Expected purchases within `horizon` after the end of observation, given the history. 0 for a horizon of 0. */
  conditionalExpectedTransactions(horizon: number, customer: CustomerHistory): number;
  conditionalExpectedTransactionsEach(horizon: number, histories: HistoryColumns): Float64Array;
  /** The same supposing that the customer is alive at the end of observation: what is at stake. */
  expectedTransactionsWhileAlive(horizon: number, customer: CustomerHistory): number;
  expectedTransactionsWhileAliveEach(horizon: number, histories: HistoryColumns): Float64Array;
  /** Probability of exactly `count` purchases within `horizon` after the end of observation, given the history. */
  conditionalTransactionProbability(count: number, horizon: number, customer: CustomerHistory): number;
  /**
   * Central interval that holds the purchases within `horizon` with a probability of at least `level` (default 0.8): from the
   * smallest count whose cumulated probability reaches (1 − level) / 2 to the smallest that reaches (1 + level) / 2. Exact
   * quantiles at fixed parameters; for the uncertainty of the parameters see `quantityInterval`.
   */
  transactionInterval(horizon: number, customer: CustomerHistory, level?: number): TransactionInterval;
  transactionIntervalEach(horizon: number, histories: HistoryColumns, level?: number): TransactionIntervals;
}

/** Both ends are possible counts and belong to the interval. */
export interface TransactionInterval {
  readonly low: number;
  readonly high: number;
}

/** Intervals by column; row i belongs to row i of the histories. */
export interface TransactionIntervals {
  readonly low: Int32Array;
  readonly high: Int32Array;
}

/**
 * What a model must know; `repeatPurchaseModel` makes the public object of it. Arguments have been checked. `x`, `recency`,
 * `age` are a history; a new customer is (0, 0, 0).
 */
export interface RepeatPurchaseKernel<Name extends string, Params> {
  readonly model: Name;
  readonly params: Params;
  /** `sumLogIntervals` as in the histories, or NaN when it is not known. */
  logLikelihood(x: number, recency: number, age: number, sumLogIntervals: number): number;
  probabilityAlive(x: number, recency: number, age: number): number;
  expectedWhileAlive(horizon: number, x: number, recency: number, age: number): number;
  /**
   * Visits k = 0, 1, 2, … with the probability of exactly k purchases within `horizon` of a customer who is alive at its start,
   * until `visit` returns false.
   */
  walkCounts(
    horizon: number,
    x: number,
    recency: number,
    age: number,
    visit: (count: number, probability: number) => boolean,
  ): void;
  /**
   * P(exactly `count`) and P(at least `count`), count ≥ 1, of the same distribution without a walk. Optional: a model that has
   * them answers for many thousand purchases as fast as for a few.
   */
  countExactly?(horizon: number, x: number, recency: number, age: number, count: number): number;
  countAtLeast?(horizon: number, x: number, recency: number, age: number, count: number): number;
}
