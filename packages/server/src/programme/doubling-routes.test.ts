import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { LeverPlan } from "@kleinod/engine/programme/contracts/plan-contract.ts";
import {
  type DoublingOutcome,
  doublingReportSchema,
} from "@kleinod/engine/programme/doubling/report-contract.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestApp, type TestApp } from "../testing/test-app.ts";

/** Twenty firms with three orders each, over four product groups. */
const firms = 20;
const groups = ["Screws", "Fittings", "Tools", "Paint"];
const lines = Array.from({ length: firms }, (_, firm) =>
  ["2025-09-04", "2025-11-06", "2026-01-08"].flatMap((day, order) =>
    groups.map(
      (group, line) =>
        `R${firm}-${order};${day};K${firm};P${line};${group};1;${40 + firm}.00;CHF;${group};20.00`,
    ),
  ),
).flat();
const header =
  "InvoiceNo;InvoiceDate;CustomerID;StockCode;Description;Quantity;UnitPrice;Currency;ProductGroup;CostOfGoods";

const plan = (assignments: LeverPlan["assignments"] = []): LeverPlan => ({
  name: "Probe",
  snapshot: "latest",
  assignments,
});

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp();
  const folder = join(app.folder, "inbox");
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "sales.csv"), `${header}\n${lines.join("\n")}\n`);
  const job = await app.job("POST", "/api/import", {
    files: [{ ref: join(folder, "sales.csv") }],
    options: {},
  });
  if (job.state !== "done") throw new Error(JSON.stringify(job));
}, 60_000);
afterAll(() => app.close());

const withoutRanking = ({ flipRanking: _ranking, ...outcome }: DoublingOutcome) => outcome;
const report = async (method: string, path: string, body?: unknown) =>
  doublingReportSchema.parse(await app.json(method, path, body));

describe("the doubling test in the API", () => {
  it("answers today alone by its schema, in words", async () => {
    const {
      customers,
      today,
      plan: planned,
      sentence,
      planName,
    } = await report("GET", "/api/reports/doubling");
    expect(customers).toBeGreaterThan(0);
    expect(customers).toBeLessThanOrEqual(firms);
    expect(planned).toBeNull();
    expect(planName).toBeNull();
    expect(sentence.de).toContain(`von ${customers} auf ${2 * customers}`);
    expect(today.parts.find(({ part }) => part === "sales")!.cents).toBeGreaterThan(0);
    expect(today.lowCents).toBeLessThanOrEqual(today.highCents);
  });

  it("says the same of a plan without options, to the cent", async () => {
    const { today, plan: planned } = await report("POST", "/api/reports/doubling", { plan: plan() });
    expect(withoutRanking(planned!)).toEqual(withoutRanking(today));
  });

  it("takes a kept plan by its number, and a version of it", async () => {
    const kept = (await app.json("POST", "/api/programme/plans", { plan: plan() })) as {
      head: { id: number };
    };
    const { id } = kept.head;
    const byNumber = await report("GET", `/api/reports/doubling?plan=${id}`);
    expect(byNumber.planName).toBe("Probe");
    expect(await report("GET", `/api/reports/doubling?plan=${id}.1`)).toEqual(byNumber);
    expect(await report("POST", "/api/reports/doubling", { planId: id })).toEqual(byNumber);
  });

  it("gives the board's page as PDF in both languages", async () => {
    for (const lang of ["de", "en"]) {
      const response = await app.ask("GET", `/api/reports/doubling.pdf?lang=${lang}`);
      expect(response.status).toBe(200);
      expect(response.headers.get("content-type")).toBe("application/pdf");
      expect(response.headers.get("content-disposition")).toMatch(/kleinod-doubling-\d{4}-\d\d-\d\d\.pdf/);
      const bytes = new Uint8Array(await response.arrayBuffer());
      expect(Buffer.from(bytes.subarray(0, 5)).toString()).toBe("%PDF-");
    }
  });

  it("declines what it does not know, and says what", async () => {
    expect(await app.json("GET", "/api/reports/doubling?plan=999")).toMatchObject({ status: 404 });
    expect(await app.json("GET", "/api/reports/doubling?plan=seven")).toMatchObject({ status: 400 });
    const unknown = plan([{ option: "L99", segment: "small", from: "2027-01-01", params: {} }]);
    expect(await app.json("POST", "/api/reports/doubling", { plan: unknown })).toMatchObject({
      status: 422,
      detail: expect.stringContaining("L99"),
    });
  });

  it("without small customers says that there is nobody to double", async () => {
    await app.json("PUT", "/api/parameters/size.lineCents", { value: 1 });
    expect(await app.json("GET", "/api/reports/doubling")).toMatchObject({
      status: 409,
      code: "noSmallCustomers",
    });
  });
});
