import type { Calendar } from "../market/calendar.ts";
import type { Catalogue } from "../market/catalogue.ts";
import { channels } from "../market/economics.ts";
import { cashSale, type DocumentSink, documentTypes, type SaleDocument } from "../market/sale-document.ts";
import { ChunkWriter } from "../write/chunk-writer.ts";
import { sapAmount, sapQuantity } from "../write/number-text.ts";
import { accountNumber, type World } from "./world.ts";

const header = "VBELN;POSNR;FKART;FKDAT;KUNAG;MATNR;ARKTX;MATKL;FKIMG;NETPR;NETWR;WAVWR;WAERK;BSARK\r\n";
const firstDocument = 90_000_001;

/** Billing items as a SAP list: credits with the minus behind, thousands with dots, Windows-1252. */
export class SapBilling implements DocumentSink {
  readonly writer: ChunkWriter;
  readonly #calendar: Calendar;
  readonly #catalogue: Catalogue;
  /** `MATNR;ARKTX;MATKL`, made once. */
  readonly #article: readonly string[];
  #document = firstDocument;

  private constructor(world: World, writer: ChunkWriter) {
    this.writer = writer;
    this.#calendar = world.calendar;
    this.#catalogue = world.catalogue;
    const { material, text, groupCode } = world.catalogue;
    this.#article = material.map((number, i) => `${number};${text[i]};${groupCode[i]}`);
  }

  static async open(world: World, path: string): Promise<SapBilling> {
    return new SapBilling(world, await ChunkWriter.open(path, "windows-1252", header));
  }

  take(document: SaleDocument): void {
    const number = String(this.#document++).padStart(10, "0");
    const account = document.account === cashSale ? "" : accountNumber(document.account);
    const head = `${documentTypes[document.type]?.sapKey};${this.#calendar.german[document.day]};${account}`;
    const tail = `;CHF;${channels[document.channel]?.key}\r\n`;
    for (let i = 0; i < document.lineCount; i++) {
      const material = document.material[i] as number;
      const quantity = sapQuantity(
        document.quantityMilli[i] as number,
        this.#catalogue.unit[material] as string,
      );
      const price = sapAmount(document.priceCents[i] as number);
      const amount = sapAmount(document.amountCents[i] as number);
      const cost = sapAmount(document.costCents[i] as number);
      const position = String((i + 1) * 10).padStart(6, "0");
      this.writer.addRow(
        `${number};${position};${head};${this.#article[material]};${quantity};${price};${amount};${cost}${tail}`,
      );
    }
  }
}
