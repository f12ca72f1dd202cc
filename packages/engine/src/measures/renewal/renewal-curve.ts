/** How long contracts last, from a fitted model or from what was observed: one shape for both. */
import type { ContractModel } from "@kleinod/btyd/contracts/contract.ts";
import type { ModelFit } from "@kleinod/btyd/fits/contract.ts";
import { quantityInterval } from "@kleinod/btyd/fits/quantity-interval.ts";

/** Nominal coverage of all intervals: 10 % to 90 %. */
export const intervalLevel = 0.8;

/** Where a contract stands at asOf, in whole months. */
export interface ContractStand {
  /** Months lived. */
  readonly age: number;
  /** Months to the end of the running term, at least 1. */
  readonly decisionIn: number;
  /** Until then it is bound by an agreed end. */
  readonly isAgreed: boolean;
}

/** Probability of being in force so many whole months from now. */
export type Ahead = (months: number) => number;

export interface Estimate {
  readonly expected: number;
  /** 80 % interval from the uncertainty of the curve; null where the data bear none. */
  readonly low: number | null;
  readonly high: number | null;
}

export interface RenewalCurve {
  /** The expectation of a running contract. */
  ahead(stand: ContractStand): Ahead;
  /** Anything ≥ 0 that rises with every probability of `ahead`, with its interval. */
  estimate(quantity: (ahead: (stand: ContractStand) => Ahead) => number): Estimate;
}

/**
 * Curve of a contractual model that counts in periods. A running contract is certain until its term ends; then and after every
 * further period one renewal is decided.
 */
export function modelCurve<Params>(
  fit: ModelFit<string, Params>,
  model: (params: Params) => ContractModel<string, Params>,
  periodMonths: number,
): RenewalCurve {
  const aheadOf =
    (params: Params) =>
    ({ age, decisionIn }: ContractStand): Ahead => {
      const retention = model(params);
      const renewals = Math.max(0, Math.round((age + decisionIn) / periodMonths) - 1);
      return (months) =>
        months < decisionIn
          ? 1
          : retention.conditionalSurvival(renewals, 1 + Math.floor((months - decisionIn) / periodMonths));
    };
  return {
    ahead: aheadOf(fit.params),
    estimate(quantity) {
      const found = quantityInterval(fit, (params) => quantity(aheadOf(params)), { level: intervalLevel });
      return found === null
        ? { expected: quantity(aheadOf(fit.params)), low: null, high: null }
        : { expected: found.estimate, low: found.low, high: found.high };
    },
  };
}
