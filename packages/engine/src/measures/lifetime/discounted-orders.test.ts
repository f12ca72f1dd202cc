import { bgNbd } from "@kleinod/btyd/bg-cnbd-k/model.ts";
import { paretoNbd } from "@kleinod/btyd/index.ts";
import { describe, expect, it } from "vitest";
import { discountedOrders } from "./discounted-orders.ts";

const model = bgNbd({ r: 0.6, alpha: 60, a: 0.8, b: 4 });
const histories = {
  frequency: Float64Array.from([0, 3, 12, 12]),
  recency: Float64Array.from([0, 200, 700, 200]),
  age: Float64Array.from([30, 300, 720, 720]),
};

describe("expected purchases over the reach", () => {
  it("without discount are what the purchase model expects over all of it", () => {
    const { orders } = discountedOrders(model, histories, 36, 0);
    const expected = model.conditionalExpectedTransactionsEach(3 * 365.25, histories);
    for (const [row, purchases] of expected.entries()) expect(orders[row]).toBeCloseTo(purchases, 9);
  });

  it("count less the later they come: each year at its middle", () => {
    const { orders } = discountedOrders(model, histories, 24, 0.1);
    const upTo = (years: number) => model.conditionalExpectedTransactionsEach(years * 365.25, histories);
    // First year ÷ 1.1^0.5, second year ÷ 1.1^1.5.
    const expected = upTo(1)[2]! / 1.1 ** 0.5 + (upTo(2)[2]! - upTo(1)[2]!) / 1.1 ** 1.5;
    expect(orders[2]).toBeCloseTo(expected, 9);
  });

  it("lie within their interval, and whoever has probably left stays active for less time", () => {
    const { orders, ordersLow, ordersHigh, activeYears } = discountedOrders(model, histories, 36, 0.08);
    for (const row of orders.keys()) {
      expect(ordersLow[row]!).toBeLessThanOrEqual(orders[row]!);
      expect(ordersHigh[row]!).toBeGreaterThanOrEqual(orders[row]!);
      expect(activeYears[row]!).toBeGreaterThan(0);
      // 1.08^-0.5 + 1.08^-1.5 + 1.08^-2.5 = 2.68 discounted years at most.
      expect(activeYears[row]!).toBeLessThanOrEqual(2.6783);
    }
    expect(activeYears[3]!).toBeLessThan(activeYears[2]! / 10);
  });
});

describe("expected active years", () => {
  it("are all years of whoever never leaves, and none of whoever has left", () => {
    // Leaving once in a million years; 12 purchases in 720 days, the last one just now.
    const staying = paretoNbd({ r: 0.6, alpha: 60, s: 1, beta: 365e6 });
    expect(discountedOrders(staying, histories, 36, 0).activeYears[2]).toBeCloseTo(3, 3);
    // Twelve purchases within 200 days and then 520 of silence.
    expect(discountedOrders(model, histories, 36, 0).activeYears[3]).toBeLessThan(0.1);
  });

  it("follow the model's own leaving: an exponential rate μ leaves (1 − e^(−3μ)) ÷ μ of three years", () => {
    // Gamma with shape 1e4 hardly varies: everybody leaves at 0.5 a year, and buys ten times a year.
    const rate = 0.5;
    const shape = 1e4;
    const sure = paretoNbd({
      r: shape,
      alpha: (shape / 10) * 365.25,
      s: shape,
      beta: (shape / rate) * 365.25,
    });
    const recent = {
      frequency: Float64Array.of(20),
      recency: Float64Array.of(730),
      age: Float64Array.of(730.5),
    };
    const { activeYears } = discountedOrders(sure, recent, 36, 0);
    // (1 − e^(−1.5)) ÷ 0.5 = 1.554; the pace is a quarter's mean, half a quarter of leaving too low: up to 6 % more.
    expect(activeYears[0]!).toBeGreaterThan(1.554);
    expect(activeYears[0]!).toBeLessThan(1.554 * 1.065);
  });
});
