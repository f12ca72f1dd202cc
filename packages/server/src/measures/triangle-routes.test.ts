import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { economicsSchema } from "@kleinod/engine/measures/economics/report-contract.ts";
import {
  triangleCustomersSchema,
  triangleSchema,
} from "@kleinod/engine/measures/triangle/report-contract.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestApp, type TestApp } from "../testing/test-app.ts";

/** Twenty firms with three small orders each, over four product groups. */
const firms = 20;
const groups = ["Screws", "Fittings", "Tools", "Paint"];
const lines = Array.from({ length: firms }, (_, firm) =>
  ["2025-09-04", "2025-11-06", "2026-01-08"].flatMap((day, order) =>
    groups.map(
      (group, line) =>
        `R${firm}-${order};${day};K${firm};P${line};${group};1;${4 + firm}.00;CHF;${group};2.50`,
    ),
  ),
).flat();

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

describe("economics and triangle in the API", () => {
  it("answers economics on the basis that is asked for, by its schema", async () => {
    const sales = economicsSchema.strict().parse(await app.json("GET", "/api/reports/economics?basis=sales"));
    // Σ over firms of 3 orders · 4 lines · (4 + firm) = 12 · (20 · 4 + 190) = 3240.00
    expect(sales.whale).toMatchObject({ basis: "sales", customers: firms, totalCents: 3_240_00 });
    expect(sales.smallOrders).toMatchObject({ orders: 3 * firms });
    expect(sales.hasCostToServe).toBe(true);
    expect(await app.json("GET", "/api/reports/economics?basis=profit")).toMatchObject({ status: 400 });
  });

  it("answers the triangle and the customers behind a case type", async () => {
    const report = triangleSchema.strict().parse(await app.json("GET", "/api/reports/triangle"));
    expect(report.evidence).toBe("orders");
    expect(report.customers.total).toBe(firms);
    const [type] = report.caseTypes;
    expect(type).toMatchObject({ reason: "smallOrder" });
    const query = `caseType=${encodeURIComponent(type!.code)}&limit=2`;
    const list = triangleCustomersSchema
      .strict()
      .parse(await app.json("GET", `/api/reports/triangle/customers?${query}`));
    expect(list.total).toBe(type!.customers);
    expect(list.rows.length).toBe(Math.min(2, type!.customers));
    expect(await app.json("GET", "/api/reports/triangle/customers?limit=0")).toMatchObject({ status: 400 });
  });
});
