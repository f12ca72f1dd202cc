import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { detectDialect } from "./dialect.ts";
import type { Dialect, DialectRefusal } from "./dialect-contract.ts";

const bytes = (text: string) => new TextEncoder().encode(text);

function dialectOf(text: string, isWholeFile = true): Dialect {
  const result = detectDialect(bytes(text), { isWholeFile });
  if (!result.ok) throw new RangeError(`refused: ${result.refusal.message.en}`);
  return result.dialect;
}

function refusalOf(input: string | Uint8Array, isWholeFile = true): DialectRefusal | null {
  const result = detectDialect(typeof input === "string" ? bytes(input) : input, { isWholeFile });
  return result.ok ? null : result.refusal;
}

describe("detectDialect", () => {
  it.each([",", ";", "\t", "|"] as const)("finds the delimiter %j", (delimiter) => {
    const lines = [
      ["Kundennr", "Name", "Ort"],
      ["1", "Muster AG", "Bern"],
      ["2", "Beispiel GmbH", "Zug"],
    ];
    const dialect = dialectOf(lines.map((line) => line.join(delimiter)).join("\n"));
    expect(dialect).toMatchObject({
      delimiter,
      columns: ["Kundennr", "Name", "Ort"],
      headerRow: true,
      skipRows: 0,
    });
  });

  it("is not fooled by decimal commas", () => {
    const rows = Array.from({ length: 20 }, (_, index) => `${index};${index},50;${index * 3},25`);
    expect(dialectOf(["Belegnr;Menge;Betrag", ...rows].join("\n"))).toMatchObject({
      delimiter: ";",
      columnCount: 3,
    });
    expect(dialectOf(["Artikel;Preis", "A1;1,50", "A2;2,75"].join("\n"))).toMatchObject({
      delimiter: ";",
      columnCount: 2,
    });
  });

  it("is not fooled by commas in texts", () => {
    const text = 'Name;Ort\n"Muster, Meier & Co.";Bern\nHuber, Frei AG;Zug\nKeller, Roth AG;Uster\n';
    expect(dialectOf(text)).toMatchObject({ delimiter: ";", columns: ["Name", "Ort"] });
  });

  it.each([
    ["\n", "lf"],
    ["\r\n", "crlf"],
    ["\r", "cr"],
  ])("finds the line end %j", (newline, name) => {
    expect(dialectOf(["a;b", "1;2", "3;4"].join(newline)).newline).toBe(name);
  });

  it("reads the separator that Excel announces", () => {
    expect(dialectOf("sep=;\r\nKundennr;Name\r\n1;Muster, AG\r\n")).toMatchObject({
      delimiter: ";",
      skipRows: 1,
      columns: ["Kundennr", "Name"],
    });
  });

  it("skips title lines, bare and padded", () => {
    const bare = "Debitorenliste per 31.12.2025\n\nDebitor;Name;Ort\n1;Muster AG;Bern\n2;Huber;Zug\n";
    expect(dialectOf(bare)).toMatchObject({ skipRows: 2, columns: ["Debitor", "Name", "Ort"] });
    const padded =
      "Debitorenliste;;;\nStand:;31.12.2025;;\nDebitor;Name;Ort;PLZ\n1;Muster AG;Bern;3000\n2;Huber;Zug;6300\n";
    expect(dialectOf(padded)).toMatchObject({ skipRows: 2, columns: ["Debitor", "Name", "Ort", "PLZ"] });
  });

  it("numbers the columns of a file without a header", () => {
    const dialect = dialectOf("1;Muster AG;31.12.2024\n2;Huber;01.01.2025\n");
    expect(dialect).toMatchObject({ headerRow: false, columns: ["column1", "column2", "column3"] });
    expect(dialect.problems.map((problem) => problem.code)).toEqual(["noHeaderRow"]);
  });

  it("names duplicate and empty headers and says so", () => {
    const dialect = dialectOf("Kundennr;Telefon;Telefon;\n1;044;079;x\n2;031;078;y\n");
    expect(dialect.columns).toEqual(["Kundennr", "Telefon", "Telefon (2)", "column4"]);
    expect(dialect.problems.map((problem) => problem.code)).toEqual(["duplicateHeader", "unnamedColumns"]);
  });

  it("refuses a key column that stands twice, unless both are the same", () => {
    expect(refusalOf("Kundennr;Name;Kundennr\n1;Muster;7\n2;Huber;8\n")?.code).toBe("duplicateKeyHeader");
    expect(dialectOf("Kundennr;Name;Kundennr\n1;Muster;1\n2;Huber;2\n").columns).toHaveLength(3);
  });

  it("takes quotes as text where they are inch signs", () => {
    const rows = Array.from({ length: 10 }, (_, index) => `${index}\t"${index} Rohr\t12`);
    expect(dialectOf(["Artikelnr\tBezeichnung\tPreis", ...rows].join("\n"))).toMatchObject({
      quote: "",
      columnCount: 3,
    });
  });

  it("reads quoted line breaks in a header and in cells", () => {
    const dialect = dialectOf('Kundennr,"Name\nFirma"\n1,"Muster\nAG"\n2,Huber\n');
    expect(dialect).toMatchObject({ columns: ["Kundennr", "Name Firma"], quote: '"' });
  });

  it("counts rows of another width", () => {
    const dialect = dialectOf("a,b,c\n1,2,3\n4,5\n6,7,8\n9,10,11\n");
    expect(dialect.problems[0]).toMatchObject({ code: "raggedRows" });
    expect(dialect.problems[0]?.message.en).toContain("line 3 with 2");
  });

  it("does not judge the cut last line of a sample", () => {
    expect(dialectOf('a,b,c\n1,2,3\n4,5,6\n7,"8', false).problems).toEqual([]);
  });

  it.each<[string, string | Uint8Array, DialectRefusal["code"]]>([
    ["an empty file", "", "emptyFile"],
    ["blank lines", "\n\r\n  \n", "emptyFile"],
    ["a byte order mark alone", "\ufeff", "emptyFile"],
    ["a header alone", "Kundennr;Name;Ort\n", "headerOnly"],
    ["a workbook", Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0]), "binaryFile"],
    ["a picture", Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), "binaryFile"],
    ["control characters", "a,b\n\u0001\u0002,\u0003\n\u0004,\u0005\n", "binaryFile"],
    ["prose", "Lieber Kunde\nwir danken\nfür den Auftrag\n", "noDelimiter"],
    ["columns of fixed width", " 00001 19970101  1   11.77\n 00002 19970112  1   12.00\n", "noDelimiter"],
    ["an endless line", `a,b\n${"x".repeat(200_000)}`, "giganticLine"],
  ])("refuses %s", (_, input, code) => {
    expect(refusalOf(input)?.code).toBe(code);
  });

  it("refuses in both languages, in one sentence", () => {
    for (const input of ["", "a;b\n", "kein Trennzeichen\nhier"]) {
      const message = refusalOf(input)?.message;
      expect(message?.de).toMatch(/^[^.]+.*\.$/);
      expect(message?.en).toMatch(/^[^.]+.*\.$/);
    }
  });

  it("never throws, whatever the bytes", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), fc.boolean(), (sample, isWholeFile) => {
        expect(detectDialect(sample, { isWholeFile })).toHaveProperty("ok");
      }),
      { seed: 9, numRuns: 300 },
    );
  });
});
