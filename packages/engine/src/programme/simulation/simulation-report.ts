import type { PlanningBase } from "../contracts/base-contract.ts";
import type { ResolvedPlan } from "../resolve-plan.ts";
import { customerRows } from "./customer-rows.ts";
import { reportSegments } from "./effects/prepare-base.ts";
import { interaction } from "./interaction.ts";
import { minus, type OutcomeTable } from "./outcome-table.ts";
import { profitRows } from "./profit-rows.ts";
import { bandOf, mean, moneyBand, quantile, standardError, whole } from "./quantiles.ts";
import { quarterCount, quarterEnds, yearCount } from "./quarters.ts";
import type { CapacityStep, FanPoint, SimulationReport } from "./report-contract.ts";
import { roleRows } from "./role-rows.ts";
import { simulationNotes } from "./simulation-notes.ts";
import { tornado } from "./tornado.ts";

/** Results of the tasks of a simulation. */
export interface SimulationResults {
  readonly table: OutcomeTable;
  /** Per draw: the bundle, then each assignment alone; see `SimulationTask`. */
  readonly singles: Float64Array;
  readonly tornadoKeys: readonly string[];
  readonly tornado: Float64Array;
  readonly hired: Float64Array;
}

export interface SimulationSubject {
  readonly base: PlanningBase;
  readonly resolved: ResolvedPlan;
  readonly plan: SimulationReport["plan"];
  readonly seed: number;
  readonly resolution: "cells" | "customers";
}

export function simulationReport(subject: SimulationSubject, results: SimulationResults): SimulationReport {
  const { base, resolved } = subject;
  const { table } = results;
  const codes = base.segments.map(({ code }) => code);
  const atStart = table.start;
  const yearly = yearlyDifference(table);
  return {
    asOf: base.asOf,
    currency: base.currency,
    snapshotId: base.snapshotId,
    plan: subject.plan,
    seed: subject.seed,
    draws: table.draws,
    resolution: subject.resolution,
    rows: base.rows,
    quarters: quarterEnds(base.asOf),
    segments: base.segments.map(({ code, name }, segment) => ({
      code,
      name:
        segment === 0 ? { de: "Übrige Kleinkunden", en: "Other small customers" } : { de: name, en: name },
      customers: atStart[segment]!,
      isRest: segment === 0,
    })),
    headline: headline(table, yearly, resolved.world.discountRatio),
    lines: profitRows(table, codes),
    fan: fan(table),
    customers: [null, ...codes.keys()].flatMap((segment) => customerRows(table, segment, codes, atStart)),
    roles: base.roles.flatMap((_, role) => roleRows(table, base, role)),
    customerWork: [null, ...codes.keys()].flatMap((segment) =>
      years.map((year) => ({
        segment: segment === null ? null : codes[segment]!,
        year: year + 1,
        minutes: bandOf(table.figure("plan", segment, year, "customerMinutes")),
        money: moneyBand(table.figure("plan", segment, year, "customerMoney")),
      })),
    ),
    interaction: interaction(resolved, results.singles),
    tornado: tornado(resolved, results),
    steps: steps(base, results.hired),
    contactPressure: [null, ...codes.keys()].map((segment) => {
      const contacts = mean(table.figure("plan", segment, yearCount - 1, "contactPressure"));
      const customers = mean(table.figure("plan", segment, yearCount - 1, "customerYears"));
      return {
        segment: segment === null ? null : codes[segment]!,
        perCustomerYear: customers > 0 ? contacts / customers : 0,
      };
    }),
    monteCarloErrorCents: whole(standardError(yearly)),
    assumptions: resolved.assumptions.map(({ key, label, unit, value, grade }) => ({
      key,
      label,
      unit,
      low: value.low,
      mid: value.mid,
      high: value.high,
      source: value.source,
      grade,
    })),
    world: resolved.world,
    unclear: base.unclear.map(({ code, customers, text }) => ({ code, customers, text })),
    notes: simulationNotes(base, resolved),
  };
}

/** Customers at the start, as the report counts them: each in its smallest segment. */
export function customersBySegment(base: PlanningBase): number[] {
  const customers = base.segments.map(() => 0);
  for (const [row, segment] of reportSegments(base).entries()) customers[segment]! += base.weight[row]!;
  return customers;
}

const years = Array.from({ length: yearCount }, (_, year) => year);

function yearlyDifference(table: OutcomeTable): Float64Array {
  const sum = new Float64Array(table.draws);
  for (let quarter = 0; quarter < quarterCount; quarter++) {
    const difference = minus(table.quarter("plan", quarter), table.quarter("today", quarter));
    for (let draw = 0; draw < sum.length; draw++) sum[draw]! += difference[draw]! / yearCount;
  }
  return sum;
}

/** Less than that is rounding, not a gain. */
const halfCent = 0.5;

function headline(
  table: OutcomeTable,
  yearly: Float64Array,
  discountRatio: number,
): SimulationReport["headline"] {
  const last = new Float64Array(table.draws);
  const present = new Float64Array(table.draws);
  let sum = 0;
  let payback: number | null = null;
  for (let quarter = 0; quarter < quarterCount; quarter++) {
    const difference = minus(table.quarter("plan", quarter), table.quarter("today", quarter));
    const discount = (1 + discountRatio) ** (-(quarter + 0.5) / 4);
    for (let draw = 0; draw < last.length; draw++) {
      present[draw]! += difference[draw]! * discount;
      if (quarter >= quarterCount - 4) last[draw]! += difference[draw]!;
    }
    sum += mean(difference);
    if (sum < halfCent) payback = null;
    else payback ??= quarter;
  }
  return {
    yearlyDifference: moneyBand(yearly),
    lastYearDifference: moneyBand(last),
    presentValueDifference: moneyBand(present),
    chanceOfGain: yearly.filter((value) => value > halfCent).length / yearly.length,
    paybackQuarter: payback,
  };
}

function fan(table: OutcomeTable): FanPoint[] {
  const band = (values: Float64Array) => {
    const sorted = values.slice().sort();
    const at = (probability: number) => whole(quantile(sorted, probability));
    return { p5: at(0.05), p25: at(0.25), p50: at(0.5), p75: at(0.75), p95: at(0.95) };
  };
  return Array.from({ length: quarterCount }, (_, quarter) => {
    const [today, plan] = [table.quarter("today", quarter), table.quarter("plan", quarter)];
    return { quarter, today: band(today), plan: band(plan), difference: band(minus(plan, today)) };
  });
}

function steps({ roles }: PlanningBase, hired: Float64Array): CapacityStep[] {
  return roles.flatMap((role, index) =>
    Array.from({ length: quarterCount }, (_, quarter) => quarter).flatMap((quarter): CapacityStep[] => {
      const positions = hired[quarter * roles.length + index]!;
      const before = quarter === 0 ? 0 : hired[(quarter - 1) * roles.length + index]!;
      if (positions === before) return [];
      const costCents = whole(positions * role.blockMinutes * role.centsPerMinute);
      return [{ quarter, role: role.code, label: role.label, positions, costCents }];
    }),
  );
}
