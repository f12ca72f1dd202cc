import type { Calendar } from "./calendar.ts";
import { type Catalogue, productGroups } from "./catalogue.ts";
import { type DocumentSink, invoiceType, returnType, type SaleDocument } from "./sale-document.ts";

/** What every customer did, counted while the documents are written. Cash sales belong to nobody and are left out. */
export class Behaviour implements DocumentSink {
  readonly #calendar: Calendar;
  readonly #catalogue: Catalogue;
  /** Day of the first and last invoice, −1 when there is none. An invoice that was cancelled later counts. */
  readonly firstDay: Int16Array;
  readonly lastDay: Int16Array;
  /** Longest time between two invoices, and the day on which it ended. */
  readonly longestGapDays: Int16Array;
  readonly longestGapEnd: Int16Array;
  readonly invoices: Int32Array;
  readonly invoicesLast12: Int32Array;
  readonly returnsLast12: Int32Array;
  /** All lines of the last twelve months, fees and credits included. */
  readonly salesCentsLast12: Float64Array;
  readonly costCentsLast12: Float64Array;
  /** Products only, invoices only. */
  readonly productCentsLast12: Float64Array;
  /** Bit g: product group g was on an invoice of the last twelve months. */
  readonly needsLast12: Uint16Array;
  /** Sales of the products of each group, invoices of the last twelve months. */
  readonly #groupCents: Float32Array;

  constructor(size: number, calendar: Calendar, catalogue: Catalogue) {
    this.#calendar = calendar;
    this.#catalogue = catalogue;
    this.firstDay = new Int16Array(size).fill(-1);
    this.lastDay = new Int16Array(size).fill(-1);
    this.longestGapDays = new Int16Array(size);
    this.longestGapEnd = new Int16Array(size).fill(-1);
    this.invoices = new Int32Array(size);
    this.invoicesLast12 = new Int32Array(size);
    this.returnsLast12 = new Int32Array(size);
    this.salesCentsLast12 = new Float64Array(size);
    this.costCentsLast12 = new Float64Array(size);
    this.productCentsLast12 = new Float64Array(size);
    this.needsLast12 = new Uint16Array(size);
    this.#groupCents = new Float32Array(size * productGroups.length);
  }

  take(document: SaleDocument): void {
    const c = document.customer;
    if (c < 0) return;
    if (document.type === invoiceType) this.#countInvoice(c, document.day);
    if (document.day < this.#calendar.firstOfLast12) return;
    if (document.type === invoiceType) this.invoicesLast12[c]! += 1;
    if (document.type === returnType) this.returnsLast12[c]! += 1;
    for (let i = 0; i < document.lineCount; i++) {
      const group = this.#catalogue.group[document.material[i] as number] as number;
      this.salesCentsLast12[c]! += document.amountCents[i] as number;
      this.costCentsLast12[c]! += document.costCents[i] as number;
      if (document.type !== invoiceType || group < 0) continue;
      this.productCentsLast12[c]! += document.amountCents[i] as number;
      this.needsLast12[c]! |= 1 << group;
      this.#groupCents[c * productGroups.length + group]! += document.amountCents[i] as number;
    }
  }

  /** Effective number of need fields bought in the last twelve months, exp(−Σ w ln w) over shares of sales; 0 without any. */
  needBreadth(c: number): number {
    const groups = this.#groupCents.subarray(c * productGroups.length, (c + 1) * productGroups.length);
    let total = 0;
    for (const cents of groups) total += cents;
    if (total <= 0) return 0;
    let entropy = 0;
    for (const cents of groups) if (cents > 0) entropy -= (cents / total) * Math.log(cents / total);
    return Math.exp(entropy);
  }

  #countInvoice(c: number, day: number): void {
    const last = this.lastDay[c] as number;
    if (last < 0) this.firstDay[c] = day;
    else if (day - last > (this.longestGapDays[c] as number)) {
      this.longestGapDays[c] = day - last;
      this.longestGapEnd[c] = day;
    }
    this.lastDay[c] = day;
    this.invoices[c]! += 1;
  }
}
