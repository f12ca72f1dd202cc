import { type CostDriver, costDrivers } from "../../contracts/drivers.ts";
import type { PreparedBase } from "./prepared-contract.ts";
import { fieldIndex, fieldsOf, followsSales, sumFields } from "./segment-sums.ts";

/** A year of one customer of a segment. */
export interface CustomerProfile {
  readonly salesCents: number;
  readonly contribution1Cents: number;
  readonly feesCents: number;
  readonly driverCents: Readonly<Record<CostDriver, number>>;
  readonly programmeCents: number;
  readonly roleMinutes: readonly number[];
  readonly customerMinutes: number;
  readonly contactPressure: number;
  readonly customerMoneyCents: number;
}

/**
 * The mean customer of a segment in sums of `sumRows`, buying `salesRatio` times as much: sales, order fees, order entry and
 * logistics with their minutes follow it, everything else is per head. A segment without customers gives zeros.
 */
export function customerProfile(
  prepared: PreparedBase,
  sums: Float64Array,
  segment: number,
  salesRatio: number,
): CustomerProfile {
  const start = segment * fieldsOf(prepared);
  const customers = sums[start + fieldIndex.customers]!;
  const mean = (field: number) => (customers > 0 ? sums[start + field]! / customers : 0);
  const grown = sumFields.length + prepared.base.roles.length;
  const roleMinutes = prepared.base.roles.map((_, role) => mean(sumFields.length + role));
  for (const [offset, driver] of (["orderEntry", "logistics"] as const).entries()) {
    const change = mean(grown + offset) * (salesRatio - 1);
    for (const { role, ratio } of prepared.driverRoles[driver])
      roleMinutes[role] = Math.max(0, roleMinutes[role]! + change * ratio);
  }
  return {
    salesCents: mean(fieldIndex.salesCents) * salesRatio,
    contribution1Cents: mean(fieldIndex.contribution1Cents) * salesRatio,
    feesCents: mean(fieldIndex.orderFeesCents) * salesRatio + mean(fieldIndex.customerFeesCents),
    driverCents: Object.fromEntries(
      costDrivers.map((driver) => [
        driver,
        mean(fieldIndex[driver]) * (followsSales.has(driver) ? salesRatio : 1),
      ]),
    ) as Record<CostDriver, number>,
    programmeCents: mean(fieldIndex.programmeCents),
    roleMinutes,
    customerMinutes: mean(fieldIndex.customerMinutes),
    contactPressure: mean(fieldIndex.contactPressure),
    customerMoneyCents: mean(fieldIndex.customerMoneyCents),
  };
}
