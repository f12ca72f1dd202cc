import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import type { Dialect } from "@kleinod/engine/import/dialect-contract.ts";
import { type CsvSource, readFileSql } from "@kleinod/engine/import/staging/reader-sql.ts";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { all } from "../../duckdb/connect.ts";
import { scanRecords } from "./record-scan.ts";

const dialect: Dialect = {
  encoding: "utf-8",
  encodingEvidence: "asciiOnly",
  delimiter: ",",
  quote: '"',
  newline: "lf",
  headerRow: true,
  skipRows: 0,
  columns: ["a", "b", "c"],
  columnCount: 3,
  problems: [],
};

let folder: string;
let connection: DuckDBConnection;
let files = 0;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "kleinod-records-"));
  connection = await (await DuckDBInstance.create(":memory:")).connect();
});
afterAll(async () => {
  connection.closeSync();
  await rm(folder, { recursive: true });
});

async function write(text: string): Promise<string> {
  const path = join(folder, `f${files++}.csv`);
  await writeFile(path, text);
  return path;
}

/** The first cell of every row that DuckDB returns, in order, and the positions of those that it rejects. */
async function readByDuckDb(path: string, columns = 3): Promise<{ rows: string[]; rejectedAt: number[] }> {
  const source: CsvSource = {
    format: "csv",
    path,
    delimiter: ",",
    quote: '"',
    skip: 1,
    columns: dialect.columns.slice(0, columns),
  };
  const [errors, scans] = [`errors${files}`, `scans${files++}`];
  const rows = await all<{ c0: string | null }>(
    connection,
    `SELECT c0 FROM ${readFileSql(source, { errors, scans })}`,
  );
  const rejects = await all<{ at: number }>(
    connection,
    `SELECT DISTINCT line_byte_position AS at FROM ${errors} ORDER BY 1`,
  );
  return { rows: rows.map((row) => row.c0 ?? ""), rejectedAt: rejects.map((row) => row.at) };
}

describe("scanRecords", () => {
  it("gives line, row and raw text of single records", async () => {
    const path = await write('a,b,c\n1,"x\ny",z\n\n2,p,q\n3,"r",s\n');
    const found = await scanRecords(path, dialect, { ordinals: [0, 2], rejectedAt: [] });
    expect([...found.byOrdinal]).toEqual([
      [0, { line: 2, row: 2, text: '1,"x\ny",z' }],
      [2, { line: 6, row: 5, text: '3,"r",s' }],
    ]);
  });

  it("skips what DuckDB rejected and says where it stands, with any line ends and blank lines", async () => {
    for (const newline of ["\n", "\r\n"]) {
      const lines = ["a,b,c", "1,2,3", "4,5", "", "6,7", "", "", "8", "9,9,9", "10,10"];
      const path = await write(lines.join(newline) + newline);
      const { rows, rejectedAt } = await readByDuckDb(path);
      expect(rows).toEqual(["1", "9"]);
      const found = await scanRecords(path, dialect, { ordinals: [0, 1], rejectedAt });
      expect([...found.byOrdinal.values()].map((place) => place.line)).toEqual([2, 9]);
      expect([...found.byPosition.values()].map((place) => [place.line, place.text])).toEqual([
        [3, "4,5"],
        [5, "6,7"],
        [8, "8"],
        [10, "10,10"],
      ]);
    }
  });

  it("counts empty lines as records where there is a single column, as DuckDB does", async () => {
    const path = await write("a\n\n1\n\n2\n");
    expect((await readByDuckDb(path, 1)).rows).toEqual(["", "1", "", "2"]);
    const single = { ...dialect, columnCount: 1 };
    const found = await scanRecords(path, single, { ordinals: [1, 3], rejectedAt: [] });
    expect([...found.byOrdinal.values()].map((place) => place.line)).toEqual([3, 5]);
  });

  it("reads over a byte order mark and title lines", async () => {
    const path = await write("\ufeffReport\n\na,b,c\n1,2,3\n");
    const found = await scanRecords(path, { ...dialect, skipRows: 2 }, { ordinals: [0], rejectedAt: [] });
    expect(found.byOrdinal.get(0)).toEqual({ line: 4, row: 4, text: "1,2,3" });
  });

  it("finds a record across the borders of its buffer", async () => {
    const long = `"${"x\n".repeat(400_000)}"`;
    const path = await write(`a,b,c\n${`1,${long},z\n`.repeat(12)}end,y,z`);
    const found = await scanRecords(path, dialect, { ordinals: [12], rejectedAt: [] });
    // A header, twelve records of 400,001 lines each, and the last one.
    expect(found.byOrdinal.get(12)).toEqual({ line: 2 + 12 * 400_001, row: 14, text: "end,y,z" });
  });

  it("splits records like DuckDB, whatever stands in the cells", async () => {
    const cell = fc.constantFrom(
      "x",
      "",
      '"q"',
      '"a,b"',
      '"two\nlines"',
      '"say ""hi"""',
      'in"ch',
      ' "sp"',
      "ü",
    );
    const row = fc.array(cell, { minLength: 2, maxLength: 4 }).map((cells) => cells.join(","));
    const body = fc.array(fc.oneof({ weight: 8, arbitrary: row }, fc.constant("")), { maxLength: 30 });
    const property = fc.asyncProperty(body, fc.constantFrom("\n", "\r\n"), async (lines, newline) => {
      // The first cell is a number, so that every row can be told from the others.
      const records = lines.map((line, index) => (line === "" ? "" : `${index},${line}`));
      const path = await write(["a,b,c", ...records].join(newline) + newline);
      const { rows, rejectedAt } = await readByDuckDb(path);
      const ordinals = rows.map((_, index) => index);
      const { byOrdinal, byPosition } = await scanRecords(path, dialect, { ordinals, rejectedAt });
      const texts = ordinals.map((ordinal) => byOrdinal.get(ordinal)?.text ?? "");
      expect(texts.map((text) => text.split(",")[0])).toEqual(rows);
      const found = [...texts, ...[...byPosition.values()].map((place) => place.text)].sort();
      expect(found).toEqual(records.filter((record) => record !== "").sort());
    });
    await fc.assert(property, { seed: 6, numRuns: 150 });
  });
});
