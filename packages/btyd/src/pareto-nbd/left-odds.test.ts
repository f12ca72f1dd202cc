import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type LeavingAverages, lnLeftOdds } from "./left-odds.ts";

const between = (min: number, max: number) =>
  fc.double({ min: Math.log(min), max: Math.log(max), noNaN: true }).map(Math.exp);
const parameter = fc.oneof({ weight: 6, arbitrary: between(1e-3, 1e4) }, fc.constant(1));
/** x, t_x, T with t_x anywhere from the beginning to the very end. */
const history = fc
  .record({
    x: fc.oneof(fc.nat(20), fc.nat(10_000)),
    share: fc.oneof(fc.double({ min: 1e-4, max: 1, noNaN: true }), between(1e-6, 1)),
    isLate: fc.boolean(),
    age: between(1 / 7, 18_262),
  })
  .map(({ x, share, isLate, age }) => ({ x, age, recency: x === 0 ? 0 : age * (isLate ? 1 - share : share) }))
  .filter(({ age, recency, x }) => x === 0 || (recency > 0 && recency < age));

/**
 * The same integral by the tanh-sinh rule on many pieces of ln(c + y): another variable, another rule, no cut, no case.
 */
function byTanhSinh(shape: number, alpha: number, s: number, beta: number, recency: number, age: number) {
  const c = Math.min(alpha, beta) + recency;
  const length = Math.log1p((age - recency) / c);
  const lnIntegrand = (v: number) => {
    const later = c * Math.expm1(v);
    return v - shape * Math.log1p(later / (alpha + recency)) - (s + 1) * Math.log1p(later / (beta + recency));
  };
  const cuts = new Set([0, length]);
  for (let i = 1; i < 16; i++) cuts.add((length * i) / 16);
  for (let i = 1; i < 36; i++) cuts.add(length * 2 ** -i);
  const places = [...cuts].sort((a, b) => a - b);
  let sum = 0;
  const step = 1 / 16;
  for (const [i, start] of places.slice(0, -1).entries()) {
    const width = places[i + 1]! - start;
    for (let k = -60; k <= 60; k++) {
      const decay = Math.exp(-Math.PI * Math.sinh(k * step));
      const weight = (Math.PI * Math.cosh(k * step) * decay) / (1 + decay) ** 2;
      if (weight > 0) sum += step * width * weight * Math.exp(lnIntegrand(start + width / (1 + decay)));
    }
  }
  return (
    Math.log((sum * s * c) / (beta + recency)) +
    shape * Math.log1p((age - recency) / (alpha + recency)) +
    s * Math.log1p((age - recency) / (beta + recency))
  );
}

/** The textbook form (methods: Fader & Hardie 2005) with 2F1 as a series; good for moderate arguments only. */
function byHypergeometric(
  shape: number,
  alpha: number,
  s: number,
  beta: number,
  recency: number,
  age: number,
) {
  const total = shape + s;
  const hypergeometric = (b: number, z: number) => {
    let term = 1;
    let sum = 1;
    for (let n = 0; n < 2000; n++) {
      term *= ((total + n) * (b + n) * z) / ((total + 1 + n) * (n + 1));
      sum += term;
    }
    return sum;
  };
  const larger = Math.max(alpha, beta);
  const b = alpha >= beta ? s + 1 : shape;
  const f = (t: number) => hypergeometric(b, Math.abs(alpha - beta) / (larger + t)) / (larger + t) ** total;
  return (s / total) * (alpha + age) ** shape * (beta + age) ** s * (f(recency) - f(age));
}

describe("the odds of having left", () => {
  it("equal the integral by another rule, whatever the arguments", () => {
    fc.assert(
      fc.property(
        history,
        parameter,
        parameter,
        parameter,
        parameter,
        ({ x, recency, age }, r, alpha, s, beta) => {
          const found = lnLeftOdds(r + x, alpha, s, beta, recency, age);
          const expected = byTanhSinh(r + x, alpha, s, beta, recency, age);
          // An error of 1e-9 in the logarithm is one of 1e-9 relative in the odds.
          expect(Math.abs(found - expected)).toBeLessThan(1e-9);
        },
      ),
      { seed: 1, numRuns: 1500 },
    );
  });

  it.each([
    [0.55, 10.58, 0.61, 11.67, 0, 0, 38.86],
    [0.55, 10.58, 0.61, 11.67, 2, 30.43, 38.86],
    [0.55, 10.58, 0.61, 11.67, 26, 30.857, 38.2],
    [1.3, 9, 1, 4, 7, 3, 40],
    [1.3, 4, 1, 9, 7, 3, 40],
    [0.5143, 2.8845, 0.2856, 14.1087, 8, 90, 103.57],
  ])("have the value of the textbook: r %d alpha %d s %d beta %d, x %d t_x %d T %d", (...at) => {
    const [r, alpha, s, beta, x, recency, age] = at;
    const found = Math.exp(lnLeftOdds(r + x, alpha, s, beta, recency, age));
    expect(found / byHypergeometric(r + x, alpha, s, beta, recency, age)).toBeCloseTo(1, 10);
  });

  it("are elementary for alpha = beta: s / (r+x+s) · [((alpha + T) / (alpha + t_x))^(r+x+s) − 1]", () => {
    const expected = (0.8 / 4.1) * ((17 / 9) ** 4.1 - 1);
    expect(Math.exp(lnLeftOdds(3.3, 5, 0.8, 5, 4, 12)) / expected).toBeCloseTo(1, 12);
  });

  it("are zero for a purchase at the very end", () => {
    expect(lnLeftOdds(3.3, 5, 0.8, 2, 12, 12)).toBe(Number.NEGATIVE_INFINITY);
  });

  it("keep their digits when the last purchase was just before the end: s · silence / (beta + T)", () => {
    const found = Math.exp(lnLeftOdds(3.3, 5, 0.8, 2, 12 - 2 ** -30, 12));
    expect(found / ((0.8 * 2 ** -30) / 14)).toBeCloseTo(1, 8);
  });
});

describe("the averages over the time of leaving", () => {
  const keys = ["lnAlpha", "lnBeta", "perAlpha", "perBeta"] as const;

  it("are what the derivatives of ln odds need, by central differences", () => {
    const moderate = between(0.02, 200);
    const within = fc.record({ x: fc.nat(60), share: between(0.01, 0.95), age: between(0.2, 200) });
    fc.assert(
      fc.property(within, moderate, moderate, moderate, moderate, ({ x, share, age }, r, alpha, s, beta) => {
        const recency = x === 0 ? 0 : share * age;
        const shape = r + x;
        const found: LeavingAverages = { lnAlpha: 0, lnBeta: 0, perAlpha: 0, perBeta: 0 };
        lnLeftOdds(shape, alpha, s, beta, recency, age, found);
        const slope = (at: (h: number) => number, size: number) =>
          (at(1e-5 * size) - at(-1e-5 * size)) / (2e-5 * size);
        const expected = {
          // d ln odds / d shape = ln(alpha + T) − E[ln(alpha + y)], and so on.
          lnAlpha:
            Math.log(alpha + age) - slope((h) => lnLeftOdds(shape + h, alpha, s, beta, recency, age), shape),
          lnBeta:
            Math.log(beta + age) +
            1 / s -
            slope((h) => lnLeftOdds(shape, alpha, s + h, beta, recency, age), s),
          perAlpha:
            1 / (alpha + age) -
            slope((h) => lnLeftOdds(shape, alpha + h, s, beta, recency, age), alpha) / shape,
          perBeta:
            (s / (beta + age) - slope((h) => lnLeftOdds(shape, alpha, s, beta + h, recency, age), beta)) /
            (s + 1),
        };
        for (const key of keys) {
          expect(Math.abs(found[key] - expected[key])).toBeLessThan(
            1e-6 * Math.max(1, Math.abs(expected[key])),
          );
        }
      }),
      { seed: 2, numRuns: 400 },
    );
  });

  it("lie within the time in which the customer can have left", () => {
    fc.assert(
      fc.property(
        history,
        parameter,
        parameter,
        parameter,
        parameter,
        ({ x, recency, age }, r, alpha, s, beta) => {
          const found: LeavingAverages = { lnAlpha: 0, lnBeta: 0, perAlpha: 0, perBeta: 0 };
          lnLeftOdds(r + x, alpha, s, beta, recency, age, found);
          const tolerance = 1e-9;
          expect(found.lnAlpha).toBeGreaterThanOrEqual(Math.log(alpha + recency) - tolerance);
          expect(found.lnAlpha).toBeLessThanOrEqual(Math.log(alpha + age) + tolerance);
          expect(found.perBeta * (beta + recency)).toBeLessThanOrEqual(1 + tolerance);
          expect(found.perBeta * (beta + age)).toBeGreaterThanOrEqual(1 - tolerance);
        },
      ),
      { seed: 3, numRuns: 1500 },
    );
  });
});
