import { describe, expect, it } from "vitest";
import { sumSmoothTerms } from "./sum-smooth-terms.ts";

function expectNear(found: number, expected: number, relative: number): void {
  expect(Math.abs(found / expected - 1)).toBeLessThan(relative);
}

describe("a sum without end", () => {
  it.each([0.5, 0.1, 1e-2, 1e-4, 1e-8, 1e-12])("is that of the geometric series at a discount of %s", (d) => {
    const sum = sumSmoothTerms((k) => Math.exp(-k * Math.log1p(d)), Number.POSITIVE_INFINITY, 1 / (1 + d));
    expectNear(sum, (1 + d) / d, 1e-11);
  });

  it("is that of a discounted power law, counted term by term", () => {
    const term = (k: number) => (1 + k) ** -0.6 * Math.exp(-k * 1e-4);
    let plain = 0;
    for (let k = 400_000; k >= 0; k--) plain += term(k);
    expectNear(sumSmoothTerms(term, Number.POSITIVE_INFINITY, Math.exp(-1e-4)), plain, 1e-11);
  });
});

describe("a sum of many terms", () => {
  it.each([0, 1, 2048, 2049, 5000, 1_000_000])("is that of %s terms of a power law", (count) => {
    let plain = 0;
    for (let k = count - 1; k >= 0; k--) plain += (3 + k) ** -0.4;
    const sum = sumSmoothTerms((k) => (3 + k) ** -0.4, count, 1);
    expect(Math.abs(sum - plain)).toBeLessThanOrEqual(1e-11 * plain);
  });

  it("is the count when nothing decays, even for a count that no loop reaches", () => {
    expectNear(
      sumSmoothTerms(() => 1, 1e15, 1),
      1e15,
      1e-12,
    );
  });

  it("takes a bounded number of terms", () => {
    let terms = 0;
    const term = (k: number) => {
      terms += 1;
      return (1 + k) ** -0.1;
    };
    sumSmoothTerms((k) => term(k) * Math.exp(-k * 1e-14), Number.POSITIVE_INFINITY, Math.exp(-1e-14));
    expect(terms).toBeLessThan(8000);
  });
});
