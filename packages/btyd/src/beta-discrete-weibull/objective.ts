import type { PeriodTable } from "../contracts/period-table.ts";
import { digammaDifference } from "../numerics/digamma-difference.ts";
import { logBetaRatio } from "../numerics/log-beta-ratio.ts";
import type { Objective } from "../numerics/minimise-bfgs.ts";
import { MAX_LOG_POWER, weibullTime, weibullTimeBetween } from "./weibull-time.ts";

/** From here on z · (ψ(beta + z + alpha) − ψ(beta + z)) is alpha to the last digit. */
const FAR = 1e100;

/**
 * Minus the mean log-likelihood per contract as a function of (ln alpha, ln beta, ln c), with its gradient: period by period,
 * those who end contribute ln(1 − r_t), those who renew ln r_t. NaN, which a search takes for "too far", where t^c overflows.
 */
export function betaDiscreteWeibullObjective({ atRisk, ended, contracts }: PeriodTable): Objective {
  const perContract = contracts > 0 ? 1 / contracts : 0;
  return (point, gradient) => {
    const [alpha, beta, c] = [...point].map(Math.exp) as [number, number, number];
    if (c * Math.log(atRisk.length) > MAX_LOG_POWER) return Number.NaN;
    let sum = 0;
    let byAlpha = 0;
    let byBeta = 0;
    let byLogC = 0;
    let endByLogC = 0;
    for (let i = 0; i < atRisk.length; i++) {
      if (atRisk[i] === 0) break;
      const lost = ended[i]!;
      const renewed = atRisk[i]! - lost;
      const from = beta + weibullTime(i, c);
      const step = weibullTimeBetween(i, 1, c);
      const to = from + step;
      const logRetention = logBetaRatio(alpha, from, step);
      const startByLogC = endByLogC;
      endByLogC = logSurvivalByLogC(alpha, to, weibullTime(i + 1, c), c * Math.log(i + 1));

      let slope = renewed;
      if (renewed > 0) sum += renewed * logRetention;
      if (lost > 0) {
        sum += lost * Math.log(-Math.expm1(logRetention));
        slope -= lost / Math.expm1(-logRetention);
      }
      const ofAll = digammaDifference(alpha + from, step);
      byAlpha -= slope * ofAll;
      byBeta += slope * (digammaDifference(from, step) - ofAll);
      byLogC += slope * (endByLogC - startByLogC);
    }
    gradient[0] = -byAlpha * alpha * perContract;
    gradient[1] = -byBeta * beta * perContract;
    gradient[2] = -byLogC * perContract;
    return -sum * perContract;
  };
}

/** d ln S / d ln c at `to` = beta + z, z = t^c, `logZ` = c ln t. */
function logSurvivalByLogC(alpha: number, to: number, z: number, logZ: number): number {
  return -logZ * (z > FAR ? alpha : z * digammaDifference(to, alpha));
}
