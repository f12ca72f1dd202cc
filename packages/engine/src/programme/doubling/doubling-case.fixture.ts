import type { DoublingCase } from "./doubling-case.ts";

/** 1,000 customers; a new one brings 500.00 and costs 300.00 to serve and 320.00 ÷ 4 to win: 120.00 stay. */
export const plainCase: DoublingCase = {
  customers: 1_000,
  averageSalesCents: 200_000,
  salesRatio: 0.5,
  marginRatio: 0.5,
  feesCents: 0,
  programmeCents: 0,
  driverCents: {
    fieldVisits: 10_000,
    orderEntry: 8_000,
    logistics: 7_000,
    experts: 2_000,
    contacts: 2_000,
    other: 1_000,
  },
  acquisitionCents: 32_000,
  lifetimeYears: 4,
  platformCents: 0,
  lostWithCustomerCents: 30_000,
  roles: [],
  targetUtilisationRatio: 0.9,
  congestion: null,
};
