const ASYMPTOTIC_FROM = 10;

/**
 * ψ(x + d) − ψ(x) for x > 0 and x + d > 0, to about 1e-14 of its size where two calls of `digamma` would cancel: large x, small d.
 *
 * Recurrence up to x ≥ 10, then the difference of the asymptotic series (Abramowitz & Stegun 6.3.18).
 */
export function digammaDifference(x: number, d: number): number {
  let low = x;
  let value = 0;
  while (low < ASYMPTOTIC_FROM || low + d < ASYMPTOTIC_FROM) {
    value += d / low / (low + d);
    low += 1;
  }
  const high = low + d;
  return value + Math.log1p(d / low) + d / low / high / 2 - (series(high) - series(low));
}

/** ln x − 1/(2x) − ψ(x) for x ≥ 10. */
function series(x: number): number {
  const s = 1 / (x * x);
  return s * (1 / 12 - s * (1 / 120 - s * (1 / 252 - s * (1 / 240 - s * (1 / 132 - s * (691 / 32760))))));
}
