import fc from "fast-check";
import { expect, it } from "vitest";
import { betaSample, random } from "../../test/random.ts";
import { shiftedBetaGeometric } from "../shifted-beta-geometric/model.ts";
import { betaDiscreteWeibull } from "./model.ts";

/** The fit of four years of the high-end segment in the README of the R package retenmod. */
const published = betaDiscreteWeibull({ alpha: 0.25933745, beta: 1.72255566, c: 1.58435482 });

it("projects the published percentages of years 1 to 10", () => {
  const percent = [
    86.91466, 74.192824, 65.478436, 59.293291, 54.661047, 51.036903, 48.104436, 45.66884, 43.603688, 41.82319,
  ];
  const projected = published.survivalEach(percent.map((_, i) => i + 1));
  for (const [i, share] of percent.entries()) {
    expect(Math.abs((100 * projected[i]!) / share - 1)).toBeLessThan(1e-6);
  }
});

it("is the shifted-beta-geometric with c = 1", () => {
  const parameter = fc.double({ min: 0.01, max: 100, noNaN: true });
  fc.assert(
    fc.property(parameter, parameter, fc.integer({ min: 0, max: 500 }), (alpha, beta, t) => {
      const weibull = betaDiscreteWeibull({ alpha, beta, c: 1 });
      const geometric = shiftedBetaGeometric({ alpha, beta });
      expect(weibull.survival(t)).toBeCloseTo(geometric.survival(t), 12);
      expect(weibull.retention(t + 1)).toBeCloseTo(geometric.retention(t + 1), 12);
      expect(weibull.discountedExpectedResidualLifetime(t, 0.2)).toBeCloseTo(
        geometric.discountedExpectedResidualLifetime(t, 0.2),
        9,
      );
    }),
    { seed: 4, numRuns: 60 },
  );
});

it("is the mean of (1 − churn)^(t^c) over customers", () => {
  const next = random(41);
  const churns = Array.from({ length: 200_000 }, () => betaSample(next, 0.8, 3));
  const model = betaDiscreteWeibull({ alpha: 0.8, beta: 3, c: 1.4 });
  for (const t of [1, 3, 8]) {
    const mean = churns.reduce((sum, churn) => sum + (1 - churn) ** (t ** 1.4), 0) / churns.length;
    // The standard error of the mean is below 0.001.
    expect(Math.abs(model.survival(t) - mean)).toBeLessThan(0.004);
  }
});

it("lets the risk of alike customers rise with c above 1 and fall below", () => {
  const alike = (c: number) => betaDiscreteWeibull({ alpha: 1000, beta: 9000, c });
  expect(alike(1.5).retention(6)).toBeLessThan(alike(1.5).retention(1));
  expect(alike(0.7).retention(6)).toBeGreaterThan(alike(0.7).retention(1));
});

it("stays finite where t^c overflows", () => {
  const steep = betaDiscreteWeibull({ alpha: 1e-3, beta: 1e4, c: 1e4 });
  // S(t) falls as t^(−alpha · c) = t^−10 far out.
  expect(steep.conditionalSurvival(1000, 1000)).toBeCloseTo(2 ** -10, 12);
  expect(steep.survival(2) > 0 && steep.survival(2) < 1).toBe(true);
});
