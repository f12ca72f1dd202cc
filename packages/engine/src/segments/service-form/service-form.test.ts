import { describe, expect, it } from "vitest";
import { segmentsParameterSpecs } from "../parameters.ts";
import { partialCorrelation } from "./partial-correlation.ts";
import { recommend } from "./recommend.ts";
import { serviceFormSettings } from "./service-form-settings.ts";
import { type SizedNeed, sizeDependence } from "./size-dependence.ts";

const settings = serviceFormSettings({
  values: Object.fromEntries(segmentsParameterSpecs.map((spec) => [spec.code, spec.default])),
});
const need = (needBreadth: number | null, needReasons = 0, needUrgency: number | null = null) => ({
  needBreadth,
  needReasons,
  needUrgency,
});
const small = { sizeClass: "small", contributionCents: 40_00, electronicRatio: 0.7, hasPartner: false };
const large = { sizeClass: "large", contributionCents: 90_000_00, electronicRatio: 0.7, hasPartner: false };

describe("AT1.3: form follows need too, breadth follows nothing else", () => {
  it("recommends another form for another need at the same size and sales, with the reasons", () => {
    // A carpenter who buys screws, and one who buys six things and asks about five kinds of things.
    const plain = recommend(need(1.2), small, settings)!;
    const broad = recommend(need(4.6, 5), small, settings)!;
    expect(plain).toMatchObject({ breadth: "core", form: "portal" });
    expect(broad).toMatchObject({ breadth: "comprehensive", form: "namedGeneralist" });
    expect(plain.reasons.map((reason) => reason.en)).toEqual([
      "The need spreads over effectively 1.2 need fields: core support.",
      "A plain need, and 70% of the orders come electronically already.",
    ]);
    expect(broad.reasons.map((reason) => reason.de)).toEqual([
      "Der Bedarf verteilt sich auf wirksam 4.6 Bedarfsfelder: umfassende Unterstützung.",
      "5 verschiedene Gründe von Fällen und Kontakten in 12 Monaten: eine Stufe breiter.",
      "Breiter Bedarf braucht jemanden, der den Betrieb kennt; Besuche trägt der Deckungsbeitrag nicht.",
    ]);
  });

  it("recommends the same breadth for the same need, whatever the size; form and cost may differ", () => {
    for (const breadth of [1, 1.8, 3, 5]) {
      const one = recommend(need(breadth), small, settings)!;
      const other = recommend(need(breadth), large, settings)!;
      expect(other.breadth).toBe(one.breadth);
    }
    expect(recommend(need(5), small, settings)!.form).toBe("namedGeneralist");
    expect(recommend(need(5), large, settings)!.form).toBe("field");
  });

  it("keeps a person reachable for urgent needs, leaves partners in place, and says nothing without a need", () => {
    expect(recommend(need(1.2, 0, 0.4), small, settings)).toMatchObject({
      breadth: "extended",
      form: "poolGeneralist",
    });
    expect(recommend(need(5), { ...small, hasPartner: true }, settings)!.form).toBe("partner");
    expect(recommend(need(1.2), { ...small, electronicRatio: null }, settings)!.form).toBe("poolGeneralist");
    expect(recommend(need(null), large, settings)).toBeNull();
  });
});

describe("partial correlation", () => {
  it("agrees with the arithmetic by hand", () => {
    // Without controls: r of (1,2,3,4,5) and (2,1,4,3,5) is 8 ÷ 10 = 0.8.
    expect(partialCorrelation([1, 2, 3, 4, 5], [2, 1, 4, 3, 5], []).r).toBeCloseTo(0.8, 12);
    // x = z + a, y = z + b with a, b, z at right angles and of equal length: r(x, y) = ½, r given z = 0.
    const z = [1, 1, -1, -1, 1, 1, -1, -1];
    const a = [1, -1, 1, -1, 1, -1, 1, -1];
    const b = [1, 1, 1, 1, -1, -1, -1, -1];
    const x = z.map((value, i) => value + a[i]!);
    const y = z.map((value, i) => value + b[i]!);
    expect(partialCorrelation(x, y, []).r).toBeCloseTo(0.5, 12);
    expect(partialCorrelation(x, y, [z]).r).toBeCloseTo(0, 12);
    // r_xy = 0.8, r_xz = 0.9, r_yz = 0.7 gives (0.8 − 0.63) ÷ √(0.19 · 0.51) = 0.5461; here from rows with these r.
    const u = z.map((value, i) => 0.9 * value + Math.sqrt(1 - 0.81) * a[i]!);
    const part = (0.8 - 0.63) / Math.sqrt(1 - 0.81);
    const v = z.map((value, i) => 0.7 * value + part * a[i]! + Math.sqrt(1 - 0.49 - part ** 2) * b[i]!);
    expect(partialCorrelation(u, v, []).r).toBeCloseTo(0.8, 12);
    expect(partialCorrelation(u, v, [z]).r).toBeCloseTo(0.17 / Math.sqrt(0.19 * 0.51), 12);
  });

  it("gives Fisher's interval and nothing where nothing varies", () => {
    const x = Array.from({ length: 103 }, (_, i) => i % 7);
    const y = Array.from({ length: 103 }, (_, i) => (i * 3) % 5);
    const { r, low, high } = partialCorrelation(x, y, []);
    // n − 3 = 100: half width 1.96 ÷ 10 on Fisher's scale.
    expect(Math.atanh(high!) - Math.atanh(r!)).toBeCloseTo(0.195996, 5);
    expect(Math.atanh(r!) - Math.atanh(low!)).toBeCloseTo(0.195996, 5);
    expect(
      partialCorrelation(
        x,
        x.map(() => 3),
        [],
      ).r,
    ).toBeNull();
    expect(partialCorrelation(x, y, [x]).r).toBeNull();
    expect(partialCorrelation([1, 2, 3], [1, 2, 3], []).r).toBeNull();
  });
});

/** Needs that grow with size, as they do in real bases: breadth must still come from need alone. */
function base(breadthOf?: (row: SizedNeed) => SizedNeed["supportBreadth"]): SizedNeed[] {
  let state = 11;
  const random = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  return Array.from({ length: 1000 }, () => {
    const salesCents = Math.exp(8 + 7 * random());
    const needBreadth = 1 + 4 * random() * (0.4 + 0.6 * random()) + 0.15 * Math.log(salesCents / 3000);
    const row = {
      ...need(Math.max(1, needBreadth), Math.floor(4 * random()), random() < 0.3 ? random() * 0.4 : null),
      needBreadth: Math.max(1, needBreadth),
      needVariety: Math.round(needBreadth + 2 * random()),
      salesCents,
      ...(salesCents > 200_000 ? large : small),
      supportBreadth: "core" as const,
    };
    const supportBreadth = breadthOf?.(row) ?? recommend(row, row, settings)!.breadth;
    return { ...row, supportBreadth };
  });
}

describe("AT2.2: exchanging sizes", () => {
  it("changes the breadth of at most 2 % of 500 customers, and K25 stays below 0.1", () => {
    const result = sizeDependence(base(), settings);
    expect(result.swapped).toBe(500);
    expect(result.breadthChanged).toBe(0);
    expect(result.formChanged).toBeGreaterThan(0);
    expect(Math.abs(result.partialCorrelation!)).toBeLessThan(0.1);
    expect(result.low!).toBeLessThan(result.partialCorrelation!);
    expect(result.isInvariant).toBe(true);
    expect(result.sentence.en).toContain("follows need, not size");
  });

  it("finds out a recommendation that follows size after all", () => {
    const bySize = base(({ salesCents }) => (salesCents > 200_000 ? "comprehensive" : "core"));
    const result = sizeDependence(bySize, settings);
    expect(result.partialCorrelation!).toBeGreaterThan(0.5);
    expect(result.isInvariant).toBe(false);
    expect(result.sentence.de).toContain("hängt auch von der Grösse ab");
  });

  it("is unclear without customers", () => {
    expect(sizeDependence([], settings)).toMatchObject({ isInvariant: null, partialCorrelation: null });
  });
});
