import type { CostDriver } from "../contracts/drivers.ts";
import type { Application } from "./apply-effects.ts";

/** Clamped to 0…1. */
export const ratio01 = (value: number): number => (value < 0 ? 0 : value > 1 ? 1 : value);

/** Minutes of a driver come to (+) or leave (−) the roles that work it; no role goes below zero. */
export function addRoleMinutes(at: Application, driver: CostDriver, row: number, minutes: number): void {
  if (minutes === 0) return;
  const { roleMinutes } = at.year;
  for (const { role, ratio } of at.plan.prepared.driverRoles[driver]) {
    const column = roleMinutes[role]!;
    const after = column[row]! + minutes * ratio;
    column[row] = after < 0 ? 0 : after;
  }
}
