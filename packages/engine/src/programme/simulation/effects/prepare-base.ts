import type { PlanningBase } from "../../contracts/base-contract.ts";
import { type CostDriver, costDrivers, planningChannels } from "../../contracts/drivers.ts";
import { channelCount, type PreparedBase } from "./prepared-contract.ts";

export function prepareBase(base: PlanningBase): PreparedBase {
  const byCode = new Map(base.roles.map(({ code }, index) => [code, index]));
  const find = (code: string) => byCode.get(code) ?? -1;
  const roles = {
    generalist: find(base.generalistRole),
    field: find(base.fieldRole),
    expert: find(base.expertRole),
  };
  const called = new Map(Object.entries(roles));
  const reportSegment = reportSegments(base);
  const orders = ordersByChannel(base);
  return {
    base,
    reportSegment,
    runs: runsOf(reportSegment),
    orders,
    entryCents: split(base, orders, base.costCents.orderEntry),
    entryMinutes: split(base, orders, base.minutes.orderEntry),
    ...roles,
    roleIndex: (code) => byCode.get(code) ?? called.get(code) ?? -1,
    centsPerMinute: base.roles.map(({ centsPerMinute }) => centsPerMinute),
    driverRoles: driverRoles(base, roles),
  };
}

function runsOf(segmentOf: Uint8Array): PreparedBase["runs"] {
  const runs: { segment: number; start: number; end: number }[] = [];
  for (const [row, segment] of segmentOf.entries()) {
    const last = runs.at(-1);
    if (last?.segment === segment) last.end = row + 1;
    else runs.push({ segment, start: row, end: row + 1 });
  }
  return runs;
}

/** Segment in which each row is reported: the smallest that it belongs to, 0 for none. Ties go to the first one. */
export function reportSegments({ segments, segmentMask, rows }: PlanningBase): Uint8Array {
  const byMask = new Map<number, number>();
  const result = new Uint8Array(rows);
  for (let row = 0; row < rows; row++) {
    const mask = segmentMask[row]!;
    let smallest = byMask.get(mask);
    if (smallest === undefined) {
      smallest = 0;
      for (let bit = 1; bit < segments.length; bit++) {
        const isMember = (mask >>> bit) & 1;
        if (isMember && (smallest === 0 || segments[bit]!.customers < segments[smallest]!.customers))
          smallest = bit;
      }
      byMask.set(mask, smallest);
    }
    result[row] = smallest;
  }
  return result;
}

function ordersByChannel({ rows, ordersByChannel: columns }: PlanningBase): Float64Array {
  const orders = new Float64Array(rows * channelCount);
  for (const [channel, code] of planningChannels.entries()) {
    const column = columns[code];
    for (let row = 0; row < rows; row++) orders[row * channelCount + channel] = column[row]!;
  }
  return orders;
}

/** The row's own figure, split by what its orders cost in each channel today; without any order it lies in `unknown`. */
function split({ rows, unitCosts }: PlanningBase, orders: Float64Array, whole: Float64Array): Float64Array {
  const unit = planningChannels.map((channel) => unitCosts.orderEntryCents[channel]);
  const parts = new Float64Array(orders.length);
  for (let row = 0; row < rows; row++) {
    const at = row * channelCount;
    let usual = 0;
    for (let channel = 0; channel < channelCount; channel++) usual += orders[at + channel]! * unit[channel]!;
    if (usual <= 0) parts[at + channelCount - 1] = whole[row]!;
    else
      for (let channel = 0; channel < channelCount; channel++)
        parts[at + channel] = whole[row]! * ((orders[at + channel]! * unit[channel]!) / usual);
  }
  return parts;
}

function driverRoles(
  base: PlanningBase,
  { generalist, field, expert }: Pick<PreparedBase, "generalist" | "field" | "expert">,
): PreparedBase["driverRoles"] {
  const main: Partial<Record<CostDriver, number>> = {
    fieldVisits: field,
    experts: expert,
    orderEntry: generalist,
    contacts: generalist,
  };
  const others = base.roles.map(({ isFixed }, role) =>
    isFixed || role === generalist || role === field || role === expert ? 0 : sum(base, role),
  );
  const total = others.reduce((all, minutes) => all + minutes, 0);
  const ratios = (driver: CostDriver): readonly number[] => {
    const given = base.driverRoleRatio?.[driver];
    if (given !== undefined) return given;
    const role = main[driver];
    if (role !== undefined) return base.roles.map((_, index) => (index === role ? 1 : 0));
    return others.map((minutes) => (total > 0 ? minutes / total : 0));
  };
  return Object.fromEntries(
    costDrivers.map((driver) => [
      driver,
      ratios(driver).flatMap((ratio, role) => (ratio > 0 ? [{ role, ratio }] : [])),
    ]),
  ) as unknown as PreparedBase["driverRoles"];
}

function sum({ roleMinutes, weight, rows }: PlanningBase, role: number): number {
  const minutes = roleMinutes[role]!;
  let total = 0;
  for (let row = 0; row < rows; row++) total += minutes[row]! * weight[row]!;
  return total;
}
