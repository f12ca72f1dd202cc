import { logAddExp } from "../numerics/log-add-exp.ts";
import type { Objective } from "../numerics/minimise-bfgs.ts";
import type { CompressedOpportunities } from "./compress-opportunities.ts";

/** Γ(start + k) / Γ(start) as logarithm, its derivative, and 1 / (start + k), for k = 0 … size − 1. */
interface RisingTable {
  readonly log: Float64Array;
  readonly slope: Float64Array;
  readonly inverse: Float64Array;
}

/**
 * Minus the mean log-likelihood per customer as a function of (ln alpha, ln beta, ln gamma, ln delta), with its gradient.
 *
 * Gamma functions are tables over integers. Customers with equal n and x share the sum over the time of leaving: its terms from
 * t_x on, divided by the first, are 1 + ρ(t_x) · (1 + ρ(t_x + 1) · (…)), so that one pass from n − 1 downwards serves every t_x.
 */
export function bgBbObjective(histories: CompressedOpportunities): Objective {
  const { frequency, recency, opportunities, weight } = histories;
  const rows = weight.length;
  const size = opportunities.reduce((most, n) => Math.max(most, n), 0) + 2;
  const customers = weight.reduce((sum, count) => sum + count, 0);
  const perCustomer = customers > 0 ? 1 / customers : 0;
  const tables = Array.from({ length: 5 }, () => emptyTable(size));

  return (point, gradient) => {
    const [alpha, beta, gamma, delta] = [...point].map(Math.exp) as [number, number, number, number];
    const [buy, skip, chance, stay, end] = tables as [
      RisingTable,
      RisingTable,
      RisingTable,
      RisingTable,
      RisingTable,
    ];
    fill(buy, alpha);
    fill(skip, beta);
    fill(chance, alpha + beta);
    fill(stay, delta);
    fill(end, gamma + delta);
    const logGamma = Math.log(gamma);

    let sum = 0;
    let byAlpha = 0;
    let byBeta = 0;
    let byGamma = 0;
    let byDelta = 0;
    let row = rows - 1;
    while (row >= 0) {
      const x = frequency[row]!;
      const n = opportunities[row]!;
      const logStayed = buy.log[x]! + skip.log[n - x]! - chance.log[n]! + stay.log[n]! - end.log[n]!;
      // Terms from t on divided by that of t, and their derivatives.
      let t = n;
      let tail = 0;
      let tailByAlpha = 0;
      let tailByBeta = 0;
      let tailByGamma = 0;
      let tailByDelta = 0;
      for (; row >= 0 && frequency[row] === x && opportunities[row] === n; row--) {
        const last = recency[row]!;
        while (t > last) {
          t -= 1;
          const byChance = chance.inverse[t]!;
          const byEnd = end.inverse[t + 1]!;
          const ratio = (beta + t - x) * byChance * (delta + t) * byEnd;
          tailByAlpha = ratio * (tailByAlpha - tail * byChance);
          tailByBeta = ratio * (tailByBeta + tail * (skip.inverse[t - x]! - byChance));
          tailByGamma = ratio * (tailByGamma - tail * byEnd);
          tailByDelta = ratio * (tailByDelta + tail * (stay.inverse[t]! - byEnd));
          tail = 1 + ratio * tail;
        }
        const w = weight[row]!;
        const logLeft =
          last === n
            ? Number.NEGATIVE_INFINITY
            : buy.log[x]! +
              skip.log[last - x]! -
              chance.log[last]! +
              stay.log[last]! -
              end.log[last + 1]! +
              logGamma +
              Math.log(tail);
        const logTotal = logAddExp(logStayed, logLeft);
        const stayed = Math.exp(logStayed - logTotal);
        const left = last === n ? 0 : 1 - stayed;
        const perTail = last === n ? 0 : left / tail;
        sum += w * logTotal;
        byAlpha +=
          w *
          (buy.slope[x]! - stayed * chance.slope[n]! - left * chance.slope[last]! + perTail * tailByAlpha);
        byBeta +=
          w *
          (stayed * (skip.slope[n - x]! - chance.slope[n]!) +
            left * (skip.slope[last - x]! - chance.slope[last]!) +
            perTail * tailByBeta);
        byGamma +=
          w * (left / gamma - stayed * end.slope[n]! - left * end.slope[last + 1]! + perTail * tailByGamma);
        byDelta +=
          w *
          (stayed * (stay.slope[n]! - end.slope[n]!) +
            left * (stay.slope[last]! - end.slope[last + 1]!) +
            perTail * tailByDelta);
      }
    }
    gradient[0] = -byAlpha * alpha * perCustomer;
    gradient[1] = -byBeta * beta * perCustomer;
    gradient[2] = -byGamma * gamma * perCustomer;
    gradient[3] = -byDelta * delta * perCustomer;
    return -sum * perCustomer;
  };
}

function emptyTable(size: number): RisingTable {
  return { log: new Float64Array(size), slope: new Float64Array(size), inverse: new Float64Array(size) };
}

function fill({ log, slope, inverse }: RisingTable, start: number): void {
  for (let k = 0; k < log.length; k++) {
    inverse[k] = 1 / (start + k);
    if (k + 1 === log.length) break;
    log[k + 1] = log[k]! + Math.log(start + k);
    slope[k + 1] = slope[k]! + inverse[k]!;
  }
}
