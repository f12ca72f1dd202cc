import type { PlanningBase } from "../contracts/base-contract.ts";
import { costDrivers } from "../contracts/drivers.ts";
import { type Drawn, drawAssumptions, type WhichDraw } from "../draw-assumptions.ts";
import type { ResolvedPlan } from "../resolve-plan.ts";
import { steadyYear } from "../steady-year.ts";
import type { YearOfPlan, YearOfSegment } from "../year-of-plan-contract.ts";
import type { Congestion, DoublingCase, GrowthRole } from "./doubling-case.ts";
import { type DoublingScope, type DrawnWorlds, doubledResult } from "./report.ts";

export interface WorldsInput {
  readonly base: PlanningBase;
  /** The plan without assignments. */
  readonly today: ResolvedPlan;
  readonly plan: ResolvedPlan | null;
  readonly seed: number;
  /** Worlds to draw for the interval, from this number on (default 0). */
  readonly draws: number;
  readonly firstDraw?: number;
  readonly waitingRatio: Congestion["waitingRatio"];
}

/** All small customers and, apart, those of each segment. */
export interface DoublingScopes {
  readonly all: DoublingScope;
  readonly segments: readonly DoublingScope[];
}

/** The same scopes with the draws of both. */
export function addDraws(first: DoublingScopes, more: DoublingScopes): DoublingScopes {
  const both = (own: DrawnWorlds, other: DrawnWorlds): DrawnWorlds => ({
    ...own,
    drawnResultsCents: [...own.drawnResultsCents, ...other.drawnResultsCents],
  });
  const ofScope = (own: DoublingScope, other: DoublingScope): DoublingScope => ({
    ...own,
    today: both(own.today, other.today),
    plan: own.plan === null || other.plan === null ? null : both(own.plan, other.plan),
  });
  return {
    all: ofScope(first.all, more.all),
    segments: first.segments.map((own, index) => ofScope(own, more.segments[index]!)),
  };
}

/** A world for every part of the base: all small customers first, then the segments in the order of `base.segments`. */
type Worlds = readonly DoublingCase[];

/**
 * Today's and the plan's worlds of the doubling test out of the company's own figures: the middle one and the drawn ones, for all
 * small customers and for each segment. Today and plan share their draws.
 */
export function worldsOfPlan(input: WorldsInput): DoublingScopes {
  const { base, plan } = input;
  const customers = customersOf(base, input.today);
  const today = drawn(input, input.today, customers);
  const planned = plan === null ? null : drawn(input, plan, customers);
  const scope = (code: string, name: string, index: number): DoublingScope => ({
    code,
    name,
    today: today(index),
    plan: planned?.(index) ?? null,
  });
  const [small, ...rest] = base.segments;
  return {
    all: scope("small", small?.name ?? "", 0),
    // A doubling of nobody has no result; the caller names such segments.
    segments: rest
      .map(({ code, name }, index) => scope(code, name, index + 1))
      .filter(({ today: { mid } }) => mid.customers > 0),
  };
}

function drawn(input: WorldsInput, plan: ResolvedPlan, customers: readonly number[]) {
  const mid = worldsOf(input, plan, "mid", customers);
  const first = input.firstDraw ?? 0;
  const draws = Array.from({ length: input.draws }, (_, draw) =>
    worldsOf(input, plan, { seed: input.seed, draw: first + draw }, customers).map((world) =>
      world.customers === 0 ? 0 : doubledResult(world),
    ),
  );
  return (index: number): DrawnWorlds => ({
    mid: mid[index]!,
    drawnResultsCents: draws.map((results) => results[index]!),
  });
}

function worldsOf(
  input: WorldsInput,
  plan: ResolvedPlan,
  which: WhichDraw,
  customers: readonly number[],
): Worlds {
  const numbers = drawAssumptions(plan, which);
  const year = steadyYear(input.base, plan, numbers);
  const platform = platformOf(input.base, plan, numbers);
  const parts = ({ total, perSegment }: YearOfPlan) => [total, ...perSegment.slice(1)];
  const platformParts = parts(platform);
  return parts(year).map((own, index) =>
    worldOf({
      input,
      year,
      own,
      numbers,
      customers: customers[index]!,
      platformCents: platformParts[index]!.programmeCents,
    }),
  );
}

/** The cost of the programme that no number of customers changes, apart from what it costs per customer. */
function platformOf(base: PlanningBase, plan: ResolvedPlan, numbers: Drawn): YearOfPlan {
  const assignments = plan.assignments.map((assignment) => ({
    ...assignment,
    effects: assignment.effects.filter(({ kind }) => kind === "fixedCost"),
  }));
  return steadyYear(base, { ...plan, assignments }, numbers);
}

/** Customers of today: all, then by the segment that each is reported in; those of several belong to the smallest. */
function customersOf(base: PlanningBase, today: ResolvedPlan): readonly number[] {
  const { total, perSegment } = steadyYear(base, today, drawAssumptions(today, "mid"));
  return [total, ...perSegment.slice(1)].map((own) => Math.round(own.customers));
}

interface WorldParts {
  readonly input: WorldsInput;
  readonly year: YearOfPlan;
  readonly own: YearOfSegment;
  readonly numbers: Drawn;
  readonly customers: number;
  readonly platformCents: number;
}

function worldOf({ input, year, own, numbers, customers, platformCents }: WorldParts): DoublingCase {
  const { base, plan, today, waitingRatio } = input;
  const { newCustomer } = own;
  const salesRatio = numbers.get("world.newCustomerSalesRatio") ?? 1;
  return {
    customers,
    averageSalesCents: salesRatio > 0 ? newCustomer.salesCents / salesRatio : 0,
    salesRatio,
    marginRatio: newCustomer.salesCents === 0 ? 0 : newCustomer.contribution1Cents / newCustomer.salesCents,
    feesCents: newCustomer.feesCents,
    programmeCents: newCustomer.programmeCents,
    driverCents: {
      ...newCustomer.driverCents,
      other: Math.max(0, newCustomer.driverCents.other - fixedRolesCents(base, newCustomer.roleMinutes)),
    },
    acquisitionCents: newCustomer.acquisitionCents,
    lifetimeYears: newCustomer.lifetimeYears,
    platformCents,
    lostWithCustomerCents: lostWithCustomer(base, own),
    roles: growthRoles(base, year, newCustomer.roleMinutes),
    targetUtilisationRatio: (plan ?? today).world.targetUtilisationRatio,
    congestion: {
      role: base.generalistRole,
      churnRatio: numbers.get("world.congestionChurnRatio") ?? 0,
      waitingRatio,
    },
  };
}

/** Roles whose cost does not follow the number of customers: one more customer does not change it. */
const fixedRolesCents = ({ roles }: PlanningBase, roleMinutes: readonly number[]) =>
  roles.reduce(
    (sum, { isFixed, centsPerMinute }, role) => sum + (isFixed ? roleMinutes[role]! * centsPerMinute : 0),
    0,
  );

/** What goes with an average customer of today within a year: its contribution less the cost that goes too. */
function lostWithCustomer({ avoidableRatio }: PlanningBase, own: YearOfSegment): number {
  if (own.customers <= 0) return 0;
  const avoided = costDrivers.reduce(
    (sum, driver) => sum + own.driverCents[driver] * avoidableRatio[driver]["12"],
    0,
  );
  return (own.contribution1Cents + own.feesCents - avoided) / own.customers;
}

/** Roles with a known capacity; with the plan they have what it saves, needs and adds. */
function growthRoles(base: PlanningBase, year: YearOfPlan, perCustomer: readonly number[]): GrowthRole[] {
  return base.roles.flatMap((role, index) => {
    if (role.isFixed || role.capacityMinutes === null) return [];
    const others = role.usedMinutes - role.usedSmallMinutes;
    return [
      {
        code: role.code,
        label: role.label,
        capacityMinutes: Math.max(0, role.capacityMinutes + year.addedPositions[index]! * role.blockMinutes),
        usedMinutes: Math.max(0, others + year.total.roleMinutes[index]!),
        minutesPerNewCustomer: perCustomer[index]!,
        centsPerMinute: role.centsPerMinute,
        blockMinutes: role.blockMinutes,
      },
    ];
  });
}
