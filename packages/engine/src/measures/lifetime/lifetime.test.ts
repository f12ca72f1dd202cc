import { describe, expect, it } from "vitest";
import { explainLifetime, type LifetimeParts } from "./explain-lifetime.ts";

describe("a lifetime value", () => {
  const parts: LifetimeParts = {
    netCents: 10_000,
    orders: 10,
    activeYears: 2,
    contributionPerOrderCents: 3_000,
    costPerOrderCents: 1_500,
    upkeepCents: 2_500,
    months: 36,
    contractRatio: 0,
    contractYears: 0,
    contractContributionCents: 0,
    contractCostCents: 0,
  };

  it("is told by its sums", () => {
    // 10 · (30.00 − 15.00) − 2 · 25.00 = 100.00
    expect(explainLifetime(parts).en).toBe(
      "10.0 expected purchases × (30.00 contribution − 15.00 avoidable cost) − 2.0 years × 25.00 upkeep = 100.00 over 36 months.",
    );
  });

  it("tells apart what comes from contracts", () => {
    // 250.00 − 20.00 + 40 % of 10 · (30.00 − 15.00) − 2 · 25.00 = 240.00
    const withContracts = explainLifetime({
      ...parts,
      netCents: 24_000,
      contractRatio: 0.6,
      contractYears: 2,
      contractContributionCents: 25_000,
      contractCostCents: 2_000,
    });
    expect(withContracts.en).toBe(
      "From contracts: 250.00 contribution − 20.00 avoidable cost in 2.0 years under contract; they explain 60 % of sales. From purchases, at 40 %: 10.0 expected purchases × (30.00 contribution − 15.00 avoidable cost) − 2.0 years × 25.00 upkeep = 240.00 over 36 months.",
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
