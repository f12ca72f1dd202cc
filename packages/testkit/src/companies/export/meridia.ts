import type { Catalogue } from "../market/catalogue.ts";
import { cashSale, type DocumentSink, documentTypes, type SaleDocument } from "../market/sale-document.ts";
import { branches } from "../master/branches.ts";
import { describeFirm } from "../master/firm.ts";
import { ChunkWriter } from "../write/chunk-writer.ts";
import { csvField, decimalComma } from "../write/number-text.ts";
import { shortAccountNumber, type World } from "./world.ts";

const customerHeader = "kundennr;name;strasse;plz;ort;land;sprache;branche;mitarbeitende;kunde_seit\n";
const lineHeader = "belegnr;pos;belegart;datum;kundennr;artikelnr;warengruppe;menge;preis;betrag\n";

/** Lean customer list: UTF-8, semicolons. */
export async function writeMeridiaCustomers(world: World, path: string): Promise<number> {
  const { population, accounts, calendar } = world;
  const writer = await ChunkWriter.open(path, "utf8", customerHeader);
  const add = (c: number, account: number, sinceDay: number, firm: ReturnType<typeof describeFirm>) => {
    const since = sinceDay > 0 ? calendar.german[sinceDay] : "";
    const { postcode, city, land, language } = firm.place;
    const address = `${csvField(firm.name, ";")};${firm.street} ${firm.houseNumber};${postcode};${city};${land}`;
    const trade = branches[population.branch[c] as number]?.text;
    writer.addRow(
      `${shortAccountNumber(account)};${address};${language};${trade};${population.staff[c]};${since}\n`,
    );
  };
  for (let c = 0; c < population.size; c++) {
    add(c, c, population.startDay[c] as number, describeFirm(world.seed, population, c));
    await writer.flushWhenFull();
  }
  for (const second of accounts.seconds) {
    const { firm } = accounts.spelling(second, describeFirm(world.seed, population, second.customer));
    add(second.customer, second.account, second.fromDay, firm);
  }
  await writer.close();
  return writer.rows;
}

/** Lean invoice positions with decimal commas, made for speed: about 60 bytes a line. */
export class MeridiaLines implements DocumentSink {
  readonly writer: ChunkWriter;
  readonly #german: readonly string[];
  readonly #catalogue: Catalogue;
  /** `artikelnr;warengruppe`, made once. */
  readonly #article: readonly string[];
  #document = 10_000_001;

  private constructor(world: World, writer: ChunkWriter) {
    this.writer = writer;
    this.#german = world.calendar.german;
    this.#catalogue = world.catalogue;
    this.#article = world.catalogue.material.map(
      (number, i) => `${Number(number)};${world.catalogue.groupCode[i]}`,
    );
  }

  static async open(world: World, path: string): Promise<MeridiaLines> {
    return new MeridiaLines(world, await ChunkWriter.open(path, "utf8", lineHeader));
  }

  take(document: SaleDocument): void {
    const account = document.account === cashSale ? "" : shortAccountNumber(document.account);
    const head = `;${documentTypes[document.type]?.text};${this.#german[document.day]};${account};`;
    const number = this.#document++;
    for (let i = 0; i < document.lineCount; i++) {
      const material = document.material[i] as number;
      const milli = document.quantityMilli[i] as number;
      const quantity = this.#catalogue.unit[material] === "M" ? decimalComma(milli / 10) : milli / 1_000;
      const price = decimalComma(document.priceCents[i] as number);
      const amount = decimalComma(document.amountCents[i] as number);
      this.writer.addRow(
        `${number};${i + 1}${head}${this.#article[material]};${quantity};${price};${amount}\n`,
      );
    }
  }
}
