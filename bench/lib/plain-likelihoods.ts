/**
 * Log-likelihoods as they stand in the papers, row by row, without joined rows, tables or gradients: what the fits of
 * packages/btyd are held against. Parameters come as logarithms.
 */
export interface PlainHistories {
  readonly frequency: ArrayLike<number>;
  readonly recency: ArrayLike<number>;
  readonly age: ArrayLike<number>;
}

/** BG/NBD (Fader, Hardie & Lee 2005). */
export function plainBgNbd(histories: PlainHistories, logarithms: readonly number[]): number {
  const [r, alpha, a, b] = logarithms.map(Math.exp) as [number, number, number, number];
  const { frequency, recency, age } = histories;
  let sum = 0;
  for (let row = 0; row < frequency.length; row++) {
    const x = frequency[row]!;
    const a1 = lnGamma(r + x) - lnGamma(r) + r * Math.log(alpha);
    const a2 = lnGamma(a + b) + lnGamma(b + x) - lnGamma(b) - lnGamma(a + b + x);
    const a3 = -(r + x) * Math.log(alpha + age[row]!);
    const a4 =
      x === 0 ? -Infinity : Math.log(a) - Math.log(b + x - 1) - (r + x) * Math.log(alpha + recency[row]!);
    const larger = Math.max(a3, a4);
    sum += a1 + a2 + larger + Math.log(Math.exp(a3 - larger) + Math.exp(a4 - larger));
  }
  return sum;
}

/** Pareto/NBD (Fader & Hardie 2005, note 008), with the series of Gauss's 2F1. */
export function plainParetoNbd(histories: PlainHistories, logarithms: readonly number[]): number {
  const [r, alpha, s, beta] = logarithms.map(Math.exp) as [number, number, number, number];
  const { frequency, recency, age } = histories;
  const larger = Math.max(alpha, beta);
  const gap = Math.abs(alpha - beta);
  let sum = 0;
  for (let row = 0; row < frequency.length; row++) {
    const x = frequency[row]!;
    const all = r + s + x;
    const second = alpha >= beta ? s + 1 : r + x;
    const lnF = (time: number) =>
      Math.log(hypergeometric(all, second, all + 1, gap / (larger + time))) - all * Math.log(larger + time);
    const first = lnF(recency[row]!);
    const lnA0 = first + Math.log1p(-Math.exp(lnF(age[row]!) - first));
    const alive = -(r + x) * Math.log(alpha + age[row]!) - s * Math.log(beta + age[row]!);
    const left = Math.log(s / all) + lnA0;
    const top = Math.max(alive, left);
    sum +=
      lnGamma(r + x) -
      lnGamma(r) +
      r * Math.log(alpha) +
      s * Math.log(beta) +
      top +
      Math.log(Math.exp(alive - top) + Math.exp(left - top));
  }
  return sum;
}

/** Gamma-Gamma (Fader & Hardie, note 025). */
export function plainGammaGamma(
  spend: { readonly frequency: ArrayLike<number>; readonly meanValue: ArrayLike<number> },
  logarithms: readonly number[],
): number {
  const [p, q, v] = logarithms.map(Math.exp) as [number, number, number];
  let sum = 0;
  for (let row = 0; row < spend.frequency.length; row++) {
    const x = spend.frequency[row]!;
    const m = spend.meanValue[row]!;
    if (x === 0 || m <= 0) continue;
    sum +=
      lnGamma(p * x + q) -
      lnGamma(p * x) -
      lnGamma(q) +
      q * Math.log(v) +
      (p * x - 1) * Math.log(m) +
      p * x * Math.log(x) -
      (p * x + q) * Math.log(v + x * m);
  }
  return sum;
}

function hypergeometric(a: number, b: number, c: number, z: number): number {
  let term = 1;
  let sum = 1;
  for (let k = 0; k < 10_000 && term > 1e-15 * sum; k++) {
    term *= (((a + k) * (b + k)) / ((c + k) * (k + 1))) * z;
    sum += term;
  }
  return sum;
}

const LANCZOS = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
] as const;

/** ln Γ for x > 0 by Lanczos' series (g = 7, nine terms). */
function lnGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - lnGamma(1 - x);
  let series: number = LANCZOS[0];
  for (let i = 1; i < LANCZOS.length; i++) series += LANCZOS[i]! / (x - 1 + i);
  const t = x + 6.5;
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(t) - t + Math.log(series);
}
