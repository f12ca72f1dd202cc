import { allocate, cents } from "../../units.ts";
import type { PoolPlan } from "./plan-pools.ts";

/** Minutes that events took from a group of pools. */
export interface GroupUse {
  readonly groupId: number;
  readonly usedMilli: bigint;
}

export interface GroupCharge {
  readonly groupId: number;
  readonly usedMilli: bigint;
  /** Cost that the events bear; the rest of the group's cost is unused capacity. */
  readonly chargeCents: bigint;
}

const groupCost = (shares: PoolPlan["groups"][number]["shares"]) =>
  shares.reduce((sum, { costCents }) => sum + costCents, 0n);
const groupCapacity = (shares: PoolPlan["groups"][number]["shares"]) =>
  shares.reduce((sum, { capacityMilli }) => sum + capacityMilli, 0n);

/**
 * What the events of each group bear: used minutes × cost ÷ practical capacity, rounded half up; all of the cost once they
 * use more than there is. Capacity that nobody used is loaded on nobody.
 * Kaplan & Anderson, Harvard Business Review, November 2004.
 */
export function chargeGroups(plan: PoolPlan, uses: readonly GroupUse[]): GroupCharge[] {
  const used = new Map(uses.map(({ groupId, usedMilli }) => [groupId, usedMilli]));
  return plan.groups.map(({ id, shares }) => {
    const usedMilli = used.get(id) ?? 0n;
    const cost = groupCost(shares);
    const capacity = groupCapacity(shares);
    // A part of a few days may have no whole thousandth of a minute; then any use is overload.
    const chargeCents =
      usedMilli === 0n
        ? 0n
        : usedMilli >= capacity
          ? cost
          : (2n * cost * usedMilli + capacity) / (2n * capacity);
    return { groupId: id, usedMilli, chargeCents };
  });
}

export interface SettledPool {
  readonly code: string;
  readonly label: string | null;
  readonly roleIndex: number;
  readonly costCents: number;
  readonly capacityMinutes: number;
  readonly usedMinutes: number;
  readonly unusedMinutes: number;
  readonly unusedCents: number;
  readonly unassignedCents: number;
  readonly customersCents: number;
  readonly overloadMinutes: number;
  readonly isOverloaded: boolean;
  readonly centsPerMinute: number;
}

/**
 * What became of each pool. Per pool, and so in total, customers + unused + unassigned = cost, to the cent.
 * @param unassigned cents of events without a customer per group, as they were split
 */
export function settlePools(
  plan: PoolPlan,
  charges: readonly GroupCharge[],
  unassigned: ReadonlyMap<number, number>,
): SettledPool[] {
  const parts = plan.groups.flatMap((group) => {
    const charge = charges.find(({ groupId }) => groupId === group.id)!;
    const byCost = group.shares.map(({ code, costCents }) => ({ id: code, weight: Number(costCents) }));
    const byCapacity = group.shares.map(({ code, capacityMilli }) => ({
      id: code,
      weight: Number(capacityMilli),
    }));
    const charged = allocate(cents(Number(charge.chargeCents)), byCost);
    const used = allocate(cents(Number(charge.usedMilli)), byCapacity);
    const open = allocate(
      cents(unassigned.get(group.id) ?? 0),
      byCost.map(({ id }) => ({ id, weight: charged.get(id)! })),
    );
    return group.shares.map((share) => ({
      code: share.code,
      costCents: Number(share.costCents),
      capacityMilli: Number(share.capacityMilli),
      usedMilli: used.get(share.code)! as number,
      chargedCents: charged.get(share.code)! as number,
      unassignedCents: open.get(share.code)! as number,
    }));
  });
  return plan.pools.map(({ code, label, roleIndex }) => {
    const own = parts.filter((part) => part.code === code);
    const sum = (of: (part: (typeof own)[number]) => number) =>
      own.reduce((total, part) => total + of(part), 0);
    const costCents = sum((part) => part.costCents);
    const chargedCents = sum((part) => part.chargedCents);
    const unassignedCents = sum((part) => part.unassignedCents);
    const capacityMilli = sum((part) => part.capacityMilli);
    const usedMilli = sum((part) => part.usedMilli);
    const overloadMilli = sum((part) => Math.max(0, part.usedMilli - part.capacityMilli));
    const base = overloadMilli > 0 && chargedCents > 0 ? usedMilli : capacityMilli;
    return {
      code,
      label,
      roleIndex,
      costCents,
      capacityMinutes: capacityMilli / 1000,
      usedMinutes: usedMilli / 1000,
      unusedMinutes: sum((part) => Math.max(0, part.capacityMilli - part.usedMilli)) / 1000,
      unusedCents: costCents - chargedCents,
      unassignedCents,
      customersCents: chargedCents - unassignedCents,
      overloadMinutes: overloadMilli / 1000,
      isOverloaded: overloadMilli > 0,
      centsPerMinute: base === 0 ? 0 : (costCents * 1000) / base,
    };
  });
}
