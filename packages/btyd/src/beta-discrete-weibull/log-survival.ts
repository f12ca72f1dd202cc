import { logBetaRatio } from "../numerics/log-beta-ratio.ts";
import type { BetaDiscreteWeibullParams } from "./contract.ts";
import { MAX_LOG_POWER, weibullTime, weibullTimeBetween } from "./weibull-time.ts";

/** ln [S(renewals + further) / S(renewals)] of the beta-discrete-Weibull model, ≤ 0 and finite. */
export function betaDiscreteWeibullLogSurvival(
  { alpha, beta, c }: BetaDiscreteWeibullParams,
  renewals: number,
  further: number,
): number {
  if (further === 0) return 0;
  const logStart = renewals === 0 ? Number.NEGATIVE_INFINITY : c * Math.log(renewals);
  const logEnd = c * Math.log(renewals + further);
  if (logEnd <= MAX_LOG_POWER) {
    return logBetaRatio(alpha, beta + weibullTime(renewals, c), weibullTimeBetween(renewals, further, c));
  }
  // So far out B(alpha, beta + z) is proportional to z^−alpha to the last digit.
  if (logStart > MAX_LOG_POWER) return -alpha * (logEnd - logStart);
  const start = beta + weibullTime(renewals, c);
  return logBetaRatio(alpha, start, Math.exp(MAX_LOG_POWER)) - alpha * (logEnd - MAX_LOG_POWER);
}
