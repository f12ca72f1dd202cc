import { describe, expect, it } from "vitest";
import type { PlanningBase } from "../contracts/base-contract.ts";
import { costDrivers, planningChannels } from "../contracts/drivers.ts";
import { baseCells } from "./base-cells.ts";
import { syntheticBase } from "./synthetic-base.fixture.ts";

const columnsOf = (base: PlanningBase): Float64Array[] => [
  base.salesCents,
  base.contribution1Cents,
  base.orders,
  base.churnRatio,
  base.growthRatio,
  base.dormantRatio,
  ...planningChannels.map((channel) => base.ordersByChannel[channel]),
  ...costDrivers.flatMap((driver) => [
    base.events[driver],
    base.minutes[driver],
    base.costCents[driver],
    base.avoidableCents[driver],
  ]),
  ...base.roleMinutes,
  ...base.ordersBelow.flatMap(({ orders, salesCents, concernedRatio }) => [
    orders,
    salesCents,
    concernedRatio,
  ]),
];
const sum = ({ weight }: PlanningBase, column: Float64Array) =>
  column.reduce((total, value, row) => total + value * weight[row]!, 0);

describe("the cells of a base", () => {
  const options = { rows: 5_000, seed: 11, thresholds: [{ assignment: 0, thresholdCents: 10_000 }] };
  const customers = syntheticBase(options);

  it.each([20, 200, 1_000])("keeps every sum with at most %i cells", (maxCells) => {
    const cells = baseCells(customers, maxCells);
    expect(cells.rows).toBeLessThanOrEqual(maxCells);
    expect(cells.rows).toBeGreaterThan(maxCells / 5);
    expect(cells.weight.reduce((total, own) => total + own, 0)).toBe(5_000);
    const whole = columnsOf(customers);
    for (const [index, column] of columnsOf(cells).entries()) {
      const expected = sum(customers, whole[index]!);
      expect(Math.abs(sum(cells, column) - expected)).toBeLessThanOrEqual(
        1e-9 * Math.max(1, Math.abs(expected)),
      );
    }
  });

  it("keeps every segment as it is", () => {
    const cells = baseCells(customers, 200);
    for (const [bit, { customers: members }] of customers.segments.entries()) {
      const found = cells.weight.reduce(
        (total, own, row) => total + (((cells.segmentMask[row]! >>> bit) & 1) === 1 ? own : 0),
        0,
      );
      expect(found).toBe(members);
    }
  });

  it("is the same to the bit for the same base", () => {
    expect(baseCells(syntheticBase(options), 300)).toEqual(baseCells(customers, 300));
  });

  it("leaves few customers as they are, but without their names", () => {
    const cells = baseCells(customers, 5_000);
    expect(cells.rows).toBe(5_000);
    expect(cells.customerId).toBeNull();
    expect(cells.salesCents).toBe(customers.salesCents);
  });

  it("takes the mean breadth of those whose breadth is known", () => {
    const known = [...customers.needBreadth].filter((breadth) => !Number.isNaN(breadth));
    const { needBreadth } = baseCells(customers, 200);
    for (const breadth of needBreadth) {
      if (!Number.isNaN(breadth)) expect(breadth).toBeLessThanOrEqual(Math.max(...known));
    }
    expect(needBreadth.some((breadth) => !Number.isNaN(breadth))).toBe(true);
  });

  it("holds segments apart even where that makes more cells than asked for", () => {
    const cells = baseCells(customers, 1);
    expect(cells.rows).toBe(new Set(customers.segmentMask).size);
  });
});
