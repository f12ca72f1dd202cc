import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { all, one } from "@kleinod/data/duckdb/connect.ts";
import { runImport } from "@kleinod/data/import/run-import.ts";
import { openWorkspace, type Workspace } from "@kleinod/data/workspace/open-workspace.ts";
import { importOptionsSchema } from "@kleinod/engine/import/result.ts";
import { type GeneratedFile, generateCompany } from "@kleinod/testkit/companies/generate-company.ts";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

const data = resolve(process.env.KLEINOD_TEST_DATA ?? "../shared/data", "b2b");
const resellers = join(data, "adventureworks-resellers");
const crm = join(data, "maven-crm/accounts.csv");
for (const path of [resellers, crm]) {
  if (!existsSync(path)) console.warn(`Skipped: ${path} is not there (set KLEINOD_TEST_DATA).`);
}

const options = importOptionsSchema.parse({});
let folder: string;
let workspace: Workspace;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "kleinod-exports-"));
  workspace = await openWorkspace({ directory: join(folder, "data"), today: () => "2026-11-23" });
});
afterEach(async () => {
  await workspace.close();
  await rm(folder, { recursive: true, force: true });
});

const row = (sql: string) => workspace.read((connection) => one(connection, sql));

describe.skipIf(!existsSync(resellers))("the folder of AdventureWorks resellers, dropped as it is", () => {
  it("gives 701 customers, 57,851 lines and 69 resellers who never bought; tables about something else are refused by name", async () => {
    const { batches } = await runImport(workspace, [{ path: resellers }], options);
    const of = (file: string) => batches.find((batch) => batch.file === file)!;
    expect(of("Resellers.csv")).toMatchObject({
      status: "applied",
      kind: "customers",
      read: 701,
      rejected: 0,
    });
    expect(of("Product.csv")).toMatchObject({ status: "applied", kind: "products", rejected: 0 });
    expect(of("FactResellerSales.csv.gz")).toMatchObject({
      status: "applied",
      kind: "saleLines",
      read: 57_851,
      created: 57_851,
      rejected: 0,
    });
    for (const file of ["DimEmployeeSalesTerritory.csv", "ResellerSalesTargets.csv"]) {
      expect(of(file), file).toMatchObject({ status: "refused", batchId: null });
      expect(of(file).problems[0]!.message, file).toMatch(/^[A-Z“].+[.!?]$/);
    }
    expect(
      await row(`SELECT (SELECT count(*) FROM account_current) AS customers, (SELECT count(*) FROM sale_line_current) AS lines,
        (SELECT count(*) FROM account_current a WHERE NOT EXISTS (
          SELECT 1 FROM sale_line_current l WHERE l.account_id = a.account_id)) AS without_sale`),
    ).toEqual({ customers: 701, lines: 57_851, without_sale: 69 });
  });
});

describe.skipIf(!existsSync(crm))("the accounts of a CRM", () => {
  it("are 85 customers with a turnover of their own, which is not our sales", async () => {
    const { batches, questions } = await runImport(workspace, [{ path: crm }], options);
    expect(questions).toEqual([]);
    expect(batches).toMatchObject([
      { status: "applied", kind: "customers", read: 85, created: 85, rejected: 0 },
    ]);
    expect(
      await row(`SELECT count(*) AS customers, count(own_turnover) AS with_turnover, count(employees) AS with_employees,
        (SELECT count(*) FROM sale_line) AS lines FROM account_current`),
    ).toEqual({ customers: 85, with_turnover: 85, with_employees: 85, lines: 0 });
  });
});

/** Where the rows of each kind of event arrive. */
const relationOf: Partial<Record<GeneratedFile["kind"], string>> = {
  orderHeaders: "order_header_current",
  deliveries: "delivery_current",
  returns: "return_current",
  activities: "activity_current",
  serviceCases: "service_case_current",
  dunning: "dunning_current",
  costPools: "cost_pool_current",
  serviceElements: "service_element_use_current",
  contracts: "customer_contract_current",
  partners: "partner_current",
  partnerCustomers: "partner_customer_current",
  surveys: "survey_current",
  insights: "insight_current",
};

/** Every event is there, at a customer, understood: its channel, its kind, its pool. */
async function expectEvents(files: readonly GeneratedFile[]): Promise<void> {
  for (const { kind, rows } of files) {
    const relation = relationOf[kind];
    if (relation === undefined) continue;
    expect(await row(`SELECT count(*) AS rows FROM ${relation}`), kind).toEqual({ rows });
  }
  const orders =
    await row(`SELECT count(*) AS orders, count(customer_id) AS of_customers, count(channel) AS known,
    count(*) FILTER (channel_reason = 'batchUser') AS inferred FROM order_header_current`);
  const { orders: all, known, inferred } = orders as Record<string, number>;
  expect(orders).toMatchObject({ of_customers: all });
  // Without any channel in the file (bexio) only the orders of machines can be told.
  expect(inferred).toBeGreaterThan(0);
  expect(known).toBeGreaterThan(inferred! - 1);
  expect(
    await row(`SELECT count(*) AS talks FROM activity_current
      WHERE activity_type IS NULL OR activity_type = 'other' OR role IS NULL OR person IS NULL OR reason IS NULL`),
  ).toEqual({ talks: 0 });
  expect(
    await row(
      "SELECT count(*) AS pools FROM cost_pool_current WHERE role IS NULL OR capacity_minutes IS NULL",
    ),
  ).toEqual({ pools: 0 });
}

describe("a small Alpfix AG", () => {
  for (const style of ["sap", "bexio"] as const) {
    it(`as exported by ${style} comes in without a question, and agrees with its ERP to the cent`, async () => {
      const company = await generateCompany({
        company: "alpfix",
        customers: 300,
        years: 2,
        style,
        out: join(folder, "exports"),
      });
      const { batches, questions } = await runImport(
        workspace,
        company.files.map(({ path }) => ({ path })),
        options,
      );
      expect(questions).toEqual([]);
      for (const [index, { kind, rows, path }] of company.files.entries()) {
        expect(batches[index], path).toMatchObject({ status: "applied", kind, read: rows, rejected: 0 });
      }
      await expectEvents(company.files);
      const [, ...truth] = (
        await readFile(company.truth.find((path) => path.endsWith("control-totals.csv"))!, "utf8")
      )
        .trim()
        .split("\n");
      const totals = await workspace.read((connection) =>
        all(
          connection,
          `SELECT strftime(document_date, '%Y-%m') AS month, document_type, count(DISTINCT document_id) AS documents,
            count(*) AS lines, sum(amount_cents)::BIGINT AS amount_cents
          FROM sale_line_current GROUP BY ALL`,
        ),
      );
      expect(totals.map((total) => Object.values(total).join(";")).sort()).toEqual(truth.sort());
      const reported = batches.flatMap(({ controlTotals }) => controlTotals);
      expect(
        reported
          .map((total) =>
            [total.month, total.documentType, total.documents, total.lines, total.amountCents].join(";"),
          )
          .sort(),
      ).toEqual(truth);
    });
  }
});
