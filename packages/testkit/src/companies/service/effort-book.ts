import type { Calendar } from "../market/calendar.ts";
import { channels } from "../market/economics.ts";
import { type DocumentSink, invoiceType, type SaleDocument } from "../market/sale-document.ts";
import { caseReasons, reasonBits } from "./contact-reasons.ts";
import {
  customerYearMinutes,
  deliveryMinutes,
  invoiceMinutes,
  orderMinutes,
  reminderMinutes,
  returnMinutes,
} from "./process-times.ts";
import { roleIndex, serviceRoles } from "./roles.ts";
import type {
  CaseEvent,
  DeliveryEvent,
  NoticeEvent,
  OrderEvent,
  ReturnEvent,
  ServiceSink,
  TalkEvent,
} from "./service-events.ts";

const roleCount = serviceRoles.length;

/**
 * The true effort: every event with its true minutes, logged or not. Per customer over the last twelve months, and per role over
 * the whole history, from which the cost pools follow.
 */
export class EffortBook implements DocumentSink, ServiceSink {
  readonly #calendar: Calendar;
  readonly #minutes: Float32Array;
  readonly #years: readonly number[];
  readonly #used: readonly Float64Array[];
  /** All below: last twelve months. Money that is no time: freight not charged, own cost of returns. */
  readonly directCents: Float64Array;
  readonly visits: Uint16Array;
  readonly visitsLogged: Uint16Array;
  /** Calls, mails and cases, whoever began them. */
  readonly contacts: Uint16Array;
  /** Talks and cases that the customer began, and once more for each reopening. */
  readonly requests: Uint16Array;
  readonly expertMinutes: Float32Array;
  readonly cases: Uint16Array;
  readonly failureCases: Uint16Array;
  /** Bit g: talks or cases were about need field g. */
  readonly askedFields: Uint16Array;
  /** Bits of `reasonBits`: what talks and cases were about. */
  readonly reasons: Int32Array;
  /** 1: anything happened at all. */
  readonly isPresent: Uint8Array;

  constructor(size: number, calendar: Calendar) {
    this.#calendar = calendar;
    this.#minutes = new Float32Array(size * roleCount);
    this.#years = Array.from(calendar.iso, (date) => Number(date.slice(0, 4)));
    const first = this.#years[0] as number;
    const years = (this.#years.at(-1) as number) - first + 1;
    this.#used = Array.from({ length: years }, () => new Float64Array(roleCount));
    this.directCents = new Float64Array(size);
    this.visits = new Uint16Array(size);
    this.visitsLogged = new Uint16Array(size);
    this.contacts = new Uint16Array(size);
    this.requests = new Uint16Array(size);
    this.expertMinutes = new Float32Array(size);
    this.cases = new Uint16Array(size);
    this.failureCases = new Uint16Array(size);
    this.askedFields = new Uint16Array(size);
    this.reasons = new Int32Array(size);
    this.isPresent = new Uint8Array(size);
  }

  /** Minutes of a role for a customer in the last twelve months. */
  minutesOf(customer: number, role: number): number {
    const year = role === roleIndex.management && this.isPresent[customer] ? customerYearMinutes : 0;
    return year + (this.#minutes[customer * roleCount + role] as number);
  }

  /** Minutes of a role in a calendar year of the history, with and without a customer; management is counted per customer. */
  usedIn(year: number, role: number): number {
    return this.#used[year - (this.#years[0] as number)]?.[role] ?? 0;
  }

  take(document: SaleDocument): void {
    if (document.type === invoiceType)
      this.#add(roleIndex.billing, document.day, document.customer, invoiceMinutes);
  }

  order(event: OrderEvent): void {
    const channel = channels[event.channel]?.name ?? "phone";
    const time = orderMinutes[channel];
    const minutes =
      time.fixed +
      time.perLine * event.lines +
      (event.isOpening ? time.opening : 0) +
      (event.isExpedited ? time.expedited : 0);
    this.#add(
      channel === "field" ? roleIndex.fieldSales : roleIndex.insideSales,
      event.day,
      event.customer,
      minutes,
    );
  }

  delivery(event: DeliveryEvent): void {
    const { fixed, perLine, expedited } = deliveryMinutes;
    const minutes = fixed + perLine * event.lines + (event.isExpedited ? expedited : 0);
    this.#add(roleIndex.logistics, event.day, event.customer, minutes);
    this.#pay(event.day, event.customer, event.freightCents);
  }

  returned(event: ReturnEvent): void {
    const minutes = returnMinutes.fixed + returnMinutes.perLine * event.lines;
    this.#add(roleIndex.logistics, event.day, event.customer, minutes);
    this.#pay(event.day, event.customer, event.costCents);
  }

  notice(event: NoticeEvent): void {
    const minutes = reminderMinutes.fixed + reminderMinutes.perLevel * event.level;
    this.#add(roleIndex.billing, event.day, event.customer, minutes);
  }

  talk(event: TalkEvent): void {
    const c = event.customer;
    if (!this.#add(event.role, event.day, c, event.minutes)) return;
    if (event.kind === "visit") {
      this.visits[c]! += 1;
      if (event.isLogged) this.visitsLogged[c]! += 1;
    } else if (event.kind === "expert") this.expertMinutes[c]! += event.minutes;
    else if (event.kind !== "meeting") this.contacts[c]! += 1;
    if (event.isFromCustomer) this.requests[c]! += 1;
    this.reasons[c]! |= reasonBits.get(event.reason) ?? 0;
    if (event.needField >= 0) this.askedFields[c]! |= 1 << event.needField;
  }

  serviceCase(event: CaseEvent): void {
    const c = event.customer;
    if (!this.#add(roleIndex.service, event.day, c, event.minutes)) return;
    this.contacts[c]! += 1;
    this.requests[c]! += 1 + event.reopenings;
    this.reasons[c]! |= reasonBits.get(caseReasons[event.reason]?.text ?? "") ?? 0;
    this.cases[c]! += 1;
    if (event.isFailure) this.failureCases[c]! += 1;
    if (event.needField >= 0) this.askedFields[c]! |= 1 << event.needField;
  }

  /** Returns whether it belongs to a customer and to the last twelve months. */
  #add(role: number, day: number, customer: number, minutes: number): boolean {
    const used = this.#used[(this.#years[day] as number) - (this.#years[0] as number)] as Float64Array;
    used[role]! += minutes;
    if (customer < 0 || day < this.#calendar.firstOfLast12) return false;
    this.#minutes[customer * roleCount + role]! += minutes;
    this.isPresent[customer] = 1;
    return true;
  }

  #pay(day: number, customer: number, cents: number): void {
    if (day >= this.#calendar.firstOfLast12) this.directCents[customer]! += cents;
  }
}
