import { createHash } from "node:crypto";
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import { readFileSql } from "@kleinod/engine/import/staging/reader-sql.ts";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { all } from "../../duckdb/connect.ts";
import { Cancelled } from "../progress.ts";
import { type PrepareOptions, prepareFile } from "./prepare-file.ts";
import { type PreparedFile, recordsBeforeData } from "./prepared-file.ts";

const fixtures = join(import.meta.dirname, "../../../../../fixtures/import/good");

let folder: string;
let workDir: string;
let connection: DuckDBConnection;
let reads = 0;

beforeAll(async () => {
  connection = await (await DuckDBInstance.create(":memory:")).connect();
});
afterAll(() => connection.closeSync());
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "kleinod-prepare-"));
  workDir = join(folder, "work");
  await mkdir(workDir);
});
afterEach(() => rm(folder, { recursive: true }));

async function prepared(path: string, options: Partial<PrepareOptions> = {}): Promise<PreparedFile> {
  const result = await prepareFile(path, { workDir, ...options });
  if (!result.ok) throw new Error(result.refusal.message.en);
  return result.prepared;
}

async function prepareBytes(content: string | Uint8Array, options: Partial<PrepareOptions> = {}) {
  const path = join(folder, "export.csv");
  await writeFile(path, content);
  return prepared(path, options);
}

async function rowsOf(file: PreparedFile): Promise<(string | null)[][]> {
  const { path } = file;
  const columns = file.format === "csv" ? file.dialect.columns : await parquetColumns(path);
  const source =
    file.format === "csv"
      ? ({ ...file.dialect, format: "csv", path, skip: recordsBeforeData(file.dialect) } as const)
      : ({ format: "parquet", path, columns } as const);
  const tables = { errors: `e${reads}`, scans: `s${reads++}` };
  const rows = await all<Record<string, string | null>>(
    connection,
    `SELECT * FROM ${readFileSql(source, tables)}`,
  );
  return [[...columns], ...rows.map((row) => columns.map((_, index) => row[`c${index}`] ?? null))];
}

async function parquetColumns(path: string): Promise<string[]> {
  const rows = await all<{ column_name: string }>(
    connection,
    `DESCRIBE SELECT * FROM read_parquet('${path}')`,
  );
  return rows.map((row) => row.column_name);
}

const table = [
  ["Belegnummer", "Belegdatum", "Kundennummer", "Kunde", "Ort", "Menge", "Betrag"],
  ["R-1001", "31.01.2024", "00042", "Müller & Söhne AG", "Zürich", "3", "1234,50"],
  ["R-1001", "31.01.2024", "00042", "Müller & Söhne AG", "Zürich", "1", "-12,30"],
  ["R-1002", "01.02.2024", "00077", "Café Élan Sàrl", "Genève", "10", "99,95"],
  ["R-1003", "29.02.2024", "01001", "Jörg Weiß e.K.", "Köln", "2", "0,05"],
  ["R-1004", "15.03.2024", "01001", "Jörg Weiß e.K.", "Köln", "7", "1000,00"],
];

/** The same table as a sheet holds it: dates as ISO text, amounts with a point. */
const sheetTable = table.map((row, index) =>
  row.map((cell, column) => {
    if (index === 0) return cell;
    if (column === 1) return cell.split(".").reverse().join("-");
    return column === 6 ? cell.replace(",", ".").replace("1234.50", "1234.5") : cell;
  }),
);

describe("the same table in every dialect", () => {
  it.each([
    ["utf8-semicolon-lf.csv", { encoding: "utf-8", delimiter: ";", newline: "lf" }, false],
    ["utf8-bom-semicolon-crlf.csv", { encoding: "utf-8-bom", newline: "crlf" }, false],
    ["utf8-tab-lf.tsv", { delimiter: "\t" }, false],
    ["utf8-pipe-lf.txt", { delimiter: "|" }, false],
    ["utf8-comma-quoted-crlf.csv", { delimiter: ",", newline: "crlf" }, false],
    ["utf8-no-last-newline.csv", { newline: "lf" }, false],
    ["blank-lines.csv", { newline: "lf" }, false],
    ["sep-line.csv", { skipRows: 1 }, false],
    ["title-lines.csv", { skipRows: 3 }, false],
    ["utf8-semicolon-cr.csv", { newline: "cr" }, true],
    ["windows-1252-semicolon-crlf.csv", { encoding: "windows-1252" }, true],
    ["mac-roman-semicolon-cr.csv", { encoding: "macintosh", newline: "cr" }, true],
    ["utf16le-bom-tab-crlf.txt", { encoding: "utf-16le", delimiter: "\t" }, true],
    ["utf16be-semicolon-lf.csv", { encoding: "utf-16be" }, true],
    ["packed.csv.gz", { encoding: "windows-1252" }, true],
  ])("%s", async (name, dialect, temporary) => {
    const path = join(fixtures, name);
    const file = await prepared(path);
    expect(file).toMatchObject({ format: "csv", name, temporary, dialect, dataRecords: 5, place: "line" });
    expect(await rowsOf(file)).toEqual(table);
    const original = await readFile(path);
    expect(file.bytes).toBe(original.length);
    expect(file.sha256).toBe(createHash("sha256").update(original).digest("hex"));
    // The original is used where it can be, and what we wrote is for the owner's eyes only.
    if (!temporary) expect(file.path).toBe(path);
    else expect((await stat(file.path)).mode & 0o077).toBe(0);
    expect(await readdir(workDir)).toHaveLength(temporary ? 1 : 0);
  });

  it("quoted-line-breaks.csv", async () => {
    const rows = await rowsOf(await prepared(join(fixtures, "quoted-line-breaks.csv")));
    expect(rows[1]?.[3]).toBe('Müller & Söhne AG\nAbteilung "Einkauf"');
    expect(rows[3]?.[4]).toBe("Genève\r\nCH");
    expect(rows).toHaveLength(6);
  });

  it.each(["workbook.xlsx", "workbook-1904.xlsx"])("%s", async (name) => {
    const file = await prepared(join(fixtures, name));
    expect(file).toMatchObject({ place: "row", decimal: ".", dataRecords: 5 });
    expect(await rowsOf(file)).toEqual(sheetTable.map((row) => row.map((cell) => cell)));
  });

  it("sales.parquet", async () => {
    const file = await prepared(join(fixtures, "sales.parquet"));
    expect(file).toMatchObject({ format: "parquet", temporary: false });
    expect(await rowsOf(file)).toEqual(table);
  });
});

/** A file whose odd part lies far behind what detection looks at. */
const padding = (lines: number) => "4711;Muster AG;12,50\n".repeat(lines);
const longHead = `nr;kunde;betrag\n${padding(60_000)}`;

describe("what shows only far behind the beginning", () => {
  it("Windows-1252 in a file that began as ASCII is the encoding of the file, not a mixture", async () => {
    const file = await prepareBytes(Buffer.from(`${longHead}1;Müller;1,00\n2;Söhne;2,00\n`, "latin1"));
    expect(file).toMatchObject({ temporary: true, dialect: { encoding: "windows-1252" }, warnings: [] });
    expect((await readFile(file.path, "utf8")).endsWith("1;Müller;1,00\n2;Söhne;2,00\n")).toBe(true);
  });

  it("Mac Roman is told from Windows-1252 there as well", async () => {
    const tail = Buffer.from([0x31, 0x3b, 0x4d, 0x9f, 0x6c, 0x6c, 0x65, 0x72, 0x3b, 0x31, 0x0a]);
    const file = await prepareBytes(Buffer.concat([Buffer.from(longHead), tail]));
    expect((await readFile(file.path, "utf8")).endsWith("1;Müller;1\n")).toBe(true);
  });

  it("single lines that are no UTF-8 are decoded by themselves and counted", async () => {
    const head = longHead.replace("Muster", "Müster");
    const file = await prepareBytes(
      Buffer.concat([
        Buffer.from(head),
        Buffer.from("1;Söhne;1,00\n", "latin1"),
        Buffer.from("2;Käse;2,00\n"),
      ]),
    );
    expect((await readFile(file.path, "utf8")).endsWith("1;Söhne;1,00\n2;Käse;2,00\n")).toBe(true);
    // Header and 60,000 lines before it.
    expect(file.warnings).toMatchObject([{ code: "mixedEncodings" }]);
    expect(file.warnings[0]?.message.en).toContain("count: 1, the first is line 60002");
  });

  it("UTF-8 in a file that began as Windows-1252 stays UTF-8", async () => {
    const head = Buffer.from(longHead.replace("Muster", "Müster"), "latin1");
    const file = await prepareBytes(Buffer.concat([head, Buffer.from("1;Söhne;1,00\n")]));
    const text = await readFile(file.path, "utf8");
    expect(text.endsWith("1;Söhne;1,00\n")).toBe(true);
    expect(text).toContain("Müster");
    expect(file.warnings).toMatchObject([{ code: "mixedEncodings" }]);
  });

  it("other line ends are made one kind, which DuckDB needs", async () => {
    const file = await prepareBytes(`${longHead}1;a;1\r\n2;b;2\r3;c;3\n`);
    expect(file).toMatchObject({
      temporary: true,
      dataRecords: 60_003,
      warnings: [{ code: "mixedNewlines" }],
    });
    expect((await rowsOf(file)).slice(-3)).toEqual([
      ["1", "a", "1"],
      ["2", "b", "2"],
      ["3", "c", "3"],
    ]);
  });

  it("quotes that were not doubled become readable", async () => {
    const file = await prepareBytes(`${longHead}1;"Rohr 3/4" lang";1\n`);
    expect(file).toMatchObject({ temporary: true, warnings: [{ code: "strayQuotes" }] });
    expect((await rowsOf(file)).at(-1)).toEqual(["1", 'Rohr 3/4" lang', "1"]);
  });

  it("the rows that DuckDB returns are as many as were counted", async () => {
    const file = await prepareBytes(`${longHead}\n"1";"x\ny";"2"\n\n3;4;5`);
    expect((await rowsOf(file)).length - 1).toBe(60_002);
    expect(file).toMatchObject({ temporary: false, dataRecords: 60_002 });
  });
});

describe("while it works", () => {
  it("tells how far it is", async () => {
    const seen: number[] = [];
    const content = longHead;
    await prepareBytes(content, { onProgress: (done, total) => seen.push(done / total) });
    expect(seen.at(-1)).toBe(1);
  });

  it.each([
    ["plain", longHead],
    ["rewritten", longHead.replaceAll("\n", "\r")],
    ["packed", gzipSync(longHead)],
  ])("stops when cancelled and leaves nothing behind (%s)", async (_, content) => {
    const path = join(folder, "export.csv");
    await writeFile(path, content);
    const stop = new AbortController();
    stop.abort();
    await expect(prepareFile(path, { workDir, signal: stop.signal })).rejects.toThrow(Cancelled);
    expect(await readdir(workDir)).toEqual([]);
  });
});
