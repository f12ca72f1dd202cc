import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  addFacts,
  nameCurrency,
  type TestWorkspace,
  testWorkspace,
} from "../segments/testing/test-workspace.ts";
import { measure } from "../workspace/measure.ts";
import { status } from "../workspace/status.ts";
import { quality } from "./quality.ts";

let test: TestWorkspace;
beforeAll(async () => {
  test = await testWorkspace("2026-01-31");
});
afterAll(() => test.remove());

describe("status and data quality", () => {
  it("of an empty directory say so", async () => {
    expect(await status(test.workspace)).toMatchObject({
      hasData: false,
      asOf: null,
      lines: 0,
      measured: false,
    });
    expect(await quality(test.workspace)).toMatchObject({
      openProblems: [],
      unconverted: { lines: 0, currencies: [] },
      duplicates: { pairs: 0, open: 0, lastRun: null },
      tier: null,
    });
  });

  it("count what is known, wrong and loose", async () => {
    await nameCurrency(test.workspace, "CHF");
    await addFacts(test.workspace, 1, {
      accounts: [
        { account: "A1", phone: "044 123 45 76", postcode: "8001" },
        { account: "A2", postcode: "3000" },
      ],
    });
    await addFacts(test.workspace, 2, {
      lines: [
        { document: "1", account: "A1", date: "2025-12-01", cents: 100, costCents: 60 },
        { document: "2", account: null, date: "2025-12-01", cents: 250 },
        { document: "3", account: "A2", date: "2025-12-01", cents: 100, currency: "EUR" },
        { document: "4", account: "A2", date: "2025-12-01", cents: 100 },
      ],
    });
    await test.workspace.write((connection) =>
      connection.run(
        `INSERT INTO problem SELECT 2, i, 'Datum', '?', 'dateUnreadable', '', 'error', NULL, NULL FROM range(3) t(i)`,
      ),
    );
    expect(await status(test.workspace)).toMatchObject({ hasData: true, asOf: null, measured: false });
    await measure(test.workspace);
    expect(await status(test.workspace)).toEqual({
      version: expect.stringMatching(/^\d+\.\d+\.\d+/),
      directory: test.directory,
      hasData: true,
      asOf: "2025-12-01",
      currency: "CHF",
      dataTier: "T0",
      factsVersion: 2,
      batches: 2,
      lines: 4,
      customers: 2,
      sizeLineAsked: false,
      measured: true,
    });
    const found = await quality(test.workspace);
    expect(found.fields).toContainEqual({ field: "phone", known: 1, total: 2 });
    expect(found.fields).toContainEqual({ field: "postcode", known: 2, total: 2 });
    expect(found.fields).toContainEqual({ field: "lineCustomer", known: 3, total: 4 });
    expect(found.fields).toContainEqual({ field: "costOfGoods", known: 1, total: 4 });
    expect(found).toMatchObject({
      openProblems: [{ batchId: "b2", file: "file2.csv", rule: "dateUnreadable", count: 3 }],
      unconverted: { lines: 1, currencies: ["EUR"] },
      withoutCustomer: { lines: 1, salesCents: 250 },
      tier: "T0",
      nextTier: { tier: "T1" },
    });
  });
});
