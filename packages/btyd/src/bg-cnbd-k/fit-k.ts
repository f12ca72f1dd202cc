import type { FitWarning, ModelFit } from "../fits/contract.ts";
import type { WeightedHistoryColumns } from "../histories/contract.ts";
import { type PreparedHistories, prepareHistories } from "../histories/prepare-histories.ts";
import { checkK } from "./check-k.ts";
import type { BgNbdParams, CnbdKFit, CnbdKFitOptions } from "./contract.ts";
import { fitVariant } from "./fit-variant.ts";

const DEFAULT_MAX_K = 6;
/** Two k whose log-likelihoods differ by less are not told apart by the data. */
const LIKELIHOOD_GAP = 0.5;
/** The search for k ends when the likelihood has fallen so often in a row. */
const FALLS = 2;

/**
 * Fits BG/CNBD-k by maximum likelihood: of k = 1, 2, … the one with the largest likelihood, until it has fallen twice or
 * `maxK` is reached; or the k given. In everything else as `fitBgNbd`. k has no standard error; those of the other parameters
 * suppose that it is right.
 *
 * The intervals between purchases decide best on k: give `sumLogIntervals`. Without it the likelihood of count and recency
 * alone decides, which takes many customers.
 *
 * @throws RangeError when an option or a history is out of range.
 */
export function fitBgCnbdK(
  histories: WeightedHistoryColumns,
  options: CnbdKFitOptions = {},
): CnbdKFit<"bgCnbdK"> {
  return fitK("bgCnbdK", false, histories, options);
}

/**
 * Fits MBG/CNBD-k by maximum likelihood; in everything else as `fitBgCnbdK`.
 *
 * @throws RangeError when an option or a history is out of range.
 */
export function fitMbgCnbdK(
  histories: WeightedHistoryColumns,
  options: CnbdKFitOptions = {},
): CnbdKFit<"mbgCnbdK"> {
  return fitK("mbgCnbdK", true, histories, options);
}

function fitK<Model extends string>(
  model: Model,
  leavesAtFirst: boolean,
  histories: WeightedHistoryColumns,
  options: CnbdKFitOptions,
): CnbdKFit<Model> {
  const { k: fixed, maxK = DEFAULT_MAX_K } = options;
  if (fixed !== undefined) checkK("k", fixed);
  checkK("maxK", maxK);
  const prepared = prepareHistories(histories);
  const fits: { k: number; fit: ModelFit<Model, BgNbdParams> }[] = [];
  let falls = 0;
  for (let k = fixed ?? 1; k <= (fixed ?? maxK) && falls < FALLS; k++) {
    const fit = fitVariant(model, { k, leavesAtFirst }, prepared, options);
    const before = fits.at(-1)?.fit.logLikelihood ?? Number.NEGATIVE_INFINITY;
    falls = fit.logLikelihood < before ? falls + 1 : 0;
    fits.push({ k, fit });
    // Without repeat purchases every k is equally likely.
    if (prepared.repeatCustomers === 0) break;
  }
  const best = fits.reduce((left, right) =>
    right.fit.logLikelihood > left.fit.logLikelihood ? right : left,
  );
  const likelihoods = fits.map(({ k, fit }) => ({ k, logLikelihood: fit.logLikelihood }));
  const warnings = [...best.fit.warnings];
  if (fixed === undefined && prepared.repeatCustomers > 0) {
    const rivals = likelihoods.filter(
      ({ k, logLikelihood }) => k !== best.k && best.fit.logLikelihood - logLikelihood < LIKELIHOOD_GAP,
    );
    if (rivals.length > 0) {
      const others = rivals.map(({ k }) => k).join(", ");
      const message = `k = ${best.k} is hardly more likely than k = ${others}.`;
      warnings.push({ code: "weaklyIdentified", message, fallback: "The most likely k was taken." });
    }
    if (maxK > 1 && best.k === maxK) {
      const message = `The likelihood still rises at k = ${maxK}, the largest that was tried.`;
      warnings.push({ code: "weaklyIdentified", message, fallback: "A larger maxK tries more." });
    }
    const summary = regularityFromSummary(prepared);
    if (summary !== null) warnings.push(summary);
  }
  return {
    ...best.fit,
    params: { k: best.k, ...best.fit.params },
    standardErrors: { k: null, ...best.fit.standardErrors },
    iterations: fits.reduce((sum, { fit }) => sum + fit.iterations, 0),
    warnings,
    likelihoods,
  };
}

function regularityFromSummary({ compressed, repeatCustomers }: PreparedHistories): FitWarning | null {
  const { frequency, weight, sumLogIntervals } = compressed;
  let unknown = 0;
  for (let row = 0; row < weight.length; row++) {
    // One repeat purchase is one interval, whose length is the recency.
    if (frequency[row]! > 1 && Number.isNaN(sumLogIntervals?.[row] ?? Number.NaN)) unknown += weight[row]!;
  }
  if (unknown === 0) return null;
  return {
    code: "regularityFromSummary",
    message: `The intervals between purchases of ${unknown} of ${repeatCustomers} repeat customers are not known.`,
    fallback:
      "For them k was judged by frequency and recency alone; give sumLogIntervals to judge it better.",
  };
}
