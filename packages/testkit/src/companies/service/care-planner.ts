import { Random } from "../../random.ts";
import type { Calendar } from "../market/calendar.ts";
import type { Catalogue } from "../market/catalogue.ts";
import type { CompanyEconomics } from "../market/company-economics.ts";
import type { Population } from "../market/population.ts";
import {
  creditNoteType,
  type DocumentSink,
  invoiceType,
  returnType,
  type SaleDocument,
} from "../market/sale-document.ts";
import type { CareRates } from "./care-rates.ts";
import { lateDeliveryReason, wrongDeliveryReason, wrongInvoiceReason } from "./contact-reasons.ts";
import { drawCase } from "./draw-case.ts";
import { drawTalk } from "./draw-talk.ts";
import { OrderPlanner } from "./order-planner.ts";
import { pickGroup } from "./pick-group.ts";
import type {
  CaseEvent,
  NoticeEvent,
  ReturnEvent,
  ServiceSink,
  TalkEvent,
  TalkKind,
} from "./service-events.ts";
import { workday } from "./working-hours.ts";

export interface CareWorld {
  readonly seed: number;
  readonly calendar: Calendar;
  readonly catalogue: Catalogue;
  readonly population: Population;
  readonly economics: CompanyEconomics;
  readonly care: CareRates;
}

/** A talk, a case (with its reason) or a reminder (with its amount) that waits for its day. */
interface Waiting {
  readonly kind: TalkKind | "case" | "notice";
  readonly customer: number;
  readonly account: number;
  readonly field: number;
  readonly value: number;
  readonly level: number;
}

const noticeShares = [0.045, 0.3, 0.25] as const;
const firstNoticeAfterDays = 40;
const nextNoticeAfterDays = 15;
/** Share of a late or wrong delivery or invoice that makes the customer ask. */
const asksShare = { late: 0.3, wrongDelivery: 0.006, wrongInvoice: 0.8 } as const;
const returnReasons = [
  "Falsch bestellt",
  "Zu viel bestellt",
  "Falsche Ware geliefert",
  "Reklamation Ware",
  "Transportschaden",
];
/** Calls of people who are no customers, per call. */
const strangerShare = 0.012;

/**
 * Follows the sale documents and makes of them what serving the customers takes: orders, deliveries, returns, reminders, talks
 * and cases. Talks come at a rate per order, so that who is absent is not visited; they wait in a list per day.
 */
export class CarePlanner implements DocumentSink {
  readonly #world: CareWorld;
  readonly #sinks: readonly ServiceSink[];
  readonly #orders: OrderPlanner;
  readonly #random: Random;
  readonly #byDay = new Map<number, Waiting[]>();
  readonly #talk = { number: 0 } as TalkEvent;
  readonly #case = { number: 0 } as CaseEvent;
  readonly #notice = { number: 0 } as NoticeEvent;
  readonly #return = { number: 0 } as ReturnEvent;

  constructor(world: CareWorld, sinks: readonly ServiceSink[]) {
    this.#world = world;
    this.#sinks = sinks;
    this.#random = new Random(world.seed, "service");
    this.#orders = new OrderPlanner(world, sinks, this.#random);
  }

  take(document: SaleDocument): void {
    if (document.customer < 0) return;
    if (document.type === invoiceType) this.#follow(document);
    else if (document.type === returnType) this.#takeBack(document);
    else if (document.type === creditNoteType && this.#random.chance(asksShare.wrongInvoice))
      this.#wait(document.day, "case", document, wrongInvoiceReason);
  }

  /** Lets happen what is due on a day. To be called once for every day, after its documents. */
  playDay(day: number): void {
    const waiting = this.#byDay.get(day);
    if (!waiting) return;
    this.#byDay.delete(day);
    for (const next of waiting) {
      if (next.kind === "case") this.#open(next, day);
      else if (next.kind === "notice") this.#remind(next, day);
      else this.#meet(next.kind, next, day);
    }
  }

  #follow(invoice: SaleDocument): void {
    const random = this.#random;
    const c = invoice.customer;
    const { care, population } = this.#world;
    const isLate = this.#orders.take(invoice);
    if (isLate && random.chance(asksShare.late)) this.#wait(invoice.day, "case", invoice, lateDeliveryReason);
    if (random.chance(asksShare.wrongDelivery))
      this.#wait(invoice.day + random.between(1, 3), "case", invoice, wrongDeliveryReason);
    const spread = Math.max(3, Math.min(60, Math.round(population.gapDays[c] as number)));
    const soon = () => invoice.day + 1 + random.below(spread);
    for (let i = random.poisson(care.visitsPerOrder[c] as number); i > 0; i--)
      this.#wait(soon(), "visit", invoice);
    for (let i = random.poisson(care.contactsPerOrder[c] as number); i > 0; i--)
      this.#contact(soon(), invoice);
    for (let i = random.poisson(care.expertsPerOrder[c] as number); i > 0; i--)
      this.#wait(soon(), "expert", invoice);
    for (let i = random.poisson(care.meetingsPerOrder[c] as number); i > 0; i--)
      this.#wait(soon(), "meeting", invoice);
    if (random.chance(noticeShares[0]))
      this.#wait(invoice.day + firstNoticeAfterDays, "notice", invoice, total(invoice), 1);
  }

  #contact(day: number, invoice: SaleDocument): void {
    const random = this.#random;
    const { economics, population } = this.#world;
    const { caseShare } = population.isLarge[invoice.customer] ? economics.largeCare : economics.smallCare;
    const kind = random.chance(caseShare) ? "case" : random.chance(0.6) ? "call" : "mail";
    this.#wait(day, kind, invoice);
  }

  /** Cases without a reason of ours draw theirs when they open. */
  #wait(day: number, kind: Waiting["kind"], from: SaleDocument, value = -1, level = 0): void {
    const at = workday(this.#world.calendar, day);
    const { customer, account } = from;
    this.#queue(at, { kind, customer, account, field: this.#fieldOf(from), value, level });
  }

  #queue(day: number, waiting: Waiting): void {
    if (day >= this.#world.calendar.days) return;
    const list = this.#byDay.get(day);
    if (list) list.push(waiting);
    else this.#byDay.set(day, [waiting]);
  }

  /** Mostly about something bought, sometimes about another need of the customer. */
  #fieldOf(document: SaleDocument): number {
    const random = this.#random;
    if (random.chance(0.06))
      return pickGroup(this.#world.population.needs[document.customer] as number, random);
    const line = random.below(document.lineCount);
    return this.#world.catalogue.group[document.material[line] as number] as number;
  }

  #open({ customer, account, field, value }: Waiting, day: number): void {
    const event = this.#case;
    const { population, calendar } = this.#world;
    event.day = day;
    event.customer = customer;
    event.account = account;
    event.needField = field;
    drawCase(event, value, population.isLarge[customer] === 1, calendar, this.#random);
    for (const sink of this.#sinks) sink.serviceCase?.(event);
    event.number++;
  }

  #meet(kind: TalkKind, { customer, account, field }: Waiting, day: number): void {
    const event = this.#talk;
    event.day = day;
    event.customer = customer;
    event.account = account;
    event.needField = field;
    drawTalk(event, kind, this.#world.population, this.#world.economics.loggedRatio, this.#random);
    this.#emitTalk();
    if (kind !== "call" || !this.#random.chance(strangerShare)) return;
    event.customer = -1;
    event.account = -1;
    event.reason = "Anfrage Neukunde";
    event.isFromCustomer = true;
    this.#emitTalk();
  }

  #emitTalk(): void {
    for (const sink of this.#sinks) sink.talk?.(this.#talk);
    this.#talk.number++;
  }

  #remind(waiting: Waiting, day: number): void {
    const event = this.#notice;
    event.day = day;
    event.customer = waiting.customer;
    event.account = waiting.account;
    event.level = waiting.level;
    event.amountCents = waiting.value;
    for (const sink of this.#sinks) sink.notice?.(event);
    event.number++;
    const share = noticeShares[waiting.level];
    if (share !== undefined && this.#random.chance(share))
      this.#queue(workday(this.#world.calendar, day + nextNoticeAfterDays), {
        ...waiting,
        level: waiting.level + 1,
      });
  }

  #takeBack(document: SaleDocument): void {
    const event = this.#return;
    event.day = document.day;
    event.customer = document.customer;
    event.account = document.account;
    event.lines = document.lineCount;
    event.reason = this.#random.pick(returnReasons);
    event.creditCents = -total(document);
    // A quarter of the goods' cost is written off; the parcel back costs as much as there.
    event.costCents = 850 + Math.round(-0.25 * (document.costCents[0] as number));
    for (const sink of this.#sinks) sink.returned?.(event);
    event.number++;
  }
}

function total(document: SaleDocument): number {
  let cents = 0;
  for (let i = 0; i < document.lineCount; i++) cents += document.amountCents[i] as number;
  return cents;
}
