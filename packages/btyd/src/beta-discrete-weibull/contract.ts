/**
 * Beta-discrete-Weibull: like the shifted-beta-geometric, but the risk of one and the same customer may rise (c > 1) or fall
 * (c < 1) from renewal to renewal. Projects better from few periods, where rising risk and differing customers hide each other.
 *
 * S(t) = B(alpha, beta + t^c) / B(alpha, beta); with c = 1 it is the shifted-beta-geometric.
 *
 * Source: Fader, Hardie, Liu, Davin & Steenburgh (2018), "How to Project Customer Retention" Revisited: The Role of Duration
 * Dependence, Journal of Interactive Marketing 43, 1-16.
 *
 * Known limits
 * - Three parameters need more than three periods; with fewer the fit keeps c = 1 and says so.
 * - alpha, beta and c are strongly correlated: compare survivals, not parameters.
 */
export interface BetaDiscreteWeibullParams {
  /** Beta distribution of the churn probability at the first renewal, > 0: its mean is alpha / (alpha + beta). */
  readonly alpha: number;
  /** See alpha; > 0. The smaller alpha + beta, the more customers differ. */
  readonly beta: number;
  /** How the risk of one customer develops, > 0: above 1 it rises with the number of renewals, below 1 it falls. */
  readonly c: number;
}
