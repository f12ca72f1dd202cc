import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lung } from "../../test/lung.ts";
import { kaplanMeier } from "./kaplan-meier.ts";

describe("on the data set lung, against R's survival", () => {
  const curve = kaplanMeier(lung);

  it("has the survival and Greenwood's errors of summary(survfit)", () => {
    expect(curve.cases).toBe(228);
    expect(curve.totalEvents).toBe(165);
    const reference = [
      [100, 0.86396897, 0.02271],
      [200, 0.68027286, 0.03113],
      [365, 0.40924162, 0.03582],
    ] as const;
    for (const [days, survival, error] of reference) {
      expect(curve.survivalAt(days)).toBeCloseTo(survival, 8);
      expect(Math.abs(curve.standardErrorAt(days)! - error)).toBeLessThan(0.5e-5);
    }
  });

  it("has the median 310 with the 95 % interval 285 to 363", () => {
    expect(curve.median).toEqual({ estimate: 310, low: 285, high: 363 });
  });

  it("has the restricted mean 376.2747", () => {
    expect(curve.restrictedMean()!.estimate).toBeCloseTo(376.2747, 4);
  });
});

describe("by hand", () => {
  // 10 cases: one ends at 2, two at 4 while one is censored there, one at 7, the rest censored at 9.
  const curve = kaplanMeier({
    durations: [4, 2, 4, 4, 7, 9, 9, 9, 9, 3],
    ended: [1, 1, 1, 0, 1, 0, 0, 0, 0, 0],
  });

  it("multiplies the shares that stay", () => {
    expect([...curve.times]).toEqual([2, 4, 7]);
    // The case censored at 3 is not at risk at 4, the one censored at 4 is.
    expect([...curve.atRisk]).toEqual([10, 8, 5]);
    expect([...curve.events]).toEqual([1, 2, 1]);
    const expected = [9 / 10, (9 / 10) * (6 / 8), (9 / 10) * (6 / 8) * (4 / 5)];
    for (const [i, survival] of expected.entries()) expect(curve.survival[i]).toBeCloseTo(survival, 14);
  });

  it("adds d / (n (n − d)) for Greenwood", () => {
    const variance = 0.675 ** 2 * (1 / (10 * 9) + 2 / (8 * 6));
    expect(curve.standardErrorAt(5)).toBeCloseTo(Math.sqrt(variance), 14);
    expect(curve.standardErrorAt(1)).toBe(0);
    const interval = curve.intervalAt(5)!;
    expect(interval.low).toBeCloseTo(0.675 * Math.exp((-1.959964 * Math.sqrt(variance)) / 0.675), 6);
    // 0.675 · e^(1.96 · 0.155 / 0.675) = 1.06 is no survival.
    expect(interval.high).toBe(1);
    expect(curve.intervalAt(1)).toEqual({ low: 1, high: 1 });
  });

  it("tells nothing beyond what was seen", () => {
    expect(curve.survivalAt(9)).toBeCloseTo(0.54, 14);
    expect(curve.survivalAt(9.5)).toBeNull();
    expect(curve.standardErrorAt(9.5)).toBeNull();
    expect(curve.restrictedMean(9.5)).toBeNull();
    // S comes down to 0.54 only.
    expect(curve.median.estimate).toBeNull();
    expect(curve.quantile(0.4).estimate).toBe(7);
  });

  it("has the area under the steps as restricted mean", () => {
    // 2 · 1 + 2 · 0.9 + 3 · 0.675 + 1 · 0.54
    expect(curve.restrictedMean(8)!.estimate).toBeCloseTo(2 + 1.8 + 2.025 + 0.54, 14);
    expect(curve.restrictedMean(1)).toEqual({ estimate: 1, standardError: 0 });
  });
});

describe("without censoring", () => {
  const curve = kaplanMeier({ durations: [1, 2, 3, 4], ended: [true, true, true, true] });

  it("is the share of longer durations, with the binomial standard error", () => {
    expect(curve.survivalAt(2)).toBe(0.5);
    expect(curve.standardErrorAt(2)).toBeCloseTo(Math.sqrt((0.5 * 0.5) / 4), 14);
    expect(curve.survivalAt(100)).toBe(0);
    expect(curve.standardErrorAt(100)).toBe(0);
    expect(curve.intervalAt(100)).toBeNull();
  });

  it("has the mean as restricted mean, with the standard deviation of the mean", () => {
    // Mean 2.5, variance (2.25 + 0.25 + 0.25 + 2.25) / 4 / 4
    expect(curve.restrictedMean()).toEqual({ estimate: 2.5, standardError: Math.sqrt(5 / 16) });
  });

  it("puts the median half-way along a step that lies on one half", () => {
    expect(curve.median.estimate).toBe(2.5);
  });
});

it("is the same for rows in another order and for weights instead of duplicates", () => {
  const cases = fc.array(fc.record({ duration: fc.integer({ min: 0, max: 12 }), ended: fc.boolean() }), {
    minLength: 1,
    maxLength: 40,
  });
  fc.assert(
    fc.property(cases, (rows) => {
      const columns = (list: typeof rows) => ({
        durations: list.map(({ duration }) => duration),
        ended: list.map(({ ended }) => ended),
      });
      const plain = kaplanMeier(columns([...rows, ...rows]));
      const turned = kaplanMeier(columns([...rows, ...rows].toReversed()));
      const weighted = kaplanMeier({ ...columns(rows), weight: rows.map(() => 2) });
      for (const other of [turned, weighted]) {
        expect([...other.survival]).toEqual([...plain.survival]);
        expect([...other.standardErrors]).toEqual([...plain.standardErrors]);
        expect(other.median).toEqual(plain.median);
        expect(other.restrictedMean()).toEqual(plain.restrictedMean());
      }
      for (const share of plain.survival) expect(share >= 0 && share <= 1).toBe(true);
      // The share that stays at a time is that of all who were longer there, had nobody been censored before.
      const first = plain.times[0];
      if (first !== undefined) {
        const atRisk = 2 * rows.filter(({ duration }) => duration >= first).length;
        expect(plain.atRisk[0]).toBe(atRisk);
      }
    }),
    { seed: 5, numRuns: 300 },
  );
});

describe("at the edges", () => {
  it("knows nothing without a case", () => {
    const curve = kaplanMeier({ durations: [], ended: [] });
    expect(curve).toMatchObject({ cases: 0, totalEvents: 0, longest: 0 });
    expect(curve.survivalAt(0)).toBeNull();
    expect(curve.median).toEqual({ estimate: null, low: null, high: null });
    expect(curve.restrictedMean()).toBeNull();
  });

  it("stays at 1 when nobody has ended", () => {
    const curve = kaplanMeier({ durations: [5, 8], ended: [0, 0] });
    expect(curve.times.length).toBe(0);
    expect(curve.survivalAt(8)).toBe(1);
    expect(curve.survivalAt(9)).toBeNull();
    expect(curve.restrictedMean()).toEqual({ estimate: 8, standardError: 0 });
  });

  it("names the row that no case can have", () => {
    expect(() => kaplanMeier({ durations: [1, -1], ended: [1, 0] })).toThrow(
      "durations of row 1 is -1; expected a finite number ≥ 0",
    );
    expect(() => kaplanMeier({ durations: [1], ended: [2] })).toThrow("ended of row 0 is 2");
    expect(() => kaplanMeier({ durations: [1], ended: [1], weight: [0] })).toThrow("weight of row 0 is 0");
    expect(() => kaplanMeier({ durations: [1], ended: [] })).toThrow("length of ended is 0; expected 1");
    expect(() => kaplanMeier({ durations: [1], ended: [1] }).survivalAt(Number.NaN)).toThrow("time is NaN");
    expect(() => kaplanMeier({ durations: [1], ended: [1] }).quantile(1)).toThrow("share is 1");
  });
});
