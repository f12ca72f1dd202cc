import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { overrulingReviewSchema } from "@kleinod/engine/programme/coherence/overruling-contract.ts";
import { rulesViewSchema } from "@kleinod/engine/programme/coherence/rules-view-contract.ts";
import { planCheckSchema } from "@kleinod/engine/programme/contracts/finding-contract.ts";
import { type LeverPlan, planSchema } from "@kleinod/engine/programme/contracts/plan-contract.ts";
import { planAnswerSchema } from "@kleinod/engine/programme/plans/plans-contract.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { saleLinesCsv } from "../testing/sale-lines.ts";
import { openTestApp, type TestApp } from "../testing/test-app.ts";

let app: TestApp;
let plan: LeverPlan;
beforeAll(async () => {
  app = await openTestApp();
  const path = join(app.folder, "invoices.csv");
  await writeFile(path, saleLinesCsv);
  const job = await app.job("POST", "/api/import", { files: [{ ref: path }], options: {} });
  if (job.state !== "done") throw new Error(JSON.stringify(job));
  const template = planSchema.parse(await app.json("GET", "/api/programme/plans/template"));
  const params = { thresholdCents: 10_000, feeCents: 1_500, exemptChannels: [] };
  plan = { ...template, assignments: [{ option: "L3a", segment: "small", from: "2027-06-01", params }] };
}, 60_000);
afterAll(() => app.close());

const check = async (body: object) =>
  planCheckSchema.parse(await app.json("POST", "/api/programme/check", body));

describe("coherence over the API", () => {
  it("checks a plan that is not kept", async () => {
    const checked = await check({ plan });
    expect(checked.canActivate).toBe(false);
    expect(checked.findings[0]).toMatchObject({ rule: "CR01", severity: "block" });
    expect(checked.ledger.map(({ option }) => option)).toEqual(["L3a"]);
  });

  it("shows the rules with what people may state", async () => {
    const { rules, facts } = rulesViewSchema.parse(await app.json("GET", "/api/programme/rules"));
    expect(rules).toHaveLength(30);
    expect(facts.find(({ code }) => code === "repsPaidOnKeyedOrders")).toMatchObject({ origin: "person" });
  });

  it("overrules a finding of a kept plan, for its draft too, takes that back, and lists it in the review", async () => {
    const saved = planAnswerSchema.parse(await app.json("POST", "/api/programme/plans", { plan }));
    const planId = saved.head.id;
    const asked = {
      planId,
      rule: "CR01",
      segment: "small",
      reason: "Pilot",
      approver: "B. Keller",
      reviewOn: "2099-03-31",
    };
    const made = (await app.json("POST", "/api/programme/overrulings", asked)) as {
      overruling: { id: number };
    };
    expect((await check({ planId })).canActivate).toBe(true);
    // A draft that is being changed comes with its number.
    expect((await check({ plan, planId })).canActivate).toBe(true);
    expect((await check({ plan })).canActivate).toBe(false);
    const review = overrulingReviewSchema.parse(
      await app.json("GET", "/api/programme/review?quarter=2099-Q1"),
    );
    expect(review.overrulings).toMatchObject([{ rule: "CR01", outcome: "stillSpeaks", isOverdue: false }]);
    expect(await app.json("DELETE", `/api/programme/overrulings/${made.overruling.id}`)).toEqual({
      id: made.overruling.id,
    });
    expect((await check({ planId })).canActivate).toBe(false);
  });

  it("refuses by name", async () => {
    const refused = async (method: "GET" | "POST" | "DELETE", path: string, body?: object) => {
      const response = await app.ask(method, path, body === undefined ? {} : { body });
      return [response.status, ((await response.json()) as { code: string }).code];
    };
    expect(await refused("DELETE", "/api/programme/overrulings/999")).toEqual([404, "unknownOverruling"]);
    expect(await refused("GET", "/api/programme/review?quarter=soon")).toEqual([422, "quarterInvalid"]);
    expect(await refused("POST", "/api/programme/check", {})).toEqual([422, "planMissing"]);
  });
});
