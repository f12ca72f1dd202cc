import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { betaDiscreteWeibull } from "../beta-discrete-weibull/model.ts";
import { shiftedBetaGeometric } from "../shifted-beta-geometric/model.ts";

/** 1e-3 to 1e4, evenly in the logarithm, and 1 exactly. */
const parameter = fc.oneof(
  { weight: 1, arbitrary: fc.constant(1) },
  { weight: 9, arbitrary: fc.double({ min: -3, max: 4, noNaN: true }).map((log) => 10 ** log) },
);
const model = fc.oneof(
  fc.record({ alpha: parameter, beta: parameter }).map(shiftedBetaGeometric),
  fc.record({ alpha: parameter, beta: parameter, c: parameter }).map(betaDiscreteWeibull),
);
/** Up to days of 50 years. */
const renewals = fc.oneof(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 18_263 }));
const discount = fc.double({ min: -6, max: 1, noNaN: true }).map((log) => 10 ** log);

describe("every contractual model", () => {
  it("answers with finite numbers, probabilities within 0 … 1, and falls from renewal to renewal", () => {
    fc.assert(
      fc.property(model, renewals, renewals, (m, done, further) => {
        const probabilities = [
          m.survival(done),
          m.retention(done + 1),
          m.churnProbability(done + 1),
          m.conditionalSurvival(done, further),
        ];
        for (const p of probabilities) expect(p >= 0 && p <= 1).toBe(true);
        expect(m.survival(done + 1)).toBeLessThanOrEqual(m.survival(done));
        expect(m.conditionalSurvival(done, further + 1)).toBeLessThanOrEqual(
          m.conditionalSurvival(done, further),
        );
        expect(m.survival(0)).toBe(1);
        // Both an ending and a renewal have a logarithm of their probability.
        const data = { periods: [done + 1, done + 1], ended: [1, 0] };
        expect(Number.isFinite(m.logLikelihood(data))).toBe(true);
      }),
      { seed: 17, numRuns: 1000 },
    );
  });

  it("has sums over the lifetime that are finite, rise with the horizon and fall with the discount", () => {
    fc.assert(
      fc.property(model, renewals, renewals, discount, (m, done, horizon, rate) => {
        const further = m.expectedFurtherRenewals(done, horizon);
        expect(further >= 0 && further <= horizon).toBe(true);
        expect(m.expectedFurtherRenewals(done, horizon + 1)).toBeGreaterThanOrEqual(further * (1 - 1e-9));
        const residual = m.discountedExpectedResidualLifetime(done, rate);
        const first = m.retention(done + 1);
        expect(residual).toBeGreaterThanOrEqual(first);
        expect(residual).toBeLessThanOrEqual(first * (1 + 1 / rate) * (1 + 1e-9));
        expect(m.discountedExpectedResidualLifetime(done, 2 * rate)).toBeLessThanOrEqual(
          residual * (1 + 1e-9),
        );
        expect(m.discountedExpectedLifetime(rate)).toBeGreaterThanOrEqual(1);
      }),
      { seed: 18, numRuns: 150 },
    );
  });

  it("adds up: endings and survival to 1, renewals and conditional survival to survival", () => {
    const few = fc.integer({ min: 1, max: 30 });
    fc.assert(
      fc.property(model, few, few, (m, t, further) => {
        let ended = 0;
        for (let period = 1; period <= t; period++) ended += m.churnProbability(period);
        expect(ended + m.survival(t)).toBeCloseTo(1, 10);
        expect(m.survival(t) * m.conditionalSurvival(t, further)).toBeCloseTo(m.survival(t + further), 10);
        let expected = 0;
        for (let k = 1; k <= further; k++) expected += m.conditionalSurvival(t, k);
        expect(m.expectedFurtherRenewals(t, further)).toBeCloseTo(expected, 10);
      }),
      { seed: 19, numRuns: 300 },
    );
  });

  it("discounts as one adds term by term", () => {
    const moderate = fc.double({ min: 0.1, max: 5, noNaN: true });
    const models = fc
      .record({ alpha: moderate, beta: moderate, c: fc.double({ min: 0.3, max: 2, noNaN: true }) })
      .map(betaDiscreteWeibull);
    fc.assert(
      fc.property(
        models,
        fc.integer({ min: 0, max: 40 }),
        fc.constantFrom(0.1, 0.01, 0.004),
        (m, done, rate) => {
          let plain = 0;
          for (let k = Math.ceil(40 / rate); k >= 0; k--) {
            plain += m.conditionalSurvival(done, k + 1) / (1 + rate) ** k;
          }
          expect(Math.abs(m.discountedExpectedResidualLifetime(done, rate) / plain - 1)).toBeLessThan(1e-9);
          const fromStart = 1 + m.discountedExpectedResidualLifetime(0, rate) / (1 + rate);
          expect(m.discountedExpectedLifetime(rate)).toBeCloseTo(fromStart, 10);
        },
      ),
      { seed: 20, numRuns: 25 },
    );
  });

  it("answers for tables as for single contracts", () => {
    const m = betaDiscreteWeibull({ alpha: 0.5, beta: 2, c: 1.3 });
    const column = Int32Array.of(0, 3, 1, 3);
    const rows = [...column];
    expect([...m.survivalEach(column)]).toEqual(rows.map((t) => m.survival(t)));
    expect([...m.conditionalSurvivalEach(column, 2)]).toEqual(rows.map((t) => m.conditionalSurvival(t, 2)));
    expect([...m.expectedFurtherRenewalsEach(column, 9)]).toEqual(
      rows.map((t) => m.expectedFurtherRenewals(t, 9)),
    );
    expect([...m.discountedExpectedResidualLifetimeEach(column, 0.1)]).toEqual(
      rows.map((t) => m.discountedExpectedResidualLifetime(t, 0.1)),
    );
  });

  it("names the argument that is out of range", () => {
    const m = shiftedBetaGeometric({ alpha: 1, beta: 1 });
    expect(() => m.survival(-1)).toThrow("renewals is -1; expected a finite number ≥ 0");
    expect(() => m.survivalEach([0, Number.NaN])).toThrow("renewals of row 1 is NaN");
    expect(() => m.retention(0)).toThrow("renewal is 0; expected a finite number ≥ 1");
    expect(() => m.churnProbability(0.5)).toThrow("period is 0.5");
    expect(() => m.conditionalSurvival(1, -2)).toThrow("further is -2");
    expect(() => m.expectedFurtherRenewals(1, 2.5)).toThrow("horizon is 2.5; expected an integer ≥ 0");
    expect(() => m.discountedExpectedLifetime(0)).toThrow(
      "discount is 0; expected a finite rate per period > 0",
    );
    expect(() => shiftedBetaGeometric({ alpha: 0, beta: 1 })).toThrow("parameter alpha is 0");
    expect(() => betaDiscreteWeibull({ alpha: 1, beta: 1, c: Number.POSITIVE_INFINITY })).toThrow(
      "parameter c is Infinity",
    );
  });
});
