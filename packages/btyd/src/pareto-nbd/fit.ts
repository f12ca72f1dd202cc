import type { FitOptions, FitWarning, ModelFit } from "../fits/contract.ts";
import { fitByLikelihood, type Ridge } from "../fits/fit-by-likelihood.ts";
import { checkHistories } from "../histories/check-history.ts";
import { compressHistories } from "../histories/compress-histories.ts";
import type { WeightedHistoryColumns } from "../histories/contract.ts";
import type { ParetoNbdParams } from "./contract.ts";
import { paretoNbdObjective } from "./objective.ts";

/** Five a parameter. */
const MIN_REPEAT_CUSTOMERS = 20;
const NAMES = ["r", "alpha", "s", "beta"] as const;
const SCALED_MEAN_AGE = 10;

/** In scaled time, where the mean age is 10: half of the customers gone by then, and two far from it. */
const STARTS: readonly ParetoNbdParams[] = [
  { r: 0.7, alpha: 4, s: 0.7, beta: 5 },
  { r: 1.5, alpha: 2, s: 1.5, beta: 20 },
  { r: 0.3, alpha: 10, s: 0.5, beta: 1 },
];

const RIDGES: readonly Ridge[] = [
  {
    direction: [Math.LN2, Math.LN2, 0, 0],
    message: ([r, alpha]) =>
      `r = ${r!.toPrecision(4)} and alpha = ${alpha!.toPrecision(4)} could be twice as large: rely on r / alpha only.`,
  },
  {
    direction: [0, 0, Math.LN2, Math.LN2],
    message: ([, , s, beta]) =>
      `s = ${s!.toPrecision(4)} and beta = ${beta!.toPrecision(4)} could be twice as large: rely on s / beta only.`,
  },
];

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
  checkHistories(histories);
  const compressed = compressHistories(histories);
  const { frequency, age, weight } = compressed;
  let customers = 0;
  let repeatCustomers = 0;
  let repeatPurchases = 0;
  let ages = 0;
  for (let row = 0; row < weight.length; row++) {
    customers += weight[row]!;
    if (frequency[row]! > 0) repeatCustomers += weight[row]!;
    repeatPurchases += weight[row]! * frequency[row]!;
    ages += weight[row]! * age[row]!;
  }
  const timeScale = ages > 0 ? ages / customers / SCALED_MEAN_AGE : 1;
  const scale = (times: Float64Array) => times.map((time) => time / timeScale);
  const lnScale = Math.log(timeScale);
  const found = fitByLikelihood({
    names: NAMES,
    scales: ["ln", "ln", "ln", "ln"],
    objective: paretoNbdObjective({
      ...compressed,
      recency: scale(compressed.recency),
      age: scale(compressed.age),
    }),
    starts: STARTS.map(({ r, alpha, s, beta }) => [r, alpha, s, beta].map(Math.log)),
    customers,
    maxIterations: options.maxIterations,
    ridges: RIDGES,
    tooLittle: tooLittle(customers, repeatCustomers, options.minInformative ?? MIN_REPEAT_CUSTOMERS),
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

function tooLittle(customers: number, repeatCustomers: number, needed: number): FitWarning | null {
  const fallback = "A weak prior was added; it decides what the data do not.";
  if (customers > 0 && repeatCustomers === 0) {
    const message = `None of ${customers} customers bought again, so that buying rarely and leaving early look alike.`;
    return { code: "noRepeatPurchases", message, fallback };
  }
  if (repeatCustomers >= needed && customers > 0) return null;
  const message = `${repeatCustomers} of ${customers} customers bought again; expected at least ${needed}.`;
  return { code: "tooLittleData", message, fallback };
}
