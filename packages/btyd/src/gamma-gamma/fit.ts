import { minimiseFromStarts } from "../numerics/minimise-from-starts.ts";
import { weightedCorrelation, weightedMean } from "../numerics/weighted-correlation.ts";
import { outOfRange } from "../out-of-range.ts";
import type {
  GammaGammaFit,
  GammaGammaFitOptions,
  GammaGammaFitWarning,
  GammaGammaParams,
  GammaGammaRefusal,
  WeightedSpendColumns,
} from "./contract.ts";
import { gammaGammaObjective } from "./objective.ts";
import { firstSpendProblem } from "./spend-problem.ts";
import { usableSpend } from "./usable-spend.ts";

const DEFAULT_MIN_CUSTOMERS = 20;
/** Above it the supposition that count and value are independent is doubtful; an assumption of ours. */
const DOUBTFUL_CORRELATION = 0.3;

/** With values scaled to a mean of 1. */
const STARTS: readonly GammaGammaParams[] = [
  { p: 2, q: 4, v: 1.5 },
  { p: 10, q: 2, v: 0.2 },
  { p: 0.5, q: 10, v: 20 },
];

/**
 * Fits the Gamma-Gamma model by maximum likelihood. Deterministic; the order of rows is irrelevant; rescaling
 * the money unit rescales v and nothing else. Customers without purchases or with a mean value of zero or below
 * are left out and counted.
 *
 * Give it the purchases that the count model counts: with histories of repeat purchases, the mean value of the
 * repeat purchases.
 *
 * @throws RangeError when the columns differ in length.
 */
export function fitGammaGamma(
  spend: WeightedSpendColumns,
  options: GammaGammaFitOptions = {},
): GammaGammaFit | GammaGammaRefusal {
  for (const name of ["meanValue", "weight"] as const) {
    const length = spend[name]?.length ?? spend.count.length;
    if (length !== spend.count.length) {
      throw outOfRange(`length of ${name}`, length, `${spend.count.length}, the length of count`);
    }
  }
  const problem = firstSpendProblem(spend);
  if (problem !== null) {
    const { row, column, value, expected } = problem;
    return refuse("invalidSpend", `Row ${row}: ${column} is ${value}; expected ${expected}.`);
  }
  const usable = usableSpend(spend);
  const { customers, count, meanValue, weight } = usable;
  const needed = options.minCustomers ?? DEFAULT_MIN_CUSTOMERS;
  if (customers < needed || customers === 0) {
    const message = `${customers} customers have a positive mean value; expected at least ${needed}.`;
    return refuse("tooFewCustomers", message);
  }
  if (meanValue.every((value) => value === meanValue[0])) {
    return refuse("valuesDoNotVary", `Every mean value is ${meanValue[0]}; expected different ones.`);
  }

  const valueScale = weightedMean(meanValue, weight);
  const objective = gammaGammaObjective(usable, valueScale);
  const starts = STARTS.map(({ p, q, v }) => [p, q, v].map(Math.log));
  const { best, iterations } = minimiseFromStarts(objective, starts, customers, options.maxIterations);
  if (best === null) {
    return refuse("didNotConverge", `No maximum of the likelihood after ${iterations} steps.`);
  }
  const [p, q, scaledV] = [...best.point].map(Math.exp) as [number, number, number];
  const countValueCorrelation = weightedCorrelation(count, meanValue, weight);
  return {
    ok: true,
    params: { p, q, v: scaledV * valueScale },
    // Densities of scaled values are `valueScale` times as high.
    logLikelihood: -customers * (best.value + Math.log(valueScale)),
    iterations,
    customers,
    excludedNonPositive: usable.excludedNonPositive,
    excludedWithoutPurchase: usable.excludedWithoutPurchase,
    countValueCorrelation,
    warnings: warningsOf(q, countValueCorrelation),
  };
}

function warningsOf(q: number, correlation: number | null): GammaGammaFitWarning[] {
  const warnings: GammaGammaFitWarning[] = [];
  if (correlation !== null && Math.abs(correlation) > DOUBTFUL_CORRELATION) {
    const message = `Count and value correlate by ${correlation.toFixed(2)}; the model supposes none (up to ±${DOUBTFUL_CORRELATION}).`;
    warnings.push({ code: "countAndValueCorrelate", message });
  }
  if (q <= 1) {
    const message = `q is ${q.toPrecision(4)}; the mean over customers is finite only above 1.`;
    warnings.push({ code: "meanNotFinite", message });
  }
  return warnings;
}

function refuse(reason: GammaGammaRefusal["reason"], message: string): GammaGammaRefusal {
  return { ok: false, reason, message };
}
