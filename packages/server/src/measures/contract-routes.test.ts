import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { contractsReportSchema } from "@kleinod/engine/measures/renewal/report-contract.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestApp, type TestApp } from "../testing/test-app.ts";

/**
 * Sixty yearly contracts of 120.00 in quarters of 30.00, twelve begun on 1 March of each of five years. Every third one of the
 * first four years ended after one year, every sixth after two.
 */
const rows = [2020, 2021, 2022, 2023, 2024].flatMap((year, cohort) =>
  Array.from({ length: 12 }, (_, index) => {
    const years = cohort === 4 ? null : index % 3 === 0 ? 1 : index % 6 === 1 ? 2 : null;
    const end = years === null || year + years > 2025 ? "" : `${year + years}-02-28`;
    const reason = end === "" ? "" : index % 2 === 0 ? "Price" : "price";
    return `C${year}-${index};K${index};Maintenance ${year};${year}-03-01;${end};12;3;30.00;quarterly;CHF;${reason}`;
  }),
);
const header =
  "Contract number;Customer number;Product or service;Start date;End date;Term;Notice;Amount;Billing period;Currency;Reason";
const ended = rows.filter((row) => row.split(";")[4] !== "").length;

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp();
});
afterAll(() => app.close());

async function take(files: Readonly<Record<string, string>>): Promise<void> {
  const folder = join(app.folder, "inbox");
  await mkdir(folder, { recursive: true });
  const refs = [];
  for (const [name, content] of Object.entries(files)) {
    await writeFile(join(folder, name), content);
    refs.push({ ref: join(folder, name) });
  }
  const job = await app.job("POST", "/api/import", { files: refs, options: {} });
  if (job.state !== "done") throw new Error(JSON.stringify(job));
}

const report = async (query = "") =>
  contractsReportSchema.strict().parse(await app.json("GET", `/api/reports/contracts${query}`));

describe("contracts in the API", () => {
  it("say that there are none, and what cures it", async () => {
    const sales = Array.from({ length: 12 }, (_, i) => `R${i};2026-01-15;K${i};P1;Screw;1;50.00;CHF`);
    await take({
      "sales.csv": `InvoiceNo;InvoiceDate;CustomerID;StockCode;Description;Quantity;UnitPrice;Currency\n${sales.join("\n")}\n`,
    });
    expect(await report()).toMatchObject({
      state: "noContracts",
      totals: { running: 0, ended: 0 },
      model: null,
      unclear: [{ reason: "noContracts" }],
    });
  });

  it("say what runs, how long contracts last, and which end soon", async () => {
    await take({ "contracts.csv": `${header}\n${rows.join("\n")}\n` });
    const all = await report();
    const running = rows.length - ended;
    // Four times 30.00 a year.
    expect(all.totals).toMatchObject({
      running,
      ended,
      customers: 12,
      withoutIncome: 0,
      incomePerYearCents: running * 12_000,
    });
    expect(all).toMatchObject({ state: "known", period: { months: 12, basis: "commonestTerm", ratio: 1 } });
    expect(all.model).toMatchObject({ contracts: rows.length, ended, joined: 0 });
    // The first renewal was due for all sixty; four of twelve did not renew in four of five years: 16.
    expect(all.survival[1]).toMatchObject({ months: 12, atRisk: 60, ended: 16, observed: 44 / 60 });
    expect(all.survival[1]!.retentionObserved).toBeCloseTo(44 / 60, 12);
    expect(all.reasons).toEqual([{ reason: expect.stringMatching(/^price$/i), contracts: ended }]);
    // Whatever runs has a term that ends on 28 February 2026, 44 days after the last document.
    const soon = await report("?withinDays=44&limit=5");
    expect(soon.ending).toMatchObject({
      withinDays: 44,
      total: running,
      incomePerYearCents: running * 12_000,
    });
    expect(soon.ending.rows).toHaveLength(5);
    expect(soon.ending.rows[0]).toMatchObject({
      endsOn: "2026-02-28",
      daysLeft: 44,
      // Three months before the day after.
      noticeBy: "2025-11-30",
      isCancelled: false,
      incomePerYearCents: 12_000,
    });
    expect((await report("?withinDays=43")).ending.total).toBe(0);
    expect(await app.json("GET", "/api/reports/contracts?withinDays=0")).toMatchObject({ status: 400 });
  });
});
