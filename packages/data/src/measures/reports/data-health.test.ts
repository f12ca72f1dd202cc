import { describe, expect, it } from "vitest";
import { dataTier } from "./data-health.ts";
import type { StoreTotals } from "./store-totals.ts";

const totals: StoreTotals = {
  lines: 100,
  documents: 40,
  amount_cents: 1_000_000,
  unconverted_lines: 0,
  customer_lines: 100,
  other_lines: 0,
  other_sales_cents: 0,
  first_date: "2025-01-01",
  product_lines: 100,
  costed_lines: 50,
  channel_lines: 0,
  has_order_headers: false,
  has_activities: true,
  has_cases: true,
  has_voices: true,
};

describe("the ladder of data", () => {
  it("needs every step below: activities without channels stay on the first one", () => {
    expect(dataTier(totals)).toBe("T0");
    // 50 of 100 lines are enough, 49 are not
    expect(dataTier({ ...totals, channel_lines: 50 })).toBe("T4");
    expect(dataTier({ ...totals, channel_lines: 49 })).toBe("T0");
    expect(dataTier({ ...totals, channel_lines: 50, costed_lines: 49 })).toBe("T0");
  });

  it("climbs with order headers, activities, cases and voices", () => {
    const climb = { ...totals, has_order_headers: true };
    expect(dataTier({ ...climb, has_activities: false })).toBe("T1");
    expect(dataTier({ ...climb, has_cases: false })).toBe("T2");
    expect(dataTier({ ...climb, has_voices: false })).toBe("T3");
    expect(dataTier(climb)).toBe("T4");
  });
});
