import type { PlanningBase } from "../contracts/base-contract.ts";
import type { OutcomeTable } from "./outcome-table.ts";
import { bandOf, mean } from "./quantiles.ts";
import { yearCount } from "./quarters.ts";
import type { RoleRow, RoleYear } from "./report-contract.ts";

/** K7 by year: attention of a role against its capacity. */
export function roleRows(table: OutcomeTable, base: PlanningBase, role: number): RoleRow[] {
  const { code, label, capacityMinutes } = base.roles[role]!;
  const takesCalls = code === base.generalistRole && capacityMinutes !== null;
  const ofWorld = (world: "today" | "plan", year: number): RoleYear => {
    const used = table.role(world, role, year, "used");
    const capacity = table.role(world, role, year, "capacity");
    const utilisation = used.map((minutes, draw) => (capacity[draw]! > 0 ? minutes / capacity[draw]! : 0));
    const isKnown = capacityMinutes !== null;
    const band = bandOf(utilisation);
    return {
      usedMinutes: mean(used),
      usedSmallMinutes: mean(table.role(world, role, year, "usedSmall")),
      capacityMinutes: isKnown ? mean(capacity) : null,
      utilisationRatio: isKnown ? band.mean : null,
      utilisationHighRatio: isKnown ? band.high : null,
      hiredPositions: mean(table.role(world, role, year, "hired")),
      addedPositions: mean(table.role(world, role, year, "added")),
      waitingRatio: takesCalls ? mean(table.role(world, role, year, "waiting")) : null,
    };
  };
  return Array.from({ length: yearCount }, (_, year) => ({
    role: code,
    label,
    year: year + 1,
    today: ofWorld("today", year),
    plan: ofWorld("plan", year),
  }));
}
