import { describe, expect, it } from "vitest";
import { figure, verdict } from "./measurement.ts";
import { performancePage, rowsOf, tableRow } from "./performance-page.ts";

describe("performance page", () => {
  it("says by how much a budget is missed: less is better for a time, more for a rate", () => {
    const time = { name: "import", unit: "s", budget: 6 };
    expect(verdict({ ...time, value: 6 })).toBe("yes");
    // 7.5 / 6 = 1.25
    expect(verdict({ ...time, value: 7.5 })).toBe("missed by 25 %");
    const rate = { name: "import", unit: "lines/s", budget: 400_000 };
    expect(verdict({ ...rate, value: 500_000 })).toBe("yes");
    // 400,000 / 320,000 = 1.25
    expect(verdict({ ...rate, value: 320_000 })).toBe("missed by 25 %");
    expect(verdict({ name: "start", unit: "s", value: 1 })).toBe("");
  });

  it("rounds to three significant digits", () => {
    expect([1_067_370, 12.345, 0.04567].map(figure)).toEqual(["1,070,000", "12.3", "0.0457"]);
  });

  it("reads back the rows that it wrote", () => {
    const rows = [
      tableRow("import", { name: "a | b", value: 1.5, unit: "s", budget: 2, note: "cold" }),
      tableRow("start", { name: "first page", value: 900, unit: "ms" }),
    ];
    expect(rowsOf(performancePage("2 × Test", rows))).toEqual([
      ["import", "a | b", "1.5 s", "≤ 2 s", "yes", "cold"],
      ["start", "first page", "900 ms", "", "", ""],
    ]);
  });
});
