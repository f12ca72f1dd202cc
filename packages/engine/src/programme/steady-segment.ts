import { type CostDriver, costDrivers } from "./contracts/drivers.ts";
import type { Drawn } from "./draw-assumptions.ts";
import { customerProfile } from "./simulation/effects/customer-profile.ts";
import type { NumericEffect, PreparedBase, PreparedPlan } from "./simulation/effects/prepared-contract.ts";
import { fieldIndex, fieldsOf, sumFields } from "./simulation/effects/segment-sums.ts";
import type { NewCustomer, YearOfSegment } from "./year-of-plan-contract.ts";

export interface SteadySegmentInput {
  readonly plan: PreparedPlan;
  /** Numbers of the world, in the order of `plan.steps`. */
  readonly effects: readonly NumericEffect[];
  /** Share that has taken up each assignment. */
  readonly shares: readonly number[];
  readonly drawn: Drawn;
  /** Sums of those who stay, and of everybody as if none had left; see `sumRows`. */
  readonly stay: Float64Array;
  readonly everybody: Float64Array;
  /** Customers of the segment who are lost within the year. */
  readonly lost: number;
}

/** The steady year of one segment: its customers as the plan leaves them, and what the plan does as a whole. */
export function steadySegment(segment: number, input: SteadySegmentInput): YearOfSegment {
  const { plan, effects, shares, drawn, stay, everybody, lost } = input;
  const { prepared } = plan;
  const own = { ...asTotals(prepared, stay, segment), churning: lost };
  const newCustomer = newCustomerOf(prepared, everybody, segment, drawn);
  for (const [index, effect] of effects.entries()) {
    const { position } = plan.steps[index]!;
    const part = partOf(plan, position, segment);
    const at = { own, part, plan, everybody, segment, newCustomer, drawn, position };
    addPlanEffect(effect, shares[position]!, at);
  }
  return finished(prepared.base.segments[segment]!.code, own, newCustomer);
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

const byDriver = (value: (driver: CostDriver) => number) =>
  Object.fromEntries(costDrivers.map((driver) => [driver, value(driver)])) as Record<CostDriver, number>;
