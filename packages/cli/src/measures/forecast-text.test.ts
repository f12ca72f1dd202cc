import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { forecastSchema } from "@kleinod/engine/measures/expectation/report-contract.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { jsonOf, runCli } from "../testing/run-cli.ts";

/** Sixty firms that buy every 20 to 110 days over two years, a third of them only in the first one. */
const rows = Array.from({ length: 60 }, (_, firm) => {
  const gap = 20 + (firm % 7) * 15;
  const last = firm % 3 === 0 ? 360 : 720;
  return Array.from({ length: Math.floor((last - firm) / gap) + 1 }, (_, order) => {
    const day = firm + order * gap;
    const date = new Date(Date.UTC(2024, 0, 1 + day)).toISOString().slice(0, 10);
    return `R${firm}-${day};${date};K${firm};A;Screw;1;${40 + (day % 30)}.00;CHF`;
  });
}).flat();
const header = "InvoiceNo;InvoiceDate;CustomerID;StockCode;Description;Quantity;UnitPrice;Currency";

let folder: string;
let dir: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "kleinod-cli-forecast-"));
  dir = join(folder, "company");
  await writeFile(join(folder, "invoices.csv"), `${header}\n${rows.join("\n")}\n`);
  expect((await runCli("import", join(folder, "invoices.csv"), "--dir", dir)).exitCode).toBe(0);
}, 60_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

describe("kleinod report forecast", () => {
  it("prints the document of the API", async () => {
    const report = forecastSchema.strict().parse(await jsonOf("report", "forecast", "--dir", dir));
    expect(report).toMatchObject({ state: "forecast", next12: { customers: 60 } });
  });

  it("says it in the reader's language: what is expected, by which model, how far off it was", async () => {
    const text = async (...args: string[]) =>
      (await runCli("report", "forecast", ...args, "--dir", dir)).stdout;
    const english = await text("--lang", "en");
    expect(english).toContain("purchase days expected of 60 customers");
    expect(english).toMatch(/Tested on \d+ months/);
    expect(english).toContain("Benchmark: nobody leaves");
    expect(english).toContain("Month to");
    expect(await text("--lang", "de")).toContain("Vergleich: niemand bleibt weg");
    // Before anything was bought twice.
    expect(await text("--lang", "en", "--as-of", "2024-01-10")).toContain(
      "At least 20 customers".toLowerCase(),
    );
  });
});
