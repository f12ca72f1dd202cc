import type { PlanningChannel } from "../../contracts/drivers.ts";
import type { Application } from "./apply-effects.ts";
import { openChannels } from "./prepare-plan.ts";
import { channelCount, channelIndex, type NumericEffectOf } from "./prepared-contract.ts";
import { ratio01, roleMover } from "./row-helpers.ts";

type OrderEffect = NumericEffectOf<"moveOrders" | "orderFee" | "minimumOrder" | "channelPrice">;

export function applyOrderEffect(effect: OrderEffect, at: Application): void {
  switch (effect.kind) {
    case "moveOrders":
      moveOrders(effect, at);
      break;
    case "orderFee":
      orderFee(effect, at);
      break;
    case "minimumOrder":
      minimumOrder(effect, at);
      break;
    case "channelPrice":
      channelPrice(effect, at);
      break;
  }
}

function moveOrders(effect: NumericEffectOf<"moveOrders">, at: Application): void {
  const { takenUp, rows } = at;
  const { customerMinutes } = at.year;
  const move = mover(at, effect.to, effect.minutesPerOrder);
  const minutes = effect.customerMinutesAfter - effect.customerMinutesBefore;
  const from = indices(effect.from.filter((channel) => channel !== effect.to));
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index]!;
    const share = ratio01(effect.ratio * takenUp[row]!);
    if (share === 0) continue;
    let moved = 0;
    for (const channel of from) moved += move(row, channel, share);
    customerMinutes[row]! += moved * minutes;
  }
}

/** A fee moves orders away from its channels; a bonus (its channels hold the goal) draws those of the others to them. */
function channelPrice(effect: NumericEffectOf<"channelPrice">, at: Application): void {
  const { takenUp, rows, year } = at;
  const move = mover(at, effect.moveTo);
  const priced = indices(effect.channels);
  const draws = effect.channels.includes(effect.moveTo);
  const from = indices(
    (draws ? openChannels(effect.channels) : effect.channels).filter((channel) => channel !== effect.moveTo),
  );
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index]!;
    const share = takenUp[row]!;
    if (share === 0) continue;
    for (const channel of from) move(row, channel, ratio01(effect.moveRatio * share));
    const paid = ordersIn(at, priced, row) * effect.centsPerOrder * share;
    year.orderFeesCents[row]! += paid;
    year.customerMoneyCents[row]! -= paid;
  }
}

function orderFee(effect: NumericEffectOf<"orderFee">, at: Application): void {
  const { takenUp, rows, year, below } = at;
  if (below === null) return;
  const open = indices(openChannels(effect.exemptChannels));
  const [goal] = effect.exemptChannels;
  const move = goal === undefined ? null : mover(at, goal);
  const merge = merger(at, open);
  const consolidate = ratio01(effect.consolidateRatio);
  const leaveForFree = move === null ? 0 : Math.min(ratio01(effect.moveRatio), 1 - consolidate);
  const pays = (1 - consolidate - leaveForFree) * (1 - ratio01(effect.waiveRatio));
  const leave = ratio01(effect.leaveRatio);
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index]!;
    const share = takenUp[row]!;
    const small = below.found.orders[row]!;
    if (share === 0 || small === 0) continue;
    const left = ordersIn(at, open, row);
    if (left === 0) continue;
    const concerned = small * leftOf(left, below.openOrders[row]!) * share;
    if (move !== null && leaveForFree > 0)
      for (const channel of open) move(row, channel, ratio01((concerned * leaveForFree) / left));
    merge(row, (concerned * consolidate) / 2);
    const fees = concerned * pays * effect.feeCents;
    year.orderFeesCents[row]! += fees;
    year.customerMoneyCents[row]! -= fees;
    year.present[row]! *= 1 - leave * ratio01(below.found.concernedRatio[row]!) * share;
  }
}

function minimumOrder(effect: NumericEffectOf<"minimumOrder">, at: Application): void {
  const { takenUp, rows, year, below } = at;
  if (below === null) return;
  const open = indices(openChannels(effect.exemptChannels));
  const merge = merger(at, open);
  const consolidate = ratio01(effect.consolidateRatio);
  const leave = ratio01(effect.leaveRatio);
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index]!;
    const share = takenUp[row]!;
    const left = ordersIn(at, open, row);
    if (share === 0 || left === 0) continue;
    const part = leftOf(left, below.openOrders[row]!) * share;
    merge(row, below.found.orders[row]! * part * (1 - consolidate / 2));
    const sales = year.salesCents[row]!;
    const lost = below.found.salesCents[row]! * part * (1 - consolidate);
    const kept = sales > 0 ? 1 - ratio01(lost / sales) : 1;
    year.salesCents[row] = sales * kept;
    year.contribution1Cents[row]! *= kept;
    year.present[row]! *= 1 - leave * ratio01(below.found.concernedRatio[row]!) * share;
  }
}

/** Part of the orders below a threshold that earlier options have left. */
const leftOf = (left: number, today: number) => (today > 0 ? Math.min(1, left / today) : 0);

const indices = (channels: readonly PlanningChannel[]) => channels.map(channelIndex);

function ordersIn({ year: { orders } }: Application, channels: readonly number[], row: number): number {
  let sum = 0;
  for (const channel of channels) sum += orders[row * channelCount + channel]!;
  return sum;
}

/** Makes so many orders of these channels fall away, and with them their entry and their logistics. */
function merger(at: Application, open: readonly number[]): (row: number, wanted: number) => void {
  const { orders, entryCents, entryMinutes, driverMinutes, driverCents } = at.year;
  const [ships, shipping] = [driverMinutes.logistics, driverCents.logistics];
  const enter = roleMover(at, "orderEntry");
  const ship = roleMover(at, "logistics");
  return (row, wanted) => {
    const start = row * channelCount;
    const left = ordersIn(at, open, row);
    if (wanted <= 0 || left <= 0) return;
    const fewer = Math.min(1, wanted / left);
    const kept = 1 - fewer;
    let all = 0;
    for (let channel = start; channel < start + channelCount; channel++) all += orders[channel]!;
    let saved = 0;
    for (const channel of open) {
      orders[start + channel]! *= kept;
      entryCents[start + channel]! *= kept;
      saved += entryMinutes[start + channel]! * fewer;
      entryMinutes[start + channel]! *= kept;
    }
    enter(row, -saved);
    const gone = (left * fewer) / all;
    ship(row, -ships[row]! * gone);
    ships[row]! *= 1 - gone;
    shipping[row]! *= 1 - gone;
  };
}

/** Moves a share of a row's orders of a channel; returns how many. Without minutes an order costs what it costs there today. */
function mover(at: Application, goal: PlanningChannel, minutesPerOrder?: number) {
  const { orders, entryCents, entryMinutes, roleMinutes } = at.year;
  const { centsPerMinute, generalist, base } = at.plan.prepared;
  const minutes = minutesPerOrder ?? base.unitCosts.orderEntryMinutes[goal];
  const rate = centsPerMinute[generalist] ?? 0;
  const cents = minutesPerOrder === undefined ? base.unitCosts.orderEntryCents[goal] : minutesPerOrder * rate;
  const ofGeneralist = roleMinutes[generalist];
  const to = channelIndex(goal);
  const enter = roleMover(at, "orderEntry");
  return (row: number, from: number, share: number): number => {
    const source = row * channelCount + from;
    const target = row * channelCount + to;
    const moved = orders[source]! * share;
    if (moved === 0) return 0;
    const kept = 1 - share;
    orders[source]! *= kept;
    entryCents[source]! *= kept;
    enter(row, -entryMinutes[source]! * share);
    entryMinutes[source]! *= kept;
    orders[target]! += moved;
    entryCents[target]! += moved * cents;
    entryMinutes[target]! += moved * minutes;
    if (ofGeneralist !== undefined) ofGeneralist[row]! += moved * minutes;
    return moved;
  };
}
