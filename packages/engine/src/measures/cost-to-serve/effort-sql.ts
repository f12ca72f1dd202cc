/**
 * From events to `t_effort`: one row per customer, activity, role, pool group and channel, in one pass per kind of event. All
 * sums are whole numbers (thousandths of a minute; millionths of a cent for comparisons), so that neither the order of rows nor
 * the number of threads changes a result.
 */
import { entryChannels } from "../../facts/events/contract.ts";
import { text } from "../sql-text.ts";
import type { Coverage } from "./coverage.ts";
import type { CostEvent } from "./drivers-contract.ts";
import {
  driverColumns,
  eventSourceSql,
  eventsWithChannel,
  factEvents,
  loggedEvents,
  type Window,
} from "./event-sources.ts";
import { activitiesOf, type CompiledActivity, type CostModel } from "./model.ts";
import { asLogged, direct } from "./model-contract.ts";
import type { PoolPlan } from "./plan-pools.ts";
import { milliminutesSql, type TimeEquation } from "./time-equation.ts";

export interface EffortInput {
  readonly model: CostModel;
  readonly plan: PoolPlan;
  readonly coverage: Coverage;
  readonly window: Window;
}

export const effortTableSql = `CREATE OR REPLACE TEMP TABLE t_effort (
  customer_id BIGINT, activity UTINYINT, role UTINYINT, pool_group USMALLINT, channel UTINYINT,
  events BIGINT, logged_events BIGINT, minutes_milli BIGINT, logged_milli BIGINT, money_cents BIGINT,
  cheapest BIGINT, dearest BIGINT, instead BIGINT)`;

/** Fills `t_effort`. Reads `t_new_customer`, `t_cost_role` and, where lines name channels, `t_document_channel`. */
export function effortSql(input: EffortInput): string[] {
  const statements = [effortTableSql];
  for (const event of factEvents) {
    const source = eventSourceSql(event, input.coverage, input.window);
    if (source === null || activitiesOf(input.model, event).length === 0) continue;
    statements.push(`INSERT INTO t_effort
SELECT customer_id, activity, role, pool_group, channel, count(*), count(logged_milli),
  CAST(coalesce(sum(milli), 0) AS BIGINT), CAST(coalesce(sum(logged_milli), 0) AS BIGINT),
  CAST(coalesce(sum(money_cents), 0) AS BIGINT), CAST(coalesce(sum(cheapest), 0) AS BIGINT),
  CAST(coalesce(sum(dearest), 0) AS BIGINT), CAST(coalesce(sum(instead), 0) AS BIGINT)
FROM (${pricedEventsSql(event, source, input, false)})
GROUP BY customer_id, activity, role, pool_group, channel`);
  }
  return [...statements, ...customerYearSql(input)];
}

/**
 * Events with activity, role, pool group and thousandths of a minute. Events that fit no activity, name an unknown role or
 * negative minutes are left out; `problems.ts` names them.
 * @param withPlace also day, key, place, person, reason and drivers: for the events of one customer
 */
export function pricedEventsSql(
  event: CostEvent,
  source: string,
  input: EffortInput,
  withPlace: boolean,
): string {
  const activities = activitiesOf(input.model, event);
  const isLogged = loggedEvents.includes(event);
  const hasChannel = eventsWithChannel.includes(event);
  const isMoney = event === "freight" || event === "returnCost";
  const needsNew = activities.some(usesNewCustomer) || withPlace;
  const join = [
    isLogged ? "LEFT JOIN t_cost_role n ON n.name = e.role_text" : "",
    needsNew && !isMoney ? "LEFT JOIN t_new_customer f ON f.customer_id = e.customer_id" : "",
  ];
  const matched = `SELECT e.*,
    ${activityCase(activities, hasChannel, event === "activity")} AS activity,
    ${isLogged ? "CASE WHEN e.logged_minutes >= 0 THEN CAST(floor(e.logged_minutes * 1000 + 0.5) AS BIGINT) END" : "CAST(NULL AS BIGINT)"} AS logged_milli,
    ${isLogged ? "n.role" : "CAST(NULL AS UTINYINT)"} AS logged_role,
    ${needsNew && !isMoney ? "CAST(e.day <= f.first_day AS INTEGER)" : "CAST(NULL AS INTEGER)"} AS new_customer
  FROM (${source}) e ${join.join(" ")}
  ${isLogged ? `WHERE ${roleFits(event)} AND (e.logged_minutes IS NULL OR e.logged_minutes >= 0)` : ""}`;
  const priced = `SELECT m.*, ${roleCase(activities)} AS role_index, ${minutesCase(activities)} AS equation_milli
  FROM (${matched}) m WHERE activity IS NOT NULL`;
  const columns = [
    "customer_id",
    "activity",
    "role_index AS role",
    `${groupCase(input.plan)} AS pool_group`,
    `${hasChannel ? channelIndex("channel") : "CAST(NULL AS UTINYINT)"} AS channel`,
    "logged_milli",
    `${isMoney ? "CAST(0 AS BIGINT)" : "coalesce(logged_milli, equation_milli)"} AS milli`,
    `${isMoney ? "money_cents" : "CAST(NULL AS BIGINT)"} AS money_cents`,
    ...(withPlace ? placeColumns(event) : comparisonColumns(event, activities, input)),
  ];
  return `SELECT ${columns.join(",\n    ")}
  FROM (${priced}) p`;
}

/** A case names the team that holds it, which need be no role: the role of the equation works then. A talk names who talked. */
const roleFits = (event: CostEvent) =>
  event === "case" ? "true" : "(e.role_text IS NULL OR n.role IS NOT NULL)";

const usesNewCustomer = ({ time }: { time: TimeEquation }) =>
  time.terms.some(({ driver }) => driver.code === "newCustomer");

function placeColumns(event: CostEvent): string[] {
  const own = Object.entries(driverColumns).filter(([code]) => {
    const known: Readonly<Record<string, readonly CostEvent[]>> = {
      lines: ["order", "delivery", "invoice", "return"],
      packages: ["delivery"],
      weightKg: ["delivery"],
      transfers: ["case"],
      reopenings: ["case"],
      level: ["dunning"],
      expedited: ["order", "delivery"],
    };
    return known[code]?.includes(event) ?? false;
  });
  const drivers = [...own, ["newCustomer", "new_customer"] as const].map(
    ([code, column]) => `'${code}': CAST(${column} AS DOUBLE)`,
  );
  const logged = loggedEvents.includes(event);
  return [
    "day",
    "key",
    "source",
    "batch_no",
    "row_no",
    `${logged ? "person" : "CAST(NULL AS VARCHAR)"} AS person`,
    `${logged ? "reason" : "CAST(NULL AS VARCHAR)"} AS reason`,
    `to_json({${drivers.join(", ")}}) AS drivers`,
  ];
}

/** What the same events would cost by the cheapest, by the dearest and by a lighter way, in millionths of a cent. */
function comparisonColumns(
  event: CostEvent,
  activities: readonly CompiledActivity[],
  input: EffortInput,
): string[] {
  const rate = (roleIndex: number, times = 1) =>
    Math.round(input.plan.centsPerMinute[roleIndex]! * 1000 * times);
  const cost = (activity: CompiledActivity, times = 1) =>
    `(${minutesOf(activity, event)}) * ${rate(activity.fallbackRoleIndex, times)}`;
  const named =
    event === "order" ? activities.filter((activity) => activity.when?.channel !== undefined) : [];
  const between = (pick: "least" | "greatest") =>
    named.length === 0
      ? "CAST(0 AS BIGINT)"
      : `CASE WHEN channel IS NULL THEN ${pick}(${named.map((activity) => cost(activity)).join(", ")}) END`;
  const replaced = activities.flatMap((activity) => {
    const other = input.model.activities.find(({ code }) => code === activity.insteadBy?.activity);
    if (other === undefined || activity.insteadBy === undefined) return [];
    const each = cost(other, activity.insteadBy.eventsEach);
    // A talk that was logged shorter than usual is replaced by less.
    return `WHEN ${activity.index} THEN CASE WHEN logged_milli IS NULL OR equation_milli = 0 THEN ${each}
      ELSE CAST(floor(CAST(${each} AS DOUBLE) * logged_milli / equation_milli + 0.5) AS BIGINT) END`;
  });
  return [
    `${between("least")} AS cheapest`,
    `${between("greatest")} AS dearest`,
    `${replaced.length === 0 ? "CAST(0 AS BIGINT)" : `CASE activity ${replaced.join(" ")} END`} AS instead`,
  ];
}

/** The first activity of the list that fits. */
function activityCase(
  activities: readonly CompiledActivity[],
  hasChannel: boolean,
  hasType: boolean,
): string {
  const branches = activities.map(({ index, when }) => {
    const conditions = [
      when?.channel === undefined ? "" : hasChannel ? `e.channel = ${text(when.channel)}` : "false",
      when?.activityType === undefined
        ? ""
        : hasType
          ? `e.activity_type = ${text(when.activityType)}`
          : "false",
    ].filter(Boolean);
    return `WHEN ${conditions.join(" AND ") || "true"} THEN ${index}`;
  });
  return `CAST(CASE ${branches.join(" ")} END AS UTINYINT)`;
}

function roleCase(activities: readonly CompiledActivity[]): string {
  const branches = activities.map((activity) => {
    const role =
      activity.role === direct
        ? "NULL"
        : activity.role === asLogged
          ? `coalesce(logged_role, ${activity.fallbackRoleIndex})`
          : String(activity.roleIndex);
    return `WHEN ${activity.index} THEN ${role}`;
  });
  return `CAST(CASE activity ${branches.join(" ")} END AS UTINYINT)`;
}

/** A lighter way may be another kind of event; drivers that this one lacks take their usual value. */
const minutesOf = (activity: CompiledActivity, event: CostEvent) =>
  milliminutesSql(activity.time, (driver) =>
    driver.events.includes(event) ? (driverColumns[driver.code] ?? "NULL") : "NULL",
  );

function minutesCase(activities: readonly CompiledActivity[]): string {
  return `CASE activity ${activities.map((activity) => `WHEN ${activity.index} THEN ${minutesOf(activity, activity.event)}`).join(" ")} END`;
}

/** The pools that pay on the day; NULL where the role has none: then its assumed rate holds. */
function groupCase(plan: PoolPlan): string {
  const branches = plan.groups.flatMap(({ id, roleIndex, days }) =>
    days.map(
      ({ from, to }) =>
        `WHEN role_index = ${roleIndex} AND day BETWEEN DATE '${from}' AND DATE '${to}' THEN ${id}`,
    ),
  );
  return branches.length === 0
    ? "CAST(NULL AS USMALLINT)"
    : `CAST(CASE ${branches.join(" ")} END AS USMALLINT)`;
}

function channelIndex(column: string): string {
  const branches = entryChannels.map((channel, index) => `WHEN ${text(channel)} THEN ${index}`);
  return `CAST(CASE ${column} ${branches.join(" ")} END AS UTINYINT)`;
}

/**
 * One customer-year for everybody of whom anything happened, spread evenly over the days of the window, so that each day is
 * paid by its own pools.
 */
function customerYearSql({ model, plan, window }: EffortInput): string[] {
  return activitiesOf(model, "customerYear").map((activity) => {
    const parts = yearParts(plan, activity.roleIndex ?? activity.fallbackRoleIndex, window);
    const rows = parts.map(({ group, before, after }) => `(${group ?? "NULL"}, ${before}, ${after})`);
    const days = parts.at(-1)?.after ?? 1;
    return `INSERT INTO t_effort
WITH who AS (SELECT DISTINCT customer_id FROM t_effort WHERE customer_id IS NOT NULL),
y AS (
  SELECT w.customer_id, ${milliminutesSql(activity.time, () => `CAST(f.customer_id IS NOT NULL AS INTEGER)`)} AS milli
  FROM who w LEFT JOIN t_new_customer f ON f.customer_id = w.customer_id
)
SELECT customer_id, ${activity.index}, ${activity.roleIndex ?? activity.fallbackRoleIndex}, part.pool_group, NULL,
  CAST(part.days_before = 0 AS BIGINT), 0, milli * part.days_after // ${days} - milli * part.days_before // ${days}, 0, 0, 0, 0, 0
FROM y, (VALUES ${rows.join(", ")}) part(pool_group, days_before, days_after)`;
  });
}

/** Days of the window by the group that pays for them; days without a pool come last. */
export function yearParts(
  plan: PoolPlan,
  roleIndex: number,
  { from, asOf }: Window,
): { group: number | null; before: number; after: number }[] {
  const length = (first: string, last: string) =>
    Math.round((Date.parse(last) - Date.parse(first)) / 86_400_000) + 1;
  const total = length(from, asOf) - 1;
  const parts: { group: number | null; before: number; after: number }[] = [];
  let used = 0;
  for (const group of plan.groups.filter((candidate) => candidate.roleIndex === roleIndex)) {
    const days = group.days.reduce((sum, period) => sum + length(period.from, period.to), 0);
    parts.push({ group: group.id, before: used, after: used + days });
    used += days;
  }
  if (used < total) parts.push({ group: null, before: used, after: total });
  return parts;
}
