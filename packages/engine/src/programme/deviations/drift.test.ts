import { describe, expect, it } from "vitest";
import type { PlainDate } from "../../units.ts";
import type { Deviation } from "./deviation-contract.ts";
import { defaultDeviationRules } from "./deviation-rules-contract.ts";
import { daysBefore, driftKinds } from "./drift.ts";
import { variantLoad } from "./variant-load.ts";

const today = "2026-11-23" as PlainDate;
const deviation = (id: number, given: Partial<Deviation> = {}): Deviation => ({
  id,
  kind: "Sonderverpackung",
  customerId: id,
  customerName: null,
  offer: null,
  degreeOfFreedom: null,
  at: daysBefore(today, id),
  by: "ana",
  minutes: 30,
  cents: null,
  reason: "",
  author: "ana",
  madeAt: "",
  corrects: null,
  ...given,
});
const times = (count: number, given: Partial<Deviation> = {}) =>
  Array.from({ length: count }, (_, index) => deviation(index, given));

const kinds = (deviations: readonly Deviation[], given: Partial<Parameters<typeof driftKinds>[0]> = {}) =>
  driftKinds({
    today,
    deviations,
    centsPerMinute: 100,
    contribution: new Map(),
    rules: defaultDeviationRules,
    currency: "CHF",
    ...given,
  });

describe("AT9.2 12 deviations of the same kind in 90 days", () => {
  it("raise the drift alarm, 11 do not; other spelling of capitals is the same kind", () => {
    expect(kinds(times(11))[0]).toMatchObject({
      isDrift: false,
      inWindow: 11,
      standardise: null,
      close: null,
    });
    const twelve = [...times(11), deviation(11, { kind: "sonderverpackung" })];
    expect(kinds(twelve)).toHaveLength(1);
    expect(kinds(twelve)[0]).toMatchObject({ isDrift: true, inWindow: 12 });
    expect(kinds(twelve)[0]!.sentence.de).toContain("Zum Standard machen oder schliessen");
  });

  it("count the last 90 days only: the 90th day back is outside", () => {
    expect(kinds([...times(11), deviation(90)])[0]).toMatchObject({
      isDrift: false,
      inWindow: 11,
      inYear: 12,
    });
    expect(kinds([...times(11), deviation(89)])[0]!.isDrift).toBe(true);
  });

  it("come with both calculations", () => {
    // 12 in 90 days = 48.67 a year × 30 min × CHF 1 = CHF 1,460 of work a year.
    const contribution = new Map(Array.from({ length: 12 }, (_, id) => [id, 500_000]));
    const [kind] = kinds(times(12), { contribution });
    // Half of the work saved, less one variant at CHF 1,200: 730 − 1,200 = −470.
    expect(kind!.standardise).toMatchObject({
      variantCents: 120_000,
      result: { cents: -47_000, low: -76_200, high: -17_800 },
      // Rest of the work CHF 15 + 1,200 ÷ 48.67 = 24.66: CHF 39.66.
      coveringPriceCents: 3_966,
    });
    // Saved CHF 1,460; 12 customers with CHF 5,000 each: 60,000, of which 4 % = 2,400 may be lost.
    expect(kind!.close).toMatchObject({
      savedCents: 146_000,
      contributionCents: 6_000_000,
      atRisk: { cents: 240_000, low: 60_000, high: 600_000 },
      result: { cents: -94_000, low: -454_000, high: 86_000 },
    });
    expect(kind!.close!.savedMinutesPerYear).toBeCloseTo(1_460, 9);
    // The intervals overlap: nobody can say which is better.
    expect(kind!.better).toBe("open");
  });

  it("say which is better where the intervals do not meet", () => {
    expect(kinds(times(12))[0]!.better).toBe("close");
    const contribution = new Map(Array.from({ length: 12 }, (_, id) => [id, 100_000_000]));
    expect(kinds(times(12), { contribution })[0]!.better).toBe("standardise");
  });

  it("stay without sums where neither minutes nor money are known", () => {
    expect(kinds(times(12, { minutes: null }))[0]).toMatchObject({
      isDrift: true,
      standardise: null,
      close: null,
      better: null,
      withoutMinutes: 12,
    });
    // Money alone is enough: 48.67 × CHF 20 saved.
    expect(kinds(times(12, { minutes: null, cents: 2_000 }))[0]!.close!.savedCents).toBe(97_333);
  });
});

describe("K26 variant load", () => {
  const choices = (...counts: number[]) => ({
    degreesOfFreedom: counts.map((count) => ({ choices: Array.from({ length: count }, () => "x") })),
  });

  it("is live variants × cost per variant; the first choice of a degree is no variant", () => {
    // 1 + 2 + 1 and 1: five variants at CHF 1,200; 3 × 2 + 1 combinations.
    expect(variantLoad([choices(3, 2), choices()], 120_000, 4_000, 6, 6)).toEqual({
      liveOffers: 2,
      liveVariants: 5,
      combinations: 7,
      centsPerVariant: 120_000,
      cents: 600_000,
      ordersLast12: 4_000,
      deviationsLast12: 6,
      // 6 ÷ 4,000 × 1,000
      per1000Orders: 1.5,
    });
  });

  it("leaves the rate unknown where nobody keeps the ledger, or there are no orders", () => {
    expect(variantLoad([], 120_000, 4_000, 0, 0)).toMatchObject({ cents: 0, per1000Orders: null });
    expect(variantLoad([], 120_000, 0, 3, 3).per1000Orders).toBeNull();
    expect(variantLoad([], 120_000, 500, 0, 3).per1000Orders).toBe(0);
  });
});
