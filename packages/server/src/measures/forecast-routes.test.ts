import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { forecastSchema } from "@kleinod/engine/measures/expectation/report-contract.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestApp, type TestApp } from "../testing/test-app.ts";

/** Sixty firms that buy every so many days over two years, a third of them only in the first one. */
const firms = 60;
const lines = Array.from({ length: firms }, (_, firm) => {
  const gap = 20 + (firm % 7) * 15;
  const last = firm % 3 === 0 ? 360 : 720;
  const days = Array.from({ length: Math.floor((last - firm) / gap) + 1 }, (_, order) => firm + order * gap);
  return days.map((day) => {
    const date = new Date(Date.UTC(2024, 0, 1 + day)).toISOString().slice(0, 10);
    return `R${firm}-${day};${date};K${firm};P1;Screws;1;${40 + (day % 30)}.00;CHF;Screws;25.00`;
  });
}).flat();

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp();
  const folder = join(app.folder, "inbox");
  await mkdir(folder, { recursive: true });
  const header =
    "InvoiceNo;InvoiceDate;CustomerID;StockCode;Description;Quantity;UnitPrice;Currency;ProductGroup;CostOfGoods";
  await writeFile(join(folder, "sales.csv"), `${header}\n${lines.join("\n")}\n`);
  const job = await app.job("POST", "/api/import", {
    files: [{ ref: join(folder, "sales.csv") }],
    options: {},
  });
  if (job.state !== "done") throw new Error(JSON.stringify(job));
}, 60_000);
afterAll(() => app.close());

describe("the forecast in the API", () => {
  it("answers by its schema: candidates, the chosen one, what it expects", async () => {
    const report = forecastSchema.strict().parse(await app.json("GET", "/api/reports/forecast"));
    expect(report.state).toBe("forecast");
    expect(report.holdout!.forecasters).toHaveLength(6);
    expect(report.holdout!.customersBefore).toBe(firms);
    expect(report.model!.code).toBe(report.holdout!.forecasters.find(({ isChosen }) => isChosen)!.code);
    expect(report.next12!.orders.expected).toBeGreaterThan(0);
    expect(report.tracking.some(({ isHoldout }) => isHoldout)).toBe(true);
  });

  it("is in the explanation of a customer's figures, and of no others", async () => {
    const explained = (code: string) =>
      app.json<{ findings: { en: string }[] }>("GET", `/api/explain/${code}`);
    const { model } = forecastSchema.parse(await app.json("GET", "/api/reports/forecast"));
    for (const code of ["probabilityActive", "expectedSales12Cents", "lifetimeNetCents"]) {
      const { findings } = await explained(code);
      expect(findings).toHaveLength(1);
      expect(findings[0]!.en).toContain(`${model!.label.en}: `);
    }
    expect((await explained("salesLast12Cents")).findings).toEqual([]);
  });

  it("of a day before there was enough says so", async () => {
    const report = forecastSchema.parse(await app.json("GET", "/api/reports/forecast?asOf=2024-01-10"));
    expect(report).toMatchObject({ state: "tooLittleHistory", model: null, next12: null });
  });
});
