import type { Calendar } from "../market/calendar.ts";
import type { CompanyEconomics } from "../market/company-economics.ts";
import type { EffortBook } from "./effort-book.ts";
import { customerYearMinutes } from "./process-times.ts";
import { roleIndex, serviceRoles } from "./roles.ts";

/** Cost and practical capacity of a role in a calendar quarter. */
export interface CostPool {
  readonly role: number;
  /** `yyyy-mm-dd`, both days included. */
  readonly from: string;
  readonly to: string;
  /** Whole francs. */
  readonly costCents: number;
  readonly capacityMinutes: number;
}

const yearlyCostRise = 0.015;
const quarters = [
  ["01-01", "03-31"],
  ["04-01", "06-30"],
  ["07-01", "09-30"],
  ["10-01", "12-31"],
] as const;

/**
 * Pools for every quarter that the history touches. Capacity follows from what was used in the year and from how full the role
 * is; cost from capacity and the rate of the economics, a little less in earlier years.
 */
export function planCostPools(
  calendar: Calendar,
  book: EffortBook,
  { ratesChfPerMinute }: CompanyEconomics,
): CostPool[] {
  const first = calendar.iso[0] as string;
  const last = calendar.iso.at(-1) as string;
  const lastYear = Number(last.slice(0, 4));
  const pools: CostPool[] = [];
  for (let year = Number(first.slice(0, 4)); year <= lastYear; year++) {
    const days = calendar.iso.filter((date) => date.startsWith(`${year}`)).length;
    for (const [from, to] of quarters.map(
      ([start, end]) => [`${year}-${start}`, `${year}-${end}`] as const,
    )) {
      if (to < first || from > last) continue;
      const length = daysBetween(from, to);
      for (const [role, { code, utilisation }] of serviceRoles.entries()) {
        const perDay = role === roleIndex.management ? yearsPerDay(book) : book.usedIn(year, role) / days;
        const capacityMinutes = Math.max(1, Math.round((perDay * length) / utilisation));
        const rate = ratesChfPerMinute[code] * (1 + yearlyCostRise) ** (year - lastYear);
        pools.push({ role, from, to, costCents: 100 * Math.round(capacityMinutes * rate), capacityMinutes });
      }
    }
  }
  return pools;
}

/**
 * What a minute of each role costs in the last twelve months, CHF: cost ÷ capacity, prorated by day; of an overloaded role cost ÷
 * minutes used, because no minute is free.
 */
export function truePoolRates(calendar: Calendar, pools: readonly CostPool[]): number[] {
  const from = calendar.iso[calendar.firstOfLast12] as string;
  const to = calendar.iso.at(-1) as string;
  return serviceRoles.map(({ utilisation }, role) => {
    let costChf = 0;
    let capacity = 0;
    for (const pool of pools.filter((candidate) => candidate.role === role)) {
      const start = pool.from > from ? pool.from : from;
      const end = pool.to < to ? pool.to : to;
      const share = start > end ? 0 : daysBetween(start, end) / daysBetween(pool.from, pool.to);
      costChf += (share * pool.costCents) / 100;
      capacity += share * pool.capacityMinutes;
    }
    return costChf / (capacity * Math.max(1, utilisation));
  });
}

function yearsPerDay(book: EffortBook): number {
  let customers = 0;
  for (const isPresent of book.isPresent) customers += isPresent;
  return (customers * customerYearMinutes) / 365;
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1;
}
