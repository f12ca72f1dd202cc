/** Planning bases for tests: shaped like the reference world of domain.md §2.5, without any store. */
import type { OrdersBelow, PlanningBase, RoleCapacity } from "../contracts/base-contract.ts";
import {
  type CostDriver,
  costDrivers,
  type PlanningChannel,
  planningChannels,
} from "../contracts/drivers.ts";

export interface SyntheticBaseOptions {
  readonly rows: number;
  readonly seed: number;
  /** 1 (default): every row is one customer with whole orders and visits; more: a cell of so many alike. */
  readonly customersPerRow?: number;
  /** Price levers whose orders below the threshold are wanted. */
  readonly thresholds?: readonly {
    readonly assignment: number;
    readonly thresholdCents: number;
    readonly exemptChannels?: readonly PlanningChannel[];
  }[];
}

/** Roles in the order of `roles` and `roleMinutes`. */
const roleFacts = [
  { code: "insideSales", de: "Innendienst", en: "Inside sales", rate: 95, small: 0.7, busy: 0.86 },
  { code: "fieldSales", de: "Aussendienst", en: "Field sales", rate: 155, small: 0.45, busy: 0.8 },
  { code: "expert", de: "Fachspezialisten", en: "Experts", rate: 200, small: 0.35, busy: 0.88 },
  { code: "logistics", de: "Logistik", en: "Logistics", rate: 85, small: 0.6, busy: 0.85 },
  { code: "management", de: "Leitung", en: "Management", rate: 220, small: 0.5, busy: 0.95 },
] as const;
const [inside, field, expert, logistics, management] = [0, 1, 2, 3, 4];
const rateOf = (role: number) => roleFacts[role]!.rate;
const blockMinutes = 81_000;

/** CHF 19 by phone, 16 by mail, 4.50 in the shop, 28 in the field, 2 by EDI (domain.md §2.5). */
const entryCents: Readonly<Record<PlanningChannel, number>> = {
  phone: 1_900,
  mail: 1_600,
  web: 450,
  field: 2_800,
  edi: 200,
  counter: 1_000,
  partner: 600,
  unknown: 1_400,
};
const entryRole = (channel: PlanningChannel) => (channel === "field" ? field : inside);
const affinities = [
  ["phone", 0.38],
  ["mail", 0.27],
  ["web", 0.24],
  ["field", 0.08],
  ["edi", 0.03],
] as const;
/** Relative number of visits of customers who mostly order this way. */
const visitWeights: Partial<Readonly<Record<PlanningChannel, number>>> = { field: 6, phone: 1.2, mail: 0.8 };

const logisticsCents = 2_100;
const visitMinutes = 168;
const contactMinutes = 11.6;
const customerYearMinutes = 25;

const avoidableIn12: Readonly<Record<CostDriver, number>> = {
  fieldVisits: 0.5,
  orderEntry: 0.7,
  logistics: 0.65,
  experts: 0.4,
  contacts: 0.6,
  other: 0.2,
};

/** The same options give the same base to the bit. Means per customer lie near those of the reference world. */
export function syntheticBase(options: SyntheticBaseOptions): PlanningBase {
  const { rows, seed, customersPerRow = 1, thresholds = [] } = options;
  const random = randomStream(seed);
  const isCell = customersPerRow > 1;
  const columns = emptyColumns(rows);
  for (let row = 0; row < rows; row++) fillRow(columns, row, customersPerRow, isCell, random);
  const names = [
    ["small", "Kleinkunden"],
    ["phoneOrders", "Bestellen am Telefon"],
    ["visited", "Mit Besuchen"],
    ["lessThanBefore", "Kaufen weniger"],
  ] as const;
  return {
    snapshotId: `synthetic-${rows}-${seed}-${customersPerRow}`,
    asOf: "2026-10-31",
    currency: "CHF",
    segments: names.map(([code, name], bit) => ({ code, name, customers: members(columns, bit) })),
    rows,
    ...columns,
    customerId: isCell ? null : Float64Array.from({ length: rows }, (_, row) => row + 1),
    ordersBelow: thresholds.map((threshold) => ordersBelow(columns, rows, threshold)),
    roles: roleFacts.map((_, role) => roleCapacity(columns, role)),
    unitCosts: {
      orderEntryCents: entryCents,
      orderEntryMinutes: byChannel((channel) => entryCents[channel] / rateOf(entryRole(channel))),
      visitCents: visitMinutes * rateOf(field),
      contactCents: contactMinutes * rateOf(inside),
      expertHourCents: 60 * rateOf(expert),
      logisticsCentsPerOrder: logisticsCents,
    },
    generalistRole: "insideSales",
    fieldRole: "fieldSales",
    expertRole: "expert",
    avoidableRatio: byDriver((driver) => ({
      "3": avoidableIn12[driver] / 2,
      "12": avoidableIn12[driver],
      "24": Math.min(1, avoidableIn12[driver] * 1.3),
    })),
    newPerYear: Math.round(0.08 * rows * customersPerRow),
    unclear: [],
  };
}

/**
 * The small customers of the reference world as 2,000 cells of ten: 20,000 customers, sales 38.75 m, gross margin 14.73 m,
 * 184,180 orders, 10,500 visits, 6,000 expert hours; sums agree with domain.md §2.5 to rounding.
 */
export function r20kBase(thresholds: SyntheticBaseOptions["thresholds"] = []): PlanningBase {
  const base = syntheticBase({ rows: 2_000, seed: 20_131_303, customersPerRow: 10 });
  const total = (column: Float64Array) => column.reduce((sum, value) => sum + 10 * value, 0);
  const scale = (column: Float64Array, wanted: number) => {
    const factor = wanted / total(column);
    for (let row = 0; row < column.length; row++) column[row]! *= factor;
  };
  scale(base.salesCents, 3_875_087_500);
  scale(base.contribution1Cents, 1_473_157_600);
  for (const [channel, share] of affinities) scale(base.ordersByChannel[channel], 184_180 * share);
  scale(base.events.fieldVisits, 10_500);
  scale(base.events.contacts, 36_500);
  scale(base.events.experts, 6_000);
  scale(base.costCents.other, 140_000_000);
  for (let row = 0; row < base.rows; row++) priceRow(base, row, base.costCents.other[row]!);
  return {
    ...base,
    snapshotId: "r20k",
    roles: roleFacts.map((_, role) => roleCapacity(base, role)),
    ordersBelow: thresholds.map((threshold) => ordersBelow(base, base.rows, threshold)),
  };
}

type Columns = Pick<
  PlanningBase,
  | "weight"
  | "segmentMask"
  | "salesCents"
  | "contribution1Cents"
  | "orders"
  | "ordersByChannel"
  | "events"
  | "minutes"
  | "costCents"
  | "avoidableCents"
  | "roleMinutes"
  | "churnRatio"
  | "growthRatio"
  | "dormantRatio"
  | "needBreadth"
>;

const byDriver = <T>(of: (driver: CostDriver) => T) =>
  Object.fromEntries(costDrivers.map((driver) => [driver, of(driver)])) as Record<CostDriver, T>;
const byChannel = <T>(of: (channel: PlanningChannel) => T) =>
  Object.fromEntries(planningChannels.map((channel) => [channel, of(channel)])) as Record<PlanningChannel, T>;

function emptyColumns(rows: number): Columns {
  const column = () => new Float64Array(rows);
  return {
    weight: column(),
    segmentMask: new Uint32Array(rows),
    salesCents: column(),
    contribution1Cents: column(),
    orders: column(),
    ordersByChannel: byChannel(column),
    events: byDriver(column),
    minutes: byDriver(column),
    costCents: byDriver(column),
    avoidableCents: byDriver(column),
    roleMinutes: roleFacts.map(column),
    churnRatio: column(),
    growthRatio: column(),
    dormantRatio: column(),
    needBreadth: column(),
  };
}

function fillRow(columns: Columns, row: number, customers: number, isCell: boolean, random: RandomStream) {
  // Cells are milder than customers: means of many.
  const spread = isCell ? 0.8 : 1.25;
  const sales = 193_754 * Math.exp(spread * random.normal() - spread ** 2 / 2);
  const margin = Math.min(0.6, Math.max(0.1, 0.38 + 0.07 * random.normal()));
  const channel = pick(random.uniform());
  const meanOrders = 9.209 * (0.35 + 0.65 * Math.sqrt(sales / 193_754));
  const count = (mean: number) => (isCell ? mean * (0.75 + 0.5 * random.uniform()) : random.poisson(mean));
  const orders = isCell ? count(meanOrders) : Math.max(1, count(meanOrders));
  const visits = count(0.45 * (visitWeights[channel] ?? 0.35) * Math.sqrt(sales / 193_754));
  const contacts = count(1.6 * (channel === "web" ? 0.8 : 1.1));
  const hours = isCell ? 0.6 * random.uniform() : random.uniform() < 0.15 ? 4 * random.uniform() : 0;
  const isDormant = random.uniform() < 0.12;
  const growth = Math.min(0.2, Math.max(-0.2, 0.01 + 0.05 * random.normal()));
  columns.weight[row] = customers;
  columns.salesCents[row] = Math.round(sales);
  columns.contribution1Cents[row] = Math.round(sales * margin);
  columns.ordersByChannel[channel][row] = orders;
  columns.events.fieldVisits[row] = visits;
  columns.events.contacts[row] = contacts;
  columns.events.experts[row] = hours;
  columns.segmentMask[row] =
    1 + (channel === "phone" ? 2 : 0) + (visits > 0.6 ? 4 : 0) + (growth < -0.02 ? 8 : 0);
  columns.churnRatio[row] = Math.min(0.95, Math.max(0.005, 0.13 + 0.06 * random.normal()));
  columns.growthRatio[row] = growth;
  columns.dormantRatio[row] = isCell ? 0.24 * random.uniform() : Number(isDormant);
  columns.needBreadth[row] = random.uniform() < 0.05 ? Number.NaN : 1 + 4 * random.uniform();
  priceRow(columns, row, Math.round(7_000 * (0.5 + random.uniform())));
}

/** Minutes and cost that follow from orders, visits, talks and expert hours. */
function priceRow(columns: Columns, row: number, otherCents: number): void {
  const { events, minutes, costCents, avoidableCents, roleMinutes, ordersByChannel } = columns;
  for (const own of roleMinutes) own[row] = 0;
  const work = (driver: CostDriver, role: number, spent: number) => {
    minutes[driver][row]! += spent;
    costCents[driver][row]! += spent * rateOf(role);
    roleMinutes[role]![row]! += spent;
  };
  for (const driver of costDrivers) {
    minutes[driver][row] = 0;
    costCents[driver][row] = 0;
  }
  let orders = 0;
  for (const channel of planningChannels) {
    const own = ordersByChannel[channel][row]!;
    orders += own;
    work("orderEntry", entryRole(channel), (own * entryCents[channel]) / rateOf(entryRole(channel)));
  }
  columns.orders[row] = orders;
  events.orderEntry[row] = orders;
  events.logistics[row] = orders;
  events.other[row] = 1;
  work("logistics", logistics, (orders * logisticsCents) / rateOf(logistics));
  work("fieldVisits", field, events.fieldVisits[row]! * visitMinutes);
  work("contacts", inside, events.contacts[row]! * contactMinutes);
  work("experts", expert, events.experts[row]! * 60);
  minutes.other[row] = customerYearMinutes;
  roleMinutes[management]![row] = customerYearMinutes;
  costCents.other[row] = otherCents;
  for (const driver of costDrivers)
    avoidableCents[driver][row] = costCents[driver][row]! * avoidableIn12[driver];
}

function pick(chance: number): PlanningChannel {
  let below = 0;
  for (const [channel, share] of affinities) {
    below += share;
    if (chance < below) return channel;
  }
  return "edi";
}

/** Values of a row's orders spread evenly from nothing to twice their mean. */
function ordersBelow(
  { orders, ordersByChannel, salesCents }: Columns,
  rows: number,
  {
    assignment,
    thresholdCents,
    exemptChannels = [],
  }: NonNullable<SyntheticBaseOptions["thresholds"]>[number],
): OrdersBelow {
  const below: OrdersBelow = {
    assignment,
    orders: new Float64Array(rows),
    salesCents: new Float64Array(rows),
    concernedRatio: new Float64Array(rows),
  };
  for (let row = 0; row < rows; row++) {
    const exempt = exemptChannels.reduce((sum, channel) => sum + ordersByChannel[channel][row]!, 0);
    const most = (2 * salesCents[row]!) / orders[row]!;
    const share = Math.min(1, thresholdCents / most);
    below.orders[row] = (orders[row]! - exempt) * share;
    below.salesCents[row] = (below.orders[row]! * Math.min(thresholdCents, most)) / 2;
    below.concernedRatio[row] = below.orders[row]! / orders[row]! > 0.5 ? 1 : 0;
  }
  return below;
}

function members({ weight, segmentMask }: Columns, bit: number): number {
  return weight.reduce((sum, own, row) => sum + (((segmentMask[row]! >> bit) & 1) === 1 ? own : 0), 0);
}

function roleCapacity({ weight, roleMinutes }: Columns, role: number): RoleCapacity {
  const { code, de, en, rate, small, busy } = roleFacts[role]!;
  const usedSmallMinutes = weight.reduce((sum, own, row) => sum + own * roleMinutes[role]![row]!, 0);
  const usedMinutes = usedSmallMinutes / small;
  return {
    code,
    label: { de, en },
    capacityMinutes: blockMinutes * Math.max(1, Math.ceil(usedMinutes / busy / blockMinutes)),
    usedMinutes,
    usedSmallMinutes,
    centsPerMinute: rate,
    blockMinutes,
    isFixed: role === management,
  };
}

interface RandomStream {
  uniform(): number;
  normal(): number;
  poisson(mean: number): number;
}

function randomStream(seed: number): RandomStream {
  let state = seed >>> 0;
  const uniform = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    uniform,
    normal: () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform()),
    poisson: (mean) => {
      const floor = Math.exp(-mean);
      let product = uniform();
      let count = 0;
      while (product > floor) {
        product *= uniform();
        count++;
      }
      return count;
    },
  };
}
