import type { FitOptions } from "../fits/contract.ts";
import type { WeightedHistoryColumns } from "../histories/contract.ts";
import type { TransactionIntervals } from "../repeat-purchase/contract.ts";
import type { ParetoNbdModel, ParetoNbdParams } from "./contract.ts";

/**
 * Pareto/NBD with static covariates: what is known of a customer from the beginning (channel, industry, region as 0 or 1, size)
 * shifts the two rates of the customer by a factor:
 *
 *   alpha of the customer = alpha · e^(−Σ transaction effect · value),   beta = beta · e^(−Σ lifetime effect · value).
 *
 * A positive transaction effect means more purchases: a value higher by 1 multiplies the purchase rate by e^effect. A positive
 * lifetime effect means an earlier leaving: it multiplies the leaving rate by e^effect. r and s stay the same for everybody.
 *
 * Source: Fader & Hardie (2007), Incorporating Time-Invariant Covariates into the Pareto/NBD and BG/NBD Models.
 */
export interface ParetoNbdCovariateParams extends ParetoNbdParams {
  /** Effect on the purchase rate by name of the covariate, per unit of its value; any finite number. */
  readonly transactionEffects: CovariateValues;
  /** Effect on the leaving rate by name of the covariate, per unit of its value; any finite number. */
  readonly lifetimeEffects: CovariateValues;
}

/** A finite number by name of the covariate. */
export type CovariateValues = Readonly<Record<string, number>>;

/** What is known of one customer. Every covariate that the model has must be given; others are not allowed. */
export interface CustomerCovariates {
  readonly transaction?: CovariateValues;
  readonly lifetime?: CovariateValues;
}

/** Covariates by column; row i of every column is customer i. The same covariate may stand in both records. */
export interface CovariateColumns {
  readonly transaction?: Readonly<Record<string, ArrayLike<number>>>;
  readonly lifetime?: Readonly<Record<string, ArrayLike<number>>>;
}

/** Histories with what is known of the customers. */
export interface HistoriesWithCovariates extends WeightedHistoryColumns {
  readonly covariates: CovariateColumns;
}

export interface ParetoNbdCovariateFitOptions extends FitOptions {
  /**
   * Weight λ ≥ 0 of a ridge penalty λ · Σ (effect · standard deviation of the covariate)², added to minus the mean log-likelihood
   * per customer. Default 0: none. With it many covariates on few customers give small effects instead of wild ones; standard
   * errors are then those of the penalised likelihood.
   */
  readonly regularisation?: number;
}

/** The model of all customers together; `forCustomer` gives the plain one of one of them. */
export interface ParetoNbdCovariateModel {
  readonly model: "paretoNbdWithCovariates";
  readonly params: ParetoNbdCovariateParams;
  /**
   * The plain Pareto/NBD of the customers with these covariates, with all its answers.
   *
   * @throws RangeError when a covariate of the model is missing, unknown to the model, or not a finite number.
   */
  forCustomer(covariates: CustomerCovariates): ParetoNbdModel;
  /** ln of the likelihood of all histories, weighted. */
  logLikelihood(histories: HistoriesWithCovariates): number;
  /** As in `RepeatPurchaseModel`, every row with its own covariates; likewise the following. */
  probabilityAliveEach(histories: HistoriesWithCovariates): Float64Array;
  conditionalExpectedTransactionsEach(horizon: number, histories: HistoriesWithCovariates): Float64Array;
  expectedTransactionsWhileAliveEach(horizon: number, histories: HistoriesWithCovariates): Float64Array;
  transactionIntervalEach(
    horizon: number,
    histories: HistoriesWithCovariates,
    level?: number,
  ): TransactionIntervals;
  discountedExpectedTransactionsEach(delta: number, histories: HistoriesWithCovariates): Float64Array;
}
