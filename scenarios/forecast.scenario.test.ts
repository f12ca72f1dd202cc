import { existsSync, readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { forecast } from "@kleinod/data/measures/reports/forecast.ts";
import { reportContext } from "@kleinod/data/workspace/measure-context.ts";
import { openWorkspace } from "@kleinod/data/workspace/open-workspace.ts";
import { type Forecast, forecastSchema } from "@kleinod/engine/measures/expectation/report-contract.ts";
import { generateCompany } from "@kleinod/testkit/companies/generate-company.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { importTemplates, writeTemplate } from "./cost-to-serve-files.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "kleinod-forecast-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** What the company says about its own forecasts once these files are imported. */
async function forecastOf(name: string, paths: readonly string[], today: string): Promise<Forecast> {
  const workspace = await openWorkspace({ directory: join(folder, name), today: () => today });
  try {
    await importTemplates(workspace, paths);
    const found = await reportContext(workspace);
    if (!found.ok) throw new Error(found.message.en);
    const report = await workspace.read((connection) => forecast(connection, found.context));
    return forecastSchema.strict().parse(report);
  } finally {
    await workspace.close();
  }
}

/** True of every company whose customers buy again: the chosen model knows more than both benchmarks. */
function expectBetterThanBenchmarks(report: Forecast): void {
  const { forecasters } = report.holdout!;
  const chosen = forecasters.find(({ isChosen }) => isChosen)!;
  expect(chosen.code).toBe(report.model!.code);
  for (const { rmse, isBenchmark } of forecasters) {
    if (isBenchmark) expect(chosen.rmse).toBeLessThan(rmse);
    // The choice lets an error within one per cent of the lowest count as equal.
    else expect(chosen.rmse).toBeLessThanOrEqual(1.01 * rmse);
  }
  // At least 80 % are promised per customer.
  expect(report.holdout!.interval.insideRatio).toBeGreaterThan(0.75);
}

describe("forecast: a company learns which model knows its customers best", () => {
  it("Alpfix, 800 customers over two years", async () => {
    const { files } = await generateCompany({
      company: "alpfix",
      out: join(folder, "exports"),
      customers: 800,
      years: 2,
      asOf: "2025-10-31",
    });
    const report = await forecastOf(
      "alpfix",
      files.map(({ path }) => path),
      "2025-11-15",
    );
    expectBetterThanBenchmarks(report);
    expect(report.next12!.orders.low!).toBeLessThan(report.next12!.orders.expected);
    expect(report.next12!.salesCents!.expected).toBeGreaterThan(0);
    // The total of the hold-out is met within a third.
    const chosen = report.holdout!.forecasters.find(({ isChosen }) => isChosen)!;
    expect(Math.abs(chosen.biasRatio!)).toBeLessThan(1 / 3);
  }, 240_000);

  const cdnow = resolve(process.env.KLEINOD_TEST_DATA ?? "../shared/data", "cdnow", "CDNOW_sample.txt");
  it.skipIf(!existsSync(cdnow))(
    "CDNOW as a company's sales (needs the folder cdnow in KLEINOD_TEST_DATA)",
    async () => {
      const path = join(folder, "sales.csv");
      const rows = readFileSync(cdnow, "utf8")
        .split(/\r?\n/)
        .filter((line) => line.trim() !== "")
        .map((line, index) => {
          const [customer = "", , date = "", , value = ""] = line.trim().split(/\s+/);
          return {
            documentNumber: `R${index}`,
            documentDate: `${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6)}`,
            accountKey: customer,
            productCode: "CD",
            amount: value,
            currency: "USD",
          };
        });
      await writeTemplate(path, "saleLines", rows);
      const report = await forecastOf("cdnow", [path], "1998-07-01");
      expectBetterThanBenchmarks(report);
      // 17 whole months from 1 January 1997 to 30 June 1998: 5 are held out.
      expect(report.holdout).toMatchObject({ cut: "1998-01-30", months: 5 });
      // Nearly all of the 2,357 bought something of value.
      expect(report.holdout!.customersBefore).toBeGreaterThan(2_330);
      expect(report.tracking).toHaveLength(17);
    },
    120_000,
  );
});
