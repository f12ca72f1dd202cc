import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Job } from "@kleinod/engine/import/history.ts";
import type { BatchResult, ImportResult } from "@kleinod/engine/import/result.ts";
import { overviewSchema, quietSchema, whaleSchema } from "@kleinod/engine/measures/reports.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { saleLinesCsv } from "./testing/sale-lines.ts";
import { openTestApp, type TestApp } from "./testing/test-app.ts";

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp();
});
afterAll(() => app.close());

async function upload(name: string, text: string): Promise<{ ref: string; file: string; bytes: number }> {
  const response = await app.ask("POST", `/api/uploads?name=${encodeURIComponent(name)}`, {
    body: text,
    headers: { "content-type": "application/octet-stream" },
  });
  return (await response.json()) as { ref: string; file: string; bytes: number };
}

describe("before the first import", () => {
  it("says that there is nothing yet", async () => {
    expect(await app.json("GET", "/api/status")).toMatchObject({
      space: "company",
      hasData: false,
      exampleReady: false,
      measured: false,
      batches: 0,
      localOnly: true,
      jobs: [],
    });
    expect(await app.json("GET", "/api/reports/overview")).toMatchObject({ code: "noData", status: 409 });
  });

  it("tells a measuring that has nothing to measure as a failed job with the reason", async () => {
    const job = await app.job("POST", "/api/measure", {});
    expect(job).toMatchObject({ state: "failed", error: expect.stringContaining("no data") });
  });
});

describe("a file from upload to overview", () => {
  it("takes the file, says what it holds, imports and measures it", async () => {
    const { ref, file, bytes } = await upload("../../Rechnungen März.csv", saleLinesCsv);
    expect({ file, bytes }).toEqual({ file: "Rechnungen März.csv", bytes: saleLinesCsv.length });

    const inspected = await app.json<{ files: { ref: string; kind: string }[] }>(
      "POST",
      "/api/import/inspect",
      {
        files: [{ ref }],
      },
    );
    expect(inspected.files).toMatchObject([{ ref, file, kind: "saleLines", questions: [], missing: [] }]);

    const job = await app.job("POST", "/api/import", { files: [{ ref }], options: {} });
    const result = job.result as ImportResult;
    expect(result.questions).toEqual([]);
    expect(result.batches).toMatchObject([{ batchId: "b1", status: "applied", read: 4, created: 4, file }]);

    const overview = overviewSchema.parse(await app.json("GET", "/api/reports/overview"));
    // 50.00 + 20.00 + 5.00
    expect(overview.salesCents.last12).toBe(7500);
    expect(overview).toMatchObject({ asOf: "2026-03-06", currency: "CHF", customers: { total: 3 } });
    expect(await app.json("GET", "/api/status")).toMatchObject({ hasData: true, measured: true, batches: 1 });
    // An upload that was applied is not needed any more.
    expect((await app.ask("DELETE", `/api/uploads/${ref}`)).status).toBe(404);
  });

  it("reports the curve, the call list and the customers", async () => {
    const whale = whaleSchema.parse(await app.json("GET", "/api/reports/whale?basis=sales"));
    expect(whale).toMatchObject({ basis: "sales", customers: 3, totalCents: 7500 });
    expect(
      quietSchema.parse(await app.json("GET", "/api/reports/quiet?states=dormant,lost&sizes=small")).rows,
    ).toEqual([]);
    const page = await app.json<{ total: number; rows: Record<string, unknown>[] }>(
      "POST",
      "/api/customers/query",
      {
        filters: [{ column: "salesLast12Cents", op: "ge", value: 2000 }],
        sort: "-salesLast12Cents",
        columns: ["accountKey", "salesLast12Cents"],
      },
    );
    expect(page.total).toBe(2);
    expect(page.rows.map((row) => row.accountKey)).toEqual(["K1", "K2"]);
  });

  it("knows one customer, their documents, a note and what a figure is made of", async () => {
    const found = await app.json<{ customers: { customerId: number }[] }>("GET", "/api/search?q=K1");
    const id = found.customers[0]?.customerId;
    expect(await app.json("GET", `/api/customers/${id}`)).toMatchObject({
      figures: { salesLast12Cents: 5000 },
    });
    expect(await app.json("GET", `/api/customers/${id}/documents?limit=1`)).toMatchObject({
      total: 2,
      rows: [{ documentNumber: "R3" }],
    });
    await app.json("PUT", `/api/customers/${id}/note`, { text: "Calls back in May" });
    expect(await app.json("GET", `/api/customers/${id}`)).toMatchObject({ note: "Calls back in May" });
    expect(await app.json("GET", "/api/explain/salesLast12Cents")).toMatchObject({
      code: "salesLast12Cents",
    });
    expect(await app.json("GET", "/api/explain/nothing")).toMatchObject({
      code: "unknownFigure",
      status: 404,
    });
    expect(await app.json("GET", "/api/customers/999999")).toMatchObject({
      code: "unknownCustomer",
      status: 404,
    });
  });

  it("exports what the table shows", async () => {
    const query = encodeURIComponent(
      JSON.stringify({ sort: "accountKey", columns: ["accountKey", "salesLast12Cents"] }),
    );
    const csv = await app.ask("GET", `/api/customers/export?format=csv&lang=en&query=${query}`);
    expect(csv.headers.get("content-disposition")).toContain("customers.csv");
    expect((await csv.text()).split("\r\n").slice(1, 4)).toEqual(["K1,50.00", "K2,20.00", "K3,5.00"]);
    for (const path of ["/api/customers/export?format=xlsx", "/api/reports/quiet.xlsx?lang=de"]) {
      const sheet = Buffer.from(await (await app.ask("GET", path)).arrayBuffer());
      expect(sheet.subarray(0, 2).toString()).toBe("PK");
    }
    expect(await app.json("GET", "/api/customers/export?query=%7B")).toMatchObject({
      code: "requestInvalid",
    });
  });

  it("takes a batch out and back in, and measures each time", async () => {
    expect((await app.job("POST", "/api/import/batches/b1/undo")).result).toMatchObject({ status: "undone" });
    expect(await app.json("GET", "/api/import/batches/b1")).toMatchObject({ status: "undone" });
    expect(await app.json("POST", "/api/import/batches/b1/undo")).toMatchObject({
      code: "batchStateRefused",
    });
    expect((await app.job("POST", "/api/import/batches/b1/redo")).state).toBe("done");
    expect(await app.json("GET", "/api/reports/overview")).toMatchObject({ salesCents: { last12: 7500 } });
    expect(await app.json("GET", "/api/import/batches/b77")).toMatchObject({
      code: "unknownBatch",
      status: 404,
    });
  });
});

describe("bad rows", () => {
  it("keeps the good ones and hands the bad ones out with what is wrong, safe to open", async () => {
    const good = Array.from({ length: 100 }, (_, index) => `S${index};2026-03-07;K1;A;Screw;1;10.00;CHF`);
    const text = [saleLinesCsv.split("\n")[0], ...good, "=1+1;no date;K1;A;Screw;1;10.00;CHF", ""].join("\n");
    const { ref } = await upload("bad.csv", text);
    const job = await app.job("POST", "/api/import", { files: [{ ref }], options: { measure: false } });
    const [batch] = (job.result as ImportResult).batches as [BatchResult];
    expect(batch).toMatchObject({ read: 101, created: 100, rejected: 1 });
    const csv = await (await app.ask("GET", `/api/import/batches/${batch.batchId}/problems.csv`)).text();
    expect(csv).toContain("“no date” is not a date in the format of the file");
    const german = await app.ask("GET", `/api/import/batches/${batch.batchId}/problems.csv?lang=de`);
    expect(await german.text()).toMatch(/^\uFEFF?Zeile;Spalte;Wert;.*\r\n102;.*«no date» ist kein Datum/);
    expect(csv).not.toMatch(/(^|,)[=+@]/m);
    const listed = await app.json<{ batches: BatchResult[] }>("GET", "/api/import/batches");
    expect(listed.batches.map((each) => each.batchId)).toEqual([batch.batchId, "b1"]);
  });
});

describe("parameters and decisions", () => {
  it("lists, refuses, tries out and sets", async () => {
    const { parameters } = await app.json<{ parameters: { code: string; label: object }[] }>(
      "GET",
      "/api/parameters",
    );
    expect(parameters.find(({ code }) => code === "size.lineCents")?.label).toHaveProperty("de");
    expect(await app.json("PUT", "/api/parameters/rhythm.dormantQuantile", { value: 2 })).toMatchObject({
      status: 422,
      code: "valueNotAllowed",
    });
    expect(await app.json("PUT", "/api/parameters/no.such", { value: 2 })).toMatchObject({
      code: "unknownParameter",
    });
    const proposal = await app.json<{ proposalCents: number }>("GET", "/api/size-line/proposal");
    expect(proposal.proposalCents).toBeGreaterThan(0);
    expect(await app.json("GET", "/api/size-line/count?cents=3000")).toMatchObject({ small: 2, large: 1 });
    expect(await app.json("POST", "/api/parameters/size.lineCents/diff", { value: 3000 })).toHaveProperty(
      "affected",
    );
    expect((await app.job("PUT", "/api/size-line", { cents: 3000 })).state).toBe("done");
    expect(await app.json("GET", "/api/status")).toMatchObject({ sizeLineAsked: true, measured: true });
    expect(await app.json("GET", "/api/reports/overview")).toMatchObject({
      sizeLine: { cents: 3000, isProposal: false },
    });
  });

  it("keeps views, control figures and decisions on accounts", async () => {
    const view = await app.json<{ id: string }>("POST", "/api/views", {
      name: "Mine",
      page: "customers",
      query: {},
    });
    expect(await app.json("GET", "/api/views")).toMatchObject({ views: [{ id: view.id, name: "Mine" }] });
    await app.json("DELETE", `/api/views/${view.id}`);
    expect(await app.json("GET", "/api/views")).toEqual({ views: [] });
    const figure = { month: "2026-01", documentType: "invoice", erpCents: 2100 };
    const { rows } = await app.json<{ rows: object[] }>("PUT", "/api/import/control-totals", figure);
    // The file says 2 × 10.00, the ERP 21.00.
    expect(rows).toContainEqual(
      expect.objectContaining({ month: "2026-01", amountCents: 2000, erpCents: 2100 }),
    );
    expect((await app.job("POST", "/api/duplicates/run")).state).toBe("done");
    expect(await app.json("GET", "/api/duplicates?state=open")).toHaveProperty("pairs");
    expect(await app.json("DELETE", "/api/duplicates/decisions/99")).toMatchObject({
      code: "unknownDecision",
    });
    expect(await app.json("GET", "/api/quality")).toMatchObject({ tier: "T0" });
  });

  it("puts two accounts together, measures once for several decisions, and takes it back", async () => {
    const { customers } = await app.json<{ customers: { customerId: number }[] }>("GET", "/api/search?q=K");
    const details = await Promise.all(
      customers
        .slice(0, 2)
        .map(({ customerId }) =>
          app.json<{ accounts: { accountId: number }[] }>("GET", `/api/customers/${customerId}`),
        ),
    );
    const accounts = details.flatMap((detail) => detail.accounts.map((account) => account.accountId));
    const merged = await app.json<{ id: string; job: Job }>("POST", "/api/duplicates/decisions", {
      type: "merge",
      accounts,
    });
    const undone = await app.json<{ id: string; job: Job }>(
      "DELETE",
      `/api/duplicates/decisions/${merged.id}`,
    );
    expect(undone.job.id).toBe(merged.job.id);
    expect(await app.json("GET", `/api/jobs/${merged.job.id}?waitMs=20000`)).toMatchObject({ state: "done" });
    expect(await app.json("GET", "/api/reports/overview")).toMatchObject({ customers: { total: 3 } });
  });
});

describe("what is refused", () => {
  it("takes paths from the owner only", async () => {
    const path = join(app.folder, "paths.csv");
    await writeFile(path, saleLinesCsv);
    const body = { files: [{ ref: path }], options: { dryRun: true } };
    expect(await app.json("POST", "/api/import", body)).toMatchObject({ code: "pathRefused", status: 403 });
    expect(await app.json("POST", "/api/backup", { path })).toMatchObject({ code: "pathRefused" });
    const job = await app.job("POST", "/api/import", body);
    expect((job.result as ImportResult).batches).toMatchObject([{ status: "dryRun", read: 4, unchanged: 4 }]);
  });

  it("keeps own files out of the example", async () => {
    const uploadThere = await app.ask("POST", "/api/uploads?space=example&name=a.csv", {
      body: "a",
      headers: { "content-type": "application/octet-stream" },
    });
    expect(await uploadThere.json()).toMatchObject({ code: "exampleReadOnly" });
    const { ref } = await upload("a.csv", saleLinesCsv);
    expect(await app.json("POST", "/api/import?space=example", { files: [{ ref }] })).toMatchObject({
      code: "exampleReadOnly",
      status: 403,
    });
  });

  it.each([
    ["POST", "/api/import", { files: [] }, 400, "requestInvalid"],
    ["POST", "/api/import", { files: [{ ref: "u_unknown" }] }, 404, "unknownUpload"],
    ["GET", "/api/reports/overview?asOf=2026-02-31", undefined, 422, "asOfInvalid"],
    ["GET", "/api/reports/overview?asOf=yesterday", undefined, 400, "requestInvalid"],
    ["GET", "/api/reports/quiet?states=asleep", undefined, 400, "requestInvalid"],
    ["POST", "/api/customers/query", { sort: "nothing" }, 422, "valueNotAllowed"],
    ["GET", "/api/jobs/j999", undefined, 404, "unknownJob"],
    ["GET", "/api/status?space=other", undefined, 400, "requestInvalid"],
    ["GET", "/api/nothing", undefined, 404, "unknownRoute"],
  ])("answers %s %s %j with %i %s as problem details", async (method, path, body, status, code) => {
    const response = await app.ask(method, path, { body });
    expect(response.headers.get("content-type")).toBe("application/problem+json");
    expect(await response.json()).toMatchObject({
      status,
      code,
      title: expect.any(String),
      detail: expect.any(String),
    });
    expect(response.status).toBe(status);
  });

  it("refuses malformed JSON and an upload that is no raw bytes", async () => {
    const malformed = await app.ask("POST", "/api/measure", { body: "{" });
    expect([malformed.status, (await malformed.json()) as object]).toMatchObject([
      400,
      { code: "requestInvalid" },
    ]);
    const json = await app.ask("POST", "/api/uploads?name=a.csv", { body: {} });
    expect(json.status).toBe(415);
  });
});

describe("reference and pages", () => {
  it("describes every route and its problems without asking another server", async () => {
    const document = await app.json<{
      paths: Record<string, Record<string, { responses: object; summary: string }>>;
    }>("GET", "/api/openapi.json");
    const operations = Object.values(document.paths).flatMap((path) => Object.values(path));
    expect(operations.length).toBeGreaterThan(40);
    for (const operation of operations) {
      expect(operation.summary).toBeTruthy();
      expect(operation.responses).toHaveProperty("default");
    }
    const page = await (await app.ask("GET", "/api/docs")).text();
    expect(page).not.toMatch(/https?:/);
    for (const [, file] of page.matchAll(/(?:src|href)="([^"]+)"/g)) {
      expect((await app.ask("GET", file ?? "")).status).toBe(200);
    }
    expect((await app.ask("GET", "/api/docs/package.json")).status).toBe(404);
  });

  it("says what to run while the web app is not built, then serves it, packed, with addresses of its own", async () => {
    const missing = await app.ask("GET", "/company/overview");
    expect(missing.status).toBe(503);
    expect(await missing.text()).toContain("npm run build");
    const assets = join(app.folder, "dist", "assets");
    await mkdir(assets, { recursive: true });
    await writeFile(join(app.folder, "dist", "index.html"), "<title>app</title>");
    await writeFile(join(assets, "main-1a2b.js"), "export const a = 1;");
    await writeFile(join(app.folder, "secret.txt"), "secret");
    const page = await app.ask("GET", "/company/customers?filter=x");
    expect([page.status, await page.text(), page.headers.get("cache-control")]).toEqual([
      200,
      "<title>app</title>",
      "no-cache",
    ]);
    const script = await app.ask("GET", "/assets/main-1a2b.js", {
      headers: { "accept-encoding": "gzip, br" },
    });
    expect(script.headers.get("content-encoding")).toBe("br");
    expect(script.headers.get("cache-control")).toContain("immutable");
    expect((await app.ask("GET", "/assets/old.js")).status).toBe(404);
    for (const path of ["/..%2fsecret.txt", "/assets/..%2f..%2fsecret.txt", "/%2e%2e/secret.txt"]) {
      expect(await (await app.ask("GET", path)).text()).not.toContain("secret");
    }
  });
});
