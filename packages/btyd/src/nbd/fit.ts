import type { FitOptions, ModelFit } from "../fits/contract.ts";
import { fitByLikelihood } from "../fits/fit-by-likelihood.ts";
import type { WeightedHistoryColumns } from "../histories/contract.ts";
import { prepareHistories } from "../histories/prepare-histories.ts";
import { tooFewRepeatCustomers } from "../histories/too-few-repeat-customers.ts";
import type { NbdParams } from "./contract.ts";
import { nbdObjective } from "./objective.ts";

/** Five a parameter. */
const MIN_REPEAT_CUSTOMERS = 10;

/** In scaled time, where the mean age is 10. */
const STARTS: readonly NbdParams[] = [
  { r: 1, alpha: 5 },
  { r: 0.2, alpha: 2 },
  { r: 5, alpha: 10 },
];

/**
 * Fits NBD by maximum likelihood. Deterministic; the order of rows is irrelevant; rescaling time rescales alpha and nothing
 * else. Thin data give a fit with warnings, see `ModelFit`.
 *
 * `minInformative` counts customers with a repeat purchase; default 10.
 *
 * @throws RangeError when the columns differ in length, or naming the first row that no customer can have.
 */
export function fitNbd(
  histories: WeightedHistoryColumns,
  options: FitOptions = {},
): ModelFit<"nbd", NbdParams> {
  const prepared = prepareHistories(histories);
  const { customers, timeScale } = prepared;
  const found = fitByLikelihood({
    names: ["r", "alpha"],
    scales: ["ln", "ln"],
    objective: nbdObjective(prepared.scaled),
    starts: STARTS.map(({ r, alpha }) => [Math.log(r), Math.log(alpha)]),
    customers,
    maxIterations: options.maxIterations,
    ridges: [
      {
        direction: [Math.LN2, Math.LN2],
        message: ([r, alpha]) =>
          `r = ${r!.toPrecision(4)} and alpha = ${alpha!.toPrecision(4)} could be twice as large: rely on r / alpha only.`,
      },
    ],
    tooLittle: tooFewRepeatCustomers(prepared, options.minInformative ?? MIN_REPEAT_CUSTOMERS),
    toDataUnits: ([r, alpha]) => Float64Array.of(r!, alpha! + Math.log(timeScale)),
  });
  const [r, alpha] = found.values as [number, number];
  return {
    model: "nbd",
    params: { r, alpha },
    logLikelihood: -customers * found.value - prepared.repeatPurchases * Math.log(timeScale),
    standardErrors: found.standardErrors as ModelFit<"nbd", NbdParams>["standardErrors"],
    uncertainty: found.uncertainty,
    converged: found.converged,
    iterations: found.iterations,
    customers,
    warnings: found.warnings,
  };
}
