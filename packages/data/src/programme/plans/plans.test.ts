import type { LeverPlan } from "@kleinod/engine/programme/contracts/plan-contract.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { activateSegment, retireSegment, saveSegment } from "../../segments/segments.ts";
import {
  addFacts,
  nameCurrency,
  type TestWorkspace,
  testWorkspace,
} from "../../segments/testing/test-workspace.ts";
import { dumpRecords, loadRecords } from "../../workspace/backup-records.ts";
import { measure } from "../../workspace/measure.ts";
import { overrulingReview } from "../coherence/overrulings.ts";
import { checkActivePlan } from "./check-active-plan.ts";
import { planOfRequest } from "./plan-of-request.ts";
import { activatePlan, endPlan, restorePlan } from "./plan-states.ts";
import { compareStoredPlans, copyPlan, getPlan, listPlans, planTemplate, savePlan } from "./plans.ts";

const by = { author: "ana", reason: "try" };
const surcharge = (feeCents: number, segment = "small"): LeverPlan => ({
  name: `Fee ${feeCents}`,
  snapshot: "latest",
  assignments: [
    {
      option: "L3a",
      segment,
      from: "2026-04-01",
      params: { thresholdCents: 10_000, feeCents, exemptChannels: ["web"] },
    },
  ],
});

/** Gives and takes nothing, so no rule blocks it. */
const referral = (rewardCents: number, segment = "small"): LeverPlan => ({
  name: `Reward ${rewardCents}`,
  snapshot: "latest",
  assignments: [
    {
      option: "L4e",
      segment,
      from: "2026-04-01",
      params: { rewardCents, rewardsBoth: true, yearlyCostCents: 0, oneOffCostCents: 0 },
    },
  ],
});

/** The answer, or a test that fails with what was refused. */
function done<Answer extends { readonly ok: boolean }>(answer: Answer): Extract<Answer, { ok: true }> {
  if (!answer.ok) throw new Error(JSON.stringify(answer));
  return answer as Extract<Answer, { ok: true }>;
}

let test: TestWorkspace;
beforeAll(async () => {
  test = await testWorkspace();
  const lines = [1, 2, 3, 4].flatMap((customer) =>
    ["2025-03-01", "2025-09-01", "2025-12-30"].map((date) => ({
      document: `D${customer}-${date}`,
      account: `A${customer}`,
      date,
      cents: 10_000 * customer,
    })),
  );
  await addFacts(test.workspace, 1, { lines });
  await nameCurrency(test.workspace, "CHF");
  await measure(test.workspace);
}, 60_000);
afterAll(() => test.remove());

describe("plans that are kept", () => {
  it("keep every version as it was saved, with author, reason and snapshot", async () => {
    const { workspace } = test;
    const first = done(await savePlan(workspace, { plan: surcharge(1_500), ...by }));
    expect(first.shown).toMatchObject({ version: 1, state: "draft", ...by, madeOn: expect.any(String) });
    const { id } = first.head;
    done(await savePlan(workspace, { plan: surcharge(900), planId: id, author: "ben", reason: null }));
    const newest = done(await getPlan(workspace, id));
    expect(newest.head.versions.map(({ version, author }) => [version, author])).toEqual([
      [2, "ben"],
      [1, "ana"],
    ]);
    expect(newest.plan).toEqual(surcharge(900));
    expect(done(await getPlan(workspace, id, 1)).plan).toEqual(surcharge(1_500));
    expect(await getPlan(workspace, id, 3)).toMatchObject({
      code: "unknownPlan",
      message: { en: 'The plan "Fee 900" has no version 3; there are 1 to 2.' },
    });
    expect(await savePlan(workspace, { plan: surcharge(1), planId: 99, ...by })).toMatchObject({
      code: "unknownPlan",
    });
    const compared = done(
      await compareStoredPlans(workspace, { planId: id, version: 1 }, { planId: id, version: 2 }),
    );
    expect(compared.differences.map(({ kind, a, b }) => [kind, a, b])).toEqual([
      ["name", "Fee 1500", "Fee 900"],
      ["param", 1_500, 900],
    ]);
  });

  it("copy to a plan of their own that knows where it came from", async () => {
    const { workspace } = test;
    const { head } = done(await savePlan(workspace, { plan: surcharge(1_000), ...by }));
    const copy = done(await copyPlan(workspace, head.id, { name: "Variant", ...by }));
    expect(copy.plan).toEqual({ ...surcharge(1_000), name: "Variant" });
    expect(copy.head).toMatchObject({
      copiedFrom: { planId: head.id, version: 1 },
      version: 1,
      state: "draft",
    });
    expect(copy.head.id).not.toBe(head.id);
  });

  it("refuse a plan that says what is not possible; nothing is kept", async () => {
    const before = await listPlans(test.workspace);
    const refusal = await savePlan(test.workspace, { plan: surcharge(99_999), ...by });
    expect(refusal).toMatchObject({
      code: "planInvalid",
      issues: [{ code: "paramNotAllowed", place: "assignments[0].params.feeCents" }],
    });
    expect(await listPlans(test.workspace)).toEqual(before);
  });

  it("say which snapshot there is where theirs has gone", async () => {
    const refusal = await savePlan(test.workspace, { plan: { ...surcharge(1), snapshot: "s1" }, ...by });
    expect(refusal).toMatchObject({ code: "snapshotGone" });
    expect("message" in refusal && refusal.message.en).toMatch(
      /The snapshot "s1" does not exist any more. The newest is "\d{8}_\w+" \(as of 2025-12-30\); set snapshot to it or to "latest"/,
    );
  });

  it("begin with a template that can be kept as it is", async () => {
    const { plan } = done(await planTemplate(test.workspace));
    expect(plan.assignments[0]?.from).toBe("2026-01-01");
    expect(done(await savePlan(test.workspace, { plan, ...by })).notes).toEqual([]);
  });
});

describe("the plan that holds", () => {
  it("is one; the next ends it and restoring brings it back", async () => {
    const { workspace } = test;
    const a = done(await savePlan(workspace, { plan: referral(100), ...by })).head.id;
    const b = done(await savePlan(workspace, { plan: referral(200), ...by })).head.id;
    const states = async () =>
      (await listPlans(workspace))
        .filter(({ id }) => id === a || id === b)
        .map(({ id, state }) => [id, state]);
    expect(await checkActivePlan(workspace)).toMatchObject({
      ok: true,
      message: { en: "No plan of the programme holds." },
    });
    done(await activatePlan(workspace, a, by));
    done(await activatePlan(workspace, b, by));
    expect(await checkActivePlan(workspace)).toMatchObject({
      ok: true,
      message: { en: 'The plan "Reward 200" holds.' },
    });
    expect(await states()).toEqual([
      [b, "active"],
      [a, "ended"],
    ]);
    done(await restorePlan(workspace, a, by));
    expect(await states()).toEqual([
      [b, "ended"],
      [a, "active"],
    ]);
    const ended = done(await endPlan(workspace, a, by));
    expect(ended.shown).toMatchObject({ state: "ended", endedAt: expect.any(String) });
    expect(await endPlan(workspace, a, by)).toMatchObject({ code: "planStateRefused" });
    expect(await activatePlan(workspace, a, { ...by, version: 1 })).toMatchObject({
      code: "planStateRefused",
      message: { en: 'Version 1 of "Reward 100" is ended and cannot be activated.' },
    });
  });

  it("goes on while its next version is a draft", async () => {
    const { workspace } = test;
    const { id } = done(await savePlan(workspace, { plan: referral(300), ...by })).head;
    done(await activatePlan(workspace, id, by));
    done(await savePlan(workspace, { plan: referral(400), planId: id, ...by }));
    expect(done(await getPlan(workspace, id)).shown).toMatchObject({ version: 1, state: "active" });
    done(await activatePlan(workspace, id, by));
    expect(done(await getPlan(workspace, id)).shown).toMatchObject({ version: 2, state: "active" });
    done(await restorePlan(workspace, id, by));
    expect(done(await getPlan(workspace, id)).shown).toMatchObject({ version: 1, state: "active" });
    done(await endPlan(workspace, id, by));
  });

  it("needs somebody who answers for what blocks it, and keeps what was overruled", async () => {
    const { workspace } = test;
    const { id } = done(await savePlan(workspace, { plan: surcharge(500), ...by })).head;
    const refusal = await activatePlan(workspace, id, by);
    expect(refusal).toMatchObject({
      code: "planNotCoherent",
      issues: expect.arrayContaining([expect.objectContaining({ code: "CR01", place: "small" })]),
    });
    expect("message" in refusal && refusal.message.en).toContain("CR01 (small): ");
    const override = { reason: "pilot", approver: "Head of sales", reviewOn: "2026-06-30" };
    const past = { ...override, reviewOn: "2026-01-31" };
    expect(await activatePlan(workspace, id, { ...by, override: past })).toMatchObject({
      code: "reviewDateInvalid",
    });
    const forced = done(await activatePlan(workspace, id, { ...by, override }));
    expect(forced.shown.override).toMatchObject({
      ...override,
      findings: expect.arrayContaining([{ rule: "CR01", segment: "small" }]),
    });
    // It comes back in the quarterly review (AT6.4).
    const review = done(await overrulingReview(workspace, "2026-Q2"));
    expect(review.overrulings).toMatchObject([
      { planId: id, rule: "CR01", approver: "Head of sales", outcome: "stillSpeaks" },
    ]);
    done(await endPlan(workspace, id, by));
  });

  it("keeps no override that was not needed", async () => {
    const { workspace } = test;
    const { id } = done(await savePlan(workspace, { plan: referral(600), ...by })).head;
    const override = { reason: "pilot", approver: "Head of sales", reviewOn: "2026-06-30" };
    expect(done(await activatePlan(workspace, id, { ...by, override })).shown.override).toBeNull();
    done(await endPlan(workspace, id, by));
  });
});

describe("a segment that vanished", () => {
  it("refuses the plan wherever it is used; what was kept can still be read", async () => {
    const { workspace } = test;
    const definition = {
      match: "all" as const,
      conditions: [{ column: "ordersLast12", op: "ge" as const, value: 1 }],
    };
    const input = { name: "Craft", definition, action: "a", owner: "", segmentation: null, position: 0 };
    const saved = await saveSegment(workspace, input, "ana");
    if (!saved.ok) throw new Error(saved.message.en);
    const change = { ...by, overrideReason: "test" };
    const active = await activateSegment(workspace, saved.segment.code, change);
    if (!active.ok) throw new Error(active.message.en);
    const { head } = done(await savePlan(workspace, { plan: referral(700, "craft"), ...by }));
    expect(done(await planOfRequest(workspace, { planId: head.id })).version).toBe(1);
    done(await activatePlan(workspace, head.id, by));
    done(await savePlan(workspace, { plan: referral(700, "craft"), planId: head.id, ...by }));
    await retireSegment(workspace, "craft", by);
    expect(await checkActivePlan(workspace)).toMatchObject({ ok: false, code: "activePlan" });
    expect(await planOfRequest(workspace, { planId: head.id })).toMatchObject({
      code: "planInvalid",
      issues: [{ code: "unknownSegment", place: "assignments[0].segment" }],
    });
    expect(await activatePlan(workspace, head.id, by)).toMatchObject({ code: "planInvalid" });
    expect(done(await getPlan(workspace, head.id)).notes).toMatchObject([{ code: "unknownSegment" }]);
  });

  it("asks for one plan: itself or a kept one", async () => {
    expect(await planOfRequest(test.workspace, {})).toMatchObject({ code: "planMissing" });
    expect(await planOfRequest(test.workspace, { plan: referral(1), planId: 1 })).toMatchObject({
      code: "planMissing",
    });
    expect(done(await planOfRequest(test.workspace, { plan: referral(1) }))).toMatchObject({
      planId: null,
      version: null,
    });
  });
});

describe("what was decided", () => {
  it("is in the audit log, and goes into a backup and out of it", async () => {
    const { workspace } = test;
    const records = await workspace.records();
    const entries = await records
      .selectFrom("audit_entry")
      .select("action")
      .where("subject", "like", "plan %")
      .distinct()
      .orderBy("action")
      .execute();
    expect(entries.map(({ action }) => action)).toEqual([
      "activatePlan",
      "copyPlan",
      "endPlan",
      "overruleFinding",
      "restorePlan",
      "savePlan",
    ]);
    const plans = await listPlans(workspace);
    const { text, counts } = await dumpRecords(records);
    expect(counts).toMatchObject({ plan: plans.length });
    const other = await testWorkspace();
    try {
      await loadRecords(await other.workspace.records(), text);
      expect(await listPlans(other.workspace)).toEqual(plans);
      const { head } = done(await savePlan(other.workspace, { plan: surcharge(1), ...by }));
      expect(head.id).toBe(Math.max(...plans.map(({ id }) => id)) + 1);
    } finally {
      await other.remove();
    }
  });
});
