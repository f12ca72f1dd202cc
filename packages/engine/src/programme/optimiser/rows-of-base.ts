import type { PlanningBase } from "../contracts/base-contract.ts";

/** The same base with only some of its rows, in their order. */
export function rowsOfBase(base: PlanningBase, rows: readonly number[]): PlanningBase {
  const pick = (column: Float64Array) => Float64Array.from(rows, (row) => column[row]!);
  const pickAll = <Key extends string>(columns: Readonly<Record<Key, Float64Array>>) => {
    const picked = Object.entries<Float64Array>(columns).map(([key, column]) => [key, pick(column)]);
    return Object.fromEntries(picked) as Record<Key, Float64Array>;
  };
  return {
    ...base,
    rows: rows.length,
    weight: pick(base.weight),
    segmentMask: Uint32Array.from(rows, (row) => base.segmentMask[row]!),
    customerId: base.customerId === null ? null : pick(base.customerId),
    salesCents: pick(base.salesCents),
    contribution1Cents: pick(base.contribution1Cents),
    orders: pick(base.orders),
    ordersByChannel: pickAll(base.ordersByChannel),
    events: pickAll(base.events),
    minutes: pickAll(base.minutes),
    costCents: pickAll(base.costCents),
    avoidableCents: pickAll(base.avoidableCents),
    roleMinutes: base.roleMinutes.map(pick),
    churnRatio: pick(base.churnRatio),
    growthRatio: pick(base.growthRatio),
    dormantRatio: pick(base.dormantRatio),
    needBreadth: pick(base.needBreadth),
    ordersBelow: base.ordersBelow.map(({ assignment, orders, salesCents, concernedRatio }) => ({
      assignment,
      orders: pick(orders),
      salesCents: pick(salesCents),
      concernedRatio: pick(concernedRatio),
    })),
  };
}
