import { describe, expect, it } from "vitest";
import { lpText } from "./lp-text.ts";

describe("lpText", () => {
  it("writes objective, rows, bounds and whole columns; remainders of sums are no numbers", () => {
    const text = lpText({
      columns: [
        { value: 3, kind: "binary" },
        { value: -2.5, kind: "continuous", upper: 4 },
        { value: -0, kind: "binary" },
      ],
      rows: [
        {
          terms: [
            [0, 1],
            [1, -2],
            [2, 1e-10],
          ],
          sense: "<=",
          limit: 5,
        },
        { terms: [], sense: ">=", limit: 1 },
      ],
    });
    expect(text).toBe(
      [
        "Maximize",
        " obj: + 3 x0 - 2.5 x1",
        "Subject To",
        " r0: + 1 x0 - 2 x1 <= 5",
        " r1: 0 x0 >= 1",
        "Bounds",
        " 0 <= x0 <= 1",
        " 0 <= x1 <= 4",
        " 0 <= x2 <= 1",
        "General",
        " x0 x2",
        "End",
        "",
      ].join("\n"),
    );
  });

  it("wraps long lines", () => {
    const columns = Array.from({ length: 500 }, () => ({ value: 123_456.789, kind: "binary" as const }));
    const terms = columns.map((_, index) => [index, 1] as const);
    const text = lpText({ columns, rows: [{ terms, sense: "=", limit: 1 }] });
    expect(Math.max(...text.split("\n").map(({ length }) => length))).toBeLessThan(230);
    expect(text.match(/x499/g)).toHaveLength(4);
  });

  it("refuses a number that is none", () => {
    expect(() => lpText({ columns: [{ value: Number.NaN, kind: "binary" }], rows: [] })).toThrow(/NaN/);
  });
});
