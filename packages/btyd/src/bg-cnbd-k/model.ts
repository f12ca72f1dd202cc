import { checkPositiveParams } from "../repeat-purchase/check-arguments.ts";
import type { RepeatPurchaseKernel, RepeatPurchaseModel } from "../repeat-purchase/contract.ts";
import { repeatPurchaseModel } from "../repeat-purchase/repeat-purchase-model.ts";
import { checkK } from "./check-k.ts";
import type { BgNbdParams, CnbdKParams, CnbdVariant, MbgNbdParams } from "./contract.ts";
import { cnbdLogLikelihood } from "./log-likelihood.ts";
import { cnbdProbabilityAlive } from "./probability-alive.ts";
import { regularTransactionsWhileAlive } from "./regular-transactions-while-alive.ts";
import { countAtLeast, countExactly } from "./single-counts.ts";
import type { SilentCustomer } from "./stage-counts.ts";
import { transactionsWhileAlive } from "./transactions-while-alive.ts";
import { walkRegularCounts } from "./walk-regular-counts.ts";
import { walkTransactionCounts } from "./walk-transaction-counts.ts";

/**
 * The BG/NBD model with these parameters; see `BgNbdParams` for its sources and limits.
 * @throws RangeError when a parameter is not a finite number > 0.
 */
export function bgNbd(params: BgNbdParams): RepeatPurchaseModel<"bgNbd", BgNbdParams> {
  checkPositiveParams("BG/NBD", params, ["r", "alpha", "a", "b"]);
  return model("bgNbd", { k: 1, leavesAtFirst: false }, params);
}

/**
 * The MBG/NBD model with these parameters; see `BgNbdParams` for its sources and limits.
 * @throws RangeError when a parameter is not a finite number > 0.
 */
export function mbgNbd(params: MbgNbdParams): RepeatPurchaseModel<"mbgNbd", MbgNbdParams> {
  checkPositiveParams("MBG/NBD", params, ["r", "alpha", "a", "b"]);
  return model("mbgNbd", { k: 1, leavesAtFirst: true }, params);
}

/**
 * The BG/CNBD-k model with these parameters; see `BgNbdParams` for its sources and limits. With k = 1 it is BG/NBD.
 * @throws RangeError when k is no integer from 1 to `MAX_K` or another parameter is not a finite number > 0.
 */
export function bgCnbdK(params: CnbdKParams): RepeatPurchaseModel<"bgCnbdK", CnbdKParams> {
  checkCnbdKParams("BG/CNBD-k", params);
  return model("bgCnbdK", { k: params.k, leavesAtFirst: false }, params);
}

/**
 * The MBG/CNBD-k model with these parameters; see `BgNbdParams` for its sources and limits. With k = 1 it is MBG/NBD.
 * @throws RangeError when k is no integer from 1 to `MAX_K` or another parameter is not a finite number > 0.
 */
export function mbgCnbdK(params: CnbdKParams): RepeatPurchaseModel<"mbgCnbdK", CnbdKParams> {
  checkCnbdKParams("MBG/CNBD-k", params);
  return model("mbgCnbdK", { k: params.k, leavesAtFirst: true }, params);
}

function checkCnbdKParams(name: string, params: CnbdKParams): void {
  checkK(`${name} parameter k`, params.k);
  checkPositiveParams(name, params, ["r", "alpha", "a", "b"]);
}

function model<Name extends string, Params extends BgNbdParams>(
  name: Name,
  variant: CnbdVariant,
  params: Params,
): RepeatPurchaseModel<Name, Params> {
  const { r, alpha, a, b } = params;
  const { k } = variant;
  const survived = variant.leavesAtFirst ? 1 : 0;
  const silent = (x: number, recency: number, age: number): SilentCustomer => ({
    k,
    shape: r + k * x,
    rate: alpha + age,
    silence: x === 0 ? age : age - recency,
  });
  // Exponential intervals have no memory: the updated rate and leaving probability say all.
  const walks: Walks =
    k === 1
      ? {
          expectedWhileAlive: (horizon, x, _recency, age) =>
            transactionsWhileAlive(r + x, alpha + age, a, b + x + survived, horizon),
          walkCounts: (horizon, x, _recency, age, visit) =>
            walkTransactionCounts(r + x, alpha + age, a, b + x + survived, horizon, visit),
        }
      : {
          expectedWhileAlive: (horizon, x, recency, age) =>
            regularTransactionsWhileAlive(silent(x, recency, age), a, b + x + survived, horizon),
          walkCounts: (horizon, x, recency, age, visit) =>
            walkRegularCounts(silent(x, recency, age), a, b + x + survived, horizon, visit),
        };
  return repeatPurchaseModel({
    model: name,
    params,
    logLikelihood: (x, recency, age, sumLogIntervals) =>
      cnbdLogLikelihood(variant, params, x, recency, age, sumLogIntervals),
    probabilityAlive: (x, recency, age) => cnbdProbabilityAlive(variant, params, x, recency, age),
    ...walks,
    countExactly: (horizon, x, recency, age, count) =>
      countExactly(silent(x, recency, age), a, b + x + survived, horizon, count),
    countAtLeast: (horizon, x, recency, age, count) =>
      countAtLeast(silent(x, recency, age), a, b + x + survived, horizon, count),
  });
}

type Walks = Pick<RepeatPurchaseKernel<string, BgNbdParams>, "expectedWhileAlive" | "walkCounts">;
