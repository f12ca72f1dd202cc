/**
 * Shifted-beta-geometric: every customer ends the contract with the same probability at each renewal, and this probability
 * differs between customers as Beta(alpha, beta). Retention of a cohort rises over time because those who leave easily leave
 * first, not because anybody becomes more loyal.
 *
 * S(t) = B(alpha, beta + t) / B(alpha, beta)
 *
 * Source: Fader & Hardie (2007), How to Project Customer Retention, Journal of Interactive Marketing 21(1) 76-90; residual
 * lifetime: Fader & Hardie (2010), Customer-Base Valuation in a Contractual Setting, Marketing Science 29(1) 85-93.
 *
 * Known limits
 * - No customer's own risk changes with time; from four periods on compare with the beta-discrete-Weibull.
 * - From one period only alpha / (alpha + beta) can be known, the churn of the first renewal.
 */
export interface ShiftedBetaGeometricParams {
  /** Beta distribution of the churn probability, > 0: its mean over new contracts is alpha / (alpha + beta). */
  readonly alpha: number;
  /** See alpha; > 0. The smaller alpha + beta, the more customers differ. */
  readonly beta: number;
}
