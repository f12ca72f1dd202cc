import type { Calendar } from "../market/calendar.ts";
import { type DocumentSink, documentTypes, type SaleDocument } from "../market/sale-document.ts";
import { ChunkWriter } from "../write/chunk-writer.ts";

interface Total {
  documents: number;
  lines: number;
  amountCents: number;
}

/** What the ERP's own report would say per month and document type, every line counted, with or without customer. */
export class ControlTotals implements DocumentSink {
  readonly #calendar: Calendar;
  readonly #totals = new Map<string, Total>();
  /** Lines of all documents so far. */
  lines = 0;

  constructor(calendar: Calendar) {
    this.#calendar = calendar;
  }

  take(document: SaleDocument): void {
    const key = `${this.#calendar.month[document.day]};${documentTypes[document.type]?.name}`;
    let total = this.#totals.get(key);
    if (!total) {
      total = { documents: 0, lines: 0, amountCents: 0 };
      this.#totals.set(key, total);
    }
    total.documents++;
    total.lines += document.lineCount;
    this.lines += document.lineCount;
    for (let i = 0; i < document.lineCount; i++) total.amountCents += document.amountCents[i] as number;
  }

  async write(path: string): Promise<void> {
    const writer = await ChunkWriter.open(path, "utf8", "month;documentType;documents;lines;amountCents\n");
    for (const [key, total] of [...this.#totals].sort(([a], [b]) => (a < b ? -1 : 1)))
      writer.addRow(`${key};${total.documents};${total.lines};${total.amountCents}\n`);
    await writer.close();
  }
}
