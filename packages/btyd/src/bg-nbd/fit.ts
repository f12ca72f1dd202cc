import { checkHistoryColumns } from "../histories/check-history-columns.ts";
import { compressHistories } from "../histories/compress-histories.ts";
import type { CompressedHistories, WeightedHistoryColumns } from "../histories/contract.ts";
import { firstHistoryProblem } from "../histories/history-problem.ts";
import type { Minimum, Objective } from "../numerics/minimise-bfgs.ts";
import { minimiseFromStarts } from "../numerics/minimise-from-starts.ts";
import type { BgNbdFit, BgNbdFitOptions, BgNbdFitWarning, BgNbdParams, BgNbdRefusal } from "./contract.ts";
import { bgNbdObjective } from "./objective.ts";

const DEFAULT_MIN_REPEAT_CUSTOMERS = 20;
/** Log-likelihood that doubling a pair of parameters must cost, else the data do not bear their size. */
const RIDGE_DROP = 0.5;

/** In scaled time, where the mean age is 10. The published start (1, 3, 1, 3), and two far from it. */
const STARTS: readonly BgNbdParams[] = [
  { r: 1, alpha: 3, a: 1, b: 3 },
  { r: 0.3, alpha: 1, a: 0.3, b: 3 },
  { r: 3, alpha: 10, a: 2, b: 20 },
];
const SCALED_MEAN_AGE = 10;

/**
 * Fits the BG/NBD model by maximum likelihood. Deterministic; the order of rows is irrelevant; histories may be
 * given compressed or not. Rescaling time rescales alpha and nothing else.
 *
 * Searches over the logarithms of the parameters in scaled time from up to three starts, until two agree.
 *
 * @throws RangeError when the columns differ in length.
 */
export function fitBgNbd(
  histories: WeightedHistoryColumns,
  options: BgNbdFitOptions = {},
): BgNbdFit | BgNbdRefusal {
  checkHistoryColumns(histories);
  const problem = firstHistoryProblem(histories);
  if (problem !== null) {
    const { row, column, value, expected } = problem;
    return refuse("invalidHistory", `Row ${row}: ${column} is ${value}; expected ${expected}.`);
  }

  const compressed = compressHistories(histories);
  const customers = sumOf(compressed, () => true);
  const repeatCustomers = sumOf(compressed, (row) => compressed.frequency[row]! > 0);
  const needed = options.minRepeatCustomers ?? DEFAULT_MIN_REPEAT_CUSTOMERS;
  if (repeatCustomers < needed || repeatCustomers === 0) {
    const message = `${repeatCustomers} of ${customers} customers bought again; expected at least ${needed}.`;
    return refuse("tooFewRepeatCustomers", message);
  }

  const timeScale = meanAge(compressed, customers) / SCALED_MEAN_AGE;
  const objective = bgNbdObjective({
    ...compressed,
    recency: compressed.recency.map((time) => time / timeScale),
    age: compressed.age.map((time) => time / timeScale),
  });
  const starts = STARTS.map(({ r, alpha, a, b }) => [r, alpha, a, b].map(Math.log));
  const { best, iterations } = minimiseFromStarts(objective, starts, customers, options.maxIterations);
  if (best === null) {
    return refuse("didNotConverge", `No maximum of the likelihood after ${iterations} steps.`);
  }

  const [r, scaledAlpha, a, b] = [...best.point].map(Math.exp) as [number, number, number, number];
  const params = { r, alpha: scaledAlpha * timeScale, a, b };
  return {
    ok: true,
    params,
    // Scaled time multiplies the density of every repeat purchase by `timeScale`.
    logLikelihood: -customers * best.value - repeatPurchases(compressed) * Math.log(timeScale),
    iterations,
    customers,
    repeatCustomers,
    warnings: ridgeWarnings(objective, best, customers, params),
  };
}

function ridgeWarnings(
  objective: Objective,
  best: Minimum,
  customers: number,
  { r, alpha, a, b }: BgNbdParams,
): BgNbdFitWarning[] {
  const isFlatWhenDoubled = (first: number, second: number) => {
    const doubled = best.point.map((x, i) => (i === first || i === second ? x + Math.LN2 : x));
    return (objective(doubled, new Float64Array(4)) - best.value) * customers < RIDGE_DROP;
  };
  const warnings: BgNbdFitWarning[] = [];
  if (isFlatWhenDoubled(2, 3)) {
    const found = `a = ${a.toPrecision(4)} and b = ${b.toPrecision(4)}`;
    const message = `${found} could be twice as large: rely on a / (a + b) only.`;
    warnings.push({ code: "leavingWeaklyIdentified", message });
  }
  if (isFlatWhenDoubled(0, 1)) {
    const found = `r = ${r.toPrecision(4)} and alpha = ${alpha.toPrecision(4)}`;
    const message = `${found} could be twice as large: rely on r / alpha only.`;
    warnings.push({ code: "purchaseRateWeaklyIdentified", message });
  }
  return warnings;
}

function sumOf(histories: CompressedHistories, includes: (row: number) => boolean): number {
  return histories.weight.reduce((sum, weight, row) => (includes(row) ? sum + weight : sum), 0);
}

function repeatPurchases(histories: CompressedHistories): number {
  return histories.weight.reduce((sum, weight, row) => sum + weight * histories.frequency[row]!, 0);
}

function meanAge(histories: CompressedHistories, customers: number): number {
  return histories.weight.reduce((sum, weight, row) => sum + weight * histories.age[row]!, 0) / customers;
}

function refuse(reason: BgNbdRefusal["reason"], message: string): BgNbdRefusal {
  return { ok: false, reason, message };
}
