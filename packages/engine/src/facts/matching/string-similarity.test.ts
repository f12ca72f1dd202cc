import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { jaroSimilarity, jaroWinklerSimilarity, levenshteinDistance } from "./string-similarity.ts";

describe("string similarity", () => {
  // Winkler's published examples.
  it.each([
    ["MARTHA", "MARHTA", 0.9444, 0.9611],
    ["DIXON", "DICKSONX", 0.7667, 0.8133],
    ["DWAYNE", "DUANE", 0.8222, 0.84],
    ["hello", "hallo", 0.8667, 0.88],
  ])("%s and %s: Jaro %f, Jaro-Winkler %f", (a, b, jaro, jaroWinkler) => {
    expect(jaroSimilarity(a, b)).toBeCloseTo(jaro, 4);
    expect(jaroWinklerSimilarity(a, b)).toBeCloseTo(jaroWinkler, 4);
  });

  it("is symmetric, 1 for equal texts and stays within 0 and 1", () => {
    const text = fc.string({ unit: fc.constantFrom("a", "b", "c", "d"), maxLength: 12 });
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(jaroWinklerSimilarity(a, b)).toBeCloseTo(jaroWinklerSimilarity(b, a), 12);
        expect(jaroWinklerSimilarity(a, a)).toBe(1);
        expect(jaroWinklerSimilarity(a, b)).toBeGreaterThanOrEqual(0);
        expect(jaroWinklerSimilarity(a, b)).toBeLessThanOrEqual(1);
      }),
      { seed: 3 },
    );
  });

  it("counts edits", () => {
    expect(levenshteinDistance("kitten", "sitting")).toBe(3);
    expect(levenshteinDistance("", "abc")).toBe(3);
    expect(levenshteinDistance("meier", "meister")).toBe(2);
  });
});
