import {
  type FitWarning,
  type FitWarningCode,
  fitBgNbd,
  fitMbgCnbdK,
  fitMbgNbd,
  fitNbd,
  fitParetoNbd,
  type ModelFit,
  nbd,
  type QuantityInterval,
  quantityInterval,
} from "@kleinod/btyd/index.ts";
import { type ChosenModel, type PurchaseModel, purchaseModel } from "./chosen-model.ts";
import type { HistoryTable } from "./history-tables.ts";
import type { ForecastModel } from "./report-contract.ts";

/** A fitted model of repeat purchases with what is worth keeping of its fit. */
export interface FittedModel {
  readonly model: PurchaseModel;
  readonly fit: FitRecord;
  /** False when the parameters come from a start or a prior rather than from the data. */
  readonly isUsable: boolean;
  /** Interval of anything that follows from the model, with the uncertainty of its parameters; null where the data bear none. */
  readonly interval: (quantity: (model: PurchaseModel) => number, level: number) => QuantityInterval | null;
}

/** A fit as plain JSON. */
export interface FitRecord {
  readonly logLikelihood: number;
  readonly customers: number;
  readonly parameters: readonly FittedParameter[];
  readonly warnings: readonly FitWarning[];
}

/** Low and high are a 90 % interval; null where the data do not bear one. */
export interface FittedParameter {
  readonly code: string;
  readonly value: number;
  readonly standardError: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

export interface FittedCandidate extends FittedModel {
  readonly chosen: ChosenModel;
}

/** Warnings with which the parameters are not those of the data. */
const unusable: ReadonlySet<FitWarningCode> = new Set(["noRepeatPurchases", "tooLittleData"]);
export const intervalLevel = 0.9;

/** Models that read intervals between purchases or integrals, whose fit of a large base rests on a sample. */
export const slowModels: ReadonlySet<ForecastModel> = new Set(["paretoNbd", "mbgCnbdK"]);

/** Fits one of the models that may be chosen. */
export function fitCandidate(code: ForecastModel, table: HistoryTable): FittedCandidate {
  const histories = { ...table, weight: table.customers };
  switch (code) {
    case "bgNbd":
      return candidate(fitBgNbd(histories), (params) => ({ model: "bgNbd", params }));
    case "mbgNbd":
      return candidate(fitMbgNbd(histories), (params) => ({ model: "mbgNbd", params }));
    case "paretoNbd":
      return candidate(fitParetoNbd(histories), (params) => ({ model: "paretoNbd", params }));
    case "mbgCnbdK":
      return candidate(fitMbgCnbdK(histories), (params) => ({ model: "mbgCnbdK", params }));
  }
}

/** The benchmark in which nobody leaves. */
export function fitNobodyLeaves(table: HistoryTable): FittedModel {
  return fitted(fitNbd({ ...table, weight: table.customers }), nbd);
}

function candidate<Params extends object>(
  fit: ModelFit<string, Params>,
  chosenWith: (params: Params) => ChosenModel,
): FittedCandidate {
  return {
    ...fitted(fit, (params) => purchaseModel(chosenWith(params))),
    chosen: chosenWith(fit.params),
  };
}

function fitted<Params extends object>(
  fit: ModelFit<string, Params>,
  modelWith: (params: Params) => PurchaseModel,
): FittedModel {
  const { logLikelihood, customers, warnings, converged } = fit;
  const errors = fit.standardErrors as Readonly<Record<string, number | null>>;
  const parameters = Object.entries(fit.params).map(([code, value]: [string, number]) => {
    const standardError = errors[code] ?? null;
    const interval =
      standardError === null
        ? null
        : quantityInterval(fit, (params) => (params as Readonly<Record<string, number>>)[code]!, {
            level: intervalLevel,
          });
    return { code, value, standardError, low: interval?.low ?? null, high: interval?.high ?? null };
  });
  return {
    model: modelWith(fit.params),
    fit: { logLikelihood, customers, parameters, warnings },
    // A search that only ended with the weak prior did end: how such a fit forecasts is for the hold-out to tell.
    isUsable: converged && !warnings.some(({ code }) => unusable.has(code)),
    interval: (quantity, level) => quantityInterval(fit, (params) => quantity(modelWith(params)), { level }),
  };
}
