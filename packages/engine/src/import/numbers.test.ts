import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  decimalCentsSql,
  decimalToCents,
  detectNumberFormat,
  moneyCentsSql,
  numberSql,
  parseNumber,
} from "./numbers.ts";

const point = { decimal: "." } as const;
const comma = { decimal: "," } as const;

describe("parseNumber", () => {
  it.each([
    ["1234.5", point, "1234.5"],
    ["1'234.50", point, "1234.5"],
    ["1’234’567.00", point, "1234567"],
    ["1,234.50", point, "1234.5"],
    ["1.234,50", comma, "1234.5"],
    ["1 234,50", comma, "1234.5"],
    ["1\u00a0234,50", comma, "1234.5"],
    ["1\u202f234,50", comma, "1234.5"],
    ["1,234", point, "1234"],
    ["1,234", comma, "1.234"],
    ["(12.30)", point, "-12.3"],
    ["CHF (12.30)", point, "-12.3"],
    ["12.30-", point, "-12.3"],
    ["-12,30", comma, "-12.3"],
    ["−12,30", comma, "-12.3"],
    ["+5", point, "5"],
    ["CHF 12.50", point, "12.5"],
    ["Fr. 12.50", point, "12.5"],
    ["12,50 €", comma, "12.5"],
    ["-€ 5", point, "-5"],
    ["5 %", point, "5"],
    [".5", point, "0.5"],
    ["5.", point, "5"],
    ["0012", point, "12"],
    ["-0", point, "0"],
    ["1.5E+03", point, "1500"],
    ["1,5e3", comma, "1500"],
    ["-1.13687E-13", point, "0"],
    ["2.5e-3", point, "0.0025"],
    ["0.00E+00", point, "0"],
    // Half away from zero at the sixth decimal.
    ["1.2345675", point, "1.234568"],
    ["-1.2345675", point, "-1.234568"],
    ["999999999999.999999", point, "999999999999.999999"],
    ["  ", point, null],
    ["NULL", point, null],
    ["-", point, null],
  ])("reads %j with %j as %j", (text, format, value) => {
    expect(parseNumber(text, format)).toEqual({ ok: true, value });
  });

  it.each([
    "NaN",
    "Infinity",
    "inf",
    "∞",
    "0x10",
    "1_000",
    "=1+1",
    "=cmd|' /C calc'!A0",
    "1e400",
    "--5",
    "-5-",
    "(-5)",
    "1,23",
    "1.2.3",
    "12 34",
    "0,123",
    "abc",
    "12 Stk",
    "1'23",
  ])("refuses %j", (text) => {
    expect(parseNumber(text, point)).toEqual({ ok: false, rule: "numberUnreadable", text });
  });

  it("refuses what a million millions and more would not fit", () => {
    expect(parseNumber("1000000000000", point)).toMatchObject({ ok: false, rule: "numberTooLarge" });
    expect(parseNumber("-999999999999.9999995", point)).toMatchObject({ ok: false, rule: "numberTooLarge" });
  });

  it("reads every amount in every writing back to the same cents", () => {
    const group = (whole: string, separator: string) => whole.replace(/\B(?=(\d{3})+$)/g, separator);
    fc.assert(
      fc.property(
        fc.integer({ min: -99_999_999_999, max: 99_999_999_999 }),
        fc.constantFrom("", "'", "’", " ", "\u00a0"),
        fc.constantFrom<"." | ",">(".", ","),
        fc.constantFrom("leading", "trailing", "brackets"),
        (cents, separator, decimal, minus) => {
          const whole = String(Math.trunc(Math.abs(cents) / 100));
          const body = `${group(whole, separator)}${decimal}${String(Math.abs(cents) % 100).padStart(2, "0")}`;
          const signed = { leading: `-${body}`, trailing: `${body}-`, brackets: `(${body})` }[minus];
          const parsed = parseNumber(cents < 0 ? signed : body, { decimal });
          expect(parsed.ok && parsed.value !== null && decimalToCents(parsed.value)).toBe(cents);
        },
      ),
      { seed: 4, numRuns: 500 },
    );
  });

  it("never throws and never gives a text that is no number", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."0123456789.,'’ -+()eE%€x_") }), (text) => {
        for (const format of [point, comma]) {
          const parsed = parseNumber(text, format);
          if (parsed.ok && parsed.value !== null) expect(parsed.value).toMatch(/^-?\d+(\.\d{1,6})?$/);
        }
      }),
      { seed: 5, numRuns: 2000 },
    );
  });
});

describe("decimalToCents", () => {
  it.each([
    ["0.005", 1],
    ["-0.005", -1],
    ["0.004999", 0],
    ["-0.004", 0],
    ["1.115", 112],
    ["12.3", 1230],
  ])("rounds %s half away from zero to %d cents", (value, cents) =>
    expect(decimalToCents(value)).toBe(cents),
  );
});

describe("detectNumberFormat", () => {
  it.each([
    [["1234.50", "7"], ".", "", false],
    [["1'234.50"], ".", "'", false],
    [["1.234,50", "3,00"], ",", ".", false],
    [["1 234,50"], ",", " ", false],
    [["1,234", "2,5"], ",", "", false],
    [["1,234,567"], ".", ",", false],
    [["0,123"], ",", "", false],
    [["1234,567"], ",", "", false],
    [["12", "7"], ".", "", false],
    [["1,234"], ".", "", true],
    [["1.234", "5.678"], ".", "", true],
    [[], ".", "", false],
  ])("%j: decimal %s, thousands %j, ambiguous %s", (samples, decimal, thousands, ambiguous) => {
    expect(detectNumberFormat(samples)).toMatchObject({ decimal, thousands, ambiguous });
  });

  it("says whether a cell decided at all", () => {
    expect(detectNumberFormat(["12", "13"])).toMatchObject({ decided: false, ambiguous: false });
    expect(detectNumberFormat(["12.5"])).toMatchObject({ decided: true, example: "12.5" });
  });

  it("asks when cells contradict each other, and goes with an overwhelming majority", () => {
    expect(detectNumberFormat(["1.50", "2,50"]).ambiguous).toBe(true);
    const mostly = [...Array.from({ length: 60 }, () => "2,50"), "1.50"];
    expect(detectNumberFormat(mostly)).toMatchObject({ decimal: ",", ambiguous: false });
  });

  it("is not led astray by cells that are no numbers", () => {
    expect(detectNumberFormat(["31.12.2024", "M8x20, verzinkt", "2,50"])).toMatchObject({ decimal: "," });
  });
});

describe("SQL builders", () => {
  it("name the column and give the exact type", () => {
    expect(numberSql("c3", comma)).toContain("TRY_CAST(replace(c3, ',', '.') AS DECIMAL(18,6))");
    expect(moneyCentsSql("c3", point)).toBe(decimalCentsSql(numberSql("c3", point)));
  });
});
