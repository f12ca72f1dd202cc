import type { BgNbdParams } from "../src/bg-cnbd-k/contract.ts";

/** A stream of uniform numbers in (0, 1) from a seed (mulberry32). */
export type Random = () => number;

export function random(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (((mixed ^ (mixed >>> 14)) >>> 0) + 0.5) / 4294967296;
  };
}

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

/** Customers who behave exactly as the BG/NBD model says, observed until `age` and then for `horizon` more. */
export function simulateBgNbd(
  next: Random,
  { r, alpha, a, b }: BgNbdParams,
  customers: number,
  ageOf: (next: Random) => number,
  horizon: number,
): { frequency: number[]; recency: number[]; age: number[]; future: number[] } {
  const frequency: number[] = [];
  const recency: number[] = [];
  const ages: number[] = [];
  const future: number[] = [];
  for (let i = 0; i < customers; i++) {
    const age = ageOf(next);
    const rate = gammaSample(next, r) / alpha;
    const leaving = betaSample(next, a, b);
    let time = -Math.log(next()) / rate;
    let seen = 0;
    let last = 0;
    let later = 0;
    while (time <= age + horizon) {
      if (time <= age) {
        seen += 1;
        last = time;
      } else {
        later += 1;
      }
      if (next() < leaving) break;
      time += -Math.log(next()) / rate;
    }
    frequency.push(seen);
    recency.push(last);
    ages.push(age);
    future.push(later);
  }
  return { frequency, recency, age: ages, future };
}
