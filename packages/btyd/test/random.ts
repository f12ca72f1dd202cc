import { randomStream } from "../src/numerics/random-stream.ts";

/** A stream of uniform numbers in (0, 1). */
export type Random = () => number;

/** The stream of a seed. */
export const random: (seed: number) => Random = randomStream;

/** Gamma with this shape and rate 1 (Marsaglia & Tsang 2000). */
export function gammaSample(next: Random, shape: number): number {
  if (shape < 1) return gammaSample(next, shape + 1) * next() ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const normal = Math.sqrt(-2 * Math.log(next())) * Math.cos(2 * Math.PI * next());
    const v = (1 + c * normal) ** 3;
    if (v > 0 && Math.log(next()) < (normal * normal) / 2 + d - d * v + d * Math.log(v)) return d * v;
  }
}

export function betaSample(next: Random, a: number, b: number): number {
  const left = gammaSample(next, a);
  return left / (left + gammaSample(next, b));
}
