import type { CostDriver } from "../contracts/drivers.ts";

/** Work of a role that follows the number of customers, with capacity that comes in whole positions. */
export interface GrowthRole {
  readonly code: string;
  readonly label: { readonly de: string; readonly en: string };
  /** Practical capacity per year, minutes. */
  readonly capacityMinutes: number;
  /** Taken of it at today's number of customers, large ones included. */
  readonly usedMinutes: number;
  readonly minutesPerNewCustomer: number;
  readonly centsPerMinute: number;
  /** One full-time position. */
  readonly blockMinutes: number;
}

/** Customers who wait longer leave sooner. */
export interface Congestion {
  /** Role whose calls wait; one of `roles`. */
  readonly role: string;
  /** Added yearly loss of customers when everybody has to wait, 0…1. */
  readonly churnRatio: number;
  /** Chance that a call has to wait, 0…1, with so many positions and so much work offered (Erlang C). */
  readonly waitingRatio: (positions: number, erlangs: number) => number;
}

/**
 * One world of the doubling test: what a new small customer brings and costs in a steady year, at full cost rates. Money in
 * cents, not rounded; costs are positive.
 */
export interface DoublingCase {
  /** Small customers of today, N ≥ 1. */
  readonly customers: number;
  /** Yearly sales per small customer of today. */
  readonly averageSalesCents: number;
  /** Sales of a new customer against that (dilution), > 0. */
  readonly salesRatio: number;
  /** Contribution after goods per cent of sales. */
  readonly marginRatio: number;
  /** Fees (+) and grants (−) per new customer and year. */
  readonly feesCents: number;
  /** What the programme costs per new customer and year. */
  readonly programmeCents: number;
  /** Per new customer and year. */
  readonly driverCents: Readonly<Record<CostDriver, number>>;
  /** Cost of winning one customer. */
  readonly acquisitionCents: number;
  /** Years that a new customer stays, > 0. */
  readonly lifetimeYears: number;
  /** Yearly cost of the programme, whatever the number of customers. */
  readonly platformCents: number;
  /** Average customer of today: yearly contribution that is lost with it, for congestion and for fewer customers. */
  readonly lostWithCustomerCents: number;
  readonly roles: readonly GrowthRole[];
  /** Share of its practical capacity above which another position is hired. */
  readonly targetUtilisationRatio: number;
  readonly congestion: Congestion | null;
}

/** Costs that follow the orders, and so the sales, of a new customer; visits, talks and the rest are per head. */
export const driversBySales: ReadonlySet<CostDriver> = new Set<CostDriver>(["orderEntry", "logistics"]);
