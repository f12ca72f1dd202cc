import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { economicsSchema } from "@kleinod/engine/measures/economics/report-contract.ts";
import { triangleSchema } from "@kleinod/engine/measures/triangle/report-contract.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { jsonOf, runCli } from "../testing/run-cli.ts";
import { saleLinesCsv } from "../testing/sale-lines.ts";

let folder: string;
let dir: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "kleinod-cli-triangle-"));
  dir = join(folder, "company");
  await writeFile(join(folder, "invoices.csv"), saleLinesCsv);
  expect((await runCli("import", join(folder, "invoices.csv"), "--dir", dir)).exitCode).toBe(0);
}, 60_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

describe("kleinod report economics, kleinod report triangle", () => {
  it("print the documents of the API", async () => {
    const economics = economicsSchema.strict().parse(await jsonOf("report", "economics", "--dir", dir));
    expect(economics.customers.total).toBe(3);
    const triangle = triangleSchema.strict().parse(await jsonOf("report", "triangle", "--dir", dir));
    expect(triangle.customers.total).toBe(3);
    expect(await jsonOf("report", "triangle", "--customers", "--dir", dir)).toMatchObject({ caseType: null });
  });

  it("say it in the reader's language", async () => {
    const text = async (...args: string[]) => (await runCli("report", ...args, "--dir", dir)).stdout;
    expect(await text("economics", "--lang", "de")).toContain("Projektion: Kosten je Kunde");
    expect(await text("economics", "--lang", "en")).toContain("all 3 customers");
    expect(await text("triangle", "--lang", "de")).toContain("Im Bermudadreieck");
    expect(await text("triangle", "--lang", "en")).toContain("Judged from orders alone");
    expect(await text("triangle", "--customers", "--lang", "en")).toContain("customers in the triangle");
    expect((await runCli("report", "economics", "--basis", "profit", "--dir", dir)).exitCode).not.toBe(0);
  });
});
