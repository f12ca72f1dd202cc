import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nearestOneTwoFive } from "./one-two-five.ts";

describe("nearestOneTwoFive", () => {
  it.each([
    [1, 1],
    // 14 ÷ 10 = 1.40 is nearer than 20 ÷ 14 = 1.43; 15 ÷ 10 = 1.5 is farther than 20 ÷ 15 = 1.33.
    [14, 10],
    [15, 20],
    // √(2 · 5) = 3.162…
    [316, 200],
    [317, 500],
    // √(5 · 10) = 7.071…
    [707_000, 500_000],
    [708_000, 1_000_000],
  ])("%i → %i", (value, nearest) => {
    expect(nearestOneTwoFive(value)).toBe(nearest);
  });

  it("is never farther than a factor of √2.5", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 50 }), (value) => {
        const line = nearestOneTwoFive(value);
        expect(Math.max(line / value, value / line)).toBeLessThanOrEqual(Math.sqrt(2.5) + 1e-9);
        expect(String(line)).toMatch(/^[125]0*$/);
      }),
    );
  });

  it("refuses what is not positive", () => {
    expect(() => nearestOneTwoFive(0)).toThrow(/above 0/);
  });
});
