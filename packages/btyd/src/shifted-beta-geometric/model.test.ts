import { describe, expect, it } from "vitest";
import { shiftedBetaGeometric } from "./model.ts";

/** The published fit of the high-end segment. */
const published = shiftedBetaGeometric({ alpha: 0.668, beta: 3.806 });

describe("with the published parameters 0.668 and 3.806 (Fader & Hardie 2007)", () => {
  it("projects years 8 to 12", () => {
    const projected = [...published.survivalEach([8, 9, 10, 11, 12])];
    for (const [i, share] of [0.46, 0.436, 0.414, 0.395, 0.378].entries()) {
      expect(Math.abs(projected[i]! - share)).toBeLessThanOrEqual(0.0005);
    }
  });

  it("follows the recursion of the paper: P(1) = alpha / (alpha + beta), P(t) = P(t − 1) (beta + t − 2) / (alpha + beta + t − 1)", () => {
    let probability = 0.668 / 4.474;
    let survival = 1 - probability;
    expect(published.churnProbability(1)).toBeCloseTo(probability, 14);
    for (let t = 2; t <= 30; t++) {
      probability *= (3.806 + t - 2) / (4.474 + t - 1);
      survival -= probability;
      expect(published.churnProbability(t)).toBeCloseTo(probability, 14);
      expect(published.survival(t)).toBeCloseTo(survival, 13);
      expect(published.retention(t)).toBeCloseTo((3.806 + t - 1) / (4.474 + t - 1), 14);
    }
  });

  it("averages a constant churn over the Beta distribution, also for part of a period", () => {
    for (const t of [0.5, 1, 4, 7.25]) {
      expect(published.survival(t)).toBeCloseTo(
        meanOverBeta(0.668, 3.806, (churn) => (1 - churn) ** t),
        7,
      );
    }
  });

  it("discounts the lifetime as the mean over customers of 1 / (1 − (1 − churn) / (1 + d))", () => {
    const lifetime = meanOverBeta(0.668, 3.806, (churn) => 1 / (1 - (1 - churn) / 1.1));
    expect(published.discountedExpectedLifetime(0.1)).toBeCloseTo(lifetime, 5);
  });
});

it("has the residual lifetime of Fader & Hardie (2010) as a hypergeometric series", () => {
  // (beta + n − 1) / (alpha + beta + n − 1) · 2F1(1, beta + n; alpha + beta + n; 1 / (1 + d)) with n = renewals + 1
  const [alpha, beta, n, z] = [0.9, 2.4, 4, 1 / 1.15];
  let term = 1;
  let series = 0;
  for (let k = 0; k < 2000; k++) {
    series += term;
    term *= ((beta + n + k) / (alpha + beta + n + k)) * z;
  }
  const residual = ((beta + n - 1) / (alpha + beta + n - 1)) * series;
  const found = shiftedBetaGeometric({ alpha, beta }).discountedExpectedResidualLifetime(3, 0.15);
  expect(Math.abs(found / residual - 1)).toBeLessThan(1e-12);
});

/** Mean of `value` over a churn distributed as Beta(alpha, beta), by the midpoint rule in churn = u^(1 / alpha). */
function meanOverBeta(alpha: number, beta: number, value: (churn: number) => number): number {
  const steps = 200_000;
  let sum = 0;
  let weight = 0;
  for (let i = 0; i < steps; i++) {
    const churn = ((i + 0.5) / steps) ** (1 / alpha);
    const density = (1 - churn) ** (beta - 1);
    sum += density * value(churn);
    weight += density;
  }
  return sum / weight;
}
