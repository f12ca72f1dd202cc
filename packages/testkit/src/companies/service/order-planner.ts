import type { Random } from "../../random.ts";
import { channels } from "../market/economics.ts";
import type { SaleDocument } from "../market/sale-document.ts";
import type { CareWorld } from "./care-planner.ts";
import type { DeliveryEvent, OrderEvent, ServiceSink } from "./service-events.ts";
import { workday } from "./working-hours.ts";

/** Share of the orders whose channel nobody entered: machines leave it out more often than people. */
const blankShares = { phone: 0.03, mail: 0.03, web: 0.3, field: 0.03, edi: 0.3 } as const;
const unchargedExpressShare = 0.008;
/** Share of the deliveries, where freight is not charged, that go by own tour or are fetched and so cost no parcel. */
const withoutParcelShare = { small: 0.66, large: 0.35 } as const;

/** Makes the order and the delivery that must have been before an invoice: goods leave on the day of the invoice. */
export class OrderPlanner {
  readonly #world: CareWorld;
  readonly #sinks: readonly ServiceSink[];
  readonly #random: Random;
  /** Who has ordered before. */
  readonly #isKnown: Uint8Array;
  readonly #order = { number: 0 } as OrderEvent;
  readonly #delivery = { number: 0 } as DeliveryEvent;

  constructor(world: CareWorld, sinks: readonly ServiceSink[], random: Random) {
    this.#world = world;
    this.#sinks = sinks;
    this.#random = random;
    this.#isKnown = new Uint8Array(world.population.size);
  }

  /** Returns whether the delivery was late. */
  take(invoice: SaleDocument): boolean {
    const { population, catalogue, calendar, economics } = this.#world;
    const random = this.#random;
    const c = invoice.customer;
    let lines = 0;
    let amountCents = 0;
    let isFreightCharged = false;
    let isExpedited = random.chance(unchargedExpressShare);
    for (let i = 0; i < invoice.lineCount; i++) {
      const material = invoice.material[i] as number;
      if (material === catalogue.fee.express) isExpedited = true;
      if (material === catalogue.fee.freight) isFreightCharged = true;
      if (material >= catalogue.productCount) continue;
      lines++;
      amountCents += invoice.amountCents[i] as number;
    }
    const isLate = !isExpedited && random.chance(economics.lateShare);
    const promisedDay = isLate
      ? workday(calendar, Math.max(0, invoice.day - random.between(2, 8)), -1)
      : workday(calendar, invoice.day + random.below(2));
    const lag = isExpedited ? 0 : random.chance(0.68) ? 0 : random.between(1, 2);
    const orderedDay = Math.max(0, workday(calendar, Math.min(promisedDay, invoice.day) - lag, -1));

    const order = this.#order;
    order.day = orderedDay;
    order.customer = c;
    order.account = invoice.account;
    order.channel = invoice.channel;
    order.isChannelBlank = random.chance(blankShares[channels[invoice.channel]?.name ?? "phone"]);
    order.minute = this.#minuteOf(invoice.channel);
    order.lines = lines;
    order.amountCents = amountCents;
    order.isExpedited = isExpedited;
    order.isOpening = this.#isKnown[c] === 0 && (population.startDay[c] as number) > 0;
    this.#isKnown[c] = 1;
    for (const sink of this.#sinks) sink.order?.(order);
    this.#deliver(invoice.day, promisedDay, isFreightCharged);
    order.number++;
    return isLate;
  }

  #deliver(day: number, promisedDay: number, isFreightCharged: boolean): void {
    const order = this.#order;
    const random = this.#random;
    const delivery = this.#delivery;
    const isLarge = this.#world.population.isLarge[order.customer] === 1;
    delivery.day = day;
    delivery.promisedDay = Math.min(this.#world.calendar.days - 1, Math.max(order.day, promisedDay));
    delivery.customer = order.customer;
    delivery.account = order.account;
    delivery.orderNumber = order.number;
    delivery.lines = order.lines;
    delivery.weightKg = Math.max(0.1, Math.round(order.amountCents * (0.0004 + 0.0012 * random.next())) / 10);
    delivery.packages = 1 + Math.min(30, Math.floor(delivery.weightKg / 22));
    const hasParcel = !isFreightCharged && !random.chance(withoutParcelShare[isLarge ? "large" : "small"]);
    delivery.freightCents = hasParcel ? 690 * delivery.packages + 10 * Math.round(delivery.weightKg) : 0;
    delivery.isExpedited = order.isExpedited;
    delivery.isOpening = order.isOpening;
    for (const sink of this.#sinks) sink.delivery?.(delivery);
    delivery.number++;
  }

  /** People key orders by day; the shop takes them in the evening too, and EDI at night. */
  #minuteOf(channel: number): number {
    const random = this.#random;
    const name = channels[channel]?.name;
    if (name === "edi") return 60 + random.below(240);
    if (name === "web" && random.chance(0.35)) return 1_080 + random.below(330);
    return 425 + random.below(620);
  }
}
