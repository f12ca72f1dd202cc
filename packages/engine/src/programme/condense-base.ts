import type { OrdersBelow, PlanningBase } from "./contracts/base-contract.ts";
import { type CostDriver, costDrivers, type PlanningChannel, planningChannels } from "./contracts/drivers.ts";

/**
 * The same customers in fewer rows: rows of one class and the same segments become one, with the sum of their weights and the
 * weighted mean of everything else, so all sums stay. Classes come in the order of their first row.
 * @param classOf the class of a row, a whole number from 0 to 2^20 − 1.
 */
export function condenseBase(base: PlanningBase, classOf: (row: number) => number): PlanningBase {
  const { rows, weight, segmentMask } = base;
  const target = new Int32Array(rows);
  const firstRow: number[] = [];
  const found = new Map<number, number>();
  for (let row = 0; row < rows; row++) {
    const key = segmentMask[row]! * 2 ** 20 + classOf(row);
    let index = found.get(key);
    if (index === undefined) {
      index = firstRow.length;
      found.set(key, index);
      firstRow.push(row);
    }
    target[row] = index;
  }
  const sums = new Float64Array(firstRow.length);
  for (let row = 0; row < rows; row++) sums[target[row]!]! += weight[row]!;
  const mean = (column: Float64Array): Float64Array => {
    const total = new Float64Array(sums.length);
    for (let row = 0; row < rows; row++) total[target[row]!]! += column[row]! * weight[row]!;
    return total.map((value, index) => (sums[index]! > 0 ? value / sums[index]! : 0));
  };
  return mapColumns(base, mean, {
    rows: sums.length,
    weight: sums,
    segmentMask: Uint32Array.from(firstRow, (row) => segmentMask[row]!),
    customerId: null,
    needBreadth: new Float64Array(sums.length).fill(Number.NaN),
  });
}

/** The rows named, in their order. */
export function sliceBase(base: PlanningBase, rows: ArrayLike<number>): PlanningBase {
  const pick = (column: Float64Array) => Float64Array.from(rows, (row) => column[row]!);
  return mapColumns(base, pick, {
    rows: rows.length,
    weight: pick(base.weight),
    segmentMask: Uint32Array.from(rows, (row) => base.segmentMask[row]!),
    customerId: base.customerId === null ? null : pick(base.customerId),
    needBreadth: pick(base.needBreadth),
  });
}

type OwnColumns = Pick<PlanningBase, "rows" | "weight" | "segmentMask" | "customerId" | "needBreadth">;

function mapColumns(
  base: PlanningBase,
  change: (column: Float64Array) => Float64Array,
  own: OwnColumns,
): PlanningBase {
  const byDriver = (columns: Readonly<Record<CostDriver, Float64Array>>) =>
    Object.fromEntries(costDrivers.map((driver) => [driver, change(columns[driver])])) as Record<
      CostDriver,
      Float64Array
    >;
  return {
    ...base,
    ...own,
    salesCents: change(base.salesCents),
    contribution1Cents: change(base.contribution1Cents),
    orders: change(base.orders),
    ordersByChannel: Object.fromEntries(
      planningChannels.map((channel) => [channel, change(base.ordersByChannel[channel])]),
    ) as Record<PlanningChannel, Float64Array>,
    events: byDriver(base.events),
    minutes: byDriver(base.minutes),
    costCents: byDriver(base.costCents),
    avoidableCents: byDriver(base.avoidableCents),
    roleMinutes: base.roleMinutes.map(change),
    churnRatio: change(base.churnRatio),
    growthRatio: change(base.growthRatio),
    dormantRatio: change(base.dormantRatio),
    ordersBelow: base.ordersBelow.map(
      (below): OrdersBelow => ({
        assignment: below.assignment,
        orders: change(below.orders),
        salesCents: change(below.salesCents),
        concernedRatio: change(below.concernedRatio),
      }),
    ),
  };
}
