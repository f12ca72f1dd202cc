import { generateCompany } from "@kleinod/testkit/companies/generate-company.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestApp, type TestApp } from "../testing/test-app.ts";

let app: TestApp;
let attempts = 0;
beforeAll(async () => {
  app = await openTestApp(async (out, asOf) => {
    attempts += 1;
    if (attempts === 1) throw new Error("the disk was full");
    await generateCompany({ company: "alpfix", customers: 60, years: 1, asOf, out });
  });
});
afterAll(() => app.close());

describe("the example company", () => {
  it("starts anew after a failed attempt, and is then there for both spaces to see", async () => {
    const failed = await app.job("POST", "/api/example", undefined, "example");
    expect(failed).toMatchObject({ kind: "example", state: "failed", error: "the disk was full" });
    expect(await app.json("GET", "/api/status?space=example")).toMatchObject({
      exampleReady: false,
      hasData: false,
    });

    const job = await app.job("POST", "/api/example", undefined, "company");
    expect(job).toMatchObject({ state: "done", result: { ready: true } });
    const overview = await app.json("GET", "/api/reports/overview?space=example");
    expect(overview).toMatchObject({ currency: "CHF", asOf: expect.stringMatching(/^2026-11-/) });
    expect(await app.json("GET", "/api/status?space=example")).toMatchObject({
      exampleReady: true,
      measured: true,
      hasData: true,
    });
    // Own data stay what they were: none.
    expect(await app.json("GET", "/api/status?space=company")).toMatchObject({
      exampleReady: true,
      hasData: false,
    });
  });

  it("is not made twice", async () => {
    await app.job("POST", "/api/example", undefined, "example");
    expect(attempts).toBe(2);
  });
});
