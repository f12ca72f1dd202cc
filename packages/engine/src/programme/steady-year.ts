import { condenseBase } from "./condense-base.ts";
import type { PlanningBase } from "./contracts/base-contract.ts";
import { type CostDriver, costDrivers } from "./contracts/drivers.ts";
import type { Drawn } from "./draw-assumptions.ts";
import type { ResolvedPlan } from "./resolve-plan.ts";
import { applyEffects, numericEffects } from "./simulation/effects/apply-effects.ts";
import { customerProfile } from "./simulation/effects/customer-profile.ts";
import { prepareBase } from "./simulation/effects/prepare-base.ts";
import { preparePlan } from "./simulation/effects/prepare-plan.ts";
import type {
  NumericEffect,
  PreparedBase,
  PreparedPlan,
  YearState,
} from "./simulation/effects/prepared-contract.ts";
import { fieldIndex, fieldsOf, sumFields, sumRows } from "./simulation/effects/segment-sums.ts";
import { newYearState } from "./simulation/effects/year-state.ts";
import type { NewCustomer, YearOfPlan, YearOfSegment } from "./year-of-plan-contract.ts";

export interface SteadyYearOptions {
  /** Share that has taken up each assignment, 0…1, in the order of `resolved.assignments`; left out: all. */
  readonly takenUp?: readonly number[];
}

/**
 * A year of the small customers once the plan is fully taken up, at today's number of customers less those who leave or are
 * handed over, plus those whom the plan wins. Without assignments it is exactly the base. Steps of capacity, waiting and time are
 * left to the simulation.
 * @throws RangeError for an assumption without a draw, or a base that was made for another plan.
 */
export function steadyYear(
  base: PlanningBase,
  resolved: ResolvedPlan,
  drawn: Drawn,
  { takenUp }: SteadyYearOptions = {},
): YearOfPlan {
  const prepared = condensed(base);
  const plan = preparePlan(prepared, resolved);
  const effects = numericEffects(plan, drawn);
  const { rows, weight, segments, roles } = prepared.base;
  const shares = resolved.assignments.map((_, position) => takenUp?.[position] ?? 1);
  const year = newYearState(prepared);
  applyEffects(
    plan,
    effects,
    shares.map((share) => new Float64Array(rows).fill(share)),
    year,
  );
  const heads = weight.map((customers, row) => customers * year.present[row]!);
  const stay = new Float64Array(segments.length * fieldsOf(prepared));
  sumRows(prepared, year, { heads, volume: heads, kept: weight }, stay);
  const everybody = new Float64Array(stay.length);
  sumRows(prepared, year, { heads: weight, volume: weight, kept: null }, everybody);

  const churning = lostWithinTheYear(prepared, year, heads);
  const perSegment = segments.map(({ code }, segment) => {
    const own = { ...asTotals(prepared, stay, segment), churning: churning[segment]! };
    const newCustomer = newCustomerOf(prepared, everybody, segment, drawn);
    for (const [index, effect] of effects.entries()) {
      const { position } = plan.steps[index]!;
      const part = partOf(plan, position, segment);
      addPlanEffect(effect, shares[position]!, {
        own,
        part,
        plan,
        everybody,
        segment,
        newCustomer,
        drawn,
        position,
      });
    }
    return finished(code, own, newCustomer);
  });
  return {
    perSegment,
    total: totalOf(perSegment),
    addedPositions: roles.map((_, role) => addedPositions(prepared, effects, plan, shares, role)),
  };
}

const prepared = new WeakMap<PlanningBase, PreparedBase>();

/** Effects are linear within rows of the same segments that fees concern alike, so these may be taken together. */
function condensed(base: PlanningBase): PreparedBase {
  const known = prepared.get(base);
  if (known !== undefined) return known;
  const made = prepareBase(condenseBase(base, (row) => concernedClass(base, row)));
  prepared.set(base, made);
  return made;
}

function concernedClass({ ordersBelow }: PlanningBase, row: number): number {
  let result = 0;
  for (const { concernedRatio } of ordersBelow.slice(0, 12)) {
    const ratio = concernedRatio[row]!;
    result = 3 * result + (ratio <= 0 ? 0 : ratio < 0.5 ? 1 : 2);
  }
  return result;
}

/** Customers by segment whose chance of staying is (1 − today's chance of leaving) to the power of the plan's factor. */
function lostWithinTheYear({ base, reportSegment }: PreparedBase, year: YearState, heads: Float64Array) {
  const lost = new Float64Array(base.segments.length);
  for (let row = 0; row < base.rows; row++) {
    const staying = (1 - base.churnRatio[row]!) ** year.churnFactor[row]!;
    lost[reportSegment[row]!]! += heads[row]! * (1 - staying);
  }
  return lost;
}

type Totals = {
  -readonly [Key in Exclude<
    keyof YearOfSegment,
    "code" | "newCustomer" | "driverCents" | "roleMinutes"
  >]: number;
} & { readonly driverCents: Record<CostDriver, number>; readonly roleMinutes: number[] };

function asTotals({ base }: PreparedBase, sums: Float64Array, segment: number): Totals {
  const start = (segment * sums.length) / base.segments.length;
  const at = (field: number) => sums[start + field]!;
  return {
    customers: at(fieldIndex.customers),
    salesCents: at(fieldIndex.salesCents),
    goodsCents: 0,
    contribution1Cents: at(fieldIndex.contribution1Cents),
    feesCents: at(fieldIndex.orderFeesCents) + at(fieldIndex.customerFeesCents),
    driverCents: byDriver((driver) => at(fieldIndex[driver])),
    programmeCents: at(fieldIndex.programmeCents),
    oneOffCents: 0,
    acquisitionCents: 0,
    resultCents: 0,
    roleMinutes: base.roles.map((_, role) => at(sumFields.length + role)),
    customerMinutes: at(fieldIndex.customerMinutes),
    moneyForCustomersCents: at(fieldIndex.customerMoneyCents),
    contactPressure: at(fieldIndex.contactPressure),
    churn: 0,
  };
}

function newCustomerOf(
  prepared: PreparedBase,
  sums: Float64Array,
  segment: number,
  drawn: Drawn,
): NewCustomer {
  const { customerMinutes, contactPressure, customerMoneyCents, ...profile } = customerProfile(
    prepared,
    sums,
    segment,
    drawn.get("world.newCustomerSalesRatio") ?? 1,
  );
  const start = segment * fieldsOf(prepared);
  const customers = sums[start + fieldIndex.customers]!;
  const factor = (field: number) => (customers > 0 ? sums[start + field]! / customers : 1);
  const lifetime = drawn.get("world.newCustomerLifetimeYears") ?? 1;
  return {
    ...profile,
    acquisitionCents: (drawn.get("world.acquisitionCents") ?? 0) * factor(fieldIndex.acquisitionFactor),
    lifetimeYears: Math.min(100, lifetime / Math.max(0.01, factor(fieldIndex.churnFactor))),
  };
}

/** Share of the customers of an assignment that are reported in a segment; one without customers is reported in the first. */
function partOf({ assignments }: PreparedPlan, position: number, segment: number): number {
  const { customers } = assignments[position]!;
  const all = customers.reduce((sum, count) => sum + count, 0);
  return all > 0 ? customers[segment]! / all : segment === 0 ? 1 : 0;
}

interface At {
  readonly own: Totals & { churning: number };
  readonly part: number;
  readonly plan: PreparedPlan;
  readonly everybody: Float64Array;
  readonly segment: number;
  readonly newCustomer: NewCustomer;
  readonly drawn: Drawn;
  readonly position: number;
}

/** Effects of the plan as a whole, as a part of the segment. */
function addPlanEffect(effect: NumericEffect, share: number, at: At): void {
  const { own, part, plan, segment, newCustomer } = at;
  if (part === 0) return;
  const mine = plan.assignments[at.position]!.customers[segment]!;
  if (effect.kind === "fixedCost") {
    if (share > 0) own.programmeCents += effect.centsPerYear * part;
    if (share > 0) own.oneOffCents += effect.oneOffCents * part;
  } else if (effect.kind === "acquire") {
    const won = Math.max(0, effect.growthRatio) * mine * share;
    const today = at.drawn.get("world.acquisitionCents") ?? 0;
    const factor = today > 0 ? newCustomer.acquisitionCents / today : 1;
    own.acquisitionCents += (won * effect.centsPerCustomer * factor) / newCustomer.lifetimeYears;
    addCustomers(at, won, effect.salesRatio);
  } else if (effect.kind === "reactivate") {
    const back = Math.min(1, Math.max(0, effect.ratioPerYear)) * dormant(at) * share;
    own.acquisitionCents += back * effect.centsPerCustomer;
    addCustomers(at, back, at.drawn.get("world.newCustomerSalesRatio") ?? 1);
  }
}

function dormant({ plan, position, segment }: At): number {
  const { base, reportSegment } = plan.prepared;
  let customers = 0;
  for (const row of plan.assignments[position]!.rows)
    if (reportSegment[row] === segment) customers += base.weight[row]! * base.dormantRatio[row]!;
  return customers;
}

function addCustomers(
  { own, plan, everybody, segment, newCustomer }: At,
  count: number,
  salesRatio: number,
): void {
  if (count === 0) return;
  const profile = customerProfile(plan.prepared, everybody, segment, salesRatio);
  own.customers += count;
  own.salesCents += count * profile.salesCents;
  own.contribution1Cents += count * profile.contribution1Cents;
  own.feesCents += count * profile.feesCents;
  own.programmeCents += count * profile.programmeCents;
  own.customerMinutes += count * profile.customerMinutes;
  own.moneyForCustomersCents += count * profile.customerMoneyCents;
  own.contactPressure += count * profile.contactPressure;
  own.churning += count / Math.max(1, newCustomer.lifetimeYears);
  for (const driver of costDrivers) own.driverCents[driver] += count * profile.driverCents[driver];
  for (const [role, minutes] of profile.roleMinutes.entries()) own.roleMinutes[role]! += count * minutes;
}

function finished(code: string, own: Totals & { churning: number }, newCustomer: NewCustomer): YearOfSegment {
  const { churning, ...figures } = own;
  const drivers = costDrivers.reduce((sum, driver) => sum + own.driverCents[driver], 0);
  const perCustomer = (value: number) => (own.customers > 0 ? value / own.customers : 0);
  return {
    ...figures,
    code,
    goodsCents: own.salesCents - own.contribution1Cents,
    resultCents: own.contribution1Cents + own.feesCents - drivers - own.programmeCents - own.acquisitionCents,
    contactPressure: perCustomer(own.contactPressure),
    churn: perCustomer(churning),
    newCustomer,
  };
}

function totalOf(parts: readonly YearOfSegment[]): YearOfSegment {
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

function addedPositions(
  { roleIndex }: PreparedBase,
  effects: readonly NumericEffect[],
  { steps }: PreparedPlan,
  shares: readonly number[],
  role: number,
): number {
  let positions = 0;
  for (const [index, effect] of effects.entries())
    if (effect.kind === "addCapacity" && roleIndex(effect.role) === role)
      positions += effect.positions * shares[steps[index]!.position]!;
  return positions;
}

const byDriver = (value: (driver: CostDriver) => number) =>
  Object.fromEntries(costDrivers.map((driver) => [driver, value(driver)])) as Record<CostDriver, number>;
