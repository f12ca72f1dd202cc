import { describe, expect, it } from "vitest";
import { isMonths, monthsPerUnit } from "./months.ts";

describe("lengths in months", () => {
  it.each(["12", "12.0", "24 Monate", "2 Jahre", "1 yr", "30 Tage", "6 weeks", "vierteljährlich", "Monthly"])(
    "%s is one",
    (cell) => expect(isMonths(cell)).toBe(true),
  );
  it.each(["", "12.5", "12 Stk", "soon", "-3", "01.02.2026"])("%j is none", (cell) =>
    expect(isMonths(cell)).toBe(false),
  );

  it("take the unit of the header", () => {
    expect(monthsPerUnit("Laufzeit (Jahre)")).toBe(12);
    expect(monthsPerUnit("Laufzeit in Monaten")).toBe(1);
    expect(monthsPerUnit("Term")).toBe(1);
    expect(monthsPerUnit("Notice (days)")).toBeCloseTo(1 / 30, 12);
  });
});
