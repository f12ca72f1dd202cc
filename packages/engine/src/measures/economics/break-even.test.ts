import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { breakEvenCents, goodsCents, roundedOrderCost } from "./break-even.ts";
import { classOfSql, oneTwoFiveBounds, upperBound } from "./classes.ts";
import { worstSentence } from "./sentences.ts";

describe("K6, break-even order value", () => {
  it("reproduces the example of the reference world", () => {
    // (19 + 21) ÷ 0.38 = 105.26…; (4.5 + 21) ÷ 0.38 = 67.105…
    expect(breakEvenCents(40_00, 0.38)).toBe(10_527);
    expect(breakEvenCents(25_50, 0.38)).toBe(6_711);
  });

  it("is the smallest order value that covers its cost", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000 }), fc.integer({ min: 1, max: 99 }), (cost, percent) => {
        const value = breakEvenCents(cost, percent / 100)!;
        expect(value * percent).toBeGreaterThanOrEqual(cost * 100);
        expect((value - 1) * percent).toBeLessThan(cost * 100);
      }),
      { seed: 6 },
    );
  });

  it("is unclear without a margin: nothing would cover the cost", () => {
    expect(breakEvenCents(40_00, null)).toBeNull();
    expect(breakEvenCents(40_00, 0)).toBeNull();
    expect(breakEvenCents(40_00, -0.1)).toBeNull();
  });

  it("breaks the cost down so that it adds up on paper", () => {
    // 19.004 + 21.004 + 1.904 = 41.912, but the rounded parts give 19.00 + 21.00 + 1.90 = 41.90
    expect(
      roundedOrderCost({ entryCents: 1_900.4, logisticsCents: 2_100.4, invoiceCents: 190.4 }).orderCents,
    ).toBe(4_190);
    // Goods of an order of 50.– at a margin of 38 % cost 31.–
    expect(goodsCents(50_00, 0.38)).toBe(31_00);
  });
});

describe("classes", () => {
  it("go 1, 2, 5 up to the open one", () => {
    const bounds = oneTwoFiveBounds(1_000, 50_000);
    expect(bounds).toEqual([0, 1_000, 2_000, 5_000, 10_000, 20_000, 50_000]);
    expect([upperBound(bounds, 0), upperBound(bounds, 20_000), upperBound(bounds, 50_000)]).toEqual([
      1_000,
      50_000,
      null,
    ]);
    expect(classOfSql("x", [0, 10, 20])).toBe("CASE WHEN x >= 20 THEN 20 WHEN x >= 10 THEN 10 ELSE 0 END");
  });
});

describe("the sentence on the lowest contributions", () => {
  const losses = (lossCents: number) => ({ customers: 1, negative: 1, negativeRatio: 1, lossCents });
  it("says both: who is in the list, and where the sum of the losses lies", () => {
    const rows = [...Array<string>(196).fill("large"), ...Array<string>(4).fill("small")];
    const sentence = worstSentence(
      rows.map((sizeClass) => ({ sizeClass })),
      { large: losses(330_000_000), small: losses(290_000_000), sizeUnclear: losses(0) },
      "CHF",
    );
    expect(sentence.de).toBe(
      "Unter den 200 Kunden mit dem tiefsten Beitrag sind 196 gross und 4 klein. Über alle Kunden liegen die negativen Beiträge bei CHF 3’300’000 (gross) und CHF 2’900’000 (klein).",
    );
    expect(sentence.en).toContain("196 are large and 4 are small");
  });
});
