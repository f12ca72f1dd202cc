/**
 * Contractual customer base: every contract may be renewed or ended at the end of each period (a year, a month), so that it is
 * known who has left. T is the number of periods that a contract is paid for: a contract that is never renewed has T = 1, and
 * S(t) = P(T > t) is the share that is still there after t renewals.
 */

/** One cohort by the number still there. */
export interface SurvivorCounts {
  /**
   * First the contracts at the start, then those that were renewed at the end of period 1, 2, …; never increasing, ≥ 0. Need not
   * be integers, but must be counts: shares or percent would tell a wrong number of contracts and so wrong standard errors.
   */
  readonly survivors: ArrayLike<number>;
}

/** Contracts by column; row i of every column is contract i. Contracts may have started at different times. */
export interface ContractColumns {
  /**
   * Whole periods: of a contract that has ended the number paid for (T ≥ 1); of one still running the renewals seen (≥ 0). An
   * integer up to {@link MAX_PERIODS}. `summarizeContracts` makes it from dates.
   */
  readonly periods: ArrayLike<number>;
  /** 1 or true: ended after that period. 0 or false: still running (censored). */
  readonly ended: ArrayLike<number | boolean>;
  /** Contracts per row, > 0; absent means 1 each. */
  readonly weight?: ArrayLike<number>;
}

export type ContractData = SurvivorCounts | ContractColumns;

/** A period is at least a day of business: more of them are a mistake in the unit. */
export const MAX_PERIODS = 100_000;

/**
 * A model of contractual retention with its parameters. Renewals and periods may be fractions where the formula allows it;
 * every answer is finite, every probability lies in 0 … 1.
 *
 * Errors: every method throws a `RangeError` that names the argument, its value and the allowed range when it is out of range.
 */
export interface ContractModel<Name extends string, Params> {
  readonly model: Name;
  readonly params: Params;
  /** ln of the likelihood of all contracts. */
  logLikelihood(data: ContractData): number;
  /** S(t): probability that a new contract is still there after `renewals` ≥ 0 renewals. 1 at 0, never rising. */
  survival(renewals: number): number;
  survivalEach(renewals: ArrayLike<number>): Float64Array;
  /** r_t = S(t) / S(t − 1): probability that the t-th renewal happens when all before have; `renewal` ≥ 1. */
  retention(renewal: number): number;
  /** P(T = t) = S(t − 1) − S(t): probability that a new contract ends after period `period` ≥ 1. */
  churnProbability(period: number): number;
  /** S(renewals + further) / S(renewals): probability that a contract with `renewals` renewals has `further` ≥ 0 more. */
  conditionalSurvival(renewals: number, further: number): number;
  conditionalSurvivalEach(renewals: ArrayLike<number>, further: number): Float64Array;
  /** Expected number of the next `horizon` renewals that a contract with `renewals` renewals will see; `horizon` an integer ≥ 0. */
  expectedFurtherRenewals(renewals: number, horizon: number): number;
  expectedFurtherRenewalsEach(renewals: ArrayLike<number>, horizon: number): Float64Array;
  /**
   * Σ S(t) / (1 + discount)^t from t = 0: expected payments of a new contract in units of one payment, the first, which is paid
   * now, included. `discount` is the rate per period, > 0.
   */
  discountedExpectedLifetime(discount: number): number;
  /**
   * Σ S(renewals + 1 + k) / S(renewals) / (1 + discount)^k from k = 0: expected payments still to come of a contract with
   * `renewals` renewals, seen immediately before the next renewal is decided; the payment of that renewal is not discounted
   * (Fader & Hardie 2010, whose n is `renewals` + 1). `discount` is the rate per period, > 0.
   */
  discountedExpectedResidualLifetime(renewals: number, discount: number): number;
  discountedExpectedResidualLifetimeEach(renewals: ArrayLike<number>, discount: number): Float64Array;
}

/** What a model must know; `contractModel` makes the public object of it. Arguments have been checked. */
export interface ContractKernel<Name extends string, Params> {
  readonly model: Name;
  readonly params: Params;
  /** ln [S(renewals + further) / S(renewals)], ≤ 0. */
  logSurvival(renewals: number, further: number): number;
}
