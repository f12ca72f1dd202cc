import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { needGapsSchema, needsSchema } from "@kleinod/engine/measures/need/report-contract.ts";
import { customerNeedSchema, potentialSchema } from "@kleinod/engine/measures/potential/report-contract.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestApp, type TestApp } from "../testing/test-app.ts";

/** Sixty carpenters; all buy screws, all but the last two fittings too. */
const carpenters = 60;
const lines = Array.from({ length: carpenters }, (_, i) => [
  `R${i};2026-01-05;K${i};A;Screw;1;${(100 + i).toFixed(2)};CHF;Screws`,
  ...(i < carpenters - 2 ? [`R${i};2026-01-05;K${i};B;Hinge;1;40.00;CHF;Fittings`] : []),
]).flat();
const customers = Array.from(
  { length: carpenters },
  (_, i) => `K${i};Firm ${i};052 000 00 ${10 + i};Carpentry;7`,
);

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp();
  await mkdir(join(app.folder, "inbox"), { recursive: true });
  const files = {
    "sales.csv": `InvoiceNo;InvoiceDate;CustomerID;StockCode;Description;Quantity;UnitPrice;Currency;ProductGroup\n${lines.join("\n")}\n`,
    "customers.csv": `CustomerID;Name;Phone;Branch;Employees\n${customers.join("\n")}\n`,
  };
  for (const [name, content] of Object.entries(files))
    await writeFile(join(app.folder, "inbox", name), content);
  const refs = Object.keys(files).map((name) => ({ ref: join(app.folder, "inbox", name) }));
  const job = await app.job("POST", "/api/import", { files: refs, options: {} });
  if (job.state !== "done") throw new Error(JSON.stringify(job));
}, 60_000);
afterAll(() => app.close());

describe("needs, need gaps and potential", () => {
  it("lists who lacks what comparable firms buy, filtered, with a telephone number", async () => {
    const gaps = needGapsSchema.parse(await app.json("GET", "/api/reports/need-gaps"));
    expect(gaps).toMatchObject({
      total: 2,
      customers: 2,
      choices: { branches: ["Carpentry"], fields: ["Fittings"] },
    });
    // 58 of 59 peers spend CHF 40: 40 · 58 ÷ 59 = 39.32.
    expect(gaps.rows[0]).toMatchObject({
      field: "Fittings",
      peerLevel: "branchStaff",
      peers: 59,
      peersBuying: 58,
      worthCents: 40_00,
      expectedCents: 39_32,
    });
    expect(gaps.rows[0]!.phone).toMatch(/052|\+4152/);
    const none = await app.json("GET", "/api/reports/need-gaps?branch=Bakery");
    expect(none).toMatchObject({ total: 0, rows: [] });
    expect(await app.json("GET", "/api/reports/need-gaps?sizes=tiny")).toMatchObject({ status: 400 });
  });

  it("gives profiles, potentials and the three numbers of one customer by their schemas", async () => {
    const needs = needsSchema.parse(await app.json("GET", "/api/reports/needs?limit=3"));
    expect(needs).toMatchObject({ known: carpenters, rowsTotal: carpenters });
    expect(needs.rows).toHaveLength(3);
    const potential = potentialSchema.parse(
      await app.json("GET", "/api/reports/potential?limit=5&offset=58"),
    );
    expect(potential).toMatchObject({ exposureUnknown: true, total: carpenters });
    expect(potential.customers).toHaveLength(2);
    const { id } = potential.customers[0]!;
    const one = customerNeedSchema.parse(await app.json("GET", `/api/customers/${id}/need`));
    expect(one.profile.id).toBe(id);
    expect(one.threeNumbers.uplift.unclearReason).toBe("noExperiment");
    expect(await app.json("GET", "/api/customers/999999/need")).toMatchObject({ code: "unknownCustomer" });
  });

  it("sends the lists as files", async () => {
    const csv = await (await app.ask("GET", "/api/reports/need-gaps.csv?lang=en")).text();
    const [header, first] = csv.split("\r\n");
    expect(header).toContain('Need field,"Share of comparable firms');
    expect(first).toContain("58 of 59 comparable firms");
    for (const name of ["need-gaps", "needs", "potential"]) {
      const sheet = Buffer.from(
        await (await app.ask("GET", `/api/reports/${name}.xlsx?lang=de`)).arrayBuffer(),
      );
      expect(sheet.subarray(0, 2).toString()).toBe("PK");
      expect((await app.ask("GET", `/api/reports/${name}.csv`)).status).toBe(200);
    }
  });
});
