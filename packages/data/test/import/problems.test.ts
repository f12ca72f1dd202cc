import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { batchProblems, getBatch } from "../../src/import/batches.ts";
import { counts, currentLines, type ImportDesk, importDesk } from "../import-desk.ts";

const head = "Belegnr;Belegdatum;Kundennr;Artikelbezeichnung;Nettobetrag\n";
const good = (rows: number, end = "\n") =>
  Array.from({ length: rows }, (_, index) => `R${index};15.03.2026;K1;Dübel;10,00${end}`).join("");

let desk: ImportDesk;
beforeEach(async () => {
  desk = await importDesk();
});
afterEach(() => desk.remove());

describe("problems", () => {
  it("name the line as an editor counts it, the column, the value and the rule", async () => {
    const batch = await desk.take(
      "r.csv",
      `${head}${good(60)}R90;31.02.2026;K1;Dübel;10,00\nR91;15.03.2026;K1;Dübel;zehn\n`,
    );
    expect(counts(batch)).toEqual([62, 60, 0, 0, 0, 2]);
    expect(batch.problems).toMatchObject([
      {
        file: "r.csv",
        line: 62,
        column: "Belegdatum",
        value: "31.02.2026",
        rule: "documentDateUnreadable",
        severity: "error",
      },
      {
        file: "r.csv",
        line: 63,
        column: "Nettobetrag",
        value: "zehn",
        rule: "amountUnreadable",
        severity: "error",
      },
    ]);
    const messages = [
      {
        de: "«31.02.2026» ist kein Datum im Format der Datei",
        en: "“31.02.2026” is not a date in the format of the file",
      },
      {
        de: "«zehn» ist keine Zahl im Format der Datei",
        en: "“zehn” is not a number in the format of the file",
      },
    ];
    expect(batch.problems.map((problem) => problem.messages)).toEqual(messages);
    expect(batch.problems.map((problem) => problem.message)).toEqual(messages.map(({ en }) => en));
    const rows = await batchProblems(desk.workspace, batch.batchId!);
    expect(rows?.map((row) => row.messages)).toEqual(messages);
  });

  for (const [name, end] of [
    ["LF", "\n"],
    ["CRLF", "\r\n"],
  ] as const) {
    it(`count quoted line breaks and blank lines before them (${name})`, async () => {
      const broken = `R90;15.03.2026;K1;"Dübel${end}mit ""Text""${end}in drei Zeilen";10,00${end}${end}`;
      const text = `${head.replace("\n", end)}${good(60, end)}${broken}R91;15.03.2026;K1;Dübel;zehn${end}`;
      const batch = await desk.take("r.csv", text);
      // Header, 60 rows, three lines of R90 (62–64), a blank line (65): R91 stands in line 66.
      expect(batch.problems.map(({ line, value }) => [line, value])).toEqual([[66, "zehn"]]);
      expect(counts(batch)).toEqual([62, 61, 0, 0, 0, 1]);
    });
  }

  it("of a row with two faults are two, the row is rejected once", async () => {
    const batch = await desk.take("r.csv", `${head}${good(60)};31.02.2026;K1;Dübel;zehn\n`);
    expect(batch.problems.map(({ line, rule }) => [line, rule])).toEqual([
      [62, "documentNumberMissing"],
      [62, "documentDateUnreadable"],
      [62, "amountUnreadable"],
    ]);
    expect(batch.problemsTotal).toBe(3);
    expect(batch.rejected).toBe(1);
  });

  it("of rows with too few, too many or unclosed cells are told; the good rows around them are taken", async () => {
    const rows = [
      "R90;15.03.2026;K1",
      "R91;15.03.2026;K1;Dübel;10,00;zu viel",
      "R92;15.03.2026;K1;Dübel;10,00",
      'R93;15.03.2026;K1;"Dübel" klein;10,00',
      "R94;15.03.2026;K1;Dübel;11,00",
    ];
    const batch = await desk.take("r.csv", `${head}${good(60)}${rows.join("\n")}\n`);
    const lines = await currentLines(desk);
    expect(batch.read).toBe(65);
    expect(batch.problems.map((problem) => problem.line)).toEqual(expect.arrayContaining([62, 63]));
    for (const problem of batch.problems) expect(problem.rule).toBe("rowMalformed");
    for (const number of ["R92", "R94"])
      expect(lines.some((line) => line.startsWith(`${number}|`))).toBe(true);
    for (const number of ["R90", "R91"])
      expect(lines.some((line) => line.startsWith(`${number}|`))).toBe(false);
  });

  it("are kept with the original rows, to be mended and sent again", async () => {
    const bad = 'R90;15.03.2026;K1;"Dübel; gross";zehn';
    const batch = await desk.take("r.csv", `${head}${good(60)}${bad}\n`);
    expect(await batchProblems(desk.workspace, batch.batchId!)).toEqual([
      expect.objectContaining({
        line: 62,
        column: "Nettobetrag",
        value: "zehn",
        rule: "amountUnreadable",
        raw: bad,
      }),
    ]);
    expect(await batchProblems(desk.workspace, "b99")).toBeNull();
    expect(await batchProblems(desk.workspace, "x; DROP TABLE batch")).toBeNull();
  });

  it("beyond a thousand are counted and kept, the result shows the first thousand in file order", async () => {
    const bad = Array.from({ length: 1100 }, (_, index) => `X${index};31.02.2026;K1;Dübel;1,00\n`).join("");
    const rows = good(60_000) + bad;
    const batch = await desk.take("r.csv", head + rows);
    expect([batch.problemsTotal, batch.problems.length, batch.rejected]).toEqual([1100, 1000, 1100]);
    expect(batch.problems[999]!.line).toBe(60_001 + 1000);
    expect(await batchProblems(desk.workspace, batch.batchId!)).toHaveLength(1100);
  });

  it("of an earlier version, which named them in English only, are said in English", async () => {
    const batch = await desk.take("r.csv", `${head}${good(60)}R91;15.03.2026;K1;Dübel;zehn\n`);
    const { messages: _messages, ...older } = batch.problems[0]!;
    await desk.workspace.write(async (connection) => {
      await connection.run("UPDATE problem SET message_de = NULL");
      await connection.run("UPDATE batch SET result = ?", [JSON.stringify({ ...batch, problems: [older] })]);
    });
    const inBoth = { de: older.message, en: older.message };
    expect((await getBatch(desk.workspace, batch.batchId!))?.problems).toEqual([
      { ...older, messages: inBoth },
    ]);
    expect(await batchProblems(desk.workspace, batch.batchId!)).toMatchObject([{ messages: inBoth }]);
  });

  it("that are warnings do not reject the row", async () => {
    const rows = Array.from({ length: 60 }, (_, index) => `K${index};A AG;Bern;01.02.2020\n`).join("");
    const batch = await desk.take("k.csv", `Kundennr;Name;Ort;Kunde seit\n${rows}K99;B AG;Bern;31.02.2020\n`);
    expect(counts(batch)).toEqual([61, 61, 0, 0, 0, 0]);
    expect(batch.problems).toMatchObject([
      { severity: "warning", rule: "customerSinceUnreadable", line: 62 },
    ]);
  });

  it("of a sheet saved with title lines still name the line of the file", async () => {
    const text = `Umsatzliste Muster AG;;;;\nStand 23.11.2026;;;;\n\n${head}${good(60)}R91;15.03.2026;K1;Dübel;zehn\n`;
    const batch = await desk.take("r.csv", text);
    // Two title lines, a blank one, the header (4), 60 rows (5–64).
    expect(batch.problems.map(({ line }) => line)).toEqual([65]);
  });
});
