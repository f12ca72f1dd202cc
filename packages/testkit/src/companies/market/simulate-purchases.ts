import { Random } from "../../random.ts";
import { branches } from "../master/branches.ts";
import type { Calendar } from "./calendar.ts";
import type { Catalogue } from "./catalogue.ts";
import { OrderDrawer } from "./draw-order.ts";
import { FollowUps } from "./follow-ups.ts";
import { buyerKind, type Population } from "./population.ts";
import { cashSale, type DocumentSink, SaleDocument } from "./sale-document.ts";
import { seasonNames, WorkingTime } from "./season.ts";

export interface Market {
  readonly seed: number;
  readonly calendar: Calendar;
  readonly population: Population;
  readonly catalogue: Catalogue;
  readonly accounts: {
    /** Account under which a customer orders on a day. */
    accountOf(customer: number, day: number, random: Random): number;
  };
}

/** Cash sales over the counter on a working day, per 20,000 customers. */
const cashSalesPerDay = 1.5;

/**
 * Plays the history day by day, as a queue of each customer's next purchase, so that documents come in the order of their dates
 * and memory does not depend on their number. `afterDay` is awaited: there the caller writes to disk.
 */
export async function simulatePurchases(
  market: Market,
  sinks: readonly DocumentSink[],
  afterDay: (day: number) => Promise<void>,
): Promise<void> {
  const { calendar, population } = market;
  const random = new Random(market.seed, "purchases");
  const orders = new OrderDrawer(population, market.catalogue, random);
  const followUps = new FollowUps(calendar, market.catalogue, random);
  const queue = new PurchaseQueue(market, random);
  const document = new SaleDocument();
  const emit = (ready: SaleDocument) => {
    for (const sink of sinks) sink.take(ready);
  };
  for (let day = 0; day < calendar.days; day++) {
    const yearsBeforeAsOf = Math.floor((calendar.days - 1 - day) / 365);
    for (let customer = queue.next(day); customer >= 0; customer = queue.next(day)) {
      document.account = market.accounts.accountOf(customer, day, random);
      orders.fill(document, customer, day, yearsBeforeAsOf);
      emit(document);
      followUps.plan(document);
    }
    for (const followUp of followUps.due(day)) emit(followUp);
    const isOpen = calendar.weekday[day] !== 0 && !calendar.isHoliday[day];
    for (let i = isOpen ? random.poisson((cashSalesPerDay * population.size) / 20_000) : 0; i > 0; i--) {
      document.customer = cashSale;
      document.account = cashSale;
      orders.fillCashSale(document, day);
      emit(document);
    }
    await afterDay(day);
  }
}

/** Customers by the day of their next purchase: a linked list a day in two integer columns. */
class PurchaseQueue {
  readonly #population: Population;
  readonly #random: Random;
  readonly #days: number;
  readonly #timeOfBranch: readonly WorkingTime[];
  /** Working time of each customer's next purchase. */
  readonly #nextTime: Float64Array;
  readonly #firstOfDay: Int32Array;
  readonly #following: Int32Array;

  constructor(market: Market, random: Random) {
    const { calendar, population } = market;
    this.#population = population;
    this.#random = random;
    this.#days = calendar.days;
    const times = new Map(seasonNames.map((name) => [name, new WorkingTime(calendar, name)]));
    this.#timeOfBranch = branches.map((branch) => times.get(branch.season) as WorkingTime);
    this.#nextTime = new Float64Array(population.size);
    this.#firstOfDay = new Int32Array(calendar.days).fill(-1);
    this.#following = new Int32Array(population.size).fill(-1);
    for (let c = 0; c < population.size; c++) this.#enter(c);
  }

  /** Takes the next customer who buys on this day and plans the purchase after it; −1 when there is none left. */
  next(day: number): number {
    const c = this.#firstOfDay[day] as number;
    if (c < 0) return -1;
    this.#firstOfDay[day] = this.#following[c] as number;
    if (this.#population.kind[c] === buyerKind.regular)
      this.#plan(c, (this.#nextTime[c] as number) + this.#gap(c));
    return c;
  }

  /**
   * A new customer buys on the first day. Who was there before is somewhere inside a gap, and more likely inside a long one: the gap
   * that covers a given day is gamma with one more in its shape. So the first weeks look like all others.
   */
  #enter(c: number): void {
    const { kind, startDay, gapShape, gapDays } = this.#population;
    if (kind[c] === buyerKind.never) return;
    const start = this.#time(c).at(startDay[c] as number);
    if (startDay[c] !== 0 || kind[c] === buyerKind.oneTime) {
      this.#plan(c, start);
      return;
    }
    const shape = gapShape[c] as number;
    this.#plan(c, this.#random.next() * this.#random.gamma(shape + 1, (gapDays[c] as number) / shape));
  }

  #plan(c: number, time: number): void {
    const working = this.#time(c);
    let next = time;
    let day = working.dayAt(next);
    const pauseTo = this.#population.pauseTo[c] as number;
    if (day >= (this.#population.pauseFrom[c] as number) && day < pauseTo) {
      if (pauseTo >= this.#days) return;
      next = working.at(pauseTo);
      day = working.dayAt(next);
    }
    const isGone =
      this.#population.kind[c] === buyerKind.regular && day >= (this.#population.endDay[c] as number);
    if (day < 0 || isGone) return;
    this.#nextTime[c] = next;
    this.#following[c] = this.#firstOfDay[day] as number;
    this.#firstOfDay[day] = c;
  }

  #gap(c: number): number {
    const shape = this.#population.gapShape[c] as number;
    return this.#random.gamma(shape, (this.#population.gapDays[c] as number) / shape);
  }

  #time(c: number): WorkingTime {
    return this.#timeOfBranch[this.#population.branch[c] as number] as WorkingTime;
  }
}
