/**
 * What every fit returns. A fit never throws because of thin or awkward data and never hands out a silent number: whatever its
 * user must know stands in `warnings`, with the fallback that was taken. Only arguments that no data can have (a recency above
 * the age, columns of different length) throw a `RangeError` that names row, column, value and range.
 */
export interface ModelFit<Model extends string, Params> {
  /** Which model this is, as in the name of its functions: `bgNbd`, `paretoNbd`, … */
  readonly model: Model;
  /** In the units of the data given. Always finite. */
  readonly params: Params;
  /** Natural logarithm of the likelihood of all customers at `params`, in the units of the data given. */
  readonly logLikelihood: number;
  /**
   * Standard error per parameter from the observed information at `params`, in the parameter's own unit; null where the data do
   * not bear one (see `warnings`).
   */
  readonly standardErrors: StandardErrors<Params>;
  /** Joint uncertainty of the parameters, for intervals; null where the data do not bear it. */
  readonly uncertainty: ParameterUncertainty | null;
  /** Whether the search ended at a maximum. False always comes with a warning. */
  readonly converged: boolean;
  /** Optimiser steps over all starts and fallbacks. */
  readonly iterations: number;
  /** Customers (contracts) behind the fit: the sum of the weights of all rows that could be used. */
  readonly customers: number;
  /** Empty when there is nothing to beware of. */
  readonly warnings: readonly FitWarning[];
}

/** The shape of the parameters with a standard error, or null, in the place of every number. */
export type StandardErrors<Params> = {
  readonly [Name in keyof Params]: Params[Name] extends number ? number | null : StandardErrors<Params[Name]>;
};

/** Normal approximation around a fit, in the coordinates in which it was searched. */
export interface ParameterUncertainty {
  /**
   * Names of the parameters in the order of `point` and `covariance`; `record.name` for one that stands in a record of the
   * parameters. A parameter that is not named was not searched.
   */
  readonly names: readonly string[];
  /** `ln` where the coordinate is the logarithm of the parameter (all that are > 0), `identity` where it is the parameter. */
  readonly scales: readonly ParameterScale[];
  /** The fitted parameters in these coordinates. */
  readonly point: readonly number[];
  /** Covariance matrix by rows, size² numbers, in these coordinates. */
  readonly covariance: readonly number[];
}

export type ParameterScale = "ln" | "identity";

export interface FitWarning {
  readonly code: FitWarningCode;
  /** One English sentence: what was found, in numbers. */
  readonly message: string;
  /** One English sentence: what the fit did about it; null where it only tells. */
  readonly fallback: string | null;
}

/**
 * - `tooLittleData`: fewer observations than the parameters need; a weak prior was added.
 * - `noRepeatPurchases`: nobody bought again, so that rate and leaving cannot be told apart.
 * - `weaklyIdentified`: the data bear a combination of parameters but not each of them (a ridge), or hardly bound one of them.
 * - `didNotConverge`: no start reached a maximum of the likelihood.
 * - `uncertaintyUnknown`: the curvature at the maximum is not that of a maximum; standard errors are null.
 * - `doesNotVary`: the observations are all equal in what the model wants to explain.
 * - `dataLeftOut`: rows without information for this model were left out and counted.
 * - `countAndValueCorrelate`: how much customers spend depends on how often, which Gamma-Gamma supposes it does not.
 * - `meanNotFinite`: the fitted distribution has no finite mean; a robust location replaces it.
 * - `regularityFromSummary`: k was chosen without the intervals between purchases.
 */
export type FitWarningCode =
  | "tooLittleData"
  | "noRepeatPurchases"
  | "weaklyIdentified"
  | "didNotConverge"
  | "uncertaintyUnknown"
  | "doesNotVary"
  | "dataLeftOut"
  | "countAndValueCorrelate"
  | "meanNotFinite"
  | "regularityFromSummary";

/** Options that every fit takes. */
export interface FitOptions {
  /** Optimiser steps per start. Default 300. */
  readonly maxIterations?: number;
  /** Fewest informative customers (sum of weights) below which a weak prior is added. Default: five per parameter. */
  readonly minInformative?: number;
}
