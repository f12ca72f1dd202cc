import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cellFormat } from "./cell-format.ts";
import { formattedNumber, numberText } from "./cell-value.ts";
import { durationText, serialText } from "./serial-date.ts";

describe("cellFormat", () => {
  const date = (hasDate: boolean, hasTime: boolean) => ({ kind: "date", hasDate, hasTime });
  it.each([
    ["dd\\.mm\\.yyyy", date(true, false)],
    ["[$-807]d\\. mmmm yyyy;@", date(true, false)],
    ["mmm", date(true, false)],
    ["yyyy-mm-dd hh:mm:ss", date(true, true)],
    ["h:mm AM/PM", date(false, true)],
    ["mm:ss.0", date(false, true)],
    ["[h]:mm:ss", { kind: "duration" }],
    ["00000", { kind: "padded", digits: 5 }],
    ["0", { kind: "plain" }],
    ["0.00E+00", { kind: "plain" }],
    ["General", { kind: "plain" }],
    ['#,##0.00 "days";[Red]-#,##0.00', { kind: "plain" }],
    ["[$CHF-807] #,##0.00", { kind: "plain" }],
    ["_-* #,##0.00 _€_-", { kind: "plain" }],
    ["@", { kind: "plain" }],
  ])("reads %s", (code, expected) => {
    expect(cellFormat(164, code)).toEqual(expected);
  });

  it("knows the formats that have only a number", () => {
    expect([14, 22, 21, 46, 2, 0].map((id) => cellFormat(id, undefined).kind)).toEqual([
      "date",
      "date",
      "date",
      "duration",
      "plain",
      "plain",
    ]);
  });
});

describe("serialText", () => {
  const day = { hasDate: true, hasTime: false };
  it.each([
    // 2024-01-31 is day 45,322 of the 1900 system and 1,462 days less in the 1904 system.
    [45_322, "1900", "2024-01-31"],
    [43_860, "1904", "2024-01-31"],
    [1, "1900", "1900-01-01"],
    [59, "1900", "1900-02-28"],
    [60, "1900", "1900-02-29"],
    [61, "1900", "1900-03-01"],
    [0, "1904", "1904-01-01"],
    [0, "1900", "1900-01-00"],
    [73_415, "1900", "2100-12-31"],
    [2_958_465, "1900", "9999-12-31"],
    [2_958_466, "1900", null],
    [-1, "1900", null],
    [Number.NaN, "1900", null],
  ] as const)("%d in the %s system is %s", (serial, system, expected) => {
    expect(serialText(serial, day, system)).toBe(expected);
  });

  it("writes times to the second, and keeps one that the format hides", () => {
    expect(serialText(45_322.75, { hasDate: true, hasTime: true }, "1900")).toBe("2024-01-31 18:00:00");
    expect(serialText(45_322.75, day, "1900")).toBe("2024-01-31 18:00:00");
    expect(serialText(0.5625, { hasDate: false, hasTime: true }, "1900")).toBe("13:30:00");
    // A whisker below midnight is midnight of the next day, not 24:00:00.
    expect(serialText(45_321.999_999_999_9, day, "1900")).toBe("2024-01-31");
    expect(durationText(1.5)).toBe("36:00:00");
  });
});

describe("numberText", () => {
  it.each([
    ["12.339999999999999", "12.34"],
    ["0.30000000000000004", "0.3"],
    ["1E+21", "1000000000000000000000"],
    ["1.5e-7", "0.00000015"],
    ["-2.5E-10", "-0.00000000025"],
    ["7612345678900", "7612345678900"],
    ["1234.50", "1234.50"],
    ["not a number", "not a number"],
  ])("%s is %s", (stored, expected) => {
    expect(numberText(stored)).toBe(expected);
  });

  it("never writes an exponent and stays the same number to 15 digits", () => {
    const number = fc.double({ noNaN: true, min: -1e300, max: 1e300 });
    fc.assert(
      fc.property(number, (value) => {
        const text = numberText(String(value));
        expect(text).toMatch(/^-?\d+(\.\d+)?$/);
        expect(Number(text)).toBe(Number(value.toPrecision(15)) || 0);
      }),
      { seed: 7 },
    );
  });

  it("gives ids their leading zeros back", () => {
    expect(formattedNumber("42", cellFormat(164, "00000"), "1900")).toBe("00042");
    expect(formattedNumber("1234567", cellFormat(164, "00000"), "1900")).toBe("1234567");
  });
});
