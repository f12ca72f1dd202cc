const ASYMPTOTIC_FROM = 10;

/**
 * ψ(x) = d/dx ln Γ(x) for x > 0, to about 1e-14 absolute (NaN for other x).
 *
 * Recurrence ψ(x) = ψ(x+1) − 1/x up to x ≥ 10, then the asymptotic series in Bernoulli numbers
 * (Abramowitz & Stegun 6.3.5 and 6.3.18).
 */
export function digamma(x: number): number {
  if (!(x > 0)) return Number.NaN;
  let shifted = x;
  let value = 0;
  while (shifted < ASYMPTOTIC_FROM) {
    value -= 1 / shifted;
    shifted += 1;
  }
  const s = 1 / (shifted * shifted);
  const series =
    s * (1 / 12 - s * (1 / 120 - s * (1 / 252 - s * (1 / 240 - s * (1 / 132 - s * (691 / 32760 - s / 12))))));
  return value + Math.log(shifted) - 0.5 / shifted - series;
}
