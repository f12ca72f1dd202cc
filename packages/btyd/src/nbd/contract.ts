/**
 * NBD: customers buy at a Poisson rate λ that differs between them as Gamma(r, alpha), and nobody ever leaves. A benchmark: what
 * a model with leaving must beat. On a base in which customers do leave it expects far too much (CDNOW: 56 % in the hold-out).
 *
 * Source: Ehrenberg (1959), The Pattern of Consumer Purchases, Applied Statistics 8(1) 26-41.
 */
export interface NbdParams {
  /** Shape of the purchase rate, > 0. A small r means that customers differ a lot. */
  readonly r: number;
  /** Rate of the purchase rate, > 0, in the time unit of the histories; the mean rate is r / alpha. */
  readonly alpha: number;
}
