import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { spreadShares } from "./ternary-spread.ts";

const shares = (value: number, need: number) => ({ value, need, effort: 1 - value - need });

describe("shares as seen from their average", () => {
  it("puts equal ones into the middle", () => {
    const [first] = spreadShares([
      { shares: shares(0.04, 0.65), weight: 3 },
      { shares: shares(0.04, 0.65), weight: 1 },
    ]);
    expect(first?.value).toBeCloseTo(1 / 3, 9);
    expect(first?.need).toBeCloseTo(1 / 3, 9);
  });

  it("enlarges small differences and keeps their direction", () => {
    const [more, less] = spreadShares([
      { shares: shares(0.04, 0.68), weight: 1 },
      { shares: shares(0.04, 0.62), weight: 1 },
    ]);
    expect(more?.need).toBeGreaterThan(0.36);
    expect(less?.need).toBeLessThan(0.31);
    expect(less?.effort).toBeGreaterThan(more?.effort ?? 1);
  });

  it("always gives shares that add up to 1", () => {
    const item = fc.record({
      shares: fc
        .tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 100 }), fc.nat(100))
        .map(([value, need, effort]) => ({
          value: value / (value + need + effort + 1),
          need: need / (value + need + effort + 1),
          effort: (effort + 1) / (value + need + effort + 1),
        })),
      weight: fc.nat(1000),
    });
    fc.assert(
      fc.property(fc.array(item, { maxLength: 8 }), (items) => {
        for (const spread of spreadShares(items))
          expect(spread.value + spread.need + spread.effort).toBeCloseTo(1, 9);
      }),
    );
  });
});
