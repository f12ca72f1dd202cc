import { digammaDifference } from "../numerics/digamma-difference.ts";
import { logBetaRatio } from "../numerics/log-beta-ratio.ts";

/**
 * Expected number of the next `horizon` opportunities at which a customer is there whose leaving probability is
 * Beta(gamma, delta): Σ_{t=1}^{horizon} B(gamma, delta + t) / B(gamma, delta), in closed form
 * delta / (gamma − 1) · [1 − Γ(gamma + delta) Γ(1 + delta + horizon) / (Γ(gamma + delta + horizon) Γ(1 + delta))]
 * and its limit at gamma = 1 (Fader, Hardie & Shang 2010, eq. 10).
 */
export function expectedOpportunities(gamma: number, delta: number, horizon: number): number {
  if (gamma === 1) return delta * digammaDifference(1 + delta, horizon);
  return (-delta * Math.expm1(logBetaRatio(gamma - 1, 1 + delta, horizon))) / (gamma - 1);
}
