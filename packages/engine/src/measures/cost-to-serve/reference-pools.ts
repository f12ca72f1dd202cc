import { allocate, cents } from "../../units.ts";
import { type CostModel, roleFinder } from "./model.ts";

/** A pool that counts: role known, capacity above 0, no period twice. */
export interface ReferencePool {
  readonly code: string;
  readonly role: string;
  readonly from: string;
  readonly to: string;
  readonly costCents: number;
  readonly capacityMinutes: number;
}

/** What became of the part of a pool that lies in the days that count. */
export interface ReferencePoolUse {
  costCents: number;
  capacityMilli: number;
  usedMilli: number;
  unusedMilli: number;
  unusedCents: number;
}

/** Pools of a role that pay together on the same days. */
export interface ReferenceGroup {
  costCents: bigint;
  capacityMilli: bigint;
  readonly shares: Map<string, { costCents: number; capacityMilli: number }>;
}

/**
 * Cost and capacity of the days that count, day by day: the second spelling of `plan-pools.ts`.
 * @returns `groupOf`: the group that pays for `role index|day`
 */
export function referencePools(
  model: CostModel,
  pools: readonly ReferencePool[],
  days: readonly string[],
): { groups: Map<string, ReferenceGroup>; groupOf: Map<string, string>; poolsCents: bigint } {
  const find = roleFinder(model.roles);
  const groups = new Map<string, ReferenceGroup>();
  const groupOf = new Map<string, string>();
  let poolsCents = 0n;
  for (const [roleIndex] of model.roles.entries()) {
    for (const day of days) {
      const active = pools.filter(
        (pool) => find(pool.role) === roleIndex && pool.from <= day && pool.to >= day,
      );
      if (active.length === 0) continue;
      const codes = active.map(({ code }) => code).sort();
      const group = `${roleIndex}|${codes.join("|")}`;
      groupOf.set(`${roleIndex}|${day}`, group);
      const sum = groups.get(group) ?? { costCents: 0n, capacityMilli: 0n, shares: new Map() };
      groups.set(group, sum);
      for (const pool of active) {
        const cost = ofDay(BigInt(pool.costCents), pool, day);
        const capacity = ofDay(BigInt(Math.round(pool.capacityMinutes * 1000)), pool, day);
        sum.costCents += cost;
        sum.capacityMilli += capacity;
        poolsCents += cost;
        const share = sum.shares.get(pool.code) ?? { costCents: 0, capacityMilli: 0 };
        share.costCents += Number(cost);
        share.capacityMilli += Number(capacity);
        sum.shares.set(pool.code, share);
      }
    }
  }
  return { groups, groupOf, poolsCents };
}

/** Pools that pay together share the charge by cost and the minutes by capacity. */
export function addPoolUse(
  pools: Map<string, ReferencePoolUse>,
  shares: ReferenceGroup["shares"],
  chargeCents: number,
  usedMilli: number,
): void {
  const by = (of: (share: { costCents: number; capacityMilli: number }) => number) =>
    [...shares]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([code, share]) => ({ id: code, weight: of(share) }));
  const charged = allocate(
    cents(chargeCents),
    by((share) => share.costCents),
  );
  const used = allocate(
    cents(usedMilli),
    by((share) => share.capacityMilli),
  );
  for (const [code, share] of shares) {
    const sum = pools.get(code) ?? {
      costCents: 0,
      capacityMilli: 0,
      usedMilli: 0,
      unusedMilli: 0,
      unusedCents: 0,
    };
    sum.costCents += share.costCents;
    sum.capacityMilli += share.capacityMilli;
    sum.usedMilli += used.get(code)!;
    sum.unusedMilli += Math.max(0, share.capacityMilli - used.get(code)!);
    sum.unusedCents += share.costCents - charged.get(code)!;
    pools.set(code, sum);
  }
}

function ofDay(whole: bigint, pool: ReferencePool, day: string): bigint {
  const number = (date: string) => BigInt(Math.round(Date.parse(date) / 86_400_000));
  const total = number(pool.to) - number(pool.from) + 1n;
  const before = number(day) - number(pool.from);
  return (whole * (before + 1n)) / total - (whole * before) / total;
}
