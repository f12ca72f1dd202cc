import { describe, expect, it } from "vitest";
import type { ModelFit } from "./contract.ts";
import { quantityInterval } from "./quantity-interval.ts";

interface Params {
  readonly k: number;
  readonly scale: number;
  readonly shift: number;
}

/** ln scale is 0 ± 0.1, shift 3 ± 0.5, correlated by 0.6; k has no uncertainty. */
const FIT: ModelFit<"test", Params> = {
  model: "test",
  params: { k: 4, scale: 1, shift: 3 },
  logLikelihood: -1,
  standardErrors: { k: null, scale: 0.1, shift: 0.5 },
  uncertainty: {
    names: ["scale", "shift"],
    scales: ["ln", "identity"],
    point: [0, 3],
    covariance: [0.01, 0.03, 0.03, 0.25],
  },
  converged: true,
  iterations: 1,
  customers: 100,
  warnings: [],
};
/** z of 95 % on either side */
const Z = 1.6448536269514722;

describe("by the delta method", () => {
  it("is exact for what is linear in the search coordinates", () => {
    const scale = quantityInterval(FIT, (params) => params.scale)!;
    expect(scale.estimate).toBe(1);
    expect(scale.low).toBeCloseTo(Math.exp(-0.1 * Z), 8);
    expect(scale.high).toBeCloseTo(Math.exp(0.1 * Z), 8);
    const shift = quantityInterval(FIT, (params) => params.shift, { range: "real", level: 0.5 })!;
    // quartile of the normal distribution 0.67449
    expect(shift.high).toBeCloseTo(3 + 0.5 * 0.6744897501960817, 8);
  });

  it("knows how parameters go together", () => {
    // Var(shift − 3 ln scale) = 0.25 − 6·0.03 + 9·0.01 = 0.16
    const found = quantityInterval(FIT, ({ shift, scale }) => shift - 3 * Math.log(scale), {
      range: "real",
    })!;
    expect(found.high - found.estimate).toBeCloseTo(0.4 * Z, 7);
  });

  it("keeps a probability within 0 … 1, and one that is certain certain", () => {
    const likely = quantityInterval(FIT, ({ shift }) => 1 / (1 + Math.exp(-2 * shift)), {
      range: "probability",
    })!;
    // logit 6 ± 2 · 0.5 z
    expect(likely.high).toBeCloseTo(1 / (1 + Math.exp(-6 - Z)), 8);
    expect(likely.high).toBeLessThan(1);
    expect(quantityInterval(FIT, () => 1, { range: "probability" })).toEqual({
      estimate: 1,
      low: 1,
      high: 1,
    });
    expect(quantityInterval(FIT, () => 0)).toEqual({ estimate: 0, low: 0, high: 0 });
  });
});

describe("by draws", () => {
  const quantity = ({ scale, shift }: Params) => scale * Math.exp(shift / 4);

  it("agrees with the delta method where the quantity hardly bends", () => {
    const delta = quantityInterval(FIT, quantity)!;
    const draws = quantityInterval(FIT, quantity, { method: "draws", draws: 20_000 })!;
    expect(Math.abs(draws.low / delta.low - 1)).toBeLessThan(0.01);
    expect(Math.abs(draws.high / delta.high - 1)).toBeLessThan(0.01);
    expect(draws.estimate).toBe(delta.estimate);
  });

  it("is the same for the same seed, and another for another", () => {
    const options = { method: "draws", draws: 200 } as const;
    expect(quantityInterval(FIT, quantity, options)).toEqual(
      quantityInterval(FIT, quantity, { ...options, seed: 1 }),
    );
    expect(quantityInterval(FIT, quantity, { ...options, seed: 2 })).not.toEqual(
      quantityInterval(FIT, quantity, options),
    );
  });

  it("draws along a correlation of nearly 1 and not across it", () => {
    const tight = { ...FIT, uncertainty: { ...FIT.uncertainty!, covariance: [1, 1 - 1e-13, 1 - 1e-13, 1] } };
    const found = quantityInterval(tight, ({ scale, shift }) => shift - Math.log(scale), {
      method: "draws",
    })!;
    expect(found.high - found.low).toBeLessThan(1e-5);
    const along = quantityInterval(tight, ({ scale, shift }) => shift + Math.log(scale), {
      method: "draws",
    })!;
    expect(along.high - along.low).toBeGreaterThan(5);
  });
});

it("hands parameters without uncertainty on as they are", () => {
  for (const method of ["delta", "draws"] as const) {
    expect(quantityInterval(FIT, ({ k }) => k, { method })).toEqual({ estimate: 4, low: 4, high: 4 });
  }
});

it("is null where the fit knows no uncertainty", () => {
  expect(quantityInterval({ ...FIT, uncertainty: null }, ({ shift }) => shift)).toBeNull();
});

it("throws for options out of range", () => {
  const ask = (options: Parameters<typeof quantityInterval>[2]) => () =>
    quantityInterval(FIT, ({ shift }) => shift, options);
  expect(ask({ level: 90 })).toThrow("level is 90; expected a number above 0 and below 1");
  expect(ask({ draws: 5 })).toThrow("draws is 5; expected an integer from 20");
});
