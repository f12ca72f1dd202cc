import type { FitOptions, FitWarning, ModelFit } from "../fits/contract.ts";
import { fitByLikelihood, type Ridge } from "../fits/fit-by-likelihood.ts";
import { type CompressedOpportunities, compressOpportunities } from "./compress-opportunities.ts";
import type { BgBbParams, WeightedOpportunityColumns } from "./contract.ts";
import { bgBbObjective } from "./objective.ts";
import { pilotOpportunities } from "./pilot-opportunities.ts";

export type BgBbFit = ModelFit<"bgBb", BgBbParams>;

const DEFAULT_MIN_BUYERS = 20;

/** The first is also the centre of the weak prior. */
const STARTS: readonly BgBbParams[] = [
  { alpha: 1, beta: 1, gamma: 1, delta: 3 },
  { alpha: 0.5, beta: 2, gamma: 0.3, delta: 3 },
  { alpha: 5, beta: 5, gamma: 3, delta: 30 },
];

const RIDGES: readonly Ridge[] = [
  {
    direction: [Math.LN2, Math.LN2, 0, 0],
    message: ([alpha, beta]) => ridgeMessage("alpha", alpha!, "beta", beta!, "alpha / (alpha + beta)"),
  },
  {
    direction: [0, 0, Math.LN2, Math.LN2],
    message: ([, , gamma, delta]) =>
      ridgeMessage("gamma", gamma!, "delta", delta!, "gamma / (gamma + delta)"),
  },
];

/**
 * Fits the BG/BB model by maximum likelihood. Deterministic; the order of rows is irrelevant; histories may be given compressed
 * or not.
 *
 * @throws RangeError when the columns differ in length, or naming the first row that no customer can have.
 */
export function fitBgBb(histories: WeightedOpportunityColumns, options: FitOptions = {}): BgBbFit {
  const compressed = compressOpportunities(histories);
  const customers = sumOf(compressed, (_, n) => n > 0);
  const used = withOpportunity(compressed);
  const leftOut = sumOf(compressed, (_, n) => n === 0);
  const pilot = pilotOpportunities(used);
  const found = fitByLikelihood({
    names: ["alpha", "beta", "gamma", "delta"],
    scales: ["ln", "ln", "ln", "ln"],
    objective: bgBbObjective(used),
    pilot: pilot === null ? undefined : bgBbObjective(pilot),
    starts: STARTS.map(({ alpha, beta, gamma, delta }) => [alpha, beta, gamma, delta].map(Math.log)),
    customers,
    maxIterations: options.maxIterations,
    ridges: RIDGES,
    tooLittle: tooLittle(
      sumOf(used, (x) => x > 0),
      customers,
      options.minInformative ?? DEFAULT_MIN_BUYERS,
    ),
    toDataUnits: (point) => point,
  });
  const [alpha, beta, gamma, delta] = found.values as [number, number, number, number];
  const error = (name: keyof BgBbParams) => found.standardErrors[name] ?? null;
  return {
    model: "bgBb",
    params: { alpha, beta, gamma, delta },
    logLikelihood: customers === 0 ? 0 : -found.value * customers,
    standardErrors: {
      alpha: error("alpha"),
      beta: error("beta"),
      gamma: error("gamma"),
      delta: error("delta"),
    },
    uncertainty: found.uncertainty,
    converged: found.converged,
    iterations: found.iterations,
    customers,
    warnings: [...leftOutWarnings(leftOut), ...found.warnings],
  };
}

function sumOf(
  { frequency, opportunities, weight }: CompressedOpportunities,
  includes: (x: number, n: number) => boolean,
): number {
  return weight.reduce((sum, w, row) => (includes(frequency[row]!, opportunities[row]!) ? sum + w : sum), 0);
}

function withOpportunity(histories: CompressedOpportunities): CompressedOpportunities {
  const { frequency, recency, opportunities, weight } = histories;
  const kept = (_: number, row: number) => opportunities[row]! > 0;
  return {
    frequency: frequency.filter(kept),
    recency: recency.filter(kept),
    opportunities: opportunities.filter(kept),
    weight: weight.filter(kept),
  };
}

function tooLittle(buyers: number, customers: number, needed: number): FitWarning | null {
  const fallback = "A weak prior was added.";
  if (buyers === 0) {
    const message = `None of ${customers} customers with an opportunity bought again.`;
    return { code: "noRepeatPurchases", message, fallback };
  }
  if (buyers >= needed) return null;
  const message = `${buyers} of ${customers} customers bought again; expected at least ${needed}.`;
  return { code: "tooLittleData", message, fallback };
}

function leftOutWarnings(customers: number): FitWarning[] {
  if (customers === 0) return [];
  const message = `${customers} customers have not had an opportunity since the first purchase.`;
  return [{ code: "dataLeftOut", message, fallback: "They say nothing and were left out." }];
}

function ridgeMessage(first: string, a: number, second: string, b: number, known: string): string {
  return `${first} = ${a.toPrecision(4)} and ${second} = ${b.toPrecision(4)} could be twice as large: rely on ${known} only.`;
}
