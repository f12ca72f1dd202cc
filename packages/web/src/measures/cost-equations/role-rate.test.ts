import type { CostRole } from "@kleinod/engine/measures/cost-to-serve/model-contract.ts";
import { describe, expect, it } from "vitest";
import { roleRate } from "./role-rate.ts";

const sales: CostRole = {
  code: "insideSales",
  label: { de: "Innendienst", en: "Inside sales" },
  aliases: [],
  assumedRateCentsPerMinute: 95,
  isSpecialist: false,
  loggedRatio: 1,
  grade: "D",
};
const pool = (centsPerMinute: number, capacityMinutes: number) => ({
  role: "insideSales",
  costCents: centsPerMinute * capacityMinutes,
  capacityMinutes,
  centsPerMinute,
});

describe("rate of a role", () => {
  it("is the assumed one without a pool, and none for an unknown role", () => {
    expect(roleRate("insideSales", [sales], [])).toBe(95);
    expect(roleRate("nobody", [sales], [])).toBeNull();
  });

  it("is that of its pools, weighted by capacity", () => {
    // (80·300 + 120·100) ÷ 400 = 90
    expect(roleRate("insideSales", [sales], [pool(80, 300), pool(120, 100)])).toBe(90);
  });
});
