import {
  asLogged,
  type CostActivity,
  type CostRole,
  horizons,
} from "../../measures/cost-to-serve/model-contract.ts";
import type { PlanningBase, RoleCapacity } from "../contracts/base-contract.ts";
import {
  type CostDriver,
  costDrivers,
  type PlanningChannel,
  planningChannels,
} from "../contracts/drivers.ts";

/** A row of `effortTotalsSql`. */
export interface EffortTotal {
  readonly activity: string;
  /** `direct`: money without minutes. */
  readonly role: string;
  readonly channel: string;
  readonly driverIndex: number;
  readonly isSmall: boolean;
  readonly events: number;
  readonly minutesMilli: number;
  readonly costCents: number;
}

export interface EffortInput {
  readonly totals: readonly EffortTotal[];
  readonly roles: readonly CostRole[];
  readonly activities: readonly CostActivity[];
  /** Practical capacity of the roles that have cost pools, minutes of the last 12 months. */
  readonly poolMinutes: ReadonlyMap<string, number>;
  /** Minutes of one event of an activity where nothing further is known of it, by code. */
  readonly usualMinutes: ReadonlyMap<string, number>;
  readonly blockMinutes: number;
}

export type EffortFacts = Pick<
  PlanningBase,
  "roles" | "unitCosts" | "generalistRole" | "fieldRole" | "expertRole" | "avoidableRatio" | "driverRoleRatio"
>;

/** Roles, unit costs and shares behind the effort of the small customers, from sums of everybody's. */
export function effortFacts(input: EffortInput): EffortFacts {
  const small = input.totals.filter(({ isSmall }) => isSmall);
  const generalistRole = generalist(input, small);
  const fieldRole = busiest(ofDriver(small, "fieldVisits")) ?? logged(input, "visit") ?? generalistRole;
  const expertRole = busiest(ofDriver(small, "experts")) ?? logged(input, "expert") ?? generalistRole;
  const codes = input.roles
    .map(({ code }) => code)
    .filter(
      (code) =>
        [generalistRole, fieldRole, expertRole].includes(code) ||
        input.poolMinutes.has(code) ||
        input.totals.some((row) => row.role === code && row.minutesMilli > 0),
    );
  const roles = codes.map((code) => roleOf(input, code));
  return {
    roles,
    unitCosts: unitCosts(input, small, roles, { fieldRole, generalistRole, expertRole }),
    generalistRole,
    fieldRole,
    expertRole,
    avoidableRatio: byDriver((driver) => avoidableRatios(input, ofDriver(small, driver))),
    driverRoleRatio: byDriver((driver) => shares(ofDriver(small, driver), codes)),
  };
}

const byDriver = <T>(of: (driver: CostDriver) => T) =>
  Object.fromEntries(costDrivers.map((driver) => [driver, of(driver)])) as Record<CostDriver, T>;

const ofDriver = (rows: readonly EffortTotal[], driver: CostDriver) =>
  rows.filter(({ driverIndex }) => costDrivers[driverIndex] === driver);

const sum = (rows: readonly EffortTotal[], of: (row: EffortTotal) => number) =>
  rows.reduce((total, row) => total + of(row), 0);

/** The role that spends most minutes; ties go to the first in the alphabet. Null without minutes. */
function busiest(rows: readonly EffortTotal[]): string | null {
  const minutes = new Map<string, number>();
  for (const { role, minutesMilli } of rows)
    if (minutesMilli > 0) minutes.set(role, (minutes.get(role) ?? 0) + minutesMilli);
  const [first] = [...minutes].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  return first?.[0] ?? null;
}

/** Who keys the orders that nobody takes along; else who would by the cost model. */
function generalist({ activities, roles }: EffortInput, small: readonly EffortTotal[]): string {
  const keyed = ofDriver(small, "orderEntry").filter(({ channel }) => channel !== "field");
  const byModel = activities.find(({ event, role }) => event === "order" && role !== asLogged)?.role;
  return busiest(keyed) ?? busiest(ofDriver(small, "contacts")) ?? byModel ?? roles[0]?.code ?? "";
}

const logged = ({ activities }: EffortInput, type: "visit" | "expert") => {
  const activity = activities.find(({ when }) => when?.activityType === type);
  return activity?.role === asLogged ? activity.roleIfNotLogged : activity?.role;
};

function roleOf(
  { totals, roles, activities, poolMinutes, blockMinutes }: EffortInput,
  code: string,
): RoleCapacity {
  const role = roles.find((candidate) => candidate.code === code)!;
  const own = totals.filter((row) => row.role === code);
  const milli = sum(own, ({ minutesMilli }) => minutesMilli);
  const caused = activities.some((activity) => activity.role === code && !activity.isAllocated);
  const allocated = activities.some((activity) => activity.role === code && activity.isAllocated);
  return {
    code,
    label: role.label,
    capacityMinutes: poolMinutes.get(code) ?? null,
    usedMinutes: milli / 1_000,
    usedSmallMinutes:
      sum(
        own.filter(({ isSmall }) => isSmall),
        ({ minutesMilli }) => minutesMilli,
      ) / 1_000,
    centsPerMinute:
      milli > 0 ? (1_000 * sum(own, ({ costCents }) => costCents)) / milli : role.assumedRateCentsPerMinute,
    blockMinutes,
    isFixed: allocated && !caused,
  };
}

/** What is gone after a time of the cost of a driver: the activities' shares, weighted by their cost. */
function avoidableRatios({ activities }: EffortInput, rows: readonly EffortTotal[]) {
  const cost = sum(rows, ({ costCents }) => costCents);
  const known = new Map(activities.map((activity) => [activity.code, activity.avoidableRatio]));
  const after = (horizon: "3" | "12" | "24") =>
    cost > 0
      ? sum(rows, ({ activity, costCents }) => costCents * (known.get(activity)?.[horizon] ?? 0)) / cost
      : 0;
  const [soon, year, later] = horizons;
  return {
    [soon]: after(`${soon}`),
    [year]: after(`${year}`),
    [later]: after(`${later}`),
  } as Record<"3" | "12" | "24", number>;
}

function shares(rows: readonly EffortTotal[], codes: readonly string[]): number[] {
  const all = sum(
    rows.filter(({ role }) => codes.includes(role)),
    ({ minutesMilli }) => minutesMilli,
  );
  return codes.map((code) => {
    const own = sum(
      rows.filter(({ role }) => role === code),
      ({ minutesMilli }) => minutesMilli,
    );
    return all > 0 ? own / all : 0;
  });
}

type NamedRoles = Pick<EffortFacts, "generalistRole" | "fieldRole" | "expertRole">;

/** Means of what happened; where nothing did, the usual minutes of the cost model at the rate of the role. */
function unitCosts(
  input: EffortInput,
  small: readonly EffortTotal[],
  roles: readonly RoleCapacity[],
  { fieldRole, generalistRole, expertRole }: NamedRoles,
): PlanningBase["unitCosts"] {
  const rate = (code: string) => roles.find((role) => role.code === code)?.centsPerMinute ?? 0;
  const mean = (rows: readonly EffortTotal[], of: (row: EffortTotal) => number) => {
    const events = sum(rows, (row) => row.events);
    return events > 0 ? sum(rows, of) / events : null;
  };
  const cents = (row: EffortTotal) => row.costCents;
  const minutes = (row: EffortTotal) => row.minutesMilli / 1_000;
  const usual = (found: CostActivity | undefined) => input.usualMinutes.get(found?.code ?? "") ?? 0;
  const entry = ofDriver(small, "orderEntry");
  const byChannel = (of: (channel: PlanningChannel) => number) =>
    Object.fromEntries(planningChannels.map((channel) => [channel, of(channel)])) as Record<
      PlanningChannel,
      number
    >;
  const through = (channel: PlanningChannel) => entry.filter((row) => row.channel === channel);
  const modelOf = (channel: PlanningChannel) =>
    input.activities.find(
      ({ event, when }) =>
        event === "order" && (when?.channel === undefined || when.channel === (channel as string)),
    );
  const orderEntryMinutes = byChannel(
    (channel) => mean(through(channel), minutes) ?? usual(modelOf(channel)),
  );
  const orders = sum(entry, ({ events }) => events);
  const visits = ofDriver(small, "fieldVisits");
  const typed = (type: string) => input.activities.find(({ when }) => when?.activityType === type);
  return {
    orderEntryMinutes,
    orderEntryCents: byChannel((channel) => {
      const role = modelOf(channel)?.role ?? generalistRole;
      return (
        mean(through(channel), cents) ?? orderEntryMinutes[channel] * (rate(role) || rate(generalistRole))
      );
    }),
    visitCents: mean(visits, cents) ?? usual(typed("visit")) * rate(fieldRole),
    contactCents: mean(ofDriver(small, "contacts"), cents) ?? usual(typed("call")) * rate(generalistRole),
    expertHourCents: 60 * rate(expertRole),
    logisticsCentsPerOrder: orders > 0 ? sum(ofDriver(small, "logistics"), cents) / orders : 0,
  };
}
