import type { PlanningBase } from "../contracts/base-contract.ts";
import type { ResolvedPlan } from "../resolve-plan.ts";
import { reportSegments } from "./effects/prepare-base.ts";
import { minus, type OutcomeTable } from "./outcome-table.ts";
import { profitRows } from "./profit-rows.ts";
import { bandOf, mean, moneyBand, quantile, standardError, whole } from "./quantiles.ts";
import { quarterCount, quarterEnds, yearCount } from "./quarters.ts";
import type {
  CapacityStep,
  CustomerCounts,
  CustomerRow,
  FanPoint,
  Interaction,
  RoleRow,
  RoleYear,
  SimulationReport,
  TornadoBar,
} from "./report-contract.ts";
import { simulationNotes } from "./simulation-notes.ts";

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

function customerRows(
  table: OutcomeTable,
  segment: number | null,
  codes: readonly string[],
  atStart: readonly number[],
): CustomerRow[] {
  const first = segment === null ? atStart.reduce((sum, count) => sum + count, 0) : atStart[segment]!;
  const start = { today: first, plan: first };
  return years.map((year) => {
    const counts = (world: "today" | "plan"): CustomerCounts => {
      const figure = (field: "new" | "reactivated" | "end") =>
        mean(table.figure(world, segment, year, field));
      const [came, back, end] = [figure("new"), figure("reactivated"), figure("end")];
      const before = start[world];
      start[world] = end;
      return { start: before, new: came, reactivated: back, lost: before + came + back - end, end };
    };
    const ends = minus(
      table.figure("plan", segment, year, "end"),
      table.figure("today", segment, year, "end"),
    );
    return {
      segment: segment === null ? null : codes[segment]!,
      year: year + 1,
      today: counts("today"),
      plan: counts("plan"),
      endDifference: bandOf(ends),
    };
  });
}

function roleRows(table: OutcomeTable, base: PlanningBase, role: number): RoleRow[] {
  const { code, label, capacityMinutes } = base.roles[role]!;
  const takesCalls = code === base.generalistRole && capacityMinutes !== null;
  const ofWorld = (world: "today" | "plan", year: number): RoleYear => {
    const used = table.role(world, role, year, "used");
    const capacity = table.role(world, role, year, "capacity");
    const utilisation = used.map((minutes, draw) => (capacity[draw]! > 0 ? minutes / capacity[draw]! : 0));
    const isKnown = capacityMinutes !== null;
    const band = bandOf(utilisation);
    return {
      usedMinutes: mean(used),
      usedSmallMinutes: mean(table.role(world, role, year, "usedSmall")),
      capacityMinutes: isKnown ? mean(capacity) : null,
      utilisationRatio: isKnown ? band.mean : null,
      utilisationHighRatio: isKnown ? band.high : null,
      hiredPositions: mean(table.role(world, role, year, "hired")),
      addedPositions: mean(table.role(world, role, year, "added")),
      waitingRatio: takesCalls ? mean(table.role(world, role, year, "waiting")) : null,
    };
  };
  return years.map((year) => ({
    role: code,
    label,
    year: year + 1,
    today: ofWorld("today", year),
    plan: ofWorld("plan", year),
  }));
}

function interaction({ assignments }: ResolvedPlan, effects: Float64Array): Interaction | null {
  if (assignments.length < 2) return null;
  const width = assignments.length + 1;
  const draws = effects.length / width;
  const column = (index: number) =>
    Float64Array.from({ length: draws }, (_, draw) => effects[draw * width + index]!);
  const singles = assignments.map(({ index, option, segment, name }, position) => {
    const { meanCents, lowCents, highCents } = moneyBand(column(position + 1));
    return { assignment: index, option, segment, label: name, effectCents: meanCents, lowCents, highCents };
  });
  const sumOfSinglesCents = singles.reduce((sum, { effectCents }) => sum + effectCents, 0);
  const bundle = column(0);
  const alone = assignments.map((_, position) => column(position + 1));
  const between = moneyBand(
    bundle.map((value, draw) => value - alone.reduce((sum, values) => sum + values[draw]!, 0)),
  );
  const bundleCents = moneyBand(bundle).meanCents;
  return {
    singles,
    sumOfSinglesCents,
    bundleCents,
    interactionCents: bundleCents - sumOfSinglesCents,
    lowCents: between.lowCents,
    highCents: between.highCents,
    draws,
  };
}

function tornado(
  { assumptions }: ResolvedPlan,
  { tornadoKeys, tornado: results }: SimulationResults,
): TornadoBar[] {
  const byKey = new Map(assumptions.map((assumption) => [assumption.key, assumption]));
  const spread = (bar: TornadoBar) => Math.abs(bar.highResultCents - bar.lowResultCents);
  return tornadoKeys
    .map((key, index): TornadoBar => {
      const { label, unit, value } = byKey.get(key)!;
      return {
        key,
        label: withOption(key, label),
        unit,
        lowResultCents: whole(results[2 * index]!),
        highResultCents: whole(results[2 * index + 1]!),
        lowValue: value.low,
        highValue: value.high,
      };
    })
    .sort((a, b) => spread(b) - spread(a) || (a.key < b.key ? -1 : 1));
}

/** Several options change the same thing: `L4b.salesRatio` says of which one it is. */
function withOption(key: string, label: TornadoBar["label"]): TornadoBar["label"] {
  const option = /^(L\d[a-z])\./.exec(key)?.[1];
  return option === undefined ? label : { de: `${label.de} (${option})`, en: `${label.en} (${option})` };
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
