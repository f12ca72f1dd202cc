/**
 * What a planning base is read from: the customer table, the effort of cost to serve and the orders of the last 12 months. Pure
 * text; the data package runs it and reads columns, never rows.
 */
import type { CostActivity } from "../../measures/cost-to-serve/model-contract.ts";
import { type CostDriver, costDrivers, driverOf, planningChannels } from "../contracts/drivers.ts";
import { table, text, texts } from "./sql-literals.ts";

type ActivityFacts = Pick<CostActivity, "code" | "event" | "when">;

export interface BaseQuery {
  readonly snapshotTable: string;
  readonly asOf: string;
  /** Membership by segment after `small`, with three values; unknown counts as no. */
  readonly memberships: readonly string[];
  readonly activities: readonly ActivityFacts[];
  /** Codes of all roles of the cost model, and of those that the base shows. */
  readonly roles: readonly string[];
  readonly shownRoles: readonly string[];
}

/** Columns of `customersSql` before those of segments, drivers, channels and roles. */
export const customerFigures = [
  "customerId",
  "salesCents",
  "previousSalesCents",
  "contribution1Cents",
  "ordersLast12",
  "activeRatio",
  "expectedOrders",
  "isDormant",
  "isNew",
  "needBreadth",
] as const;
export type CustomerFigure = (typeof customerFigures)[number];

/** Figures of `customersSql` per driver, in this order. */
export const driverFigures = ["events", "minutes", "costCents", "avoidableCents"] as const;

/** Names of the columns of `customersSql`, in their order. */
export function columnNames({
  memberships,
  shownRoles,
}: Pick<BaseQuery, "memberships" | "shownRoles">): string[] {
  return [
    ...customerFigures,
    ...memberships.map((_, index) => `segment:${index}`),
    ...costDrivers.flatMap((driver) => driverFigures.map((figure) => `${figure}:${driver}`)),
    ...planningChannels.map((channel) => `orders:${channel}`),
    ...shownRoles.map((role) => `role:${role}`),
  ];
}

const tableColumns = [
  "customer_id",
  "sales_last12_cents",
  "sales_previous12_cents",
  "contribution1_last12_cents",
  "orders_last12",
  "probability_active",
  "expected_orders12",
  "rhythm_state",
  "first_purchase",
  "need_breadth",
];

/** Every small customer, by id: all columns DOUBLE, NaN where unknown. */
export function customersSql(query: BaseQuery): string {
  const { snapshotTable, asOf, memberships, shownRoles } = query;
  const known = (expression: string) => `coalesce(CAST(${expression} AS DOUBLE), 'nan'::DOUBLE)`;
  const none = (expression: string) => `coalesce(CAST(${expression} AS DOUBLE), 0)`;
  const figures: Readonly<Record<CustomerFigure, string>> = {
    customerId: "CAST(c.customer_id AS DOUBLE)",
    salesCents: known("c.sales_last12_cents"),
    previousSalesCents: known("c.sales_previous12_cents"),
    contribution1Cents: known("c.contribution1_last12_cents"),
    ordersLast12: none("c.orders_last12"),
    activeRatio: known("c.probability_active"),
    expectedOrders: known("c.expected_orders12"),
    isDormant: none("c.rhythm_state = 'dormant'"),
    isNew: none(`c.first_purchase > DATE ${text(asOf)} - INTERVAL 12 MONTHS`),
    needBreadth: known("c.need_breadth"),
  };
  const names = columnNames(query);
  const expressions = [
    ...customerFigures.map((figure) => figures[figure]),
    ...memberships.map((_, index) => `c.segment_${index}`),
    ...effortColumns(query).map((_, index) => none(`e.f${index}`)),
  ];
  if (shownRoles.some((role) => !query.roles.includes(role)))
    throw new RangeError("roles: shown but unknown");
  const columns = expressions.map((expression, index) => `${expression} AS "${names[index]}"`);
  return `WITH c AS (
  SELECT ${tableColumns.join(", ")}${memberships.map((member, index) => `, ${none(member)} AS segment_${index}`).join("")}
  FROM ${table(snapshotTable)} WHERE size_class = 'small'
),
e AS (
  SELECT m.customer_id,
    ${effortColumns(query)
      .map((column, index) => `${column} AS f${index}`)
      .join(",\n    ")}
  FROM (${drivenEffortSql(query)}) m
  WHERE m.customer_id IN (SELECT customer_id FROM c)
  GROUP BY m.customer_id
)
SELECT ${columns.join(",\n  ")}
FROM c LEFT JOIN e ON e.customer_id = c.customer_id
ORDER BY c.customer_id`;
}

/** Sums of whole numbers, so that neither the order of rows nor the number of threads moves a result. */
function effortColumns({ roles, shownRoles }: BaseQuery): string[] {
  const sums = {
    events: "sum(m.events)",
    minutes: "sum(m.minutes_milli)",
    costCents: "sum(m.cost_cents)",
    avoidableCents: "sum(m.avoidable_cents)",
  };
  const byDriver = costDrivers.flatMap((_, index) =>
    driverFigures.map((figure) => {
      const sum = `${sums[figure]} FILTER (m.driver = ${index})`;
      return figure === "minutes" ? `${sum} / 1000.0::DOUBLE` : sum;
    }),
  );
  const byChannel = planningChannels.map((_, index) => `sum(m.events) FILTER (m.order_channel = ${index})`);
  const byRole = shownRoles.map(
    (role) => `sum(m.minutes_milli) FILTER (m.role_index = ${roles.indexOf(role)}) / 1000.0::DOUBLE`,
  );
  return [...byDriver, ...byChannel, ...byRole];
}

/**
 * Effort with the numbers of its driver, its role and, of an order, its channel: sums by number are cheaper than by name. What no
 * activity of the model names is `other`.
 */
function drivenEffortSql({ activities, roles }: Pick<BaseQuery, "activities" | "roles">): string {
  const byRule = new Map<string, { readonly roles: string[]; readonly drivers: CostDriver[] }>();
  for (const role of roles) {
    const drivers = activities.map(({ event, when }) =>
      driverOf({ event, activityType: when?.activityType }, role),
    );
    const key = drivers.join();
    const found = byRule.get(key);
    if (found === undefined) byRule.set(key, { roles: [role], drivers });
    else found.roles.push(role);
  }
  const driver = (drivers: readonly CostDriver[]) => {
    const branches = costDrivers.flatMap((own, index) => {
      const codes = activities.filter((_, position) => drivers[position] === own).map(({ code }) => code);
      return codes.length === 0 ? [] : [`WHEN m.activity IN (${texts(codes)}) THEN ${index}`];
    });
    const other = costDrivers.indexOf("other");
    return branches.length === 0 ? String(other) : `CASE ${branches.join(" ")} ELSE ${other} END`;
  };
  const withoutRole = activities.map(({ event, when }) =>
    driverOf({ event, activityType: when?.activityType }, ""),
  );
  const special = [...byRule.values()].filter(({ drivers }) => drivers.join() !== withoutRole.join());
  const branches = special.map(
    (rule) => `WHEN m.role IN (${texts(rule.roles)}) THEN ${driver(rule.drivers)}`,
  );
  const usual = driver(withoutRole);
  const orders = texts(activities.filter(({ event }) => event === "order").map(({ code }) => code));
  const number = (column: string, names: readonly string[], otherwise: string) =>
    `CASE ${column} ${names.map((name, index) => `WHEN ${text(name)} THEN ${index}`).join(" ")} ELSE ${otherwise} END`;
  return `SELECT m.*,
    CAST(${branches.length === 0 ? usual : `CASE ${branches.join(" ")} ELSE ${usual} END`} AS UTINYINT) AS driver,
    CAST(${number("m.role", roles, "NULL")} AS UTINYINT) AS role_index,
    CAST(CASE WHEN m.activity IN (${orders}) THEN ${number("m.channel", planningChannels, String(planningChannels.indexOf("unknown")))} END AS UTINYINT) AS order_channel
  FROM m_effort m`;
}

/** Effort of everybody in few rows: by activity, role, channel, driver and whether the customer is small. */
export function effortTotalsSql(query: Omit<BaseQuery, "asOf" | "memberships" | "shownRoles">): string {
  return `SELECT m.activity, m.role, coalesce(m.channel, 'unknown') AS channel, m.driver AS "driverIndex",
  coalesce(c.size_class = 'small', false) AS "isSmall",
  CAST(sum(m.events) AS BIGINT) AS events, CAST(sum(m.minutes_milli) AS BIGINT) AS "minutesMilli",
  CAST(sum(m.cost_cents) AS BIGINT) AS "costCents"
FROM (${drivenEffortSql(query)}) m LEFT JOIN ${table(query.snapshotTable)} c ON c.customer_id = m.customer_id
GROUP BY ALL
ORDER BY ALL`;
}
