import { describe, expect, it } from "vitest";
import { plainDate } from "../period.ts";
import type { ReferenceLine } from "../reference-line.ts";
import type { MeasureSettings } from "../settings-contract.ts";
import { rhythmReference } from "./reference.ts";

const settings: MeasureSettings = {
  asOf: plainDate("2025-12-31"),
  currency: null,
  rates: {},
  sizeLineCents: null,
  hysteresisRatio: 0.2,
  slowingQuantile: 0.8,
  dormantQuantile: 0.95,
  lostProbability: 0.1,
  peerWeight: 3,
  marginByGroup: {},
  values: {},
};

const day = (daysBefore: number) =>
  plainDate(new Date(Date.parse("2025-12-31") - daysBefore * 86_400_000).toISOString().slice(0, 10));

const purchases = (customerId: number, daysBefore: readonly number[]): ReferenceLine[] =>
  daysBefore.map((days, index) => ({
    documentId: customerId * 1000 + index,
    customerId,
    date: day(days),
    documentType: "invoice",
    lineKind: "product",
    productCode: "P",
    productGroup: null,
    valueCents: 100,
    costCents: null,
  }));

/** Ten customers with four gaps of 10 and 40 days in turn: ln gap 2.303 and 3.689, mean 2.996 (20 days), sd 0.693. */
const base = Array.from({ length: 10 }, (_, index) => purchases(100 + index, [5, 15, 55, 65, 105])).flat();

const rhythm = (lines: readonly ReferenceLine[], probabilities = new Map<number, number>()) =>
  rhythmReference([...base, ...lines], settings, new Map(), probabilities);

describe("rhythm", () => {
  it("measures one-time buyers by the peer group", () => {
    // 20 · exp(0.8416 · 0.6931) = 35.8 and 20 · exp(1.6449 · 0.6931) = 62.5 days.
    const one = rhythm(purchases(1, [30])).get(1)!;
    expect(one.usualGapDays).toBeCloseTo(20, 1);
    expect(one.slowingAfterDays).toBeCloseTo(35.8, 0);
    expect(one.dormantAfterDays).toBeCloseTo(62.5, 0);
    expect(one.rhythmState).toBe("active");
    expect(rhythm(purchases(1, [36])).get(1)!.rhythmState).toBe("slowing");
    expect(rhythm(purchases(1, [63])).get(1)!.rhythmState).toBe("dormant");
  });

  it("lets own gaps outweigh the peers as they grow in number", () => {
    const few = rhythm(purchases(1, [0, 7])).get(1)!;
    const many = rhythm(
      purchases(
        1,
        Array.from({ length: 40 }, (_, index) => index * 7),
      ),
    ).get(1)!;
    expect(many.usualGapDays!).toBeLessThan(few.usualGapDays!);
    expect(many.usualGapDays!).toBeLessThan(8.5);
    expect(many.dormantAfterDays!).toBeLessThan(few.dormantAfterDays!);
  });

  it("calls a dormant customer lost only below the probability", () => {
    expect(rhythm(purchases(1, [300]), new Map([[1, 0.05]])).get(1)!.rhythmState).toBe("lost");
    expect(rhythm(purchases(1, [300]), new Map([[1, 0.5]])).get(1)!.rhythmState).toBe("dormant");
    // A low probability alone does not make a customer lost who still buys in rhythm.
    expect(rhythm(purchases(1, [3]), new Map([[1, 0.05]])).get(1)!.rhythmState).toBe("active");
  });

  it("tells reactivated by the gap before, judged without that gap", () => {
    expect(rhythm(purchases(1, [3, 303, 313, 323])).get(1)!.isReactivated).toBe(true);
    expect(rhythm(purchases(1, [3, 13, 23, 33])).get(1)!.isReactivated).toBe(false);
    // The long gap ended before the last 12 months.
    expect(rhythm(purchases(1, [3, 13, 380, 700])).get(1)!.isReactivated).toBe(true);
    expect(rhythm(purchases(1, [370, 700])).get(1)!.isReactivated).toBe(false);
  });

  it("says unclear with fewer than 30 gaps in all data", () => {
    const few = rhythmReference(purchases(1, [1, 2, 3]), settings, new Map(), new Map()).get(1)!;
    expect(few).toMatchObject({ rhythmState: "rhythmUnclear", usualGapDays: null, dormantAfterDays: null });
  });
});
