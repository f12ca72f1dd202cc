/** What an importer should call them, their key in SAP (`FKART`), and what smaller systems write. Returns are credit notes. */
export const documentTypes = [
  { name: "invoice", sapKey: "F2", text: "Rechnung" },
  { name: "cancellation", sapKey: "S1", text: "Storno" },
  { name: "creditNote", sapKey: "RE", text: "Retourengutschrift" },
  { name: "creditNote", sapKey: "G2", text: "Gutschrift" },
] as const;

export const invoiceType = 0;
export const cancellationType = 1;
export const returnType = 2;
export const creditNoteType = 3;

/** No customer behind the document: a cash sale over the counter. */
export const cashSale = -1;

/** Nine products and at most three fees. */
const mostLines = 12;

/**
 * One document with its lines as columns. The simulation fills the same object again and again, so a sink must write it at once.
 * Quantities and amounts of credits are negative; prices never are, except of a discount line.
 */
export class SaleDocument {
  type = invoiceType;
  day = 0;
  /** Index into the population, or `cashSale`. */
  customer = cashSale;
  /** Account number index; differs from the customer where somebody has a second account. */
  account = cashSale;
  /** Index into `channels`. */
  channel = 0;
  lineCount = 0;
  /** Index into the catalogue. */
  readonly material = new Int32Array(mostLines);
  readonly quantityMilli = new Float64Array(mostLines);
  readonly priceCents = new Float64Array(mostLines);
  readonly amountCents = new Float64Array(mostLines);
  readonly costCents = new Float64Array(mostLines);

  /** Adds a line; amount = quantity × price rounded half away from zero. */
  addLine(material: number, quantityMilli: number, priceCents: number, unitCostCents: number): void {
    const i = this.lineCount++;
    this.material[i] = material;
    this.quantityMilli[i] = quantityMilli;
    this.priceCents[i] = priceCents;
    this.amountCents[i] = timesPrice(quantityMilli, priceCents);
    this.costCents[i] = timesPrice(quantityMilli, unitCostCents);
  }

  /** A copy that survives the next document, with every quantity and amount turned round. */
  reversed(type: number, day: number): SaleDocument {
    const copy = new SaleDocument();
    copy.type = type;
    copy.day = day;
    copy.customer = this.customer;
    copy.account = this.account;
    copy.channel = this.channel;
    for (let i = 0; i < this.lineCount; i++) copy.#copyReversed(this, i);
    return copy;
  }

  /** Keeps one line only. */
  keepLine(i: number): void {
    this.lineCount = 0;
    this.#copy(this, i, 1);
  }

  #copyReversed(from: SaleDocument, i: number): void {
    this.#copy(from, i, -1);
  }

  #copy(from: SaleDocument, i: number, sign: 1 | -1): void {
    const to = this.lineCount++;
    this.material[to] = from.material[i] as number;
    this.quantityMilli[to] = sign * (from.quantityMilli[i] as number);
    this.priceCents[to] = from.priceCents[i] as number;
    this.amountCents[to] = sign * (from.amountCents[i] as number);
    this.costCents[to] = sign * (from.costCents[i] as number);
  }
}

/** Takes every document in the order of the days. */
export interface DocumentSink {
  take(document: SaleDocument): void;
}

/** Thousandths × cents → cents, rounded half away from zero. Exact: the product stays far below 2^53. */
export function timesPrice(quantityMilli: number, cents: number): number {
  const product = quantityMilli * cents;
  return Math.sign(product) * Math.floor((Math.abs(product) + 500) / 1_000) || 0;
}
