import type { PlainDate } from "../../units.ts";
import { daysBetween, monthsBefore } from "../period.ts";

/** A contract with its dates as text. */
export interface ReferenceContract {
  readonly customerId: number;
  readonly startedOn: PlainDate;
  readonly endsOn: PlainDate | null;
  readonly cancelledOn: PlainDate | null;
  readonly termMonths: number;
  readonly incomePerYearCents: number;
}

export interface ReferenceRenewal {
  readonly runningContracts: number;
  readonly incomePerYearCents: number;
  readonly nextRenewalOn: PlainDate;
  readonly probability12: number;
  readonly years: number;
  readonly incomeExpectedCents: number;
}

/**
 * The same as compute.ts, in plain loops over months and with dates as text: for contracts with terms of one period, whose
 * retention at renewal n is given.
 * @param retention of the n-th renewal, n ≥ 1
 */
export function referenceRenewals(
  contracts: readonly ReferenceContract[],
  asOf: PlainDate,
  retention: (renewal: number) => number,
  reach: { readonly months: number; readonly discount: number },
): Map<number, ReferenceRenewal> {
  const customers = new Map<number, ReferenceRenewal & { none: number[] }>();
  for (const contract of contracts) {
    const lastDay = lastDayOf(contract, asOf);
    if (contract.startedOn > asOf || lastDay === null) continue;
    const inForce = inForceByMonth(contract, lastDay, asOf, retention, Math.max(13, reach.months));
    let years = 0;
    const weight = (month: number) => 1 / 12 / (1 + reach.discount) ** ((month + 0.5) / 12);
    for (let month = 0; month < reach.months; month++) years += weight(month) * inForce[month]!;
    const before = customers.get(contract.customerId);
    const none = inForce.map((probability, month) => (before?.none[month] ?? 1) * (1 - probability));
    let yearsOfAny = 0;
    for (let month = 0; month < reach.months; month++) yearsOfAny += weight(month) * (1 - none[month]!);
    customers.set(contract.customerId, {
      runningContracts: (before?.runningContracts ?? 0) + 1,
      incomePerYearCents: (before?.incomePerYearCents ?? 0) + contract.incomePerYearCents,
      nextRenewalOn: before !== undefined && before.nextRenewalOn < lastDay ? before.nextRenewalOn : lastDay,
      probability12: 1 - none[12]!,
      years: yearsOfAny,
      incomeExpectedCents: (before?.incomeExpectedCents ?? 0) + contract.incomePerYearCents * years,
      none,
    });
  }
  return customers;
}

const after = (day: PlainDate, months: number) => monthsBefore(day, -months);
const dayBefore = (day: PlainDate) =>
  new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10) as PlainDate;

/** Of the running term; null when the contract is over. */
function lastDayOf(contract: ReferenceContract, asOf: PlainDate): PlainDate | null {
  if (contract.endsOn !== null) return contract.endsOn <= asOf ? null : contract.endsOn;
  let terms = 1;
  while (after(contract.startedOn, terms * contract.termMonths) <= asOf) terms++;
  return dayBefore(after(contract.startedOn, terms * contract.termMonths));
}

function inForceByMonth(
  contract: ReferenceContract,
  lastDay: PlainDate,
  asOf: PlainDate,
  retention: (renewal: number) => number,
  months: number,
): number[] {
  const isCancelled = contract.cancelledOn !== null && contract.cancelledOn <= asOf;
  // Terms lived when the running one ends: the number of the renewal that is decided then.
  let renewal = 1;
  while (daysBetween(after(contract.startedOn, renewal * contract.termMonths), lastDay) > 1) renewal++;
  const inForce: number[] = [];
  let probability = 1;
  let decided = lastDay;
  for (let month = 0; month < months; month++) {
    while (daysBetween(decided, after(asOf, month)) > 0) {
      probability *= isCancelled ? 0 : retention(renewal);
      renewal++;
      decided = dayBefore(after(nextDay(decided), contract.termMonths));
    }
    inForce.push(probability);
  }
  return inForce;
}

const nextDay = (day: PlainDate) =>
  new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10) as PlainDate;
