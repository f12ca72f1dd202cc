import { checkPositiveParams } from "../repeat-purchase/check-arguments.ts";
import type { RepeatPurchaseModel } from "../repeat-purchase/contract.ts";
import { repeatPurchaseModel } from "../repeat-purchase/repeat-purchase-model.ts";
import type { BgNbdParams, MbgNbdParams } from "./contract.ts";
import { cnbdLogLikelihood } from "./log-likelihood.ts";
import { cnbdProbabilityAlive } from "./probability-alive.ts";
import { transactionsWhileAlive } from "./transactions-while-alive.ts";
import { walkTransactionCounts } from "./walk-transaction-counts.ts";

/**
 * The BG/NBD model with these parameters; see `BgNbdParams` for its sources and limits.
 * @throws RangeError when a parameter is not a finite number > 0.
 */
export function bgNbd(params: BgNbdParams): RepeatPurchaseModel<"bgNbd", BgNbdParams> {
  checkPositiveParams("BG/NBD", params, ["r", "alpha", "a", "b"]);
  return poissonModel("bgNbd", params, false);
}

/**
 * The MBG/NBD model with these parameters; see `BgNbdParams` for its sources and limits.
 * @throws RangeError when a parameter is not a finite number > 0.
 */
export function mbgNbd(params: MbgNbdParams): RepeatPurchaseModel<"mbgNbd", MbgNbdParams> {
  checkPositiveParams("MBG/NBD", params, ["r", "alpha", "a", "b"]);
  return poissonModel("mbgNbd", params, true);
}

/** Exponential intervals: rate and leaving probability updated by a history have distributions of the same form. */
function poissonModel<Name extends string>(
  model: Name,
  params: BgNbdParams,
  leavesAtFirst: boolean,
): RepeatPurchaseModel<Name, BgNbdParams> {
  const { r, alpha, a, b } = params;
  const variant = { k: 1, leavesAtFirst };
  const survived = leavesAtFirst ? 1 : 0;
  return repeatPurchaseModel({
    model,
    params,
    logLikelihood: (x, recency, age, logs) => cnbdLogLikelihood(variant, params, x, recency, age, logs),
    probabilityAlive: (x, recency, age) => cnbdProbabilityAlive(variant, params, x, recency, age),
    expectedWhileAlive: (horizon, x, _recency, age) =>
      transactionsWhileAlive(r + x, alpha + age, a, b + x + survived, horizon),
    walkCounts: (horizon, x, _recency, age, visit) =>
      walkTransactionCounts(r + x, alpha + age, a, b + x + survived, horizon, visit),
  });
}
