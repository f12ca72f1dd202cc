export type { BetaDiscreteWeibullParams } from "./beta-discrete-weibull/contract.ts";
export { type BetaDiscreteWeibullFit, fitBetaDiscreteWeibull } from "./beta-discrete-weibull/fit.ts";
export { betaDiscreteWeibull } from "./beta-discrete-weibull/model.ts";
export type {
  BgBbModel,
  BgBbParams,
  OpportunityColumns,
  OpportunityHistory,
  WeightedOpportunityColumns,
} from "./bg-bb/contract.ts";
export { type BgBbFit, fitBgBb } from "./bg-bb/fit.ts";
export { bgBb } from "./bg-bb/model.ts";
export type {
  BgNbdParams,
  CnbdKFit,
  CnbdKFitOptions,
  CnbdKParams,
  LikelihoodOfK,
  MbgNbdParams,
} from "./bg-cnbd-k/contract.ts";
export { fitBgNbd, fitMbgNbd } from "./bg-cnbd-k/fit.ts";
export { fitBgCnbdK, fitMbgCnbdK } from "./bg-cnbd-k/fit-k.ts";
export { bgCnbdK, bgNbd, mbgCnbdK, mbgNbd } from "./bg-cnbd-k/model.ts";
export type { ContractColumns, ContractData, ContractModel, SurvivorCounts } from "./contracts/contract.ts";
export {
  type ContractDates,
  type ContractSummary,
  type SummarizeContractsOptions,
  summarizeContracts,
} from "./contracts/summarize-contracts.ts";
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
export type {
  DurationColumns,
  KaplanMeier,
  KaplanMeierQuantile,
  RestrictedMean,
} from "./kaplan-meier/contract.ts";
export { kaplanMeier } from "./kaplan-meier/kaplan-meier.ts";
export type {
  CustomerHistoryAndSpend,
  HistoryAndSpendColumns,
  LifetimeValueSettings,
} from "./lifetime-value/contract.ts";
export {
  customerLifetimeValue,
  customerLifetimeValueEach,
  discountedTransactions,
  discountedTransactionsEach,
} from "./lifetime-value/customer-lifetime-value.ts";
export type { NbdParams } from "./nbd/contract.ts";
export { fitNbd } from "./nbd/fit.ts";
export { nbd } from "./nbd/model.ts";
export type { ParetoNbdModel, ParetoNbdParams } from "./pareto-nbd/contract.ts";
export type {
  CovariateColumns,
  CovariateValues,
  CustomerCovariates,
  HistoriesWithCovariates,
  ParetoNbdCovariateFitOptions,
  ParetoNbdCovariateModel,
  ParetoNbdCovariateParams,
} from "./pareto-nbd/covariates-contract.ts";
export { fitParetoNbd } from "./pareto-nbd/fit.ts";
export { fitParetoNbdWithCovariates } from "./pareto-nbd/fit-with-covariates.ts";
export { paretoNbd } from "./pareto-nbd/model.ts";
export { paretoNbdWithCovariates } from "./pareto-nbd/model-with-covariates.ts";
export type {
  RepeatPurchaseModel,
  TransactionInterval,
  TransactionIntervals,
} from "./repeat-purchase/contract.ts";
export type { ShiftedBetaGeometricParams } from "./shifted-beta-geometric/contract.ts";
export { fitShiftedBetaGeometric, type ShiftedBetaGeometricFit } from "./shifted-beta-geometric/fit.ts";
export { shiftedBetaGeometric } from "./shifted-beta-geometric/model.ts";
export type {
  HoldoutSpendSummary,
  HoldoutSummary,
  HoldoutSummaryOptions,
  SpendSummary,
  SummaryOptions,
  TimeUnit,
  TransactionLog,
  TransactionSummary,
  TransactionTime,
  ValuedTransactionLog,
} from "./transactions/contract.ts";
export {
  type OpportunitySummary,
  type OpportunitySummaryOptions,
  summarizeOpportunities,
} from "./transactions/summarize-opportunities.ts";
export { summarizeTransactions } from "./transactions/summarize-transactions.ts";
