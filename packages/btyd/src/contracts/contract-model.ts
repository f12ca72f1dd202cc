import { sumSmoothTerms } from "../numerics/sum-smooth-terms.ts";
import { outOfRange } from "../out-of-range.ts";
import type { ContractKernel, ContractModel } from "./contract.ts";
import { contractLogLikelihood } from "./log-likelihood.ts";
import { periodTable } from "./period-table.ts";

/** Makes the public model of a kernel: checks of arguments, probabilities, sums over the lifetime, answers for tables. */
export function contractModel<Name extends string, Params>(
  kernel: ContractKernel<Name, Params>,
): ContractModel<Name, Params> {
  const survival = (renewals: number) => {
    checkAtLeast("renewals", renewals, 0);
    return Math.exp(kernel.logSurvival(0, renewals));
  };
  const conditional = (renewals: number, further: number) => {
    checkAtLeast("renewals", renewals, 0);
    return Math.exp(kernel.logSurvival(renewals, further));
  };
  const furtherRenewals = (renewals: number, horizon: number) => {
    checkAtLeast("renewals", renewals, 0);
    return sumSmoothTerms((k) => Math.exp(kernel.logSurvival(renewals, k + 1)), horizon, 1);
  };
  const residual = (renewals: number, discount: number) => {
    checkAtLeast("renewals", renewals, 0);
    const logFactor = -Math.log1p(discount);
    const payment = (k: number) => Math.exp(kernel.logSurvival(renewals, k + 1) + k * logFactor);
    return sumSmoothTerms(payment, Number.POSITIVE_INFINITY, 1 / (1 + discount));
  };

  return {
    model: kernel.model,
    params: kernel.params,
    logLikelihood: (data) => contractLogLikelihood(kernel, periodTable(data)),
    survival,
    survivalEach: (renewals) => each(renewals, survival),
    retention(renewal) {
      checkAtLeast("renewal", renewal, 1);
      return Math.exp(kernel.logSurvival(renewal - 1, 1));
    },
    churnProbability(period) {
      checkAtLeast("period", period, 1);
      return Math.exp(kernel.logSurvival(0, period - 1)) * -Math.expm1(kernel.logSurvival(period - 1, 1));
    },
    conditionalSurvival(renewals, further) {
      checkAtLeast("further", further, 0);
      return conditional(renewals, further);
    },
    conditionalSurvivalEach(renewals, further) {
      checkAtLeast("further", further, 0);
      return each(renewals, (done) => conditional(done, further));
    },
    expectedFurtherRenewals(renewals, horizon) {
      checkWhole("horizon", horizon);
      return furtherRenewals(renewals, horizon);
    },
    expectedFurtherRenewalsEach(renewals, horizon) {
      checkWhole("horizon", horizon);
      return each(renewals, (done) => furtherRenewals(done, horizon));
    },
    discountedExpectedLifetime(discount) {
      checkDiscount(discount);
      return 1 + residual(0, discount) / (1 + discount);
    },
    discountedExpectedResidualLifetime(renewals, discount) {
      checkDiscount(discount);
      return residual(renewals, discount);
    },
    discountedExpectedResidualLifetimeEach(renewals, discount) {
      checkDiscount(discount);
      return each(renewals, (done) => residual(done, discount));
    },
  };
}

/** A base has few distinct numbers of renewals: each is answered once. */
function each(renewals: ArrayLike<number>, answer: (renewals: number) => number): Float64Array {
  const known = new Map<number, number>();
  const answers = new Float64Array(renewals.length);
  for (let row = 0; row < renewals.length; row++) {
    const done = renewals[row]!;
    let found = known.get(done);
    if (found === undefined) {
      checkAtLeast(`renewals of row ${row}`, done, 0);
      found = answer(done);
      known.set(done, found);
    }
    answers[row] = found;
  }
  return answers;
}

function checkAtLeast(name: string, value: number, least: number): void {
  if (!(value >= least && value < Number.POSITIVE_INFINITY)) {
    throw outOfRange(name, value, `a finite number ≥ ${least}`);
  }
}

function checkWhole(name: string, value: number): void {
  if (!(Number.isInteger(value) && value >= 0)) throw outOfRange(name, value, "an integer ≥ 0");
}

function checkDiscount(discount: number): void {
  if (!(discount > 0 && discount < Number.POSITIVE_INFINITY)) {
    throw outOfRange("discount", discount, "a finite rate per period > 0");
  }
}
