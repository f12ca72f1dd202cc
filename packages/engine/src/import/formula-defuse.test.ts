import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defuse } from "./formula-defuse.ts";

describe("defuse", () => {
  it.each([
    ["=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"],
    ["=1+1", "'=1+1"],
    ["+1+cmd", "'+1+cmd"],
    ["-2+3", "'-2+3"],
    ["@SUM(A1)", "'@SUM(A1)"],
    ["\t=1", "'\t=1"],
    ["\r=1", "'\r=1"],
    ["\t5", "'\t5"],
    ["+41-52-1", "'+41-52-1"],
  ])("disarms %j", (text, safe) => expect(defuse(text)).toBe(safe));

  it.each(["-12.50", "-1'234.50", "-1.234,50", "+5", "+41 52 555 12 34", "Muster AG", "a=b", "", "- "])(
    "leaves %j alone or merely quotes it",
    (text) => expect([text, `'${text}`]).toContain(defuse(text)),
  );

  it("leaves plain numbers and telephone numbers alone", () => {
    for (const text of ["-12.50", "-1.234,50", "+5", "+41 52 555 12 34"]) expect(defuse(text)).toBe(text);
  });

  it("never gives a text that starts a formula", () => {
    const start = fc.constantFrom("=", "+", "-", "@", "\t", "\r");
    fc.assert(
      fc.property(start, fc.string(), (first, rest) => {
        const safe = defuse(first + rest);
        expect(/^[=@\t\r]/.test(safe)).toBe(false);
        if (/^[+-]/.test(safe))
          expect(safe).toMatch(/^[+-][0-9 .,'’()\u00a0\u202f\u2007\u2009%€$£A-Za-z\r\n\t\ufeff]*$/);
      }),
      { seed: 10, numRuns: 500 },
    );
  });
});
