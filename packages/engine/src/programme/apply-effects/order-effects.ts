import { type PlanningChannel, planningChannels } from "../contracts/drivers.ts";
import type { Application } from "./apply-effects.ts";
import { openChannels } from "./prepare-plan.ts";
import type { NumericEffectOf } from "./prepared-contract.ts";
import { addRoleMinutes, ratio01 } from "./row-helpers.ts";

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
  const { takenUp, rows, year } = at;
  const move = mover(at, effect.to, effect.minutesPerOrder);
  const customerMinutes = effect.customerMinutesAfter - effect.customerMinutesBefore;
  for (const from of effect.from) {
    if (from === effect.to) continue;
    for (const row of rows) {
      const moved = move(row, from, ratio01(effect.ratio * takenUp[row]!));
      year.customerMinutes[row]! += moved * customerMinutes;
    }
  }
}

/** A fee moves orders away from its channels; a bonus (its channels hold the goal) draws those of the others to them. */
function channelPrice(effect: NumericEffectOf<"channelPrice">, at: Application): void {
  const { takenUp, rows, year } = at;
  const move = mover(at, effect.moveTo);
  const others = openChannels(effect.channels);
  const from = effect.channels.includes(effect.moveTo) ? others : effect.channels;
  for (const row of rows) {
    const u = takenUp[row]!;
    for (const channel of from)
      if (channel !== effect.moveTo) move(row, channel, ratio01(effect.moveRatio * u));
    let orders = 0;
    for (const channel of effect.channels) orders += year.orders[channel][row]!;
    const paid = orders * effect.centsPerOrder * u;
    year.orderFeesCents[row]! += paid;
    year.customerMoneyCents[row]! -= paid;
  }
}

function orderFee(effect: NumericEffectOf<"orderFee">, at: Application): void {
  const { takenUp, rows, year, below } = at;
  if (below === null) return;
  const open = openChannels(effect.exemptChannels);
  const [goal] = effect.exemptChannels;
  const move = goal === undefined ? null : mover(at, goal);
  const consolidate = ratio01(effect.consolidateRatio);
  const leaveForFree = move === null ? 0 : Math.min(ratio01(effect.moveRatio), 1 - consolidate);
  const pays = (1 - consolidate - leaveForFree) * (1 - ratio01(effect.waiveRatio));
  for (const row of rows) {
    const u = takenUp[row]!;
    const left = openOrders(at, open, row);
    if (u === 0 || left === 0) continue;
    const today = below.openOrders[row]!;
    const concerned = below.found.orders[row]! * Math.min(1, today > 0 ? left / today : 0) * u;
    const gone = (concerned * leaveForFree) / left;
    if (move !== null && gone > 0) for (const channel of open) move(row, channel, gone);
    putTogether(at, open, row, (concerned * consolidate) / 2);
    const fees = concerned * pays * effect.feeCents;
    year.orderFeesCents[row]! += fees;
    year.customerMoneyCents[row]! -= fees;
    year.present[row]! *= 1 - ratio01(effect.leaveRatio) * ratio01(below.found.concernedRatio[row]!) * u;
  }
}

function minimumOrder(effect: NumericEffectOf<"minimumOrder">, at: Application): void {
  const { takenUp, rows, year, below } = at;
  if (below === null) return;
  const open = openChannels(effect.exemptChannels);
  const consolidate = ratio01(effect.consolidateRatio);
  for (const row of rows) {
    const u = takenUp[row]!;
    const left = openOrders(at, open, row);
    if (u === 0 || left === 0) continue;
    const today = below.openOrders[row]!;
    const part = Math.min(1, today > 0 ? left / today : 0) * u;
    putTogether(at, open, row, below.found.orders[row]! * part * (1 - consolidate / 2));
    const sales = year.salesCents[row]!;
    const lost = below.found.salesCents[row]! * part * (1 - consolidate);
    const kept = sales > 0 ? 1 - Math.min(1, Math.max(0, lost / sales)) : 1;
    year.salesCents[row] = sales * kept;
    year.contribution1Cents[row]! *= kept;
    year.present[row]! *= 1 - ratio01(effect.leaveRatio) * ratio01(below.found.concernedRatio[row]!) * u;
  }
}

function openOrders({ year }: Application, open: readonly PlanningChannel[], row: number): number {
  let orders = 0;
  for (const channel of open) orders += year.orders[channel][row]!;
  return orders;
}

/** So many orders fall away in these channels, and with them their entry and their logistics. */
function putTogether(at: Application, open: readonly PlanningChannel[], row: number, wanted: number): void {
  const { year } = at;
  const left = openOrders(at, open, row);
  if (wanted <= 0 || left <= 0) return;
  const kept = 1 - Math.min(1, wanted / left);
  let all = 0;
  for (const channel of planningChannels) all += year.orders[channel][row]!;
  let savedMinutes = 0;
  for (const channel of open) {
    year.orders[channel][row]! *= kept;
    year.entryCents[channel][row]! *= kept;
    savedMinutes += year.entryMinutes[channel][row]! * (1 - kept);
    year.entryMinutes[channel][row]! *= kept;
  }
  addRoleMinutes(at, "orderEntry", row, -savedMinutes);
  const shipped = 1 - (left * (1 - kept)) / all;
  const logistics = year.driverMinutes.logistics;
  addRoleMinutes(at, "logistics", row, logistics[row]! * (shipped - 1));
  logistics[row]! *= shipped;
  year.driverCents.logistics[row]! *= shipped;
}

/** Moves a share of a row's orders of a channel; returns how many. Without minutes an order costs what it costs there today. */
function mover(at: Application, to: PlanningChannel, minutesPerOrder?: number) {
  const { year, plan } = at;
  const { centsPerMinute, generalist, base } = plan.prepared;
  const minutes = minutesPerOrder ?? base.unitCosts.orderEntryMinutes[to];
  const rate = centsPerMinute[generalist] ?? 0;
  const cents = minutesPerOrder === undefined ? base.unitCosts.orderEntryCents[to] : minutesPerOrder * rate;
  const ofGeneralist = year.roleMinutes[generalist];
  const [goalOrders, goalCents, goalMinutes] = [year.orders[to], year.entryCents[to], year.entryMinutes[to]];
  return (row: number, from: PlanningChannel, share: number): number => {
    const orders = year.orders[from];
    const moved = orders[row]! * share;
    if (moved === 0) return 0;
    const kept = 1 - share;
    orders[row]! *= kept;
    year.entryCents[from][row]! *= kept;
    const saved = year.entryMinutes[from][row]! * share;
    year.entryMinutes[from][row]! *= kept;
    addRoleMinutes(at, "orderEntry", row, -saved);
    goalOrders[row]! += moved;
    goalCents[row]! += moved * cents;
    goalMinutes[row]! += moved * minutes;
    if (ofGeneralist !== undefined) ofGeneralist[row]! += moved * minutes;
    return moved;
  };
}
