import { describe, expect, it } from "vitest";
import { foldSize } from "./reference.ts";

const lineCents = 100_000;
const fold = (quarterCents: readonly number[], hysteresisRatio = 0.2) =>
  foldSize({
    quarterCents,
    last12Cents: quarterCents.slice(-4).reduce((a, b) => a + b, 0),
    lineCents,
    hysteresisRatio,
  });

/** A generator with a fixed seed, so that the share of changes is the same every time. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Sales of a year as quarters, so that the 12 months at the last quarter end come to `yearCents`. */
const year = (yearCents: number) => Array.from({ length: 4 }, () => yearCents / 4);

/**
 * Share of 20,000 customers whose class differs between two neighbouring quarterly snapshots. Their true yearly sales
 * are spread log-evenly from a tenth to ten times the line and do not change; each snapshot sees them ±15 %.
 */
function shareOfChanges(hysteresisRatio: number): number {
  const random = seeded(7);
  const customers = 20_000;
  let changes = 0;
  for (let customer = 0; customer < customers; customer++) {
    const trueCents = lineCents * 10 ** (2 * random() - 1);
    const seen = () => trueCents * (1 + 0.15 * (2 * random() - 1));
    // Two years of history seen with the same noise, then the quarter that the second snapshot adds: each value is the
    // 12 months at a quarter end, and the quarter's own sales follow from the difference.
    const yearEnds = Array.from({ length: 6 }, seen);
    const quarters = year(yearEnds[0]!);
    for (let end = 1; end < yearEnds.length; end++) {
      quarters.push(yearEnds[end]! - yearEnds[end - 1]! + quarters[end - 1]!);
    }
    if (fold(quarters.slice(0, -1), hysteresisRatio) !== fold(quarters, hysteresisRatio)) changes++;
  }
  return changes / customers;
}

/** Without a band and without a second quarter: the class is the side of the line on which the 12 months lie. */
function shareOfChangesWithoutHysteresis(): number {
  const random = seeded(7);
  const customers = 20_000;
  let changes = 0;
  for (let customer = 0; customer < customers; customer++) {
    const trueCents = lineCents * 10 ** (2 * random() - 1);
    const seen = () => trueCents * (1 + 0.15 * (2 * random() - 1));
    const before = seen() >= lineCents;
    const after = seen() >= lineCents;
    if (before !== after) changes++;
  }
  return changes / customers;
}

describe("size class", () => {
  it("AT1.2 with ±15 % noise at most 2 % of customers change between two quarterly snapshots", () => {
    expect(shareOfChanges(0.2)).toBeLessThanOrEqual(0.02);
  });

  it("AT1.2 falsified without hysteresis: several times as many change", () => {
    const without = shareOfChangesWithoutHysteresis();
    expect(without).toBeGreaterThan(0.02);
    expect(without).toBeGreaterThan(5 * shareOfChanges(0.2));
  });

  it("is first set by the first four quarters", () => {
    // 4 · 25,000 = 100,000 reaches the line; 4 · 24,999 does not.
    expect(fold(year(100_000))).toBe("large");
    expect(fold(year(99_996))).toBe("small");
  });

  it("changes after two consecutive quarter ends beyond the band, not after one", () => {
    // Small at 80,000. Quarters of 60,000 make the 12 months 120,000 (on the band), then 160,000.
    const start = year(80_000);
    expect(fold([...start, 60_000])).toBe("small");
    // 20+20+60+60 = 160,000 is the first end above 120,000: not yet.
    expect(fold([...start, 60_000, 60_000])).toBe("small");
    // 20+60+60+60 = 200,000 is the second.
    expect(fold([...start, 60_000, 60_000, 60_000])).toBe("large");
  });

  it("needs both ends on the same side", () => {
    // 12 months in thousands: 99, 148.5 (above), 89.1 (inside), 148.5 (above): never two in a row.
    const quarters = [25_000, 25_000, 25_000, 25_000, 75_000, -35_000, 85_000];
    expect(fold(quarters.map((cents) => cents * 0.99))).toBe("small");
  });

  it("follows a customer who shrinks for good", () => {
    expect(fold([...year(200_000), 0, 0, 0, 0, 0])).toBe("small");
  });

  it("takes sales up to asOf while there are fewer than four quarters", () => {
    const input = { quarterCents: [500_000], lineCents, hysteresisRatio: 0.2 };
    expect(foldSize({ ...input, last12Cents: 500_000 })).toBe("large");
    expect(foldSize({ ...input, quarterCents: [], last12Cents: 0 })).toBe("small");
  });
});
