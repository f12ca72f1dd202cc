import { describe, expect, it } from "vitest";
import { parseAmount } from "./parse-amount.ts";

describe("an amount as people type it", () => {
  it.each([
    ["1'234.50", 123_450],
    ["1’234.50", 123_450],
    ["1.234,50", 123_450],
    ["1,234.50", 123_450],
    ["1 234,5", 123_450],
    ["1234", 123_400],
    ["1.234", 123_400],
    ["0.05", 5],
    ["CHF 12.30", 1_230],
    ["−12.30", -1_230],
    ["12.30-", -1_230],
    ["(12.30)", -1_230],
    ["1.234.567", 123_456_700],
  ])("reads %s", (text, cents) => {
    expect(parseAmount(text)).toBe(cents);
  });

  it.each(["", "abc", "12.345,678", "1.2.3,4,5x", "--5", "12.3456"])("refuses %s", (text) => {
    expect(parseAmount(text)).toBeUndefined();
  });
});
