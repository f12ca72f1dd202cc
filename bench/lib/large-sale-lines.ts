import { createWriteStream } from "node:fs";

/** Lines per document run from 1 to 9, as in the reference companies. */
const longestDocument = 9;

/**
 * Writes sale lines as a large ERP would: `;`, decimal comma, `dd.mm.yyyy`, leading zeros. About 58 bytes a line.
 * Deterministic, so that two runs measure the same file.
 */
export async function writeLargeSaleLines(path: string, lines: number): Promise<void> {
  const out = createWriteStream(path);
  const two = (value: number) => String(value).padStart(2, "0");
  let text = "Belegnr;Kundennr;Datum;Artikel;Menge;Preis;Betrag;Waehrung\n";
  let document = 0;
  let left = 0;
  for (let line = 0; line < lines; line++) {
    if (left === 0) {
      document++;
      left = 1 + (document % longestDocument);
    }
    left--;
    const customer = String(1_000_000 + (document % 1_000_000)).padStart(10, "0");
    const date = `${two(1 + (document % 28))}.${two(1 + (document % 12))}.${2023 + (document % 3)}`;
    const quantity = 1 + (line % 20);
    const cents = 10 + (line % 30_000);
    const amount = quantity * cents;
    const money = (value: number) => `${Math.trunc(value / 100)},${two(value % 100)}`;
    text += `${90_000_000 + document};${customer};${date};A${line % 5000};${quantity};${money(cents)};${money(amount)};CHF\n`;
    if (text.length > 1 << 20) {
      if (!out.write(text)) await new Promise<void>((drained) => out.once("drain", () => drained()));
      text = "";
    }
  }
  await new Promise<void>((done) => out.end(text, () => done()));
}
