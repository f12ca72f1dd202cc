import { describe, expect, it } from "vitest";
import { expect12Months, type HistoryTable } from "./compute.ts";

const table = (rows: readonly (readonly [number, number, number, number])[]): HistoryTable => ({
  frequency: Float64Array.from(rows, (row) => row[0]),
  recency: Float64Array.from(rows, (row) => row[1]),
  age: Float64Array.from(rows, (row) => row[2]),
  customers: Float64Array.from(rows, (row) => row[3]),
});

const histories = table([
  [0, 0, 300, 40],
  [0, 0, 600, 60],
  [1, 100, 400, 30],
  [3, 350, 380, 25],
  [5, 200, 700, 10],
  [12, 690, 700, 8],
  [20, 300, 700, 3],
]);
const spend = {
  count: Float64Array.from({ length: 60 }, (_, index) => 1 + (index % 7)),
  meanCents: Float64Array.from({ length: 60 }, (_, index) => 5_000 + 100 * index),
};

describe("expectation", () => {
  it("predicts what a model of these histories can tell", () => {
    const expectation = expect12Months(histories, spend, 365);
    if (!expectation.ok) throw new Error(expectation.message);
    const { probabilityActive, expectedOrders, ordersLow, ordersHigh, ordersWhileActive } =
      expectation.predictions;
    for (const [row, expected] of expectedOrders.entries()) {
      expect(probabilityActive[row]).toBeGreaterThanOrEqual(0);
      expect(probabilityActive[row]).toBeLessThanOrEqual(1);
      expect(ordersLow[row]).toBeLessThanOrEqual(ordersHigh[row]!);
      // What is at stake is what would come if the customer stays: E = P(active) · E[· | active].
      expect(expected).toBeCloseTo(probabilityActive[row]! * ordersWhileActive[row]!, 6);
    }
    // One purchase only: the model knows no leaving before a repeat purchase.
    expect(probabilityActive[0]).toBe(1);
    // Twenty purchases and then silence for 400 days against twelve up to ten days ago.
    expect(probabilityActive[6]).toBeLessThan(probabilityActive[5]!);
  });

  it("refuses with a reason when too few bought again", () => {
    const refused = expect12Months(
      table([
        [0, 0, 100, 500],
        [1, 10, 100, 3],
      ]),
      spend,
      365,
    );
    expect(refused).toMatchObject({ ok: false, reason: "tooLittleHistory" });
  });

  it("expects orders but no sales when the spend model refuses", () => {
    const flat = { count: spend.count, meanCents: spend.meanCents.map(() => 100) };
    expect(expect12Months(histories, flat, 365)).toMatchObject({ ok: true, spend: null });
  });
});
