import { syntheticBase } from "@kleinod/engine/programme/base/synthetic-base.fixture.ts";
import type { LeverPlan } from "@kleinod/engine/programme/contracts/plan-contract.ts";
import { defaultWorld } from "@kleinod/engine/programme/contracts/world-contract.ts";
import { leverOption, leverOptions } from "@kleinod/engine/programme/lever-options.ts";
import { allowedOptions, frameRequest } from "@kleinod/engine/programme/optimiser/frame-request.ts";
import { possibleCandidates } from "@kleinod/engine/programme/optimiser/option-candidates.ts";
import { pricePlan } from "@kleinod/engine/programme/optimiser/price-plan.ts";
import {
  type OptimiseRequestInput,
  optimisationReportSchema,
  optimiseRequestSchema,
} from "@kleinod/engine/programme/optimiser/report-contract.ts";
import { describe, expect, it } from "vitest";
import { Cancelled, type RunContext } from "../../import/progress.ts";
import { type OptimiseBaseInput, optimiseBase } from "./optimise-base.ts";

const empty: LeverPlan = { name: "p", snapshot: "latest", assignments: [] };
const few = ["L3a", "L4a", "L4b", "L5a", "L6d"];
/** A fee needs the free path; nothing else is judged. */
const coherence: OptimiseBaseInput["coherence"] = {
  against: () => [],
  clash: () => [],
  coherent: (_, options) => !options.includes("L3a") || options.includes("L5a"),
  contradicts: () => false,
};

function prepare(input: OptimiseRequestInput, plan = empty) {
  const request = optimiseRequestSchema.parse({ options: few, runnersUp: 1, draws: 0, ...input });
  const options = allowedOptions(request, plan, leverOptions);
  const { assignments, prices } = pricePlan(possibleCandidates(options, plan, "2026-11-23"), options);
  const thresholds = assignments.map((_, assignment) => ({ assignment, thresholdCents: 10_000 }));
  const base = syntheticBase({ rows: 60, seed: 3, customersPerRow: 150, thresholds });
  const frame = frameRequest(request, plan, base, options);
  return { request, plan, options, prices, base, frame };
}

async function optimise(input: OptimiseRequestInput, plan = empty, run: RunContext = {}) {
  const { frame, ...rest } = prepare(input, plan);
  if ("code" in frame) throw new Error(frame.message.en);
  const settings = { world: defaultWorld };
  const found = await optimiseBase({ ...rest, frame, settings, coherence, valueDraws: 2 }, run);
  if ("code" in found) throw new Error(found.message.en);
  const { ok: _ok, ...report } = found;
  return optimisationReportSchema.parse(report);
}

describe("optimiseBase", () => {
  it("gives a proven plan with its next best, simulated in full", async () => {
    const report = await optimise({ runnersUp: 3, draws: 2 });
    expect(report.status).toBe("optimal");
    expect(report.objectiveCents).toBeGreaterThan(0);
    expect(report.boundCents).toBeGreaterThanOrEqual(report.objectiveCents!);
    const bundles = report.perSegment.reduce((sum, { expectedCents }) => sum + expectedCents, 0);
    expect(bundles - report.fixedCostCents).toBe(report.objectiveCents);
    expect(report.runnersUp).toHaveLength(3);
    const means = report.runnersUp.map(({ simulatedMeanCents }) => simulatedMeanCents!);
    expect(means).toEqual([...means].sort((a, b) => b - a));
    expect(report.runnersUp.map(({ linearRank }) => linearRank).sort()).toEqual([1, 2, 3]);
    expect(report.runnersUp.find(({ linearRank }) => linearRank === 1)?.plan).toEqual(report.plan);
  });

  it("gives the same report for the same request", async () => {
    const asked = { runnersUp: 2, draws: 1 };
    const [one, other] = [await optimise(asked), await optimise(asked)];
    expect({ ...one, seconds: 0 }).toEqual({ ...other, seconds: 0 });
  });

  it("keeps the balance of every segment and the coherence of every bundle", async () => {
    for (const { options, giveTakeCentsPerCustomer } of (await optimise({})).perSegment) {
      expect(giveTakeCentsPerCustomer).toBeGreaterThanOrEqual(0);
      if (options.includes("L3a")) expect(options).toContain("L5a");
    }
  });

  it("pays a platform once, at the first segment that uses it", async () => {
    const report = await optimise({
      fixed: [
        { segment: "small", option: "L5a", must: "in" },
        { segment: "phoneOrders", option: "L5a", must: "in" },
      ],
    });
    const paid = report.plan!.assignments.filter(({ option }) => option === "L5a");
    const yearly = paid.map(({ params }) => Number(params.yearlyCostCents));
    expect(yearly.filter((cents) => cents > 0)).toHaveLength(1);
    expect(report.fixedCosts.find(({ option }) => option === "L5a")?.centsPerYear).toBeGreaterThan(0);
  });

  it("spends no more than the budget, and tells what more of it is worth", async () => {
    const free = await optimise({});
    const tight = await optimise({ budgetCentsPerYear: 0 });
    expect(tight.objectiveCents).toBeLessThanOrEqual(free.objectiveCents!);
    const budget = tight.constraints.find(({ code }) => code === "budget")!;
    expect(budget.used).toBeLessThanOrEqual(0);
    expect(budget.sentence.en).toMatch(/more of budget (is worth CHF|brings nothing)/);
  });

  it("starts from the plan and keeps it where asked, with its decisions", async () => {
    const params = { thresholdCents: 7_700, feeCents: 900, exemptChannels: ["web"] };
    const plan = { ...empty, assignments: [{ option: "L3a", segment: "small", from: "2027-09-01", params }] };
    const report = await optimise({ keepPlan: true }, plan);
    const kept = report.plan!.assignments.find(
      ({ option, segment }) => option === "L3a" && segment === "small",
    );
    expect(kept).toMatchObject({ from: "2027-09-01", params });
    for (const { options } of report.perSegment)
      expect(options).toEqual(expect.arrayContaining(["L3a", "L5a"]));
  });

  it("names what cannot be kept together instead of a plan", async () => {
    const report = await optimise({
      budgetCentsPerYear: 100,
      fixed: [{ segment: "small", option: "L5a", must: "in" }],
    });
    expect(report).toMatchObject({ status: "infeasible", plan: null, objectiveCents: null });
    expect(report.infeasible?.map(({ row }) => row)).toEqual(["budget", "fixed:small:L5a:in"]);
    expect(report.infeasible?.[0]?.sentence.en).toMatch(
      /^Budget: at most CHF 1 a year; CHF [\d,]+ are missing\.$/,
    );
    expect(report.infeasible?.[1]?.sentence.en).toContain(leverOption("L5a")!.name.en);
  });

  it("refuses names and choices that cannot be meant", () => {
    const messageOf = (input: OptimiseRequestInput) => {
      const { frame } = prepare(input);
      return "code" in frame ? frame.message.en : null;
    };
    expect(messageOf({ segments: ["gone"] })).toMatch(/There is no segment "gone"; there are small/);
    expect(messageOf({ capacity: { pilots: 2 } })).toMatch(
      /There is no role "pilots"; there are insideSales/,
    );
    const choice = { segment: "small", option: "L3a" };
    expect(
      messageOf({
        fixed: [
          { ...choice, must: "in" },
          { ...choice, must: "out" },
        ],
      }),
    ).toMatch(/at once/);
    expect(messageOf({})).toBeNull();
  });

  it("stops when it is cancelled while weighing bundles", async () => {
    const abort = new AbortController();
    const run: RunContext = {
      signal: abort.signal,
      onProgress: ({ step }) => step === "bundles" && abort.abort(),
    };
    await expect(
      optimise({ options: leverOptions.map(({ code }) => code) }, empty, run),
    ).rejects.toBeInstanceOf(Cancelled);
  });
});
