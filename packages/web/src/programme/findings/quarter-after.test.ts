import { expect, it } from "vitest";
import { quarterAfter } from "./quarter-after.ts";

it("steps over the turn of the year, forth and back", () => {
  expect(quarterAfter("2026-Q4", 1)).toBe("2027-Q1");
  expect(quarterAfter("2027-Q1", -1)).toBe("2026-Q4");
  expect(quarterAfter("2026-Q2", 0)).toBe("2026-Q2");
});
