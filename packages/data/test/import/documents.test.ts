import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { counts, currentLines, type ImportDesk, importDesk } from "../import-desk.ts";

/** Small invoices as a clerk would export them: document, day, customer, product, amount. */
const head = "Belegnr;Belegdatum;Kundennr;Artikelnr;Nettobetrag\n";
const headWithLines = "Belegnr;Position;Belegdatum;Kundennr;Artikelnr;Nettobetrag\n";
const day = "15.03.2026";
const line = (document: string, product: string, amount: string, account = "K1") =>
  `${document};${day};${account};${product};${amount}\n`;
const numbered = (document: string, position: number, product: string, amount: string) =>
  `${document};${position};${day};K1;${product};${amount}\n`;

let desk: ImportDesk;
beforeEach(async () => {
  desk = await importDesk();
});
afterEach(() => desk.remove());

describe("a document that stands twice in one file", () => {
  const twice = line("R1", "A", "10,00") + line("R1", "B", "20,00");
  const other = line("R2", "C", "5,00");

  it("counts once when rows of another document stand between two equal halves", async () => {
    const batch = await desk.take("a.csv", head + twice + other + twice);
    expect(counts(batch)).toEqual([5, 3, 0, 0, 2, 0]);
    expect(batch.profile?.restatedDocuments).toBe(1);
    expect((await currentLines(desk)).map((text) => text.split("|")[5])).toEqual(["1000", "2000", "500"]);
    // 10.00 + 20.00 + 5.00: the repetition is in no total.
    expect(batch.controlTotals).toEqual([
      { month: "2026-03", documentType: "invoice", documents: 2, lines: 3, amountCents: 3500 },
    ]);
  });

  it("counts once whatever the order of rows within a half", async () => {
    const reversed = line("R1", "B", "20,00") + line("R1", "A", "10,00");
    expect(counts(await desk.take("a.csv", head + twice + other + reversed))).toEqual([5, 3, 0, 0, 2, 0]);
  });

  it("keeps equal rows that stand next to each other: two of the same were really sold", async () => {
    const batch = await desk.take("a.csv", head + twice + twice + other);
    expect(counts(batch)).toEqual([5, 5, 0, 0, 0, 0]);
  });

  it("is not restated when the copies differ in one cent", async () => {
    const cent = line("R1", "A", "10,01") + line("R1", "B", "20,00");
    const batch = await desk.take("a.csv", head + twice + other + cent);
    expect(counts(batch)).toEqual([5, 5, 0, 0, 0, 0]);
  });

  it("is not restated when the rows of others stand inside a half and not between the halves", async () => {
    const rows =
      line("R1", "A", "1,00") +
      other +
      line("R1", "B", "2,00") +
      line("R1", "A", "1,00") +
      line("R1", "B", "2,00");
    expect(counts(await desk.take("a.csv", head + rows))).toEqual([5, 5, 0, 0, 0, 0]);
  });

  it("is not restated when it stands three times", async () => {
    const one = line("R1", "A", "1,00");
    const rows = one + other + one + line("R3", "C", "5,00") + one;
    expect(counts(await desk.take("a.csv", head + rows))).toEqual([5, 5, 0, 0, 0, 0]);
  });

  it("counts once when the row of the other document was rejected: it stood between all the same", async () => {
    const batch = await desk.take("a.csv", head + twice + line("R2", "C", "viel") + twice + other);
    expect(counts(batch)).toEqual([6, 3, 0, 0, 2, 1]);
  });

  it("keeps both when only rejected rows of its own stand between: nothing shows a second extract", async () => {
    const bad = line("R1", "X", "viel");
    const batch = await desk.take("a.csv", head + twice + bad + twice + bad + other);
    expect(counts(batch)).toEqual([7, 5, 0, 0, 0, 2]);
  });
});

describe("the next extract", () => {
  const a = line("R1", "A", "10,00");
  const b = line("R1", "B", "20,00");

  it("changes nothing where a document says the same, in whatever order of rows", async () => {
    await desk.take("1.csv", head + a + b);
    const before = await desk.version();
    expect(counts(await desk.take("2.csv", head + b + a))).toEqual([2, 0, 0, 2, 0, 0]);
    expect(await desk.version()).toBe(before);
  });

  it("changes nothing where it holds only some lines of a document, and says that it was partial", async () => {
    await desk.take("1.csv", head + a + b);
    const batch = await desk.take("2.csv", head + b);
    expect(counts(batch)).toEqual([1, 0, 0, 1, 0, 0]);
    expect(batch.profile?.partialDocuments).toBe(1);
    expect(await currentLines(desk)).toHaveLength(2);
  });

  it("replaces a changed document whole where lines have no numbers", async () => {
    await desk.take("1.csv", head + a + b);
    const batch = await desk.take("2.csv", head + a + line("R1", "C", "7,50"));
    expect(counts(batch)).toEqual([2, 0, 2, 0, 0, 0]);
    expect((await currentLines(desk)).map((text) => text.split("|")[4])).toEqual(["A", "C"]);
    expect(batch.diff?.changed).toMatchObject({ total: 1, fields: { amountCents: 1, productCode: 1 } });
  });

  it("knows the number of equal lines: two are not one and not three", async () => {
    await desk.take("1.csv", head + a + a);
    expect(counts(await desk.take("2.csv", head + a))).toEqual([1, 0, 0, 1, 0, 0]);
    expect(counts(await desk.take("3.csv", head + a + a + a))).toEqual([3, 0, 3, 0, 0, 0]);
    expect(await currentLines(desk)).toHaveLength(3);
  });

  it("adds only what is new where extracts overlap", async () => {
    await desk.take("1.csv", head + a + b + line("R2", "A", "1,00"));
    const batch = await desk.take("2.csv", head + line("R2", "A", "1,00") + line("R3", "A", "2,00"));
    expect(counts(batch)).toEqual([2, 1, 0, 1, 0, 0]);
  });

  it("merges by line where both sides number their lines; lines that it leaves out stay", async () => {
    await desk.take(
      "1.csv",
      headWithLines + numbered("R1", 10, "A", "10,00") + numbered("R1", 20, "B", "20,00"),
    );
    const batch = await desk.take(
      "2.csv",
      headWithLines + numbered("R1", 20, "B", "25,00") + numbered("R1", 30, "C", "30,00"),
    );
    // Line 20 changed, line 30 is new, line 10 is not in the extract and stays.
    expect(counts(batch)).toEqual([2, 1, 1, 0, 0, 0]);
    expect((await currentLines(desk)).map((text) => text.split("|").slice(1, 6).join(" "))).toEqual([
      "10 K1 2026-03-15 A 1000",
      "20 K1 2026-03-15 B 2500",
      "30 K1 2026-03-15 C 3000",
    ]);
    const mixed = headWithLines + numbered("R1", 10, "A", "10,00") + numbered("R1", 20, "B", "26,00");
    expect(counts(await desk.take("3.csv", mixed))).toEqual([2, 0, 1, 1, 0, 0]);
  });

  it("gives a document that was merged one type, by what it now amounts to", async () => {
    await desk.take(
      "1.csv",
      headWithLines + numbered("R1", 10, "A", "100,00") + numbered("R1", 20, "B", "20,00"),
    );
    await desk.take("2.csv", headWithLines + numbered("R1", 20, "B", "-5,00"));
    // 100.00 - 5.00 is still an invoice, although the second file alone would be a credit note.
    expect((await currentLines(desk)).map((text) => text.split("|")[6])).toEqual(["invoice", "invoice"]);
  });

  it("replaces whole where one side has no line numbers", async () => {
    await desk.take(
      "1.csv",
      headWithLines + numbered("R1", 10, "A", "10,00") + numbered("R1", 20, "B", "20,00"),
    );
    expect(counts(await desk.take("2.csv", head + a))).toEqual([1, 0, 1, 0, 0, 0]);
    expect(await currentLines(desk)).toHaveLength(1);
  });

  it("of another source is another document, though it has the same number", async () => {
    await desk.take("1.csv", head + a);
    expect(counts(await desk.take("2.csv", head + a, { source: "shop" }))).toEqual([1, 1, 0, 0, 0, 0]);
    expect(await currentLines(desk)).toHaveLength(2);
  });

  it("forgets a customer who stood only in a document that was corrected to another customer", async () => {
    await desk.take("1.csv", head + line("R1", "A", "10,00", "WRONG") + line("R2", "A", "10,00", "K1"));
    await desk.take("2.csv", head + line("R1", "A", "10,00", "K1"));
    expect(await desk.rows("SELECT account_key FROM account_current")).toEqual([{ account_key: "K1" }]);
  });
});

describe("undoing by hand", () => {
  it("keeps a document that a later full delivery confirmed, after the files it was merged from are taken out", async () => {
    const first = await desk.take("1.csv", headWithLines + numbered("R1", 10, "A", "10,00"));
    const second = await desk.take("2.csv", headWithLines + numbered("R1", 20, "B", "20,00"));
    const whole = headWithLines + numbered("R1", 10, "A", "10,00") + numbered("R1", 20, "B", "20,00");
    expect(counts(await desk.take("3.csv", whole))).toEqual([2, 0, 0, 2, 0, 0]);
    const before = await currentLines(desk);
    await desk.undo(first.batchId);
    await desk.undo(second.batchId);
    expect(await currentLines(desk)).toEqual(before);
  });
});
