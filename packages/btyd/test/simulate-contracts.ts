import type { BetaDiscreteWeibullParams } from "../src/beta-discrete-weibull/contract.ts";
import { betaSample, type Random } from "./random.ts";

/**
 * Contracts that behave exactly as the beta-discrete-Weibull model says (the shifted-beta-geometric with c = 1), each seen for
 * `seen(next)` periods at most.
 */
export function simulateContracts(
  next: Random,
  { alpha, beta, c }: BetaDiscreteWeibullParams,
  contracts: number,
  seen: (next: Random) => number,
): { periods: number[]; ended: number[] } {
  const periods: number[] = [];
  const ended: number[] = [];
  for (let i = 0; i < contracts; i++) {
    const logStay = Math.log1p(-betaSample(next, alpha, beta));
    // P(T > t) = (1 − θ)^(t^c).
    const lifetime = Math.max(1, Math.ceil((Math.log(next()) / logStay) ** (1 / c)));
    const last = seen(next);
    periods.push(Math.min(lifetime, last));
    ended.push(lifetime <= last ? 1 : 0);
  }
  return { periods, ended };
}
