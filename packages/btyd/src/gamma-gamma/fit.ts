import type { FitWarning } from "../fits/contract.ts";
import { fitByLikelihood, type Ridge } from "../fits/fit-by-likelihood.ts";
import { weightedCorrelation } from "../numerics/weighted-correlation.ts";
import { checkSpends } from "./check-spend.ts";
import type {
  GammaGammaFit,
  GammaGammaFitOptions,
  GammaGammaParams,
  WeightedSpendColumns,
} from "./contract.ts";
import { gammaGamma } from "./model.ts";
import { gammaGammaObjective } from "./objective.ts";
import { SMALLEST_SHAPE_OF_MEAN } from "./own-mean-value.ts";
import { type UsableSpend, usableSpend } from "./usable-spend.ts";

/** Five customers per parameter. */
const DEFAULT_MIN_INFORMATIVE = 15;
/** Above it the supposition that count and value are independent is doubtful; an assumption of ours. */
const DOUBTFUL_CORRELATION = 0.3;
/** A correlation nearer to zero, in its standard errors 1 / √customers, may be chance. */
const CHANCE_ERRORS = 3;
/** Mean values that lie nearer to each other, relatively, are equal to a purse. */
const SMALLEST_VARIATION = 1e-4;
const NAMES = ["p", "q", "v"] as const;

/** With values scaled to a geometric mean of 1; the mean over customers of the first, p·v / (q − 1), is 1. */
const STARTS: readonly GammaGammaParams[] = [
  { p: 2, q: 4, v: 1.5 },
  { p: 10, q: 2, v: 0.2 },
  { p: 0.5, q: 10, v: 20 },
];

const RIDGES: readonly Ridge[] = [
  {
    direction: [Math.LN2, 0, -Math.LN2],
    message: ([p]) =>
      `The data do not bear how alike one customer's purchases are: p is ${p!.toPrecision(3)}, and twice as much fits as well.`,
  },
  {
    direction: [0, Math.LN2, Math.LN2],
    message: ([, q]) =>
      `The data do not bear how alike customers are: q is ${q!.toPrecision(3)}, and twice as much fits as well.`,
  },
];

/**
 * Fits the Gamma-Gamma model by maximum likelihood. Deterministic; the order of rows is irrelevant; rescaling the money unit
 * rescales v and nothing else. Customers without purchases or with a mean value of zero or below are left out and counted.
 *
 * Give it the purchases that the count model counts: with histories of repeat purchases, the mean value of the repeat purchases.
 *
 * @throws RangeError when the columns differ in length, or naming the first row that no customer can have.
 */
export function fitGammaGamma(
  spend: WeightedSpendColumns,
  options: GammaGammaFitOptions = {},
): GammaGammaFit {
  checkSpends(spend);
  const usable = usableSpend(spend);
  const { customers, frequency, meanValue, weight, geometricMean } = usable;
  const countValueCorrelation = weightedCorrelation(frequency, meanValue, weight);
  const fit = isAllEqual(usable) ? equalValues(usable) : searched(usable, options);
  const { params } = fit;
  return {
    model: "gammaGamma",
    ...fit,
    logLikelihood: gammaGamma(params).logLikelihood(usable),
    customers,
    excludedNonPositive: usable.excludedNonPositive,
    excludedWithoutPurchase: usable.excludedWithoutPurchase,
    countValueCorrelation,
    isMeanFinite: params.q > 1,
    warnings: [
      ...fit.warnings,
      ...leftOutWarning(usable, geometricMean),
      ...correlationWarning(countValueCorrelation, customers),
      ...meanWarning(params),
    ],
  };
}

type Found = Pick<
  GammaGammaFit,
  "params" | "standardErrors" | "uncertainty" | "converged" | "iterations" | "warnings"
>;

function searched(usable: UsableSpend, { maxIterations, minInformative }: GammaGammaFitOptions): Found {
  const { customers, geometricMean } = usable;
  const { values, standardErrors, uncertainty, converged, iterations, warnings } = fitByLikelihood({
    names: NAMES,
    scales: ["ln", "ln", "ln"],
    objective: gammaGammaObjective(usable, geometricMean),
    starts: STARTS.map(({ p, q, v }) => [p, q, v].map(Math.log)),
    customers,
    maxIterations,
    ridges: RIDGES,
    tooLittle: tooLittle(customers, minInformative ?? DEFAULT_MIN_INFORMATIVE),
    toDataUnits: (point) => Float64Array.of(point[0]!, point[1]!, point[2]! + Math.log(geometricMean)),
  });
  const [p, q, v] = values as [number, number, number];
  return {
    params: { p, q, v },
    standardErrors: errorsOf(standardErrors),
    uncertainty,
    converged,
    iterations,
    warnings,
  };
}

function errorsOf(errors: Readonly<Record<string, number | null>>): Found["standardErrors"] {
  const { p = null, q = null, v = null } = errors;
  return { p, q, v };
}

function tooLittle(customers: number, needed: number): FitWarning | null {
  if (customers >= needed) return null;
  return {
    code: "tooLittleData",
    message: `${customers} customers have a positive mean value; expected at least ${needed}.`,
    fallback: "A weak prior was added, centred on the customers' geometric mean value.",
  };
}

/** Where all spend the same the likelihood has no maximum: any spread would be too much. */
function isAllEqual({ meanValue }: UsableSpend): boolean {
  let low = Number.POSITIVE_INFINITY;
  let high = 0;
  for (const value of meanValue) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return meanValue.length > 1 && high - low <= SMALLEST_VARIATION * low;
}

function equalValues({ geometricMean }: UsableSpend): Found {
  const { p, q, v } = STARTS[0]!;
  return {
    params: { p, q, v: v * geometricMean },
    standardErrors: { p: null, q: null, v: null },
    uncertainty: null,
    converged: false,
    iterations: 0,
    warnings: [
      {
        code: "doesNotVary",
        message: `Every mean value is ${geometricMean.toPrecision(6)}; how customers differ cannot be estimated.`,
        fallback: "Shapes are those of the start, with this value as the mean over customers.",
      },
    ],
  };
}

function leftOutWarning(
  { excludedNonPositive, customers }: UsableSpend,
  fallbackValue: number,
): FitWarning[] {
  if (excludedNonPositive === 0) return [];
  return [
    {
      code: "dataLeftOut",
      message: `${excludedNonPositive} customers have a mean value of zero or below, ${customers} a positive one; values must be positive.`,
      fallback: `They were left out, and are expected to spend what all customers do (geometric mean ${fallbackValue.toPrecision(4)}).`,
    },
  ];
}

function correlationWarning(correlation: number | null, customers: number): FitWarning[] {
  if (correlation === null) return [];
  const isChance = Math.abs(correlation) * Math.sqrt(customers) <= CHANCE_ERRORS;
  if (isChance || Math.abs(correlation) <= DOUBTFUL_CORRELATION) return [];
  const message = `Count and value correlate by ${correlation.toFixed(2)}; the model supposes none (up to ±${DOUBTFUL_CORRELATION}).`;
  return [{ code: "countAndValueCorrelate", message, fallback: null }];
}

function meanWarning(params: GammaGammaParams): FitWarning[] {
  if (params.q >= SMALLEST_SHAPE_OF_MEAN) return [];
  const median = gammaGamma(params).populationMedian().toPrecision(4);
  return [
    {
      code: "meanNotFinite",
      message: `q is ${params.q.toPrecision(4)}; the mean over customers is finite only above 1 and says nothing below ${SMALLEST_SHAPE_OF_MEAN}.`,
      fallback: `Where p·x + q is below ${SMALLEST_SHAPE_OF_MEAN} the median of the customer's own mean value replaces the mean: ${median} without a purchase.`,
    },
  ];
}
