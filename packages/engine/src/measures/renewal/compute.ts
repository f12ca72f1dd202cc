import { addMonths, dayNumber, monthsUntil, wholeMonths } from "./calendar-days.ts";
import { chooseRenewalModel, type RenewalHoldout } from "./choose-renewal-model.ts";
import { type ContractEnd, contractEnd } from "./contract-ends.ts";
import type { ContractTable } from "./contract-table.ts";
import { type ExpectationReach, RenewalExpectations, type RunningContract } from "./expect-renewals.ts";
import type { FittedRenewals } from "./fitted-renewals.ts";
import { joinRenewals } from "./join-renewals.ts";
import { observedCurve } from "./observed-curve.ts";
import type { RenewalCurve } from "./renewal-curve.ts";
import {
  type Lifetime,
  leastRegularRatio,
  lifetimeOf,
  type RenewalPeriod,
  regularRatio,
  renewalPeriod,
} from "./renewal-periods.ts";
import type { RenewalChoiceReason } from "./report-contract.ts";

/** Fewer ends tell nothing about renewal; below `leastForModel` they are taken as observed. */
export const leastEnded = 5;
const leastForModel = 20;

/** How long this company's contracts last. */
export interface RenewalBasis {
  readonly period: RenewalPeriod;
  readonly regularRatio: number | null;
  readonly lifetimes: readonly Lifetime[];
  readonly ended: number;
  /** Renewals under a new number that were joined to the contract before. */
  readonly joined: number;
  /** Null: too few have ended. */
  readonly retention: {
    readonly curve: RenewalCurve;
    /** Null: taken as observed, without a model. */
    readonly fitted: FittedRenewals | null;
    readonly reason: RenewalChoiceReason;
    readonly holdout: RenewalHoldout | null;
  } | null;
}

export interface CustomerRenewals {
  readonly customer: number;
  readonly runningContracts: number;
  /** Cents a year; NaN when the amount of one of them is unknown. */
  readonly incomePerYear: number;
  /** Cents that contracts brought in the last 12 months, by the days in force; NaN as above. */
  readonly incomeLast12: number;
  /** Complete months since the oldest running contract began. */
  readonly contractMonths: number;
  /** Day of the next end of a term. */
  readonly nextEnd: number;
  /** NaN, as all below, where nothing can be told about renewal. */
  readonly probability12: number;
  /** Discounted years with at least one contract within the reach. */
  readonly years: number;
  /** Discounted income within the reach, cents; NaN also without a known amount. */
  readonly income: number;
  readonly incomeLow: number;
  readonly incomeHigh: number;
}

export interface ContractOutlook {
  readonly row: number;
  readonly isRunning: boolean;
  readonly isCancelled: boolean;
  /** Last day: of the running term, or of a contract that has ended. */
  readonly lastDay: number;
  /** NaN where it cannot be told, and when it has ended. */
  readonly renewalProbability: number;
}

export interface Renewals {
  readonly basis: RenewalBasis;
  readonly customers: readonly CustomerRenewals[];
  readonly contracts: readonly ContractOutlook[];
  /** Of all running contracts, cents a year. */
  readonly incomeIn12: { expected: number; low: number | null; high: number | null } | null;
}

/** Renewals of all contracts that have begun up to asOf. */
export function computeRenewals(table: ContractTable, asOfDate: string, reach: ExpectationReach): Renewals {
  const asOf = dayNumber(asOfDate);
  const period = renewalPeriod(table);
  const ends = Array.from(table.row, (_, i) => contractEnd(table, i, asOf, period.months));
  const basis = renewalBasis(table, ends, asOf, period);
  const running = runningContracts(table, ends, asOf);
  const expectations =
    basis.retention === null ? null : new RenewalExpectations(basis.retention.curve, reach);
  const outlook = new Map(running.map((contract) => [contract.row, contract]));
  return {
    basis,
    contracts: ends.map(({ endedOn, nextEnd, isCancelled }, i) => {
      const contract = outlook.get(table.row[i]!);
      return {
        row: table.row[i]!,
        isRunning: endedOn === null,
        isCancelled,
        lastDay: endedOn ?? nextEnd!,
        renewalProbability: renewalProbability(contract, expectations),
      };
    }),
    customers: customersOf(table, ends, running, asOf, expectations),
    incomeIn12: expectations?.incomeIn12(running) ?? null,
  };
}

function renewalBasis(
  table: ContractTable,
  ends: readonly ContractEnd[],
  asOf: number,
  period: RenewalPeriod,
): RenewalBasis {
  const agreements = joinRenewals(table, ends);
  const lifetimes = agreements.map((agreement) => lifetimeOf(agreement, asOf, period.months));
  const ended = lifetimes.filter(({ isEnded }) => isEnded).length;
  const regular = regularRatio(lifetimes, period.months);
  return {
    period,
    regularRatio: regular,
    lifetimes,
    ended,
    joined: table.row.length - agreements.length,
    retention: retentionOf(),
  };

  function retentionOf(): RenewalBasis["retention"] {
    if (ended < leastEnded) return null;
    const isIrregular = regular !== null && regular < leastRegularRatio;
    if (isIrregular || ended < leastForModel) {
      const reason = isIrregular ? "irregularTerms" : "fewEnded";
      return { curve: observedCurve(lifetimes), fitted: null, reason, holdout: null };
    }
    const { chosen, reason, holdout } = chooseRenewalModel(lifetimes, asOf, period.months);
    return { curve: chosen.curve, fitted: chosen, reason, holdout };
  }
}

function runningContracts(
  table: ContractTable,
  ends: readonly ContractEnd[],
  asOf: number,
): RunningContract[] {
  return ends.flatMap(({ nextEnd, isCancelled, isAgreed }, i) => {
    if (nextEnd === null) return [];
    const startDay = table.startDay[i]!;
    return {
      row: table.row[i]!,
      customer: table.customer[i]!,
      startDay,
      nextEnd,
      isCancelled,
      isAgreed,
      age: wholeMonths(startDay, asOf),
      decisionIn: Math.max(1, monthsUntil(asOf, nextEnd + 1)),
      income: table.income[i]!,
    };
  });
}

function renewalProbability(
  contract: RunningContract | undefined,
  expectations: RenewalExpectations | null,
): number {
  if (contract === undefined) return Number.NaN;
  if (contract.isCancelled) return 0;
  return expectations?.contract(contract).renewalProbability ?? Number.NaN;
}

/** Cents of the last 12 months by customer, for customers with a contract in them. */
function incomeLast12(table: ContractTable, ends: readonly ContractEnd[], asOf: number): Map<number, number> {
  const from = addMonths(asOf, -12);
  const sums = new Map<number, number>();
  for (const [i, { endedOn }] of ends.entries()) {
    const customer = table.customer[i]!;
    const firstDay = Math.max(table.startDay[i]!, from + 1);
    const lastDay = Math.min(endedOn ?? asOf, asOf);
    if (Number.isNaN(customer) || lastDay < firstDay) continue;
    const share = (lastDay - firstDay + 1) / (asOf - from);
    sums.set(customer, (sums.get(customer) ?? 0) + share * table.income[i]!);
  }
  return sums;
}

function customersOf(
  table: ContractTable,
  ends: readonly ContractEnd[],
  running: readonly RunningContract[],
  asOf: number,
  expectations: RenewalExpectations | null,
): CustomerRenewals[] {
  const last12 = incomeLast12(table, ends, asOf);
  const byCustomer = new Map<number, RunningContract[]>();
  for (const contract of running) {
    if (Number.isNaN(contract.customer)) continue;
    const own = byCustomer.get(contract.customer);
    if (own === undefined) byCustomer.set(contract.customer, [contract]);
    else own.push(contract);
  }
  return [...byCustomer].map(([customer, contracts]) => {
    const oldest = Math.min(...contracts.map(({ startDay }) => startDay));
    const total = (part: (contract: RunningContract) => number) =>
      contracts.reduce((sum, contract) => sum + part(contract), 0);
    const expected = (part: "years" | "yearsLow" | "yearsHigh") =>
      expectations === null
        ? Number.NaN
        : total((contract) => contract.income * expectations.contract(contract)[part]);
    return {
      customer,
      runningContracts: contracts.length,
      incomePerYear: total(({ income }) => income),
      incomeLast12: last12.get(customer) ?? Number.NaN,
      contractMonths: wholeMonths(oldest, asOf),
      nextEnd: Math.min(...contracts.map(({ nextEnd }) => nextEnd)),
      probability12: expectations?.anyIn12(contracts) ?? Number.NaN,
      years: expectations?.yearsUnderContract(contracts) ?? Number.NaN,
      income: expected("years"),
      incomeLow: expected("yearsLow"),
      incomeHigh: expected("yearsHigh"),
    };
  });
}
