import { fitBetaDiscreteWeibull } from "@kleinod/btyd/beta-discrete-weibull/fit.ts";
import { betaDiscreteWeibull } from "@kleinod/btyd/beta-discrete-weibull/model.ts";
import type { ContractModel } from "@kleinod/btyd/contracts/contract.ts";
import type { FitWarning, ModelFit } from "@kleinod/btyd/fits/contract.ts";
import { quantityInterval } from "@kleinod/btyd/fits/quantity-interval.ts";
import { fitShiftedBetaGeometric } from "@kleinod/btyd/shifted-beta-geometric/fit.ts";
import { shiftedBetaGeometric } from "@kleinod/btyd/shifted-beta-geometric/model.ts";
import { type Estimate, intervalLevel, modelCurve, type RenewalCurve } from "./renewal-curve.ts";
import type { contractsUpTo } from "./retention-counts.ts";

export const parametricModels = ["shiftedBetaGeometric", "betaDiscreteWeibull"] as const;
export type ParametricModel = (typeof parametricModels)[number];

export interface FittedParameter {
  readonly code: string;
  readonly value: number;
  readonly standardError: number | null;
  /** 80 % interval; null where the data bear none. */
  readonly low: number | null;
  readonly high: number | null;
}

/** A fitted contractual model as the measure needs it, whatever its parameters are. */
export interface FittedRenewals {
  readonly code: ParametricModel;
  readonly parameters: readonly FittedParameter[];
  readonly logLikelihood: number;
  readonly warnings: readonly FitWarning[];
  readonly curve: RenewalCurve;
  /** Probability that the n-th renewal happens when all before have, n ≥ 1. */
  readonly retention: (renewal: number) => number;
  /** Share of contracts still there after so many periods. */
  readonly survival: (periods: number) => Estimate;
}

type Contracts = ReturnType<typeof contractsUpTo>;

export function fitRenewals(
  code: ParametricModel,
  contracts: Contracts,
  periodMonths: number,
): FittedRenewals {
  switch (code) {
    case "shiftedBetaGeometric":
      return fitted(code, fitShiftedBetaGeometric(contracts), shiftedBetaGeometric, periodMonths);
    case "betaDiscreteWeibull":
      return fitted(code, fitBetaDiscreteWeibull(contracts), betaDiscreteWeibull, periodMonths);
  }
}

function fitted<Params extends { readonly [Name in keyof Params]: number }>(
  code: ParametricModel,
  fit: ModelFit<string, Params>,
  model: (params: Params) => ContractModel<string, Params>,
  periodMonths: number,
): FittedRenewals {
  const names = Object.keys(fit.params) as (keyof Params & string)[];
  const level = intervalLevel;
  const { retention, survival } = model(fit.params);
  return {
    code,
    parameters: names.map((name) => {
      const interval = quantityInterval(fit, (params) => params[name], { level });
      return {
        code: name,
        value: fit.params[name],
        standardError: fit.standardErrors[name] as number | null,
        low: interval?.low ?? null,
        high: interval?.high ?? null,
      };
    }),
    logLikelihood: fit.logLikelihood,
    warnings: fit.warnings,
    curve: modelCurve(fit, model, periodMonths),
    retention,
    survival: (periods) => {
      const expected = survival(periods);
      if (periods === 0) return { expected, low: 1, high: 1 };
      const interval = quantityInterval(fit, (params) => model(params).survival(periods), {
        level,
        range: "probability",
      });
      return { expected, low: interval?.low ?? null, high: interval?.high ?? null };
    },
  };
}
