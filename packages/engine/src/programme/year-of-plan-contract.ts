import type { CostDriver } from "./contracts/drivers.ts";

/** A steady year of some customers, once every option is fully taken up. Not rounded; costs are positive. */
export interface YearOfSegment {
  /** `small` in `perSegment`: small customers of no other segment of the base. */
  readonly code: string;
  /** Without those who left or were handed over, with those won or won back. */
  readonly customers: number;
  readonly salesCents: number;
  readonly goodsCents: number;
  /** Sales − goods. */
  readonly contribution1Cents: number;
  /** Fees (+), grants (−) and commissions kept. */
  readonly feesCents: number;
  readonly driverCents: Readonly<Record<CostDriver, number>>;
  /** Yearly cost of the programme, per customer and fixed; one-off cost is apart. */
  readonly programmeCents: number;
  readonly oneOffCents: number;
  /** Winning customers and winning them back, per year that they stay. */
  readonly acquisitionCents: number;
  /** contribution1 + fees − drivers − programme − acquisition; without steps of capacity. */
  readonly resultCents: number;
  /** In the order of `base.roles`. */
  readonly roleMinutes: readonly number[];
  /** Own minutes of the customers more (+) or less (−) than today, all of them together. */
  readonly customerMinutes: number;
  /** Money that they win (+) or lose (−), all of them together. */
  readonly moneyForCustomersCents: number;
  /** Unsolicited contacts that the plan adds per customer. */
  readonly contactPressure: number;
  /** Mean chance of losing a customer within the year, 0…1. */
  readonly churn: number;
  readonly newCustomer: NewCustomer;
}

/** One more customer in a steady year with the plan; sales and what follows them diluted (`world.newCustomerSalesRatio`). */
export interface NewCustomer {
  readonly salesCents: number;
  readonly contribution1Cents: number;
  readonly feesCents: number;
  readonly driverCents: Readonly<Record<CostDriver, number>>;
  readonly programmeCents: number;
  readonly roleMinutes: readonly number[];
  readonly acquisitionCents: number;
  readonly lifetimeYears: number;
}

export interface YearOfPlan {
  /** In the order of `base.segments`, disjoint: a customer of several belongs to the smallest. They sum to `total`. */
  readonly perSegment: readonly YearOfSegment[];
  readonly total: YearOfSegment;
  /** Positions added by role, in the order of `base.roles`. */
  readonly addedPositions: readonly number[];
}
