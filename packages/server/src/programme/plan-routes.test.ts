import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type LeverPlan, planSchema } from "@kleinod/engine/programme/contracts/plan-contract.ts";
import { optionListSchema } from "@kleinod/engine/programme/options/option-view-contract.ts";
import {
  planAnswerSchema,
  planComparisonSchema,
  planListSchema,
} from "@kleinod/engine/programme/plans/plans-contract.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { saleLinesCsv } from "../testing/sale-lines.ts";
import { openTestApp, type TestApp } from "../testing/test-app.ts";

let app: TestApp;
let template: LeverPlan;
beforeAll(async () => {
  app = await openTestApp();
  const path = join(app.folder, "invoices.csv");
  await writeFile(path, saleLinesCsv);
  const job = await app.job("POST", "/api/import", { files: [{ ref: path }], options: {} });
  if (job.state !== "done") throw new Error(JSON.stringify(job));
  template = planSchema.parse(await app.json("GET", "/api/programme/plans/template"));
}, 60_000);
afterAll(() => app.close());

const save = async (plan: LeverPlan) =>
  planAnswerSchema.parse(await app.json("POST", "/api/programme/plans", { plan, reason: "try" }));

describe("options over the API", () => {
  it("are all there, with the expectations that hold", async () => {
    const shipped = optionListSchema.parse(await app.json("GET", "/api/programme/options")).options;
    expect(shipped).toHaveLength(41);
    const adoption = ({ options }: { options: typeof shipped }) =>
      options.flatMap(({ assumptions }) => assumptions).find(({ key }) => key === "L5a.adoptionRatio");
    expect(adoption({ options: shipped })).toMatchObject({ isOwn: false, value: { mid: 0.6 } });
    const own = { low: 0.3, mid: 0.35, high: 0.4, source: "experiment" };
    const job = await app.job("PUT", "/api/parameters/programme.assumptions", {
      value: { "L5a.adoptionRatio": own },
    });
    expect(job.state).toBe("done");
    const changed = optionListSchema.parse(await app.json("GET", "/api/programme/options"));
    expect(adoption(changed)).toMatchObject({ isOwn: true, value: own, shipped: { mid: 0.6 } });
  });

  it("show what a parameter of the programme would change: no figure of a customer", async () => {
    const diff = await app.json("POST", "/api/parameters/programme.assumptions/diff", { value: {} });
    expect(diff).toMatchObject({ affected: 0, sizeClassChanges: { total: 0 } });
    const response = await app.ask("PUT", "/api/parameters/programme.assumptions", {
      body: { value: { "L5a.adoptionRatio": { low: 0.5, mid: 0.6, high: 7, source: "expert" } } },
      headers: { "accept-language": "de" },
    });
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({
      detail: "programme.assumptions.L5a.adoptionRatio: low bis high ist 0.5 bis 7; erlaubt ist 0 bis 1",
    });
  });
});

describe("plans over the API", () => {
  it("are saved as drafts, get versions, and are compared in words", async () => {
    const { head } = await save(template);
    const path = `/api/programme/plans/${head.id}`;
    const assignments = template.assignments.filter(({ option }) => option !== "L4e");
    const second = { ...template, assignments };
    const next = planAnswerSchema.parse(await app.json("POST", `${path}/versions`, { plan: second }));
    expect(next.shown).toMatchObject({ version: 2, state: "draft", assignments: 4 });
    const compared = planComparisonSchema.parse(
      await app.json("GET", `/api/programme/plans/compare?a=${head.id}.1&b=${head.id}`),
    );
    expect(compared.differences.map(({ sentence }) => sentence.en)).toEqual([
      expect.stringMatching(/^L4e Customers refer customers \(all small customers\) goes \(was from /),
    ]);
    expect(planAnswerSchema.parse(await app.json("GET", `${path}?version=1`)).plan).toEqual(template);
    const copy = planAnswerSchema.parse(await app.json("POST", `${path}/copy`, { name: "Copy", version: 1 }));
    expect(copy.plan).toEqual({ ...template, name: "Copy" });
    const { plans } = planListSchema.parse(await app.json("GET", "/api/programme/plans"));
    expect(plans.map(({ name }) => name)).toEqual(["Copy", "Plan"]);
  });

  it.each([
    ["an unknown plan", "GET", "/api/programme/plans/99", undefined, 404, "unknownPlan"],
    ["a version that is not there", "GET", "/api/programme/plans/1?version=9", undefined, 404, "unknownPlan"],
    ["a plan that is not active", "POST", "/api/programme/plans/1/end", {}, 409, "planStateRefused"],
    ["a name that is none", "GET", "/api/programme/plans/compare?a=x&b=1", undefined, 400, "requestInvalid"],
    [
      "a file that is no plan",
      "POST",
      "/api/programme/plans",
      { plan: { name: "x" } },
      400,
      "requestInvalid",
    ],
  ])("refuse %s", async (_name, method, path, body, status, code) => {
    const response = await app.ask(method, path, { body });
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ code });
  });

  it("name each wrong part with its place, in the reader's language", async () => {
    const wrong = template.assignments.map((one) => ({
      ...one,
      segment: "gone",
      params: { decisionLimitCents: -1 },
    }));
    const response = await app.ask("POST", "/api/programme/plans", {
      body: { plan: { ...template, assignments: wrong.slice(0, 1) } },
      headers: { "accept-language": "de-CH" },
    });
    expect(response.status).toBe(422);
    const problem = (await response.json()) as { code: string; issues: { place: string; detail: string }[] };
    expect(problem.code).toBe("planInvalid");
    expect(problem.issues.map(({ place }) => place)).toContain("assignments[0].segment");
    expect(problem.issues[0]?.detail).toMatch(
      /^assignments\[0\].params.decisionLimitCents: .* ist -1; erlaubt ist eine ganze Zahl von 0 bis /,
    );
  });

  it("hold once somebody activates them: what blocks needs an approver, ending and restoring undo", async () => {
    const fee = { thresholdCents: 10_000, feeCents: 1_500, exemptChannels: ["web"] };
    const assignment = { option: "L3a", segment: "small", from: "2026-06-01", params: fee };
    const { head } = await save({ name: "Fee", snapshot: "latest", assignments: [assignment] });
    const path = `/api/programme/plans/${head.id}`;
    const refused = await app.ask("POST", `${path}/activate`, { body: {} });
    expect(refused.status).toBe(409);
    expect(await refused.json()).toMatchObject({
      code: "planNotCoherent",
      issues: expect.arrayContaining([expect.objectContaining({ code: "CR01", place: "small" })]),
    });
    const override = { reason: "pilot in one town", approver: "Head of sales", reviewOn: "2026-09-30" };
    const forced = planAnswerSchema.parse(await app.json("POST", `${path}/activate`, { override }));
    expect(forced.shown).toMatchObject({ state: "active", override });
    const ended = planAnswerSchema.parse(await app.json("POST", `${path}/end`, { reason: "enough" }));
    expect(ended.shown.state).toBe("ended");
    const back = planAnswerSchema.parse(await app.json("POST", `${path}/restore`, {}));
    expect(back.shown).toMatchObject({ state: "active", override });
  });

  it("say which snapshot there is where theirs has gone", async () => {
    const response = await app.ask("POST", "/api/programme/plans", {
      body: { plan: { ...template, snapshot: "20200101_gone" } },
    });
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({
      code: "snapshotGone",
      detail: expect.stringMatching(/"20200101_gone" does not exist any more.*"latest"/),
    });
  });
});
