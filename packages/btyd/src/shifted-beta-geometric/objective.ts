import type { PeriodTable } from "../contracts/period-table.ts";
import type { Objective } from "../numerics/minimise-bfgs.ts";

/**
 * Minus the mean log-likelihood per contract as a function of (ln alpha, ln beta), with its gradient. The churn of period t is
 * alpha / (alpha + beta + t − 1), so that a period costs two logarithms and no gamma function.
 */
export function shiftedBetaGeometricObjective({ atRisk, ended, contracts }: PeriodTable): Objective {
  const perContract = contracts > 0 ? 1 / contracts : 0;
  return (point, gradient) => {
    const alpha = Math.exp(point[0]!);
    const beta = Math.exp(point[1]!);
    let sum = 0;
    let byAlpha = 0;
    let byBeta = 0;
    for (let i = 0; i < atRisk.length; i++) {
      const risk = atRisk[i]!;
      if (risk === 0) break;
      const lost = ended[i]!;
      const renewed = risk - lost;
      const stay = beta + i;
      const all = alpha + stay;
      sum += lost * Math.log(alpha / all) + renewed * Math.log(stay / all);
      byAlpha += lost / alpha - risk / all;
      byBeta += renewed / stay - risk / all;
    }
    gradient[0] = -byAlpha * alpha * perContract;
    gradient[1] = -byBeta * beta * perContract;
    return -sum * perContract;
  };
}
