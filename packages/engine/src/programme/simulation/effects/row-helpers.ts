import type { CostDriver } from "../../contracts/drivers.ts";
import type { Application } from "./apply-effects.ts";

/** Clamped to 0…1. */
export const ratio01 = (value: number): number => (value < 0 ? 0 : value > 1 ? 1 : value);

/** Minutes of a driver come to (+) or leave (−) the roles that work it; no role goes below zero. */
export function roleMover(
  { year, plan }: Application,
  driver: CostDriver,
): (row: number, minutes: number) => void {
  const roles = plan.prepared.driverRoles[driver].map(({ role, ratio }) => ({
    column: year.roleMinutes[role]!,
    ratio,
  }));
  return (row, minutes) => {
    for (const { column, ratio } of roles) {
      const after = column[row]! + minutes * ratio;
      column[row] = after < 0 ? 0 : after;
    }
  };
}
