import { describe, expect, it } from "vitest";
import { costDrivers, planningChannels } from "../contracts/drivers.ts";
import { r20kBase, syntheticBase } from "./synthetic-base.fixture.ts";

const sum = (weight: Float64Array, column: Float64Array) =>
  weight.reduce((total, own, row) => total + own * column[row]!, 0);

describe("the synthetic base", () => {
  const base = syntheticBase({ rows: 400, seed: 7, thresholds: [{ assignment: 0, thresholdCents: 10_000 }] });

  it("is the same for the same seed", () => {
    const again = syntheticBase({
      rows: 400,
      seed: 7,
      thresholds: [{ assignment: 0, thresholdCents: 10_000 }],
    });
    expect(again).toEqual(base);
  });

  it("is consistent: channels sum to orders, roles to minutes, minutes times rates to cost", () => {
    for (let row = 0; row < base.rows; row++) {
      const orders = planningChannels.reduce(
        (total, channel) => total + base.ordersByChannel[channel][row]!,
        0,
      );
      expect(orders).toBe(base.orders[row]);
      const byDriver = costDrivers.reduce((total, driver) => total + base.minutes[driver][row]!, 0);
      const byRole = base.roleMinutes.reduce((total, own) => total + own[row]!, 0);
      expect(byRole).toBeCloseTo(byDriver, 6);
      const priced = base.roles.reduce(
        (total, role, index) =>
          total + (role.isFixed ? 0 : base.roleMinutes[index]![row]! * role.centsPerMinute),
        0,
      );
      const cost = costDrivers.reduce(
        (total, driver) => total + (driver === "other" ? 0 : base.costCents[driver][row]!),
        0,
      );
      expect(priced).toBeCloseTo(cost, 4);
      expect(base.ordersBelow[0]!.orders[row]).toBeLessThanOrEqual(base.orders[row]!);
    }
  });

  it("adds up to the reference world", () => {
    const world = r20kBase();
    const of = (column: Float64Array) => sum(world.weight, column);
    expect(of(world.weight.map(() => 1))).toBe(20_000);
    expect(of(world.salesCents) / 1e8).toBeCloseTo(38.750875, 5);
    expect(of(world.contribution1Cents) / 1e8).toBeCloseTo(14.731576, 5);
    expect(of(world.orders)).toBeCloseTo(184_180, 3);
    // .38 × 19 + .27 × 16 + .24 × 4.5 + .08 × 28 + .03 × 2 = CHF 14.92 an order
    expect(of(world.costCents.orderEntry) / of(world.orders)).toBeCloseTo(1_492, 6);
    const millions = Object.fromEntries(
      costDrivers.map((driver) => [driver, of(world.costCents[driver]) / 1e8]),
    );
    expect(millions).toEqual({
      fieldVisits: expect.closeTo(2.73, 1),
      orderEntry: expect.closeTo(2.75, 1),
      logistics: expect.closeTo(3.87, 1),
      experts: expect.closeTo(0.72, 2),
      contacts: expect.closeTo(0.4, 1),
      other: expect.closeTo(1.4, 6),
    });
  });
});
