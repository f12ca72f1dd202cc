import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { packLevels, unpackLevels } from "./agreement-pattern.ts";
import { comparisons, levelsOfPair } from "./comparisons.ts";
import { estimateModel } from "./estimate-model.ts";
import { explainPair } from "./explain-pair.ts";
import { shippedModel } from "./match-model.ts";
import { type MatchInput, toMatchRecord } from "./match-record.ts";
import { mayReach } from "./may-reach.ts";

const nothing: MatchInput = {
  ...{ name: null, name2: null, street: null, postcode: null, city: null, country: null },
  ...{ phone: null, email: null, website: null, vatId: null, legalForm: null },
};
const account = (fields: Partial<MatchInput>) => toMatchRecord({ ...nothing, ...fields }, "CH");

function levelOf(field: string, a: Partial<MatchInput>, b: Partial<MatchInput>): string | undefined {
  const index = comparisons.findIndex((comparison) => comparison.field === field);
  const level = levelsOfPair(account(a), account(b))[index];
  return level === null || level === undefined ? "unknown" : comparisons[index]?.levels[level]?.code;
}

describe("levels", () => {
  it.each([
    ["Huber Elektro AG", "Elektro Hùber", "same"],
    ["Zimmermann AG", "Zimmermmann AG", "slip"],
    ["Hans Huber", "Huber", "similar"],
    ["Hans Huber", "Hans Zgraggen", "partial"],
    ["Huber", "Zgraggen", "different"],
    ["Meier", "Meister", "similar"],
    ["", "Meier", "unknown"],
  ])("names %s and %s: %s", (a, b, level) => {
    expect(levelOf("name", { name: a }, { name: b })).toBe(level);
  });

  it("tells two firms of one surname by their trade", () => {
    expect(levelOf("tradeWords", { name: "Meier Elektro" }, { name: "Meier Immobilien" })).toBe("different");
    expect(levelOf("tradeWords", { name: "Meier Elektro" }, { name: "Meier" })).toBe("unknown");
  });

  it("grades addresses", () => {
    const home = { street: "Bahnhofstrasse 5", postcode: "8001", city: "Zürich" };
    expect(levelOf("address", home, { street: "Bahnhofstr. 5", postcode: "CH-8001" })).toBe("sameDoor");
    expect(levelOf("address", home, { ...home, street: "Bahnofstrasse 5" })).toBe("nearlySameDoor");
    expect(levelOf("address", home, { ...home, street: "Bahnhofstrasse 90" })).toBe("sameStreet");
    expect(levelOf("address", home, { ...home, street: null })).toBe("samePlace");
    expect(levelOf("address", home, { postcode: "8052" })).toBe("sameRegion");
    expect(levelOf("address", home, { ...home, postcode: "A-8001", city: "Graz" })).toBe("different");
    expect(levelOf("address", home, {})).toBe("unknown");
  });

  it("takes a mistyped VAT id for a slip, and ids of two countries for no contradiction", () => {
    const vatId = "CHE-109.322.551";
    expect(levelOf("vatId", { vatId }, { vatId: "CHE109322551 MWST" })).toBe("same");
    expect(levelOf("vatId", { vatId }, { vatId: "CHE-109.322.557" })).toBe("oneDigitOff");
    expect(levelOf("vatId", { vatId }, { vatId: "CHE-116.281.710" })).toBe("different");
    expect(levelOf("vatId", { vatId }, { vatId: "DE136695976" })).toBe("unknown");
  });
});

describe("explanation", () => {
  const model = shippedModel(comparisons, 1000);
  const levels = fc.tuple(
    ...comparisons.map(({ levels: all }) =>
      fc.option(fc.integer({ min: 0, max: all.length - 1 }), { nil: null }),
    ),
  );

  it("shows what it weighed, and its lines sum to the weight", () => {
    fc.assert(
      fc.property(levels, fc.double({ min: 1e-6, max: 1, noNaN: true }), (pair, share) => {
        const { evidence, weightBits, probability } = explainPair(model, comparisons, pair, {
          shown: { name: { a: "Huber AG", b: "Huber" } },
          termShares: { name_share: share },
        });
        expect(evidence.map(({ field }) => field)).toEqual([
          "prior",
          ...comparisons.map(({ field }) => field),
        ]);
        expect(evidence[1]).toMatchObject({ a: "Huber AG", b: "Huber" });
        expect(evidence.reduce((sum, line) => sum + line.weightBits, 0)).toBeCloseTo(weightBits, 6);
        expect(probability).toBeGreaterThanOrEqual(0);
        expect(probability).toBeLessThanOrEqual(1);
        // The filter before the explanation never drops a pair that would have reached the threshold.
        expect(mayReach(model, comparisons, pair, Math.min(probability, 0.999))).toBe(true);
      }),
      { seed: 4 },
    );
  });

  it("packs levels without loss", () => {
    fc.assert(
      fc.property(levels, (pair) => {
        expect(unpackLevels(packLevels(pair), comparisons.length)).toEqual(pair);
      }),
      { seed: 5 },
    );
  });

  it("weighs a rare name more than a common one", () => {
    const bits = (share: number): number =>
      explainPair(model, comparisons, [0, null, null, null, null, null, null], {
        shown: {},
        termShares: { name_share: share },
      }).weightBits;
    expect(bits(0.0001)).toBeGreaterThan(bits(0.01));
  });

  it("ships shares that sum to one and learns shares that do", () => {
    const learned = estimateModel(
      comparisons,
      200,
      [{ levels: [0, 0, null, 0, 0, null, null], pairs: 12 }],
      [{ levels: [4, 2, 1, 5, 2, 2, 3], pairs: 5000 }],
    ).model;
    for (const { m, u } of [...model.fields, ...learned.fields]) {
      expect(m.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
      expect(u.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
    }
    // 12 certain matches of 200·199/2 pairs
    expect(learned.lambda).toBeCloseTo(12 / 19900, 4);
  });
});
