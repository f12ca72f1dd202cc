import type { PlanningBase } from "../contracts/base-contract.ts";
import { type CostDriver, costDrivers, planningChannels } from "../contracts/drivers.ts";
import type { PreparedBase } from "./prepared-contract.ts";

export function prepareBase(base: PlanningBase): PreparedBase {
  const byCode = new Map(base.roles.map(({ code }, index) => [code, index]));
  const find = (code: string) => byCode.get(code) ?? -1;
  const roles = {
    generalist: find(base.generalistRole),
    field: find(base.fieldRole),
    expert: find(base.expertRole),
  };
  const called = new Map(Object.entries(roles));
  return {
    base,
    reportSegment: reportSegments(base),
    entryCents: byChannel(base, base.costCents.orderEntry),
    entryMinutes: byChannel(base, base.minutes.orderEntry),
    ...roles,
    roleIndex: (code) => byCode.get(code) ?? called.get(code) ?? -1,
    centsPerMinute: base.roles.map(({ centsPerMinute }) => centsPerMinute),
    driverRoles: driverRoles(base, roles),
  };
}

/** Ties go to the first one. */
function reportSegments({ segments, segmentMask, rows }: PlanningBase): Uint8Array {
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

/** The row's own figure, split by what its orders cost in each channel today; without any order it lies in `unknown`. */
function byChannel({ rows, ordersByChannel, unitCosts }: PlanningBase, whole: Float64Array) {
  const columns = planningChannels.map((channel) => ({
    orders: ordersByChannel[channel],
    unit: unitCosts.orderEntryCents[channel],
    part: new Float64Array(rows),
  }));
  const unknown = columns.at(-1)!.part;
  for (let row = 0; row < rows; row++) {
    let usual = 0;
    for (const { orders, unit } of columns) usual += orders[row]! * unit;
    if (usual > 0)
      for (const { orders, unit, part } of columns) part[row] = whole[row]! * ((orders[row]! * unit) / usual);
    else unknown[row] = whole[row]!;
  }
  return Object.fromEntries(
    planningChannels.map((channel, index) => [channel, columns[index]!.part]),
  ) as PreparedBase["entryCents"];
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
