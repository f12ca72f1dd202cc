import type { FitOptions, ModelFit } from "../fits/contract.ts";
import { fitByLikelihood, type Ridge } from "../fits/fit-by-likelihood.ts";
import { coarseHistories } from "../histories/coarse-histories.ts";
import type { PreparedHistories } from "../histories/prepare-histories.ts";
import { tooFewRepeatCustomers } from "../histories/too-few-repeat-customers.ts";
import type { BgNbdParams, CnbdVariant } from "./contract.ts";
import { lnIntervalFactor } from "./log-likelihood.ts";
import { cnbdObjective } from "./objective.ts";

/** Five a parameter. */
const MIN_REPEAT_CUSTOMERS = 20;
const NAMES = ["r", "alpha", "a", "b"] as const;

/** In scaled time: 40 intervals up to the mean age. */
const COARSE_STEP = 0.25;

/** In scaled time, where the mean age is 10, for k = 1. The published start (1, 3, 1, 3), and two far from it. */
const STARTS: readonly BgNbdParams[] = [
  { r: 1, alpha: 3, a: 1, b: 3 },
  { r: 0.3, alpha: 1, a: 0.3, b: 3 },
  { r: 3, alpha: 10, a: 2, b: 20 },
];

const RIDGES: readonly Ridge[] = [
  {
    direction: [0, 0, Math.LN2, Math.LN2],
    message: ([, , a, b]) =>
      `a = ${a!.toPrecision(4)} and b = ${b!.toPrecision(4)} could be twice as large: rely on a / (a + b) only.`,
  },
  {
    direction: [Math.LN2, Math.LN2, 0, 0],
    message: ([r, alpha]) =>
      `r = ${r!.toPrecision(4)} and alpha = ${alpha!.toPrecision(4)} could be twice as large: rely on r / alpha only.`,
  },
];

/**
 * Fits one member of the family by maximum likelihood. Deterministic. Searches over the logarithms of the parameters in scaled
 * time from up to three starts, until two agree.
 */
export function fitVariant<Model extends string>(
  model: Model,
  variant: CnbdVariant,
  prepared: PreparedHistories,
  options: FitOptions,
): ModelFit<Model, BgNbdParams> {
  const { scaled, timeScale, customers } = prepared;
  const { k } = variant;
  const lnScale = Math.log(timeScale);
  const coarse = coarseHistories(scaled, COARSE_STEP);
  const found = fitByLikelihood({
    names: NAMES,
    scales: ["ln", "ln", "ln", "ln"],
    objective: cnbdObjective(variant, scaled),
    pilot: coarse === null ? undefined : cnbdObjective(variant, coarse),
    // k stages an interval pass k times as fast.
    starts: STARTS.map(({ r, alpha, a, b }) => [r, alpha / k, a, b].map(Math.log)),
    customers,
    maxIterations: options.maxIterations,
    ridges: RIDGES,
    tooLittle: tooFewRepeatCustomers(prepared, options.minInformative ?? MIN_REPEAT_CUSTOMERS),
    toDataUnits: (point) => point.map((x, i) => (i === 1 ? x + lnScale : x)),
  });
  const [r, alpha, a, b] = found.values as [number, number, number, number];
  return {
    model,
    params: { r, alpha, a, b },
    // Scaled time multiplies the density of each of the k·x stages by `timeScale`.
    logLikelihood:
      -customers * found.value - k * prepared.repeatPurchases * lnScale + intervalFactors(k, prepared),
    standardErrors: found.standardErrors as ModelFit<Model, BgNbdParams>["standardErrors"],
    uncertainty: found.uncertainty,
    converged: found.converged,
    iterations: found.iterations,
    customers,
    warnings: found.warnings,
  };
}

function intervalFactors(k: number, { compressed }: PreparedHistories): number {
  const { frequency, recency, weight, sumLogIntervals } = compressed;
  if (k === 1) return 0;
  let sum = 0;
  for (let row = 0; row < weight.length; row++) {
    const known = sumLogIntervals?.[row] ?? Number.NaN;
    sum += weight[row]! * lnIntervalFactor(k, frequency[row]!, recency[row]!, known);
  }
  return sum;
}
