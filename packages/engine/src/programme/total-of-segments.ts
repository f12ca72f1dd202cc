import { type CostDriver, costDrivers } from "./contracts/drivers.ts";
import type { YearOfSegment } from "./year-of-plan-contract.ts";

/** All segments together: sums, and means by customers for what is per customer. */
export function totalOfSegments(parts: readonly YearOfSegment[]): YearOfSegment {
  const sum = (value: (part: YearOfSegment) => number) => parts.reduce((all, part) => all + value(part), 0);
  const customers = sum((part) => part.customers);
  const mean = (value: (part: YearOfSegment) => number) =>
    customers > 0 ? sum((part) => value(part) * part.customers) / customers : 0;
  const roles = parts[0]!.roleMinutes;
  return {
    code: "small",
    customers,
    salesCents: sum((part) => part.salesCents),
    goodsCents: sum((part) => part.goodsCents),
    contribution1Cents: sum((part) => part.contribution1Cents),
    feesCents: sum((part) => part.feesCents),
    driverCents: byDriver((driver) => sum((part) => part.driverCents[driver])),
    programmeCents: sum((part) => part.programmeCents),
    oneOffCents: sum((part) => part.oneOffCents),
    acquisitionCents: sum((part) => part.acquisitionCents),
    resultCents: sum((part) => part.resultCents),
    roleMinutes: roles.map((_, role) => sum((part) => part.roleMinutes[role]!)),
    customerMinutes: sum((part) => part.customerMinutes),
    moneyForCustomersCents: sum((part) => part.moneyForCustomersCents),
    contactPressure: mean((part) => part.contactPressure),
    churn: mean((part) => part.churn),
    newCustomer: {
      salesCents: mean((part) => part.newCustomer.salesCents),
      contribution1Cents: mean((part) => part.newCustomer.contribution1Cents),
      feesCents: mean((part) => part.newCustomer.feesCents),
      driverCents: byDriver((driver) => mean((part) => part.newCustomer.driverCents[driver])),
      programmeCents: mean((part) => part.newCustomer.programmeCents),
      roleMinutes: roles.map((_, role) => mean((part) => part.newCustomer.roleMinutes[role]!)),
      acquisitionCents: mean((part) => part.newCustomer.acquisitionCents),
      lifetimeYears: mean((part) => part.newCustomer.lifetimeYears),
    },
  };
}

const byDriver = (value: (driver: CostDriver) => number) =>
  Object.fromEntries(costDrivers.map((driver) => [driver, value(driver)])) as Record<CostDriver, number>;
