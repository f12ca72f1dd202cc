import { costDrivers } from "../contracts/drivers.ts";
import type { DoublingCase } from "./doubling-case.ts";
import type { DoublingPart } from "./report-contract.ts";

/** What one more customer brings in a steady year (K5), cents, not rounded; costs are negative in `parts`. */
export interface MarginalCustomer {
  readonly beforeCents: number;
  readonly afterCents: number;
  readonly parts: Readonly<Record<DoublingPart, number>>;
}

/** Sales · margin + fees − programme − cost of every driver, then − acquisition ÷ years (domain.md K5). */
export function marginalCustomer(world: DoublingCase): MarginalCustomer {
  const parts = {
    sales: world.averageSalesCents * world.salesRatio * world.marginRatio,
    fees: world.feesCents,
    programme: -world.programmeCents,
    fieldVisits: -world.driverCents.fieldVisits,
    orderEntry: -world.driverCents.orderEntry,
    logistics: -world.driverCents.logistics,
    experts: -world.driverCents.experts,
    contacts: -world.driverCents.contacts,
    other: -world.driverCents.other,
    acquisition: -acquisitionPerYear(world),
  };
  const beforeCents = costDrivers.reduce(
    (sum, driver) => sum + parts[driver],
    parts.sales + parts.fees + parts.programme,
  );
  return { beforeCents, afterCents: beforeCents + parts.acquisition, parts };
}

export const acquisitionPerYear = ({ acquisitionCents, lifetimeYears }: DoublingCase) =>
  acquisitionCents / lifetimeYears;
