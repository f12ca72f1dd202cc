import type { Objective } from "../numerics/minimise-bfgs.ts";

/** Standard deviation of the weak prior in search coordinates: a factor of e² up or down is still one of them. */
export const PRIOR_DEVIATION = 2;

/**
 * Adds a weak normal prior around `centre` to minus a mean log-likelihood. It weighs as much as one customer's half squared
 * deviation, so that it decides only where the data do not.
 */
export function penalised(objective: Objective, centre: readonly number[], customers: number): Objective {
  const precision = 1 / (PRIOR_DEVIATION * PRIOR_DEVIATION * customers);
  return (point, gradient) => {
    let value = objective(point, gradient);
    for (let i = 0; i < point.length; i++) {
      const distance = point[i]! - centre[i]!;
      value += (precision * distance * distance) / 2;
      gradient[i]! += precision * distance;
    }
    return value;
  };
}
