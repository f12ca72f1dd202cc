import type { OrdersBelow, PlanningBase } from "../contracts/base-contract.ts";
import { costDrivers, type PlanningChannel, planningChannels } from "../contracts/drivers.ts";
import { numberFor, type PriceLever } from "./price-lever.ts";
import type { ReplayOutcome } from "./report-contract.ts";

export interface ReplayOptions {
  /** Full cost of entry and logistics that one order less saves; default: the customer's own mean. */
  readonly savedCentsPerOrder?: number;
}

/** How many customers and orders a price lever concerns, and what comes of it. Nothing is rounded but cents. */
export interface Replayed {
  readonly customers: number;
  readonly customersConcerned: number;
  readonly orders: number;
  readonly ordersConcerned: number;
  readonly outcome: ReplayOutcome;
}

/**
 * Replays one price lever on the actual orders of its segment (AT4.6). Of the orders concerned those of customers who leave
 * fall away first; the others are put together two by two, move to an exempt channel, or pay, less what our own people waive.
 * @param expected value of each assumption by key
 */
export function replayPrice(
  base: PlanningBase,
  lever: PriceLever,
  expected: ReadonlyMap<string, number>,
  options: ReplayOptions = {},
): Replayed {
  const sums = newSums();
  const { index, segmentBit } = lever.assignment;
  const below = base.ordersBelow.find(({ assignment }) => assignment === index);
  for (let row = 0; row < base.rows; row++) {
    if (((base.segmentMask[row]! >>> segmentBit) & 1) === 0) continue;
    const heads = base.weight[row]!;
    sums.customers += heads;
    sums.orders += heads * base.orders[row]!;
    if (lever.price.kind === "channelPrice") continue;
    if (below !== undefined) addBelow(sums, { base, row, below, lever, expected, options });
  }
  if (lever.price.kind === "channelPrice") addChannels(sums, base, lever, expected);
  const { customers, customersConcerned, orders, ordersConcerned, ...outcome } = sums;
  return { customers, customersConcerned, orders, ordersConcerned, outcome: finished(outcome) };
}

const newSums = () => ({
  customers: 0,
  customersConcerned: 0,
  orders: 0,
  ordersConcerned: 0,
  payingOrders: 0,
  waivedOrders: 0,
  consolidatedOrders: 0,
  movedOrders: 0,
  lostOrders: 0,
  customersLost: 0,
  feeCents: 0,
  consolidationCents: 0,
  movingCents: 0,
  lostContributionCents: 0,
  lostContributionFullCents: 0,
});
type Sums = ReturnType<typeof newSums>;

interface At {
  readonly base: PlanningBase;
  readonly row: number;
  readonly below: OrdersBelow;
  readonly lever: PriceLever;
  readonly expected: ReadonlyMap<string, number>;
  readonly options: ReplayOptions;
}

function addBelow(sums: Sums, at: At): void {
  const { base, row, below, lever, expected, options } = at;
  const { price } = lever;
  if (price.kind === "channelPrice") return;
  const share = (number: Parameters<typeof numberFor>[0]) => clamp(numberFor(number, expected));
  const heads = base.weight[row]!;
  const orders = base.orders[row]!;
  const leaving = share(price.leaveRatio) * clamp(below.concernedRatio[row]!);
  const concerned = heads * Math.min(orders, below.orders[row]!);
  const staying = concerned * (1 - leaving);
  sums.customersConcerned += heads * below.concernedRatio[row]!;
  sums.ordersConcerned += concerned;
  sums.customersLost += heads * leaving;
  const full = costDrivers.reduce((total, driver) => total + base.costCents[driver][row]!, 0);
  const avoidable = costDrivers.reduce((total, driver) => total + base.avoidableCents[driver][row]!, 0);
  sums.lostContributionCents -= heads * leaving * (base.contribution1Cents[row]! - avoidable);
  sums.lostContributionFullCents -= heads * leaving * (base.contribution1Cents[row]! - full);
  const ownSaving =
    orders > 0 ? (base.costCents.orderEntry[row]! + base.costCents.logistics[row]!) / orders : 0;
  const saving = options.savedCentsPerOrder ?? ownSaving;
  const consolidate = share(price.consolidateRatio);
  sums.consolidatedOrders += staying * consolidate;
  sums.consolidationCents += (staying * consolidate * saving) / 2;
  if (price.kind === "minimumOrder") {
    const lost = staying * (1 - consolidate);
    sums.lostOrders += lost;
    const sales = below.orders[row]! > 0 ? below.salesCents[row]! / below.orders[row]! : 0;
    const margin = base.salesCents[row]! > 0 ? base.contribution1Cents[row]! / base.salesCents[row]! : 0;
    const ofOrders = (["orderEntry", "logistics"] as const).reduce(
      (total, driver) => total + base.avoidableCents[driver][row]!,
      0,
    );
    sums.lostContributionCents -= lost * (sales * margin - (orders > 0 ? ofOrders / orders : 0));
    sums.lostContributionFullCents -= lost * (sales * margin - ownSaving);
    return;
  }
  const [goal] = price.exemptChannels;
  const move = goal === undefined ? 0 : Math.min(share(price.moveRatio), 1 - consolidate);
  const moved = staying * move;
  const owing = staying - staying * consolidate - moved;
  const waived = owing * share(price.waiveRatio);
  sums.movedOrders += moved;
  if (goal !== undefined && orders > 0) {
    const entry = base.costCents.orderEntry[row]! / orders;
    sums.movingCents += moved * (entry - base.unitCosts.orderEntryCents[goal]);
  }
  sums.waivedOrders += waived;
  sums.payingOrders += owing - waived;
  sums.feeCents += (owing - waived) * price.feeCents;
}

/** A price of a channel: linear in the orders, so sums over the segment are enough. */
function addChannels(
  sums: Sums,
  base: PlanningBase,
  { price, move, assignment }: PriceLever,
  expected: ReadonlyMap<string, number>,
): void {
  if (price.kind !== "channelPrice") return;
  const through = ordersThrough(base, assignment.segmentBit);
  const { orderEntryCents } = base.unitCosts;
  const isBonus = price.channels.includes(price.moveTo);
  const ratio = clamp(numberFor(move?.ratio ?? price.moveRatio, expected));
  const from =
    move?.from ??
    (isBonus ? planningChannels.filter((own) => !price.channels.includes(own)) : price.channels);
  const to = move?.to ?? price.moveTo;
  const rate = base.roles.find(({ code }) => code === base.generalistRole)?.centsPerMinute ?? 0;
  const after = move === null ? orderEntryCents[to] : numberFor(move.minutesPerOrder, expected) * rate;
  for (const channel of from) {
    if (channel === to) continue;
    const moved = through[channel] * ratio;
    sums.movedOrders += moved;
    sums.movingCents += moved * (orderEntryCents[channel] - after);
    through[channel] -= moved;
    through[to] += moved;
  }
  for (const channel of price.channels) sums.payingOrders += through[channel];
  sums.ordersConcerned = sums.payingOrders + (isBonus ? 0 : sums.movedOrders);
  sums.feeCents = sums.payingOrders * numberFor(price.centsPerOrder, expected);
}

function ordersThrough(base: PlanningBase, bit: number): Record<PlanningChannel, number> {
  const through = {} as Record<PlanningChannel, number>;
  for (const channel of planningChannels) {
    const own = base.ordersByChannel[channel];
    let sum = 0;
    for (let row = 0; row < base.rows; row++)
      if (((base.segmentMask[row]! >>> bit) & 1) === 1) sum += base.weight[row]! * own[row]!;
    through[channel] = sum;
  }
  return through;
}

function finished(
  sums: Omit<Sums, "customers" | "customersConcerned" | "orders" | "ordersConcerned">,
): ReplayOutcome {
  const whole = (value: number) => Math.round(value) || 0;
  const money = {
    feeCents: whole(sums.feeCents),
    consolidationCents: whole(sums.consolidationCents),
    movingCents: whole(sums.movingCents),
    lostContributionCents: whole(sums.lostContributionCents),
    lostContributionFullCents: whole(sums.lostContributionFullCents),
  };
  return {
    ...sums,
    ...money,
    netCents: money.feeCents + money.consolidationCents + money.movingCents + money.lostContributionCents,
  };
}

const clamp = (value: number) => Math.min(1, Math.max(0, value));
