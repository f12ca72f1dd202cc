import { lnRisingFactorial } from "../numerics/ln-rising-factorial.ts";
import { lnNegativeBinomial, negativeBinomialTail } from "../numerics/negative-binomial-tail.ts";
import { checkPositiveParams } from "../repeat-purchase/check-arguments.ts";
import type { RepeatPurchaseModel } from "../repeat-purchase/contract.ts";
import { repeatPurchaseModel } from "../repeat-purchase/repeat-purchase-model.ts";
import type { NbdParams } from "./contract.ts";

/**
 * The NBD model with these parameters. Everybody is alive; the time of the last purchase is ignored.
 *
 * The likelihood is that of the purchase times, as in the models with leaving, and not that of the count alone:
 * Γ(r+x)/Γ(r) · α^r / (α+T)^(r+x), so that the values can be compared.
 *
 * @throws RangeError when a parameter is not a finite number > 0.
 */
export function nbd(params: NbdParams): RepeatPurchaseModel<"nbd", NbdParams> {
  checkPositiveParams("NBD", params, ["r", "alpha"]);
  const { r, alpha } = params;
  return repeatPurchaseModel({
    model: "nbd",
    params,
    logLikelihood: (x, _recency, age) =>
      lnRisingFactorial(r, x) - r * Math.log1p(age / alpha) - x * Math.log(alpha + age),
    probabilityAlive: () => 1,
    expectedWhileAlive: (horizon, x, _recency, age) => ((r + x) / (alpha + age)) * horizon,
    countExactly: (horizon, x, _recency, age, count) =>
      Math.exp(lnNegativeBinomial(count, r + x, horizon / (alpha + age))),
    countAtLeast: (horizon, x, _recency, age, count) =>
      negativeBinomialTail(count, r + x, horizon / (alpha + age)),
    walkCounts(horizon, x, _recency, age, visit) {
      const shape = r + x;
      const odds = horizon / (alpha + age);
      const lnShare = -Math.log1p(1 / odds);
      let lnProbability = -shape * Math.log1p(odds);
      for (let count = 0; visit(count, Math.exp(lnProbability)); count++) {
        lnProbability += lnShare + Math.log((shape + count) / (count + 1));
      }
    },
  });
}
