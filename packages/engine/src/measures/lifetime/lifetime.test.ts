import { predictBgNbd } from "@kleinod/btyd/bg-nbd/predict.ts";
import { describe, expect, it } from "vitest";
import { discountedOrders } from "./discounted-orders.ts";
import { explainLifetime, type LifetimeParts } from "./explain-lifetime.ts";

const params = { r: 0.6, alpha: 60, a: 0.8, b: 4 };
const histories = {
  frequency: Float64Array.from([0, 3, 12, 12]),
  recency: Float64Array.from([0, 200, 700, 200]),
  age: Float64Array.from([30, 300, 720, 720]),
};

describe("expected purchases over the reach", () => {
  it("without discount are what the purchase model expects over all of it", () => {
    const { orders } = discountedOrders(params, histories, 36, 0);
    const { expectedPurchases } = predictBgNbd(params, histories, 3 * 365.25);
    for (const [row, expected] of expectedPurchases.entries()) expect(orders[row]).toBeCloseTo(expected, 9);
  });

  it("count less the later they come: each year at its middle", () => {
    const { orders } = discountedOrders(params, histories, 24, 0.1);
    const upTo = (years: number) => predictBgNbd(params, histories, years * 365.25).expectedPurchases;
    // First year ÷ 1.1^0.5, second year ÷ 1.1^1.5.
    const expected = upTo(1)[2]! / 1.1 ** 0.5 + (upTo(2)[2]! - upTo(1)[2]!) / 1.1 ** 1.5;
    expect(orders[2]).toBeCloseTo(expected, 9);
  });

  it("lie within their interval, and whoever has probably left stays active for less time", () => {
    const { orders, ordersLow, ordersHigh, activeYears } = discountedOrders(params, histories, 36, 0.08);
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

describe("a lifetime value", () => {
  const parts: LifetimeParts = {
    netCents: 10_000,
    orders: 10,
    activeYears: 2,
    contributionPerOrderCents: 3_000,
    costPerOrderCents: 1_500,
    upkeepCents: 2_500,
    months: 36,
  };

  it("is told by its sums", () => {
    // 10 · (30.00 − 15.00) − 2 · 25.00 = 100.00
    expect(explainLifetime(parts).en).toBe(
      "10.0 expected purchases × (30.00 contribution − 15.00 avoidable cost) − 2.0 years × 25.00 upkeep = 100.00 over 36 months.",
    );
  });

  it("may be negative, and then says where to start: at the service model, never at the customer", () => {
    const dearOrders = explainLifetime({ ...parts, netCents: -15_000, costPerOrderCents: 4_000 });
    expect(dearOrders.en).toContain("Each purchase costs more than it brings");
    expect(dearOrders.de).toContain("Jeder Kauf kostet mehr, als er bringt");
    const dearUpkeep = explainLifetime({ ...parts, netCents: -15_000, upkeepCents: 15_000 });
    expect(dearUpkeep.en).toContain("visits and cases");
  });
});
