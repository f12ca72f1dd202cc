export type {
  FitOptions,
  FitWarning,
  FitWarningCode,
  ModelFit,
  ParameterUncertainty,
} from "./fits/contract.ts";
export {
  type QuantityInterval,
  type QuantityIntervalOptions,
  quantityInterval,
} from "./fits/quantity-interval.ts";
export type {
  CustomerSpend,
  GammaGammaFit,
  GammaGammaFitOptions,
  GammaGammaModel,
  GammaGammaParams,
  SpendColumns,
  WeightedSpendColumns,
} from "./gamma-gamma/contract.ts";
export { fitGammaGamma } from "./gamma-gamma/fit.ts";
export { gammaGamma } from "./gamma-gamma/model.ts";
export type { CustomerHistory, HistoryColumns, WeightedHistoryColumns } from "./histories/contract.ts";
export type { ParetoNbdModel, ParetoNbdParams } from "./pareto-nbd/contract.ts";
export { fitParetoNbd } from "./pareto-nbd/fit.ts";
export { paretoNbd } from "./pareto-nbd/model.ts";
export type {
  RepeatPurchaseModel,
  TransactionInterval,
  TransactionIntervals,
} from "./repeat-purchase/contract.ts";
