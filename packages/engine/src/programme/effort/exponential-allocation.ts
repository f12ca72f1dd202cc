import { invalid } from "../../units.ts";

/** A response a·(1 − exp(−b·x)) to effort x: `a` is what unlimited effort brings, `b` how fast it comes. */
export interface ExponentialResponse {
  readonly a: number;
  readonly b: number;
}

export interface EffortAllocation {
  /** In the order of the responses; sums to the total unless nothing responds. */
  readonly efforts: readonly number[];
  readonly value: number;
  /** Value of one more unit of effort. */
  readonly marginalValue: number;
}

/**
 * The best shares of a total effort for concave responses, in closed form: x = max(0, ln(a·b/λ)/b), where λ makes the shares
 * sum to the total. Source: first-order condition; case in methods.md §6.
 * @throws RangeError when a or b is not positive, or the total negative.
 */
export function allocateExponential(
  responses: readonly ExponentialResponse[],
  total: number,
): EffortAllocation {
  if (!(total >= 0)) throw invalid("total", total, "a number ≥ 0");
  for (const { a, b } of responses)
    if (!(a > 0 && b > 0)) throw invalid("response", { a, b }, "a > 0 and b > 0");
  const bySlope = [...responses].sort((x, y) => y.a * y.b - x.a * x.b);
  let logLambda = Math.log(Math.max(...responses.map(({ a, b }) => a * b), Number.MIN_VALUE));
  let weight = 0;
  let weightedLog = 0;
  for (const { a, b } of bySlope) {
    const logSlope = Math.log(a * b);
    // The next one takes part only while its first unit is worth more than everybody's last.
    if (weight > 0 && logSlope <= logLambda) break;
    weight += 1 / b;
    weightedLog += logSlope / b;
    logLambda = (weightedLog - total) / weight;
  }
  const efforts = responses.map(({ a, b }) => Math.max(0, (Math.log(a * b) - logLambda) / b));
  const value = responses.reduce((sum, { a, b }, index) => sum + a * (1 - Math.exp(-b * efforts[index]!)), 0);
  return { efforts, value, marginalValue: responses.length === 0 ? 0 : Math.exp(logLambda) };
}
