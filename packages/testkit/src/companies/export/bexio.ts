import { Random } from "../../random.ts";
import { cashSale, type DocumentSink, documentTypes, type SaleDocument } from "../market/sale-document.ts";
import { describeFirm, type Firm } from "../master/firm.ts";
import { mobileDigits, phoneText } from "../master/phone-text.ts";
import { ChunkWriter } from "../write/chunk-writer.ts";
import { csvField, decimalPoint } from "../write/number-text.ts";
import { shortAccountNumber, type World } from "./world.ts";

const contactHeader =
  "nr,contact_type,name_1,name_2,address,postcode,city,country,mail,phone_fixed,phone_mobile,vat_number,language,updated_at\r\n";
const invoiceHeader =
  "document_nr,document_type,is_valid_from,contact_nr,position,article_nr,text,amount,unit_price,position_total,currency\r\n";
const articleHeader = "intern_code,intern_name,article_group,unit,purchase_price,sale_price\r\n";

/** Contacts of a small company's book-keeping: no branch, no staff, no cost, UTF-8, commas. */
export async function writeBexioContacts(world: World, path: string): Promise<number> {
  const { population, accounts } = world;
  const writer = await ChunkWriter.open(path, "utf8", contactHeader);
  for (let c = 0; c < population.size; c++) {
    addContact(world, writer, c, describeFirm(world.seed, population, c));
    await writer.flushWhenFull();
  }
  for (const second of accounts.seconds)
    addContact(
      world,
      writer,
      second.account,
      accounts.spelling(second, describeFirm(world.seed, population, second.customer)).firm,
    );
  await writer.close();
  return writer.rows;
}

function addContact(world: World, writer: ChunkWriter, account: number, firm: Firm): void {
  const random = new Random(world.seed, "bexio", account);
  const isPerson = firm.legalForm === "" && random.chance(0.3);
  const fields = [
    shortAccountNumber(account),
    isPerson ? "person" : "company",
    isPerson ? firm.owner.surname : firm.name,
    isPerson ? firm.owner.givenName : "",
    `${firm.street} ${firm.houseNumber}`,
    firm.place.postcode,
    firm.place.city,
    firm.place.land,
    firm.mail,
    firm.phone === "" ? "" : phoneText(firm.phone, random),
    random.chance(0.4) ? phoneText(mobileDigits(random), random) : "",
    firm.uid ?? "",
    firm.place.language,
    `${world.calendar.iso[random.below(world.calendar.days)]} 09:${String(random.below(60)).padStart(2, "0")}:00`,
  ];
  writer.addRow(`${fields.map((field) => csvField(field, ",")).join(",")}\n`);
}

/** Invoice positions with decimal points and ISO dates. */
export class BexioInvoices implements DocumentSink {
  readonly writer: ChunkWriter;
  readonly #world: World;
  #document = 1;

  private constructor(world: World, writer: ChunkWriter) {
    this.#world = world;
    this.writer = writer;
  }

  static async open(world: World, path: string): Promise<BexioInvoices> {
    return new BexioInvoices(world, await ChunkWriter.open(path, "utf8", invoiceHeader));
  }

  take(document: SaleDocument): void {
    const { calendar, catalogue } = this.#world;
    const contact = document.account === cashSale ? "" : shortAccountNumber(document.account);
    const type = documentTypes[document.type]?.text;
    const head = `RE-${String(this.#document++).padStart(6, "0")},${type},${calendar.iso[document.day]},${contact}`;
    for (let i = 0; i < document.lineCount; i++) {
      const material = document.material[i] as number;
      const numbers = [document.priceCents[i] as number, document.amountCents[i] as number]
        .map(decimalPoint)
        .join(",");
      const article = `${Number(catalogue.material[material])},${csvField(catalogue.text[material] as string, ",")}`;
      this.writer.addRow(
        `${head},${i + 1},${article},${(document.quantityMilli[i] as number) / 1_000},${numbers},CHF\n`,
      );
    }
  }
}

/** Articles with purchase price, from which cost of goods follows. */
export async function writeBexioArticles(world: World, path: string): Promise<number> {
  const { catalogue } = world;
  const writer = await ChunkWriter.open(path, "utf8", articleHeader);
  for (let i = 0; i < catalogue.productCount; i++) {
    const prices = [catalogue.costCents[i] as number, catalogue.listCents[i] as number]
      .map(decimalPoint)
      .join(",");
    const name = csvField(catalogue.text[i] as string, ",");
    writer.addRow(
      `${Number(catalogue.material[i])},${name},${catalogue.groupText[i]},${catalogue.unit[i]},${prices}\n`,
    );
  }
  await writer.close();
  return writer.rows;
}
