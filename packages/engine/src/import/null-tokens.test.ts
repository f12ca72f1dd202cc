import { describe, expect, it } from "vitest";
import { cellSql, cellText } from "./null-tokens.ts";

describe("cellText", () => {
  it.each(["", "   ", "\u00a0", "NULL", "null ", "\\N", "-", "–", "#NV", "#N/A", "n/a", "k.A.", "(null)"])(
    "%j says nothing",
    (cell) => expect(cellText(cell)).toBeNull(),
  );

  it.each([
    [" 0000104711 ", "0000104711"],
    ["NA", "NA"],
    ["#DIV/0!", "#DIV/0!"],
    ["-5", "-5"],
    ["\u00a0Müller\u202f", "Müller"],
    ["Null & Co.", "Null & Co."],
  ])("%j says %j", (cell, text) => expect(cellText(cell)).toBe(text));

  it("treats a missing cell as blank", () => expect(cellText(null)).toBeNull());
});

describe("cellSql", () => {
  it("quotes what it compares with", () => {
    expect(cellSql("c0")).toContain("#n/a");
    expect(cellSql("c0")).toMatch(/^CASE WHEN .* END$/s);
  });
});
