import type { FitWarning } from "@kleinod/btyd/fits/contract.ts";
import { addMonths } from "./calendar-days.ts";
import {
  type FittedRenewals,
  fitRenewals,
  type ParametricModel,
  parametricModels,
} from "./fitted-renewals.ts";
import type { Lifetime } from "./renewal-periods.ts";
import { contractsUpTo, type RetentionCounts, retentionCounts } from "./retention-counts.ts";

export interface JudgedModel {
  readonly code: ParametricModel;
  readonly predictedEnded: number;
  readonly logLoss: number;
  readonly rmse: number;
  readonly warnings: readonly FitWarning[];
}

export interface RenewalHoldout {
  /** Days since 1970-01-01. */
  readonly cut: number;
  readonly periods: number;
  readonly renewals: number;
  readonly ended: number;
  /** Best first; of equals the simpler. */
  readonly candidates: readonly JudgedModel[];
}

export interface RenewalChoice {
  readonly chosen: FittedRenewals;
  readonly reason: "betterForecast" | "simplerAsGood" | "tooShortForHoldout";
  readonly holdout: RenewalHoldout | null;
}

/** Less is no comparison: chance would decide. */
const least = { endedBefore: 10, periodsBefore: 3, renewalsAfter: 20, endedAfter: 3 };
/** The log-likelihood of the dropped renewals must differ by so much: less is chance, whatever the number of contracts. */
const leastGain = 1;

/**
 * Fits both models on the renewals up to a day in the past, lets them predict those since, and takes the better one, fitted anew
 * on all. The beta-discrete-Weibull, with a parameter more, is taken only when its log-likelihood of those renewals is higher by 1.
 * @param asOf days since 1970-01-01
 */
export function chooseRenewalModel(
  lifetimes: readonly Lifetime[],
  asOf: number,
  periodMonths: number,
): RenewalChoice {
  const holdout = judge(lifetimes, asOf, periodMonths);
  const code = holdout?.candidates[0]?.code ?? "shiftedBetaGeometric";
  return {
    chosen: fitRenewals(code, contractsUpTo(lifetimes), periodMonths),
    reason: reasonOf(holdout, code),
    holdout,
  };
}

function reasonOf(holdout: RenewalHoldout | null, code: ParametricModel): RenewalChoice["reason"] {
  if (holdout === null) return "tooShortForHoldout";
  const [first, second] = holdout.candidates;
  if (code === "betaDiscreteWeibull" || first === undefined || second === undefined) return "betterForecast";
  return isBetter(first, second, holdout.renewals) ? "betterForecast" : "simplerAsGood";
}

const isBetter = (a: JudgedModel, b: JudgedModel, renewals: number) =>
  (b.logLoss - a.logLoss) * renewals >= leastGain;

function judge(lifetimes: readonly Lifetime[], asOf: number, periodMonths: number): RenewalHoldout | null {
  const longest = lifetimes.reduce((most, { periods }) => Math.max(most, periods), 0);
  // A year at least where periods are short, two periods where they are not, and never more than a third of what is known.
  const periods = Math.min(Math.floor(longest / 3), Math.max(2, Math.round(12 / periodMonths)));
  if (periods < 1) return null;
  const cut = addMonths(asOf, -periods * periodMonths);
  const before = retentionCounts(lifetimes, undefined, cut);
  const after = retentionCounts(lifetimes, cut);
  const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);
  if (
    sum(before.lost) < least.endedBefore ||
    before.due.filter((count) => count > 0).length < least.periodsBefore ||
    sum(after.due) < least.renewalsAfter ||
    sum(after.lost) < least.endedAfter
  ) {
    return null;
  }
  const contracts = contractsUpTo(lifetimes, cut);
  const judged = parametricModels.map((code) =>
    judgeModel(fitRenewals(code, contracts, periodMonths), after),
  ) as [JudgedModel, JudgedModel];
  const [simple, rich] = judged;
  return {
    cut,
    periods,
    renewals: sum(after.due),
    ended: sum(after.lost),
    candidates: isBetter(rich, simple, sum(after.due)) ? [rich, simple] : [simple, rich],
  };
}

/** Mean of −ln(probability of what happened), and how far the shares that left were off. */
export function judgeModel(
  { code, retention, warnings }: Pick<FittedRenewals, "code" | "retention" | "warnings">,
  { due, lost }: RetentionCounts,
): JudgedModel {
  let renewals = 0;
  let predictedEnded = 0;
  let loss = 0;
  let squares = 0;
  for (const [i, count] of due.entries()) {
    if (count === 0) continue;
    const churn = Math.min(1 - 1e-9, Math.max(1e-9, 1 - retention(i + 1)));
    renewals += count;
    predictedEnded += count * churn;
    loss -= lost[i]! * Math.log(churn) + (count - lost[i]!) * Math.log1p(-churn);
    squares += count * (lost[i]! / count - churn) ** 2;
  }
  return {
    code,
    predictedEnded,
    logLoss: loss / renewals,
    rmse: Math.sqrt(squares / renewals),
    warnings,
  };
}
