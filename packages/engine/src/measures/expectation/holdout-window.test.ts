import { describe, expect, it } from "vitest";
import { plainDate } from "../period.ts";
import { holdoutWindow, monthEnds } from "./holdout-window.ts";

const window = (asOf: string, first: string) => holdoutWindow(plainDate(asOf), plainDate(first));

describe("what is held out", () => {
  it("is the last 12 months where 24 lie before them", () => {
    expect(window("2025-12-31", "2022-12-31")).toEqual({ cut: "2024-12-31", months: 12, days: 365 });
    expect(window("2025-12-31", "2001-01-01")).toMatchObject({ months: 12 });
  });

  it("is a third of the whole months where they are fewer", () => {
    // 35 whole months: 11; 18: 6; 9: 3.
    expect(window("2025-12-31", "2023-01-01")).toEqual({ cut: "2025-01-31", months: 11, days: 334 });
    expect(window("1998-06-30", "1997-01-01")).toMatchObject({ cut: "1998-01-30", months: 5 });
    expect(window("2025-12-31", "2025-03-31")).toEqual({ cut: "2025-09-30", months: 3, days: 92 });
  });

  it("is nothing below nine months, from which nothing could be told", () => {
    expect(window("2025-12-31", "2025-04-01")).toBeNull();
    expect(window("2025-12-31", "2025-12-31")).toBeNull();
  });
});

describe("ends of months", () => {
  it("lead up to asOf from the month of the first purchase", () => {
    const ends = monthEnds(plainDate("2025-05-31"), plainDate("2025-03-15"), 60);
    expect(ends).toEqual(["2025-03-31", "2025-04-30", "2025-05-31"]);
    expect(monthEnds(plainDate("2025-05-31"), plainDate("2025-03-15"), 2)).toEqual([
      "2025-04-30",
      "2025-05-31",
    ]);
  });
});
