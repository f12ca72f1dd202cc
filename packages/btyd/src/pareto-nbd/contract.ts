import type { CustomerHistory, HistoryColumns } from "../histories/contract.ts";
import type { RepeatPurchaseModel } from "../repeat-purchase/contract.ts";

/**
 * Pareto/NBD: how often customers without a contract buy, and whether they still do, when they may leave at any time.
 *
 * While active, a customer buys at a Poisson rate λ that differs between customers as Gamma(r, alpha); the customer stays active
 * for a time that is exponential with rate μ, which differs between customers as Gamma(s, beta), independently of λ.
 *
 * Source: Schmittlein, Morrison & Colombo (1987), Counting Your Customers, Management Science 33(1) 1-24; Fader & Hardie (2005),
 * A Note on Deriving the Pareto/NBD Model and Related Expressions.
 *
 * Known limits
 * - beta is weakly identified in most bases: on CDNOW its standard error is half of it. Expectations are far less uncertain than
 *   the parameters; use `quantityInterval` on them.
 * - s ≤ 1 means that the mean of the remaining lifetime is infinite: far horizons rest on the shape of the tail alone.
 * - No season, no price; purchases on one day count once. For differences between known groups see
 *   {@link fitParetoNbdWithCovariates}.
 */
export interface ParetoNbdParams {
  /** Shape of the purchase rate, > 0. A small r means that customers differ a lot. */
  readonly r: number;
  /** Rate of the purchase rate, > 0, in the time unit of the histories; the mean purchase rate is r / alpha. */
  readonly alpha: number;
  /** Shape of the leaving rate, > 0. A small s means that customers differ a lot in how long they stay. */
  readonly s: number;
  /** Rate of the leaving rate, > 0, in the time unit of the histories; the mean leaving rate is s / beta. */
  readonly beta: number;
}

/** Answers of {@link RepeatPurchaseModel}, and the discounted purchases still to come. */
export interface ParetoNbdModel extends RepeatPurchaseModel<"paretoNbd", ParetoNbdParams> {
  /**
   * DERT: expected purchases after the end of observation without end, each discounted by e^(−delta · time until it). Times the
   * margin of a purchase it is the value of the customer's future (Fader, Hardie & Lee 2005, RFM and CLV, Journal of Marketing
   * Research 42(4) 415-430, eq. 2).
   *
   * @param delta discount as a continuous rate per time unit, > 0: ln(1 + 0.1) / 52.18 per week for 10 % a year.
   */
  discountedExpectedTransactions(delta: number, customer: CustomerHistory): number;
  discountedExpectedTransactionsEach(delta: number, histories: HistoryColumns): Float64Array;
}
