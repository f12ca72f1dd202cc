import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { breakEvens, mostGrowth } from "./break-evens.ts";
import { plainCase } from "./doubling-case.fixture.ts";
import type { DoublingCase, GrowthRole } from "./doubling-case.ts";
import { GrowthModel } from "./growth-result.ts";
import { HiredPositions } from "./hired-positions.ts";

const generalist: GrowthRole = {
  code: "generalist",
  label: { de: "Innendienst", en: "Inside sales" },
  capacityMinutes: 100_000,
  usedMinutes: 80_000,
  minutesPerNewCustomer: 60,
  centsPerMinute: 100,
  blockMinutes: 50_000,
};

const worlds = fc
  .record({
    customers: fc.integer({ min: 1, max: 3_000 }),
    marginRatio: fc.double({ min: 0.2, max: 0.8, noNaN: true }),
    platformCents: fc.integer({ min: 0, max: 20_000_000 }),
    minutes: fc.integer({ min: 0, max: 600 }),
    used: fc.integer({ min: 0, max: 120_000 }),
    churnRatio: fc.double({ min: 0, max: 0.2, noNaN: true }),
  })
  .map(
    ({ minutes, used, churnRatio, ...rest }): DoublingCase => ({
      ...plainCase,
      ...rest,
      roles: [{ ...generalist, minutesPerNewCustomer: minutes, usedMinutes: used }],
      // A waiting curve of the right shape: none when nobody is busy, everybody when all are.
      congestion: {
        role: generalist.code,
        churnRatio,
        waitingRatio: (positions, erlangs) => Math.min(1, (erlangs / positions) ** 4),
      },
    }),
  );

describe("hired positions", () => {
  // 0.9 · 100,000 = 90,000 usable; 10,000 free = 166.7 customers; a position carries 45,000 ÷ 60 = 750 customers.
  const positions = new HiredPositions(generalist, 1_000, 0.9);

  it("hires at the first customer that today's capacity cannot carry, and then every 750 customers", () => {
    expect(positions.carries(0)).toBe(1_166);
    expect([1_000, 1_166, 1_167, 1_916, 1_917].map((number) => positions.at(number))).toEqual([
      0, 0, 1, 1, 2,
    ]);
  });

  it("hires none at an exact multiple", () => {
    const exact = new HiredPositions({ ...generalist, usedMinutes: 90_000 }, 1_000, 0.9);
    expect([1_000, 1_001, 1_750, 1_751].map((number) => exact.at(number))).toEqual([0, 1, 1, 2]);
  });

  it("counts only what growth makes necessary where positions are missing today", () => {
    const short = new HiredPositions({ ...generalist, usedMinutes: 120_000 }, 1_000, 0.9);
    // Needed today: 30,000 ÷ 45,000 → one; room for 15,000 ÷ 60 = 250 more.
    expect(short.at(1_000)).toBe(0);
    expect(short.carries(0)).toBe(1_250);
    expect(short.at(1_251)).toBe(1);
  });

  it("costs the idle part: whole positions less the minutes that land on them", () => {
    // 2,000 customers: 60,000 more minutes, 10,000 fit today, 50,000 land on two positions of 50,000.
    expect(positions.at(2_000)).toBe(2);
    expect(positions.idleCents(2_000)).toBe((2 * 50_000 - 50_000) * 100);
    expect(positions.idleCents(1_166)).toBe(0);
  });
});

describe("the result of growth", () => {
  it("is a straight line without capacity: 1,000 more at 120.00", () => {
    const model = new GrowthModel(plainCase);
    // 500.00 − 300.00 − 80.00 = 120.00
    expect(model.at(2_000).resultCents).toBe(1_000 * 12_000);
    expect(model.at(1_500).resultCents).toBe(500 * 12_000);
    expect(model.at(1_000).resultCents).toBe(0);
  });

  it("loses with fewer customers what the average one contributes, and hires nobody", () => {
    const model = new GrowthModel({ ...plainCase, roles: [generalist] });
    expect(model.at(500)).toMatchObject({ resultCents: -500 * 30_000, stepCents: 0, congestionCents: 0 });
  });

  it("loses customers of today and new ones when waiting grows", () => {
    const model = new GrowthModel({
      ...plainCase,
      roles: [generalist],
      congestion: { role: "generalist", churnRatio: 0.1, waitingRatio: (_, erlangs) => erlangs / 10 },
    });
    // Work offered 80,000 ÷ 50,000 = 1.6, then 140,000 ÷ 50,000 = 2.8: waiting + 0.12, so 1.2 % of customers.
    // Of today 1,000 · 300.00, new 1,000 · 200.00 before acquisition.
    expect(model.at(2_000).congestionCents).toBeCloseTo(0.012 * 1_000 * (30_000 + 20_000), 4);
  });
});

describe("break-evens", () => {
  it("carries a platform of 20,000.00 with margins of 150.00 from 134 more customers on", () => {
    // The textbook case: 20,000 ÷ (400 − 250) = 133.3 (methods.md §5).
    const world = { ...plainCase, averageSalesCents: 80_000, salesRatio: 1, marginRatio: 0.5 };
    const costs = { ...world.driverCents, fieldVisits: 0, orderEntry: 0, logistics: 0, experts: 0 };
    const driverCents = { ...costs, contacts: 25_000, other: 0 };
    const model = new GrowthModel({
      ...world,
      driverCents,
      acquisitionCents: 0,
      platformCents: 2_000_000,
    });
    expect(breakEvens(model)).toEqual({ numbers: [1_134], paysUpTo: null });
  });

  it("finds several where a hired position takes the gain away again", () => {
    const model = new GrowthModel({ ...plainCase, roles: [generalist] });
    // Pays up to 1,166 without hiring. Then a position of 50,000 · 1.00 is idle but for (60 x − 10,000) · 1.00:
    // 120 x − 50,000 + 60 x − 10,000 ≥ 0 from x = 333.3 on.
    expect(breakEvens(model)).toEqual({ numbers: [1_001, 1_334], paysUpTo: null });
    expect(model.at(1_166).resultCents).toBe(166 * 12_000);
    expect(model.at(1_167).resultCents).toBeLessThan(0);
  });

  it("pays from the first customer on, or never", () => {
    expect(breakEvens(new GrowthModel(plainCase))).toEqual({ numbers: [1_001], paysUpTo: null });
    const never = { ...plainCase, marginRatio: 0.1 };
    expect(breakEvens(new GrowthModel(never))).toEqual({ numbers: [], paysUpTo: null });
  });

  it("plugged back they give zero or more, and one customer less gives less", () => {
    fc.assert(
      fc.property(worlds, (world) => {
        const model = new GrowthModel(world);
        for (const number of breakEvens(model).numbers) {
          expect(number).toBeGreaterThan(world.customers);
          expect(number).toBeLessThanOrEqual(world.customers * mostGrowth);
          expect(model.at(number).resultCents).toBeGreaterThanOrEqual(0);
          if (number > world.customers + 1) expect(model.at(number - 1).resultCents).toBeLessThan(0);
        }
      }),
      { seed: 4, numRuns: 100 },
    );
  });

  it("agree with trying every number", () => {
    fc.assert(
      fc.property(worlds, fc.integer({ min: 1, max: 60 }), (any, customers) => {
        // Without waiting every block is a line, so no turn can hide inside of one.
        const world = { ...any, customers, congestion: null };
        const model = new GrowthModel(world);
        const tried: number[] = [];
        let paid = false;
        for (let number = customers + 1; number <= customers * mostGrowth; number++) {
          const pays = model.at(number).resultCents >= 0;
          if (pays && !paid) tried.push(number);
          paid = pays;
        }
        expect(breakEvens(model).numbers).toEqual(tried);
      }),
      { seed: 5, numRuns: 60 },
    );
  });
});

it("between two hired positions the result is a straight line", () => {
  fc.assert(
    fc.property(worlds, fc.integer({ min: 1, max: 19 }), (any, times) => {
      const model = new GrowthModel({ ...any, congestion: null });
      const number = model.world.customers * times + 1;
      const [role] = model.positions;
      if (role!.at(number) !== role!.at(number + 2)) return;
      const [a, b, c] = [0, 1, 2].map((more) => model.at(number + more).resultCents);
      const free = 90_000 - role!.role.usedMinutes;
      const grown = (number - model.world.customers) * role!.role.minutesPerNewCustomer;
      // The line bends once more where today's free minutes end, which is where the first position is hired.
      if (grown < free && role!.at(number) > 0) return;
      expect(Math.abs(c! - 2 * b! + a!)).toBeLessThan(1e-3);
    }),
    { seed: 6, numRuns: 200 },
  );
});
