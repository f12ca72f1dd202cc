import { describe, expect, it } from "vitest";
import { daysBetween, lastCompleteQuarter, monthsBefore, plainDate, quarterIndex } from "./period.ts";

describe("period", () => {
  it("goes back by calendar months and stays in the month", () => {
    expect(monthsBefore(plainDate("2025-12-31"), 12)).toBe("2024-12-31");
    expect(monthsBefore(plainDate("2024-02-29"), 12)).toBe("2023-02-28");
    expect(monthsBefore(plainDate("2025-01-15"), 1)).toBe("2024-12-15");
    expect(monthsBefore(plainDate("2025-11-30"), -12)).toBe("2026-11-30");
  });

  it("counts whole days", () => {
    expect(daysBetween(plainDate("2024-02-28"), plainDate("2024-03-01"))).toBe(2);
  });

  it("numbers quarters so that neighbours differ by one", () => {
    expect(quarterIndex(plainDate("2025-01-01")) - quarterIndex(plainDate("2024-12-31"))).toBe(1);
  });

  it("takes a quarter for over on its last day, not before", () => {
    expect(lastCompleteQuarter(plainDate("2025-06-29"))).toBe(2025 * 4 + 0);
    expect(lastCompleteQuarter(plainDate("2025-06-30"))).toBe(2025 * 4 + 1);
  });

  it("refuses what is no day", () => {
    for (const text of ["2025-02-29", "2025-13-01", "2025-1-1", "31.12.2025", ""]) {
      expect(() => plainDate(text)).toThrow(/date is/);
    }
  });
});
