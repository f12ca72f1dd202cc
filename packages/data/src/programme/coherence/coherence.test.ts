import type { LeverPlan, PlanAssignment } from "@kleinod/engine/programme/contracts/plan-contract.ts";
import { leverOptions } from "@kleinod/engine/programme/lever-options.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { setParameter } from "../../segments/parameters.ts";
import { activateSegment, saveSegment } from "../../segments/segments.ts";
import {
  addFacts,
  monthlyBuyers,
  nameCurrency,
  type TestWorkspace,
  testWorkspace,
} from "../../segments/testing/test-workspace.ts";
import { dumpRecords } from "../../workspace/backup-records.ts";
import { measure } from "../../workspace/measure.ts";
import { savePlan } from "../plans/plans.ts";
import { checkPlan } from "./check-plan.ts";
import { coherenceRules } from "./coherence-rules.ts";
import { overrule, overrulingReview, takeBackOverruling } from "./overrulings.ts";

/** An option for all small customers from a day, with its usual decisions but those given. */
function assign(option: string, params: PlanAssignment["params"] = {}, from = "2026-06-01"): PlanAssignment {
  const usual = leverOptions.find(({ code }) => code === option)?.params ?? [];
  const all = Object.fromEntries(usual.map(({ name, default: value }) => [name, value]));
  return { option, segment: "small", from, params: { ...all, ...params } as PlanAssignment["params"] };
}
const planOf = (...assignments: PlanAssignment[]): LeverPlan => ({
  name: "Plan",
  snapshot: "latest",
  assignments,
});
const surcharge = planOf(assign("L3a"));
const ana = "ana";

function done<Value extends { readonly ok: boolean }>(value: Value): Extract<Value, { ok: true }> {
  if (!value.ok) throw new Error(JSON.stringify(value));
  return value as Extract<Value, { ok: true }>;
}

let test: TestWorkspace;
let today = "2026-01-31";
beforeAll(async () => {
  test = await testWorkspace(() => today);
  await addFacts(test.workspace, 1, { lines: monthlyBuyers(12, 4_000) });
  await nameCurrency(test.workspace, "CHF");
  await measure(test.workspace);
}, 60_000);
afterAll(() => test.remove());

const state = (statements: object, more: object = {}) =>
  setParameter(
    test.workspace,
    "programme.rules",
    { overrides: {}, own: [], statements, ...more },
    { author: ana },
  );

describe("check of a plan on measured customers", () => {
  it("blocks a plan of takes alone and lets a give through; what nobody knows is unclear", async () => {
    const blocked = done(await checkPlan(test.workspace, surcharge));
    expect(blocked.canActivate).toBe(false);
    expect(blocked.findings[0]).toMatchObject({ rule: "CR01", severity: "block", segment: "small" });
    // Invoices without order headers say nothing of channels, so nobody knows whether there is a light path.
    expect(blocked.findings.find(({ rule }) => rule === "CR02")).toMatchObject({ severity: "unclear" });
    const given = done(
      await checkPlan(test.workspace, planOf(assign("L3a"), assign("L5a", {}, "2026-03-01"))),
    );
    expect(given.canActivate).toBe(true);
    expect(given.findings.map(({ rule }) => rule)).not.toContain("CR01");
    expect(given.timeline.map(({ option, liveFrom }) => [option, liveFrom])).toEqual([
      ["L5a", "2026-03-01"],
      ["L3a", "2026-06-01"],
    ]);
    // 60 days after 1 March 2026 is 30 April.
    expect(given.timeline[1]?.earliest).toMatchObject({ day: "2026-04-30", rule: "CR03" });
  });

  it("the ledger speaks of the measured customers, and its balance is the sum of its lines", async () => {
    const { ledger, balances } = done(await checkPlan(test.workspace, surcharge));
    expect(ledger).toHaveLength(1);
    expect(balances[0]?.customers).toBeGreaterThan(0);
    expect(balances[0]?.balanceCents).toBe(ledger[0]?.valueCentsPerYear);
  });

  it("what a person states counts from then on", async () => {
    expect((await state({ hasLightOrderPath: true, repsPaidOnKeyedOrders: true })).ok).toBe(true);
    const checked = done(await checkPlan(test.workspace, surcharge));
    expect(checked.findings.map(({ rule }) => rule)).not.toContain("CR02");
    const shop = done(await checkPlan(test.workspace, planOf(assign("L5a"))));
    const finding = shop.findings.find(({ rule }) => rule === "CR07");
    expect(finding).toMatchObject({
      severity: "warn",
      figures: [{ code: "repsPaidOnKeyedOrders", value: true }],
    });
    expect(finding?.because.en).toContain("yes (stated)");
    await state({});
  });

  it("asks a rule of the company's own about its customers", async () => {
    const own = {
      code: "OWN-1",
      version: 1,
      kind: "contradicts",
      severity: "warn",
      condition: {
        all: [
          { has: { options: ["L3a"] } },
          {
            segmentShare: {
              of: { match: "all", conditions: [{ column: "ordersLast12", op: "ge", value: 12 }] },
              op: "ge",
              value: 0.9,
            },
          },
        ],
      },
      sentence: { de: "Fast alle bestellen monatlich.", en: "Nearly all order monthly." },
      source: "Own experience",
    };
    expect((await state({}, { own: [own] })).ok).toBe(true);
    const { findings, rules } = done(await checkPlan(test.workspace, surcharge));
    expect(rules).toBe(31);
    // Everybody buys in each of the twelve months.
    expect(findings.find(({ rule }) => rule === "OWN-1")).toMatchObject({
      severity: "warn",
      figures: [{ code: "segmentShare", value: 1 }],
    });
    const shown = await coherenceRules(test.workspace);
    expect(shown.rules.at(-1)).toMatchObject({ code: "OWN-1", isOwn: true, isEnabled: true });
    await state({});
  });

  it("refuses a rule with an unknown name or an unknown column, and names it; nothing is lost", async () => {
    expect(await state({}, { overrides: { CR99: { version: 2 } } })).toMatchObject({
      code: "valueNotAllowed",
      message: { en: expect.stringContaining('there is no rule "CR99"') },
    });
    const shares = (column: string) => ({
      code: "OWN-2",
      version: 1,
      kind: "law",
      severity: "warn",
      condition: {
        segmentShare: {
          of: { match: "all", conditions: [{ column, op: "ge", value: 1 }] },
          op: "gt",
          value: 0,
        },
      },
      sentence: { de: "x", en: "x" },
      source: "x",
    });
    expect(await state({}, { own: [shares("moonPhase")] })).toMatchObject({
      code: "valueNotAllowed",
      message: { en: expect.stringMatching(/own\[0\] \(OWN-2\).*there is no column "moonPhase"/) },
    });
    expect((await coherenceRules(test.workspace)).rules).toHaveLength(30);
  });

  it("judges a segment by its own customers, with what holds for all small ones", async () => {
    const { workspace } = test;
    // Monthly amounts of A1 … A12 are CHF 40 … 480: A1 … A3 spend at most CHF 1,440 a year.
    const definition = {
      match: "all" as const,
      conditions: [{ column: "salesLast12Cents", op: "le" as const, value: 144_000 }],
    };
    const input = { name: "Tiny", definition, action: "", owner: "", segmentation: null, position: 0 };
    done(await saveSegment(workspace, input, ana));
    done(await activateSegment(workspace, "tiny", { author: ana, reason: null, overrideReason: "test" }));
    const inTiny = { ...assign("L3a"), segment: "tiny" };
    const alone = done(await checkPlan(workspace, planOf(inTiny)));
    expect(alone.findings[0]).toMatchObject({ rule: "CR01", segment: "tiny" });
    const withShop = done(await checkPlan(workspace, planOf(inTiny, assign("L5a", {}, "2026-03-01"))));
    expect(withShop.canActivate).toBe(true);
    expect(withShop.ledger.map(({ segment, option }) => [segment, option])).toEqual([
      ["small", "L5a"],
      ["tiny", "L3a"],
      ["tiny", "L5a"],
    ]);
    expect(withShop.balances.find(({ segment }) => segment === "tiny")?.customers).toBe(3);
  });

  it("refuses a plan that is none", async () => {
    expect(await checkPlan(test.workspace, planOf({ ...assign("L3a"), segment: "gone" }))).toMatchObject({
      ok: false,
      code: "planInvalid",
    });
  });
});

describe("AT6.4 overruling", () => {
  const keep = async (plan: LeverPlan) =>
    done(await savePlan(test.workspace, { plan, author: ana, reason: null })).head.id;
  const ask = (planId: number, more: object = {}) => ({
    planId,
    rule: "CR01",
    segment: "small",
    reason: "Pilot in one region",
    approver: "B. Keller",
    reviewOn: "2026-03-15",
    ...more,
  });

  it("lifts a block with reason and approver, stays visible, can be taken back, and is reviewed with its outcome", async () => {
    const planId = await keep(surcharge);
    const { overruling, check } = done(await overrule(test.workspace, ask(planId), ana));
    expect(check.canActivate).toBe(true);
    expect(check.findings[0]).toMatchObject({
      rule: "CR01",
      severity: "block",
      overruling: { id: overruling.id, approver: "B. Keller", reviewOn: "2026-03-15" },
    });
    // The same plan that is not kept, and another kept one, are judged without it.
    expect(done(await checkPlan(test.workspace, surcharge)).canActivate).toBe(false);
    expect(done(await checkPlan(test.workspace, surcharge, await keep(surcharge))).canActivate).toBe(false);

    const review = done(await overrulingReview(test.workspace, "2026-Q1"));
    expect(review).toMatchObject({ quarter: "2026-Q1", from: "2026-01-01", to: "2026-03-31" });
    expect(review.overrulings).toMatchObject([
      { id: overruling.id, planName: "Plan", outcome: "stillSpeaks", isOverdue: false },
    ]);
    expect(review.overrulings[0]?.sentence.en).toBe("The rule still says the same.");

    // A version of the plan with a counterpart settles the finding.
    const better = planOf(assign("L3a"), assign("L5a", {}, "2026-03-01"));
    done(await savePlan(test.workspace, { plan: better, planId, author: ana, reason: null }));
    const settled = done(await overrulingReview(test.workspace, "2026-Q1"));
    expect(settled.overrulings).toMatchObject([{ outcome: "settled", now: null }]);

    expect(await takeBackOverruling(test.workspace, overruling.id, ana)).toEqual({ ok: true });
    expect(done(await checkPlan(test.workspace, surcharge, planId)).canActivate).toBe(false);
    expect(done(await overrulingReview(test.workspace, "2026-Q1")).overrulings).toEqual([]);
    expect(await takeBackOverruling(test.workspace, overruling.id, ana)).toMatchObject({
      code: "unknownOverruling",
    });
    const { counts } = await dumpRecords(await test.workspace.records());
    expect(counts.overruling).toBe(1);
  });

  it("an overdue one no longer lifts the block and is listed until somebody decides", async () => {
    const planId = await keep(surcharge);
    done(await overrule(test.workspace, ask(planId), ana));
    today = "2026-05-02";
    try {
      const late = done(await checkPlan(test.workspace, surcharge, planId));
      expect(late.canActivate).toBe(false);
      expect(late.findings[0]?.overruling?.reviewOn).toBe("2026-03-15");
      const review = done(await overrulingReview(test.workspace));
      expect(review.quarter).toBe("2026-Q2");
      expect(review.overrulings).toMatchObject([{ planId, isOverdue: true, outcome: "stillSpeaks" }]);
    } finally {
      today = "2026-01-31";
    }
  });

  it("names the figures of the finding then and now", async () => {
    await state({ repsPaidOnKeyedOrders: true });
    const planId = await keep(planOf(assign("L5a")));
    done(await overrule(test.workspace, ask(planId, { rule: "CR07" }), ana));
    await state({ repsPaidOnKeyedOrders: false });
    const review = done(await overrulingReview(test.workspace, "2026-Q1"));
    const reviewed = review.overrulings.find((one) => one.planId === planId);
    expect(reviewed).toMatchObject({
      outcome: "settled",
      figures: [{ code: "repsPaidOnKeyedOrders", before: true, now: false }],
    });
    expect(reviewed?.sentence.en).toContain("then yes, today no");
    await state({});
  });

  it("refuses what no rule says, a day that has passed, and a quarter that is none", async () => {
    const planId = await keep(surcharge);
    expect(await overrule(test.workspace, ask(planId, { rule: "CR14" }), ana)).toMatchObject({
      code: "unknownFinding",
      message: { en: expect.stringContaining('The rule "CR14" says nothing of this plan in "small"') },
    });
    expect(await overrule(test.workspace, ask(planId, { reviewOn: "2026-01-31" }), ana)).toMatchObject({
      code: "reviewDateInvalid",
    });
    expect(await overrule(test.workspace, ask(planId, { reviewOn: "2026-02-30" }), ana)).toMatchObject({
      code: "reviewDateInvalid",
    });
    expect(await overrule(test.workspace, ask(9_999), ana)).toMatchObject({ code: "unknownPlan" });
    expect(await overrulingReview(test.workspace, "2026-Q5")).toMatchObject({ code: "quarterInvalid" });
  });
});
