import type { Random } from "../../random.ts";
import type { Calendar } from "./calendar.ts";
import type { Catalogue } from "./catalogue.ts";
import { cancellationType, creditNoteType, returnType, SaleDocument } from "./sale-document.ts";

/** Share of invoices that are cancelled whole, have goods returned, or get money back without goods. */
const followUpShares = { cancellation: 0.007, return: 0.015, creditNote: 0.004 } as const;

/** Cancellations, returns and credit notes that wait for their day. */
export class FollowUps {
  readonly #byDay = new Map<number, SaleDocument[]>();
  readonly #calendar: Calendar;
  readonly #catalogue: Catalogue;
  readonly #random: Random;

  constructor(calendar: Calendar, catalogue: Catalogue, random: Random) {
    this.#calendar = calendar;
    this.#catalogue = catalogue;
    this.#random = random;
  }

  /** Decides what follows an invoice; what would come after asOf has not happened yet. */
  plan(invoice: SaleDocument): void {
    const random = this.#random;
    const point = random.next();
    const { cancellation, creditNote } = followUpShares;
    if (point < cancellation)
      this.#schedule(invoice.reversed(cancellationType, this.#workday(invoice.day + random.below(6))));
    else if (point < cancellation + followUpShares.return) {
      const document = invoice.reversed(returnType, this.#workday(invoice.day + random.between(4, 28)));
      document.keepLine(0);
      this.#schedule(document);
    } else if (point < cancellation + followUpShares.return + creditNote)
      this.#schedule(this.#priceCorrection(invoice));
  }

  /** Takes out what is due on a day. */
  due(day: number): readonly SaleDocument[] {
    const documents = this.#byDay.get(day) ?? [];
    this.#byDay.delete(day);
    return documents;
  }

  #priceCorrection(invoice: SaleDocument): SaleDocument {
    const document = new SaleDocument();
    document.type = creditNoteType;
    document.day = this.#workday(invoice.day + this.#random.between(3, 40));
    document.customer = invoice.customer;
    document.account = invoice.account;
    document.channel = invoice.channel;
    const priceCents = Math.max(
      1,
      Math.round((invoice.amountCents[0] as number) * (0.05 + 0.15 * this.#random.next())),
    );
    document.addLine(this.#catalogue.fee.priceCorrection, -1_000, priceCents, 0);
    return document;
  }

  #schedule(document: SaleDocument): void {
    if (document.day >= this.#calendar.days) return;
    const waiting = this.#byDay.get(document.day);
    if (waiting) waiting.push(document);
    else this.#byDay.set(document.day, [document]);
  }

  #workday(day: number): number {
    let workday = day;
    while (workday < this.#calendar.days && (this.#isWeekend(workday) || this.#calendar.isHoliday[workday]))
      workday++;
    return workday;
  }

  #isWeekend(day: number): boolean {
    return this.#calendar.weekday[day] === 0 || this.#calendar.weekday[day] === 6;
  }
}
