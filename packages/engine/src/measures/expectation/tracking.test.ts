import { describe, expect, it } from "vitest";
import { plainDate } from "../period.ts";
import { tracking } from "./tracking.ts";

describe("the course of a base", () => {
  it("is repeat purchases by month beside what customers of that age are expected to make", () => {
    // Cut 30 April. Two customers began on 31 March (day −30), one on 20 April (day −10).
    const input = {
      firstDay: Float64Array.of(-30, -10),
      customers: Float64Array.of(2, 1),
      // One repeat purchase on 10 April, one on 30 April, three on 31 May.
      day: Float64Array.of(-20, 0, 31),
      orders: Float64Array.of(1, 1, 3),
    };
    const ends = ["2025-03-31", "2025-04-30", "2025-05-31"].map(plainDate);
    // Expected: a tenth of a purchase per day of age; of these very customers, a fifth of a purchase per day.
    const expectation = { ofNew: (days: number) => days / 10, ofKnown: (days: number) => days / 5 };
    const months = tracking(input, { cut: plainDate("2025-04-30"), ends }, expectation);
    // April: 2 · 3.0 + 1 · 1.0; May: 31 ÷ 5, added to the two that were bought by the cut.
    expect(months).toEqual([
      {
        from: "2025-03-31",
        to: "2025-04-30",
        isHoldout: false,
        actualOrders: 2,
        expectedOrders: expect.closeTo(7, 9),
        actualCumulative: 2,
        expectedCumulative: expect.closeTo(7, 9),
      },
      {
        from: "2025-04-30",
        to: "2025-05-31",
        isHoldout: true,
        actualOrders: 3,
        expectedOrders: expect.closeTo(6.2, 9),
        actualCumulative: 5,
        expectedCumulative: expect.closeTo(8.2, 9),
      },
    ]);
  });
});
