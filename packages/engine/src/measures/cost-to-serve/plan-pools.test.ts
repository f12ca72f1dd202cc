import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defaultRoles } from "./default-activities-contract.ts";
import { type PoolRow, planPools } from "./plan-pools.ts";
import { chargeGroups, settlePools } from "./settle-pools.ts";

const pool = (more: Partial<PoolRow>): PoolRow => ({
  poolCode: "ID",
  label: null,
  role: "Innendienst",
  validFrom: "2025-01-01",
  validTo: "2025-12-31",
  costCents: 56_000_000,
  capacityMinutes: 700_000,
  file: "pools.csv",
  line: 2,
  ...more,
});
const window = { from: "2025-01-01", to: "2025-12-31" };
const plan = (rows: readonly PoolRow[], days = window) => planPools(rows, defaultRoles, days);

describe("cost pools", () => {
  it("charge 578,600 of 700,000 minutes at 0.80: 462,880; 97,120 is unused and nobody's", () => {
    const one = plan([pool({})]);
    const charges = chargeGroups(one, [{ groupId: 0, usedMilli: 578_600_000n }]);
    // 560,000 ÷ 700,000 = 0.80; × 578,600 = 462,880.
    expect(charges[0]!.chargeCents).toBe(46_288_000n);
    expect(settlePools(one, charges, new Map())).toMatchObject([
      {
        usedMinutes: 578_600,
        unusedMinutes: 121_400,
        customersCents: 46_288_000,
        unusedCents: 9_712_000,
        isOverloaded: false,
        centsPerMinute: 80,
      },
    ]);
  });

  it("spread their whole cost over the minutes used when there are more than they have", () => {
    const one = plan([pool({})]);
    const settled = settlePools(one, chargeGroups(one, [{ groupId: 0, usedMilli: 800_000_000n }]), new Map());
    expect(settled).toMatchObject([
      {
        customersCents: 56_000_000,
        unusedCents: 0,
        unusedMinutes: 0,
        overloadMinutes: 100_000,
        isOverloaded: true,
        centsPerMinute: 70,
      },
    ]);
  });

  it("give the window what its days are worth", () => {
    // 184 of the 365 days of 2025 lie after 30 June: 365.00 · 184 ÷ 365 = 184.00.
    const half = plan([pool({ costCents: 36_500, capacityMinutes: 365 })], {
      from: "2025-07-01",
      to: "2025-12-31",
    });
    expect(half.groups[0]!.shares[0]).toMatchObject({ costCents: 18_400n, capacityMilli: 184_000n });
  });

  it.each([
    ["poolWithoutCapacity", { capacityMinutes: null }],
    ["poolWithoutCapacity", { capacityMinutes: 0 }],
    ["poolWithoutCapacity", { capacityMinutes: -5 }],
    ["poolWithoutCost", { costCents: null }],
    ["poolPeriodInvalid", { validTo: null }],
    ["poolPeriodInvalid", { validTo: "2024-12-31" }],
    ["unknownRole", { role: "Hofnarr" }],
    ["unknownRole", { role: null }],
  ] as const)("are refused with file and line: %s %o", (code, more) => {
    const { groups, problems } = plan([pool(more), pool({ poolCode: "AD", role: "Aussendienst", line: 3 })]);
    expect(problems).toMatchObject([{ code, file: "pools.csv", line: 2, times: 1 }]);
    expect(problems[0]!.message.en).toContain('"ID"');
    // The other pool counts.
    expect(groups).toHaveLength(1);
  });

  it("count a day of a pool once: of overlapping periods the earlier stands, and the message names both", () => {
    const { groups, problems } = plan([
      pool({ validFrom: "2025-06-30", line: 9 }),
      pool({ validTo: "2025-06-30", costCents: 100, line: 4 }),
      pool({ validFrom: "2025-07-01", costCents: 200, line: 5 }),
    ]);
    expect(problems).toMatchObject([{ code: "overlappingPools", line: 9, value: "2025-06-30 – 2025-12-31" }]);
    expect(problems[0]!.message.en).toContain("2025-01-01 to 2025-06-30 (pools.csv, line 4)");
    expect(groups[0]!.shares[0]!.costCents).toBe(300n);
  });

  it("of two teams of a role at the same time pay together, each by its cost", () => {
    const both = plan([
      pool({ poolCode: "Ost", costCents: 300, capacityMinutes: 1_000 }),
      pool({ poolCode: "West", costCents: 100, capacityMinutes: 1_000 }),
    ]);
    expect(both.groups).toHaveLength(1);
    const settled = settlePools(both, chargeGroups(both, [{ groupId: 0, usedMilli: 1_000_000n }]), new Map());
    // 400 cents ÷ 2,000 minutes = 0.2; 1,000 minutes = 200 cents, three quarters from Ost.
    expect(settled).toMatchObject([
      { code: "Ost", customersCents: 150, unusedCents: 150, usedMinutes: 500 },
      { code: "West", customersCents: 50, unusedCents: 50, usedMinutes: 500 },
    ]);
  });

  it("always close: customers + unused + unassigned = cost, in whole cents, nothing negative", () => {
    const day = fc
      .integer({ min: 0, max: 700 })
      .map((days) => new Date(Date.UTC(2024, 6, 1 + days)).toISOString().slice(0, 10));
    const row = fc.record({
      code: fc.constantFrom("A", "B", "C"),
      role: fc.constantFrom("Innendienst", "Aussendienst"),
      from: day,
      length: fc.nat(400),
      cost: fc.nat(10_000_000),
      capacity: fc.integer({ min: 1, max: 100_000 }),
    });
    fc.assert(
      fc.property(
        fc.array(row, { maxLength: 8 }),
        fc.array(fc.tuple(fc.nat(200_000_000), fc.double({ min: 0, max: 1, noNaN: true })), {
          minLength: 12,
          maxLength: 12,
        }),
        (rows, uses) => {
          const made = plan(
            rows.map(({ code, role, from, length, cost, capacity }, index) =>
              pool({
                poolCode: `${code}${role}`,
                role,
                validFrom: from,
                validTo: new Date(Date.parse(from) + length * 86_400_000).toISOString().slice(0, 10),
                costCents: cost,
                capacityMinutes: capacity,
                line: index,
              }),
            ),
          );
          const charges = chargeGroups(
            made,
            made.groups.map(({ id }) => ({ groupId: id, usedMilli: BigInt(uses[id % 12]![0]) })),
          );
          const open = new Map(
            charges.map(({ groupId, chargeCents }) => [
              groupId,
              Math.floor(Number(chargeCents) * uses[groupId % 12]![1]),
            ]),
          );
          for (const settled of settlePools(made, charges, open)) {
            expect(settled.customersCents + settled.unusedCents + settled.unassignedCents).toBe(
              settled.costCents,
            );
            for (const value of [
              settled.customersCents,
              settled.unusedCents,
              settled.unassignedCents,
              settled.unusedMinutes,
            ]) {
              expect(value).toBeGreaterThanOrEqual(0);
            }
          }
        },
      ),
      { seed: 11, numRuns: 300 },
    );
  });
});
