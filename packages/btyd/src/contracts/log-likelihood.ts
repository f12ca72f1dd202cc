import type { ContractKernel } from "./contract.ts";
import type { PeriodTable } from "./period-table.ts";

/**
 * ln of the likelihood of a table, period by period: those who end contribute 1 − r_t, those who renew r_t. The same as
 * Σ ln P(T = t) over the ended and Σ ln S(t) over the running contracts.
 */
export function contractLogLikelihood(
  kernel: ContractKernel<string, unknown>,
  { atRisk, ended }: PeriodTable,
): number {
  let sum = 0;
  for (let i = 0; i < atRisk.length; i++) {
    const logRetention = kernel.logSurvival(i, 1);
    const renewed = atRisk[i]! - ended[i]!;
    if (renewed > 0) sum += renewed * logRetention;
    if (ended[i]! > 0) sum += ended[i]! * Math.log(-Math.expm1(logRetention));
  }
  return sum;
}
