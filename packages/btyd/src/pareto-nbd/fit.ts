import type { FitOptions, ModelFit } from "../fits/contract.ts";
import { fitByLikelihood } from "../fits/fit-by-likelihood.ts";
import { coarseHistories } from "../histories/coarse-histories.ts";
import type { WeightedHistoryColumns } from "../histories/contract.ts";
import { prepareHistories } from "../histories/prepare-histories.ts";
import { tooFewRepeatCustomers } from "../histories/too-few-repeat-customers.ts";
import type { ParetoNbdParams } from "./contract.ts";
import { paretoNbdObjective } from "./objective.ts";
import { MIN_REPEAT_CUSTOMERS_PER_PARAMETER, NAMES, ridges, searchStarts } from "./search.ts";

/** In scaled time: 40 intervals up to the mean age. */
const COARSE_STEP = 0.25;

/**
 * Fits Pareto/NBD by maximum likelihood. Deterministic; the order of rows is irrelevant; histories may be given compressed or
 * not. Rescaling time rescales alpha and beta and nothing else. Thin data give a fit with warnings, see `ModelFit`.
 *
 * `minInformative` counts customers with a repeat purchase; default 20.
 *
 * @throws RangeError when the columns differ in length, or naming the first row that no customer can have.
 */
export function fitParetoNbd(
  histories: WeightedHistoryColumns,
  options: FitOptions = {},
): ModelFit<"paretoNbd", ParetoNbdParams> {
  const prepared = prepareHistories(histories);
  const { scaled, timeScale, customers, repeatPurchases } = prepared;
  const lnScale = Math.log(timeScale);
  const needed = options.minInformative ?? MIN_REPEAT_CUSTOMERS_PER_PARAMETER * NAMES.length;
  const coarse = coarseHistories(scaled, COARSE_STEP);
  const found = fitByLikelihood({
    names: NAMES,
    scales: ["ln", "ln", "ln", "ln"],
    objective: paretoNbdObjective(scaled),
    pilot: coarse === null ? undefined : paretoNbdObjective(coarse),
    starts: searchStarts(0),
    customers,
    maxIterations: options.maxIterations,
    ridges: ridges(0),
    tooLittle: tooFewRepeatCustomers(prepared, needed),
    toDataUnits: (point) => point.map((x, i) => (i % 2 === 1 ? x + lnScale : x)),
  });
  const [r, alpha, s, beta] = found.values as [number, number, number, number];
  return {
    model: "paretoNbd",
    params: { r, alpha, s, beta },
    // Scaled time multiplies the density of every repeat purchase by `timeScale`.
    logLikelihood: -customers * found.value - repeatPurchases * lnScale,
    standardErrors: found.standardErrors as ModelFit<"paretoNbd", ParetoNbdParams>["standardErrors"],
    uncertainty: found.uncertainty,
    converged: found.converged,
    iterations: found.iterations,
    customers,
    warnings: found.warnings,
  };
}
