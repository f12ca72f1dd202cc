import { randomBytes } from "node:crypto";
import { mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { importOptionsSchema } from "@kleinod/engine/import/result.ts";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { runImport } from "../../src/import/run-import.ts";
import { counts, currentLines, type ImportDesk, importDesk, storeCounts, workFiles } from "../import-desk.ts";

/** Bad and hostile files all the way through: a sentence or row problems, and nothing that was there is lost. */
const head = "Belegnr;Belegdatum;Kundennr;Artikelbezeichnung;Nettobetrag\n";
const row = (number: string, day = "15.03.2026", text = "Dübel", amount = "10,00") =>
  `${number};${day};K1;${text};${amount}\n`;
const good = (rows: number, prefix = "R") =>
  Array.from({ length: rows }, (_, index) => row(`${prefix}${index}`)).join("");

let desk: ImportDesk;
let before: Record<string, number>;
beforeAll(async () => {
  desk = await importDesk();
  await desk.take("base.csv", head + good(10, "BASE"));
});
afterAll(() => desk.remove());
beforeEach(async () => {
  before = await storeCounts(desk);
});

async function expectRefusal(name: string, content: string | Uint8Array, ...words: string[]) {
  const batch = await desk.take(name, content);
  expect(batch).toMatchObject({ status: "refused", batchId: null, read: 0, problemsTotal: 1 });
  const sentence = batch.problems[0]!.message;
  for (const word of words) expect(sentence).toContain(word);
  expect(sentence).toMatch(/[.!]$/);
  expect(await storeCounts(desk)).toEqual(before);
  expect(await workFiles(desk)).toEqual([]);
}

async function expectBase() {
  expect((await currentLines(desk)).filter((line) => line.startsWith("BASE"))).toHaveLength(10);
}

describe("refused in one sentence, with nothing changed", () => {
  it("an empty file and a header alone", async () => {
    await expectRefusal("leer.csv", "", "leer.csv");
    await expectRefusal("kopf.csv", head, "kopf.csv");
  });
  it("bytes that are no text", () => expectRefusal("bild.csv", randomBytes(5000)));
  it("a duplicate key header", () =>
    expectRefusal(
      "doppelt.csv",
      `Belegnr;Belegnr;Belegdatum;Kundennr;Nettobetrag\n${"1;2;15.03.2026;K1;1,00\n".repeat(5)}`,
      "Belegnr",
    ));
  it("a missing document number", () =>
    expectRefusal(
      "ohne.csv",
      `Belegdatum;Kundennr;Menge;Nettobetrag\n${"15.03.2026;K1;2;1,00\n".repeat(5)}`,
    ));
  it("a document date nowhere", () =>
    expectRefusal("ohne-datum.csv", `Belegnr;Kundennr;Artikelnr;Nettobetrag\n${"R1;K1;A;1,00\n".repeat(5)}`));
  it("half a line", () => expectRefusal("halb.csv", "Belegnr;Belegda"));
});

describe("read with its good rows", () => {
  it("NaN, infinity and numbers that are none", async () => {
    const bad = ["NaN", "∞", "Infinity", "-inf", "1e400", "0x10", "1_000", "99999999999999"];
    const batch = await desk.take(
      "nan.csv",
      head + good(200, "N") + bad.map((value, index) => row(`X${index}`, undefined, "x", value)).join(""),
    );
    expect(counts(batch).slice(-1)).toEqual([bad.length]);
    expect(batch.problems.map((problem) => problem.value)).toEqual(bad);
    await expectBase();
  });

  it("dates in 1900, 2100 and on days that are none", async () => {
    const bad = ["01.01.1900", "31.12.2100", "30.02.2026", "00.00.2026", "31.12.1989"];
    const batch = await desk.take(
      "datum.csv",
      head + good(200, "D") + bad.map((day, index) => row(`Y${index}`, day)).join(""),
    );
    expect(batch.problems.map(({ value, rule }) => [value, rule])).toEqual([
      ["01.01.1900", "documentDateOutOfRange"],
      ["31.12.2100", "documentDateOutOfRange"],
      ["30.02.2026", "documentDateUnreadable"],
      ["00.00.2026", "documentDateUnreadable"],
      ["31.12.1989", "documentDateOutOfRange"],
    ]);
    await expectBase();
  });

  it("formulas as the text that they are, and as no number", async () => {
    const text = `=cmd|' /C calc'!A0`;
    const batch = await desk.take(
      "formel.csv",
      `${head + good(60, "F")}F90;15.03.2026;=1+1;"${text}";10,00\nF91;15.03.2026;K1;x;=1+1\n`,
    );
    expect(batch.problems).toMatchObject([{ value: "=1+1", rule: "amountUnreadable" }]);
    expect(
      await desk.rows("SELECT product_name FROM sale_line_current WHERE document_number = 'F90'"),
    ).toEqual([{ product_name: text }]);
  });

  it.each([
    "it's.csv",
    `x'; DROP TABLE sale_line; --.csv`,
    `a"b".csv`,
    "Üml äut 株式.csv",
    "semi;colon$(x)`y`.csv",
    "a*b?[c].csv",
  ])("a file named %s", async (name) => {
    const batch = await desk.take(name, `${head}${row("NAME")}`);
    expect(batch).toMatchObject({ status: "applied", file: name, read: 1 });
    await expectBase();
  });

  it("a folder with a quote and a glob in its name", async () => {
    const path = join(desk.folder, "o'brien [1] *", "r.csv");
    await mkdir(dirname(path), { recursive: true });
    const written = await desk.file("o'brien [1] */r.csv", head + row("FOLDER"));
    const { batches } = await runImport(desk.workspace, [{ path: written }], importOptionsSchema.parse({}));
    expect(batches).toMatchObject([{ status: "applied", read: 1 }]);
  });

  it("column names with quotes, brackets, blanks and statements", async () => {
    const names = [
      "Belegnr",
      "Belegdatum",
      "Kundennr",
      `"x'); DROP TABLE batch; --"`,
      '"a ""b"""',
      "Netto (CHF)",
      "",
      "c0",
    ];
    const batch = await desk.take(
      "spalten.csv",
      `${names.join(";")}\n${"Q1;15.03.2026;K1;a;b;10,00;c;d\n".repeat(20)}`,
      { as: "saleLines" },
      {
        mapping: {
          documentNumber: "Belegnr",
          documentDate: "Belegdatum",
          accountKey: "Kundennr",
          productName: `x'); DROP TABLE batch; --`,
          amount: "Netto (CHF)",
        },
      },
    );
    expect(batch.status).toBe("applied");
    expect(
      await desk.rows("SELECT DISTINCT product_name FROM sale_line_current WHERE document_number = 'Q1'"),
    ).toEqual([{ product_name: "a" }]);
  });

  it("500 columns", async () => {
    const extra = Array.from({ length: 495 }, (_, index) => `Feld ${index}`);
    const cells = extra.map((_, index) => `w${index}`).join(";");
    const text = `${head.trim()};${extra.join(";")}\n${Array.from({ length: 20 }, (_, index) => `${row(`W${index}`).trim()};${cells}\n`).join("")}`;
    expect(counts(await desk.take("breit.csv", text))).toEqual([20, 20, 0, 0, 0, 0]);
  });

  it("a cell of nearly a megabyte far down, shortened where it is a problem; among the first rows it is taken for damage", async () => {
    const long = "x".repeat(900_000);
    const cells = row("L90", undefined, long) + row("L91", undefined, "x", long) + row("L92");
    const batch = await desk.take("lang.csv", head + good(40_000, "L") + cells);
    expect([batch.read, batch.rejected]).toEqual([40_003, 1]);
    expect(batch.problems[0]!.value!.length).toBeLessThan(300);
    expect(
      await desk.rows(
        "SELECT max(strlen(product_name)) AS n FROM sale_line_current WHERE document_number = 'L90'",
      ),
    ).toEqual([{ n: 900_000 }]);
    await desk.undo(batch.batchId);
    before = await storeCounts(desk);
    await expectRefusal("lang.csv", head + good(60, "L") + cells, "100,000 characters");
  });

  it("bytes of another encoding in the middle", async () => {
    const text = Buffer.concat([
      Buffer.from(head + good(60, "E"), "utf8"),
      Buffer.from("E90;15.03.2026;K1;D\xfcbel;10,00\n", "latin1"),
      Buffer.from(row("E91"), "utf8"),
    ]);
    const batch = await desk.take("gemischt.csv", text);
    expect(batch.status).toBe("applied");
    expect(batch.read).toBe(62);
    expect((await currentLines(desk)).some((line) => line.startsWith("E91|"))).toBe(true);
    await expectBase();
  });

  it("a quote that is never closed, without losing the rows around it", async () => {
    const batch = await desk.take(
      "inch.csv",
      `${head + good(60, "U")}U90;15.03.2026;K1;"offen;10,00\n${row("U91")}`,
    );
    expect(counts(batch)).toEqual([62, 62, 0, 0, 0, 0]);
    before = await storeCounts(desk);
    const quoted = good(60, "V").replaceAll("Dübel", '"Dübel; gross"');
    const text = `${head + quoted}V90;15.03.2026;K1;"offen;10,00\n${row("V91")}`;
    await expectRefusal("zitat.csv", text, "line 62", "never closed");
    await expectBase();
  });

  it("texts that look like SQL in every cell, kept to the letter", async () => {
    const text = `'); DELETE FROM sale_line; -- "x" \\ %s $1 ?`;
    await desk.take(
      "sql.csv",
      `${head + good(60, "T")}S1;15.03.2026;"${text.replaceAll('"', '""')}";"${text.replaceAll('"', '""')}";10,00\n`,
    );
    expect(
      await desk.rows(
        `SELECT l.product_name, a.account_key FROM sale_line_current l JOIN account a USING (account_id) WHERE document_number = 'S1'`,
      ),
    ).toEqual([{ product_name: text, account_key: text }]);
  });

  it("a source of any name apart from the others", async () => {
    const source = `shop'; DROP TABLE batch; --`;
    const batch = await desk.take("quelle.csv", head + row("SRC"), { source });
    expect(batch).toMatchObject({ status: "applied", source, created: 1 });
    expect((await desk.take("quelle.csv", head + row("SRC"), { source })).unchanged).toBe(1);
  });

  it("amounts whose sum is beyond what counts as money", async () => {
    const rows = Array.from({ length: 120 }, (_, index) =>
      row(`M${index % 2}`, undefined, `p${index}`, "999999999999,99"),
    ).join("");
    const batch = await desk.take("viel.csv", head + rows);
    expect(["applied", "refused"]).toContain(batch.status);
    await desk.undo(batch.batchId);
  });
});

it("in the end everything that was there before is there", async () => {
  await expectBase();
  expect(await workFiles(desk)).toEqual([]);
});
