import type { CostRole } from "@kleinod/engine/measures/cost-to-serve/model-contract.ts";
import type { CostToServeReport } from "@kleinod/engine/measures/cost-to-serve/report-contract.ts";

type Pool = Pick<
  CostToServeReport["pools"][number],
  "role" | "costCents" | "capacityMinutes" | "centsPerMinute"
>;

/**
 * Cents per minute of a role: of its cost pools together, weighted by their capacity; without pools the assumed rate; null
 * for a role that is not in the list.
 */
export function roleRate(code: string, roles: readonly CostRole[], pools: readonly Pool[]): number | null {
  const own = pools.filter((pool) => pool.role === code);
  const capacity = own.reduce((sum, pool) => sum + pool.capacityMinutes, 0);
  if (capacity > 0) {
    return own.reduce((sum, pool) => sum + pool.centsPerMinute * pool.capacityMinutes, 0) / capacity;
  }
  return roles.find((role) => role.code === code)?.assumedRateCentsPerMinute ?? null;
}
