import { describe, expect, it } from "vitest";
import type { LeverPlan } from "../contracts/plan-contract.ts";
import { comparePlans } from "./compare-plans.ts";
import { planTemplate } from "./plan-template.ts";

const plan: LeverPlan = {
  name: "Fee",
  snapshot: "latest",
  assignments: [
    {
      option: "L3a",
      segment: "small",
      from: "2026-09-01",
      params: { thresholdCents: 10_000, feeCents: 1_500, exemptChannels: ["web"] },
    },
  ],
};
const changed = (change: Partial<LeverPlan["assignments"][0]>): LeverPlan => ({
  ...plan,
  assignments: plan.assignments.map((one) => ({ ...one, ...change })),
});
const sentences = (a: LeverPlan, b: LeverPlan) => comparePlans(a, b).map(({ sentence }) => sentence);
const params = { thresholdCents: 10_000, feeCents: 1_500, exemptChannels: ["web"] };

describe("two plans side by side", () => {
  it("are the same where they say the same", () => {
    const template = planTemplate({ snapshot: "latest", asOf: "2026-06-30" });
    expect(comparePlans(template, structuredClone(template))).toEqual([]);
    expect(comparePlans(plan, { ...plan, assignments: [...plan.assignments].reverse() })).toEqual([]);
  });

  it("say a changed decision in words", () => {
    expect(sentences(plan, changed({ params: { ...params, feeCents: 900, exemptChannels: [] } }))).toEqual([
      {
        de: "L3a Mindermengenzuschlag (alle kleinen Kunden): Zuschlag je Bestellung 15.00 → 9.00.",
        en: "L3a Small-order surcharge (all small customers): Surcharge per order 15.00 → 9.00.",
      },
      {
        de: "L3a Mindermengenzuschlag (alle kleinen Kunden): Befreite Kanäle Webshop → keine.",
        en: "L3a Small-order surcharge (all small customers): Exempt channels Web shop → none.",
      },
    ]);
  });

  it("say another start, another review, another name", () => {
    const other = { ...changed({ from: "2027-01-01", review: "2027-06-01" }), name: "Later" };
    expect(comparePlans(plan, other).map(({ kind, a, b }) => [kind, a, b])).toEqual([
      ["name", "Fee", "Later"],
      ["date", "2026-09-01", "2027-01-01"],
      ["review", null, "2027-06-01"],
    ]);
  });

  it("say what came and what went; the other way round it is the other way round", () => {
    const craftsmen = changed({ segment: "craftsmen" });
    expect(comparePlans(plan, craftsmen).map(({ kind, segment }) => [kind, segment])).toEqual([
      ["removed", "small"],
      ["added", "craftsmen"],
    ]);
    expect(comparePlans(craftsmen, plan).map(({ kind, segment }) => [kind, segment])).toEqual([
      ["removed", "craftsmen"],
      ["added", "small"],
    ]);
  });

  it("say which expectation is another", () => {
    const own = { low: 0.05, mid: 0.06, high: 0.08, source: "experiment" as const };
    expect(sentences(plan, { ...plan, assumptions: { "L3a.leaveRatio": own } })).toEqual([
      {
        de: "Annahme L3a.leaveRatio (Betroffene Kunden, die deswegen gehen): die der Firma → 0.06 (0.05 bis 0.08, Versuch).",
        en: "Assumption L3a.leaveRatio (Customers concerned who leave because of it): the company's own → 0.06 (0.05 to 0.08, experiment).",
      },
    ]);
  });
});
