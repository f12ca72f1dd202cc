import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { CustomerQuery } from "@kleinod/engine/measures/reports.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { all } from "../duckdb/connect.ts";
import { Cancelled } from "../import/progress.ts";
import {
  addFacts,
  nameCurrency,
  type TestWorkspace,
  testWorkspace,
} from "../segments/testing/test-workspace.ts";
import { type ExportOptions, exportCustomers } from "./export-customers.ts";

let test: TestWorkspace;
let folder: string;
beforeAll(async () => {
  test = await testWorkspace("2026-01-31");
  folder = await mkdtemp(join(tmpdir(), "kleinod-export-"));
  await nameCurrency(test.workspace, "CHF");
  await addFacts(test.workspace, 1, {
    accounts: [
      { account: "007", name: 'Müller, "Elektro"', phone: "+41 44 123 45 76" },
      { account: "A2", name: "=cmd|'/c calc'!A1" },
      { account: "A3", name: "Nichts" },
    ],
  });
  await addFacts(test.workspace, 2, {
    lines: [
      { document: "1", account: "007", date: "2025-12-01", cents: 123_456 },
      { document: "2", account: "A2", date: "2025-12-02", cents: 5 },
    ],
  });
});
afterAll(async () => {
  await test.remove();
  await rm(folder, { recursive: true, force: true });
});

const query: CustomerQuery = { columns: ["name", "accountKey", "phone", "salesLast12Cents", "lastPurchase"] };
async function write(options: Partial<ExportOptions> & Pick<ExportOptions, "format">) {
  const path = join(folder, `customers.${options.format}`);
  const result = await exportCustomers(test.workspace, { query, path, ...options });
  if (!result.ok) throw new Error(result.message.en);
  expect(await readdir(folder)).toContain(`customers.${options.format}`);
  return { ...result, content: await readFile(path) };
}

describe("export of customers", () => {
  it("writes CSV that a spreadsheet opens without harm", async () => {
    const { content, rows, asOf } = await write({ format: "csv" });
    expect([rows, asOf]).toEqual([3, "2025-12-02"]);
    expect(content.toString("utf8")).toBe(
      [
        "\uFEFFKunde,Konto,Telefon,Umsatz 12 Monate (CHF),Letzter Kauf",
        '"Müller, ""Elektro""",007,+41 44 123 45 76,1234.56,2025-12-01',
        "'=cmd|'/c calc'!A1,A2,,0.05,2025-12-02",
        "Nichts,A3,,0.00,",
        "",
      ].join("\r\n"),
    );
  });

  it("writes the matches of the query alone, in English and with semicolons", async () => {
    const { content } = await write({
      format: "csv",
      language: "en",
      delimiter: ";",
      query: { ...query, columns: ["accountKey", "salesLast12Cents"], search: "muller", limit: 1, offset: 5 },
    });
    expect(content.toString("utf8")).toBe("\uFEFFAccount;Sales 12 months (CHF)\r\n007;1234.56\r\n");
  });

  it("writes Parquet with the codes as names and cents as they are", async () => {
    const { path } = await write({ format: "parquet", query: { ...query, search: "elektro" } });
    expect(
      await test.workspace.read((connection) => all(connection, `SELECT * FROM read_parquet('${path}')`)),
    ).toEqual([
      {
        name: 'Müller, "Elektro"',
        accountKey: "007",
        phone: "+41 44 123 45 76",
        salesLast12Cents: 123_456,
        lastPurchase: "2025-12-01",
      },
    ]);
  });

  it("writes a sheet with typed cells", async () => {
    const { content, rows } = await write({ format: "xlsx" });
    expect(rows).toBe(3);
    expect(content.subarray(0, 2).toString()).toBe("PK");
  });

  it("refuses an unknown column, and leaves nothing of a cancelled run", async () => {
    const before = await readdir(folder);
    const options = { query, format: "csv" as const, path: join(folder, "cancelled.csv") };
    expect(
      await exportCustomers(test.workspace, { ...options, query: { columns: ["turnover"] } }),
    ).toMatchObject({
      code: "queryInvalid",
    });
    const abort = new AbortController();
    const run = { signal: abort.signal, onProgress: () => abort.abort() };
    await expect(exportCustomers(test.workspace, options, run)).rejects.toThrow(Cancelled);
    expect(await readdir(folder)).toEqual(before);
  });
});
