import type { OrdersBelow, PlanningBase } from "../contracts/base-contract.ts";
import {
  type CostDriver,
  costDrivers,
  type PlanningChannel,
  planningChannels,
} from "../contracts/drivers.ts";
import type { EffortFacts } from "./effort-facts.ts";
import { loyalty } from "./loyalty.ts";
import { type BaseQuery, columnNames } from "./sql.ts";
import { baseUnclear } from "./unclear.ts";

export interface BaseParts {
  readonly snapshotId: string;
  readonly asOf: string;
  readonly currency: string | null;
  readonly query: Pick<BaseQuery, "memberships" | "shownRoles">;
  /** Segments after `small`, in the order of the memberships. */
  readonly segments: readonly { readonly code: string; readonly name: string }[];
  /** Name of `small` itself. */
  readonly smallName: string;
  /** Columns of `customersSql`, in the order of `columnNames`; the base takes them over. */
  readonly columns: readonly Float64Array[];
  /** Columns of `ordersBelowSql`; null: the plan has no threshold. */
  readonly ordersColumns: readonly Float64Array[] | null;
  /** Assignments with a threshold and the index of theirs in the columns. */
  readonly thresholdOf: ReadonlyMap<number, number>;
  readonly effort: EffortFacts;
}

/** The planning base of single customers, from columns as they were read. */
export function assembleBase(parts: BaseParts): PlanningBase {
  const { columns, query, segments, effort } = parts;
  const index = new Map(columnNames(query).map((name, position) => [name, position]));
  const column = (name: string) => columns[index.get(name)!]!;
  const salesCents = column("salesCents");
  const rows = salesCents.length;
  const withoutSales = replaceUnknown(salesCents);
  const contribution1Cents = column("contribution1Cents");
  const withoutMargin = fillMargins(contribution1Cents, salesCents);
  const found = loyalty({
    activeRatio: column("activeRatio"),
    expectedOrders: column("expectedOrders"),
    salesCents,
    previousSalesCents: column("previousSalesCents"),
    ordersLast12: column("ordersLast12"),
  });
  const ordersByChannel = byChannel((channel) => column(`orders:${channel}`));
  const orders = new Float64Array(rows);
  for (const channel of planningChannels) {
    const own = ordersByChannel[channel];
    for (let row = 0; row < rows; row++) orders[row]! += own[row]!;
  }
  const masks = new Uint32Array(rows).fill(1);
  const counts = segments.map((_, position) => addBit(masks, column(`segment:${position}`), position + 1));
  const figure = (name: string) => byDriver((driver) => column(`${name}:${driver}`));
  return {
    snapshotId: parts.snapshotId,
    asOf: parts.asOf,
    currency: parts.currency,
    segments: [
      { code: "small", name: parts.smallName, customers: rows },
      ...segments.map(({ code, name }, position) => ({ code, name, customers: counts[position]! })),
    ],
    rows,
    weight: new Float64Array(rows).fill(1),
    segmentMask: masks,
    customerId: column("customerId"),
    salesCents,
    contribution1Cents,
    orders,
    ordersByChannel,
    events: figure("events"),
    minutes: figure("minutes"),
    costCents: figure("costCents"),
    avoidableCents: figure("avoidableCents"),
    roleMinutes: query.shownRoles.map((role) => column(`role:${role}`)),
    churnRatio: found.churnRatio,
    growthRatio: found.growthRatio,
    dormantRatio: column("isDormant"),
    needBreadth: column("needBreadth"),
    ordersBelow: ordersBelow(parts, orders),
    ...effort,
    newPerYear: column("isNew").reduce((sum, value) => sum + value, 0),
    unclear: baseUnclear({
      rows,
      withoutSales,
      withoutMargin,
      withoutExpectation: found.withoutExpectation,
      churnIsAssumed: found.isAssumed,
      withoutChannel: countAbove(ordersByChannel.unknown),
      withoutOrders: countUnmatched(parts, orders),
      rolesWithoutPool: effort.roles
        .filter(({ capacityMinutes, isFixed }) => capacityMinutes === null && !isFixed)
        .map(({ label }) => label),
    }),
  };
}

const byDriver = <T>(of: (driver: CostDriver) => T) =>
  Object.fromEntries(costDrivers.map((driver) => [driver, of(driver)])) as Record<CostDriver, T>;
const byChannel = <T>(of: (channel: PlanningChannel) => T) =>
  Object.fromEntries(planningChannels.map((channel) => [channel, of(channel)])) as Record<PlanningChannel, T>;

const countAbove = (column: Float64Array) => column.reduce((sum, value) => sum + (value > 0 ? 1 : 0), 0);

function addBit(masks: Uint32Array, members: Float64Array, bit: number): number {
  let count = 0;
  for (let row = 0; row < masks.length; row++) {
    if (members[row] !== 1) continue;
    masks[row] = (masks[row]! | (1 << bit)) >>> 0;
    count++;
  }
  return count;
}

/** Sales of which nobody knows the value count as nothing; returns of how many customers. */
function replaceUnknown(column: Float64Array): number {
  let count = 0;
  for (let row = 0; row < column.length; row++) {
    if (!Number.isNaN(column[row]!)) continue;
    column[row] = 0;
    count++;
  }
  return count;
}

/** Customers without known margin take that of all; it stays NaN where nobody's is known. Returns of how many. */
function fillMargins(contribution: Float64Array, sales: Float64Array): number {
  let [brought, sold, missing] = [0, 0, 0];
  for (let row = 0; row < sales.length; row++) {
    if (Number.isNaN(contribution[row]!)) missing++;
    else {
      brought += contribution[row]!;
      sold += sales[row]!;
    }
  }
  if (missing === 0) return 0;
  const ratio = sold > 0 ? brought / sold : Number.NaN;
  for (let row = 0; row < sales.length; row++) {
    if (Number.isNaN(contribution[row]!)) contribution[row] = sales[row]! === 0 ? 0 : sales[row]! * ratio;
  }
  return missing;
}

/**
 * Counted orders stand for all orders of the customer: where some have no value, or come from another list than those of cost
 * to serve, the share below is the same.
 */
function ordersBelow({ ordersColumns, thresholdOf }: BaseParts, orders: Float64Array): OrdersBelow[] {
  if (ordersColumns === null) return [];
  const counted = ordersColumns[0]!;
  const made = new Map<number, Omit<OrdersBelow, "assignment">>();
  return [...thresholdOf].map(([assignment, index]) => {
    const known =
      made.get(index) ??
      belowOf(counted, ordersColumns[1 + 2 * index]!, ordersColumns[2 + 2 * index]!, orders);
    made.set(index, known);
    return { assignment, ...known };
  });
}

function belowOf(
  counted: Float64Array,
  number: Float64Array,
  cents: Float64Array,
  orders: Float64Array,
): Omit<OrdersBelow, "assignment"> {
  const rows = orders.length;
  const below = {
    orders: new Float64Array(rows),
    salesCents: new Float64Array(rows),
    concernedRatio: new Float64Array(rows),
  };
  for (let row = 0; row < rows; row++) {
    const of = counted[row]!;
    if (of === 0) continue;
    const isAll = of === orders[row]!;
    below.orders[row] = isAll ? number[row]! : (number[row]! / of) * orders[row]!;
    below.salesCents[row] = isAll ? cents[row]! : (cents[row]! / of) * orders[row]!;
    below.concernedRatio[row] = 2 * number[row]! > of ? 1 : 0;
  }
  return below;
}

function countUnmatched({ ordersColumns }: BaseParts, orders: Float64Array): number {
  if (ordersColumns === null) return 0;
  const counted = ordersColumns[0]!;
  return orders.reduce((sum, own, row) => sum + (own > 0 && counted[row] === 0 ? 1 : 0), 0);
}
