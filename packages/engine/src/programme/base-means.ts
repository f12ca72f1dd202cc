import type { PlanningBase } from "./contracts/base-contract.ts";
import { type CostDriver, costDrivers, type PlanningChannel, planningChannels } from "./contracts/drivers.ts";
import type { SegmentMeans } from "./ledger/segment-means-contract.ts";

/** What an average customer does in a year, for every segment of a base that has customers. */
export function meansBySegment(base: PlanningBase): Map<string, SegmentMeans> {
  return new Map(
    base.segments.flatMap(({ code }, bit) => {
      const mean = meanOver(base, bit);
      return mean === null ? [] : [[code, mean] as const];
    }),
  );
}

function meanOver({ rows, weight, segmentMask, ...base }: PlanningBase, bit: number): SegmentMeans | null {
  let customers = 0;
  for (let row = 0; row < rows; row++) if (isMember(segmentMask, row, bit)) customers += weight[row]!;
  if (customers === 0) return null;
  const mean = (column: Float64Array) => {
    let sum = 0;
    for (let row = 0; row < rows; row++)
      if (isMember(segmentMask, row, bit)) sum += weight[row]! * column[row]!;
    return sum / customers;
  };
  return {
    customers: Math.round(customers),
    salesCents: mean(base.salesCents),
    ordersByChannel: Object.fromEntries(
      planningChannels.map((channel) => [channel, mean(base.ordersByChannel[channel])]),
    ) as Record<PlanningChannel, number>,
    events: Object.fromEntries(costDrivers.map((driver) => [driver, mean(base.events[driver])])) as Record<
      CostDriver,
      number
    >,
    ordersBelow: new Map(base.ordersBelow.map(({ assignment, orders }) => [assignment, mean(orders)])),
  };
}

const isMember = (mask: Uint32Array, row: number, bit: number) => ((mask[row]! >>> bit) & 1) === 1;
