import { describe, expect, it } from "vitest";
import type { PlanAssignment } from "../contracts/plan-contract.ts";
import { leverOptions } from "../lever-options.ts";
import { assign, broadNeed, finding, segmentFacts } from "./coherence.fixture.ts";
import { coherenceRuleSchema } from "./rule-contract.ts";
import { conditionProblems } from "./rule-problems.ts";
import { shippedRules } from "./shipped-rules.ts";

type Facts = Parameters<typeof segmentFacts>[0];

interface Case {
  readonly rule: string;
  readonly severity: "block" | "warn" | "info";
  /** A plan and facts under which the rule speaks. */
  readonly speaks: readonly PlanAssignment[];
  readonly facts?: Facts;
  /** The nearest plan, or facts, under which it does not. */
  readonly silent: readonly PlanAssignment[];
  readonly silentFacts?: Facts;
  /** A plan whose missing input makes it unclear, with every fact unknown; left out: nothing can be missing. */
  readonly unclear?: readonly PlanAssignment[];
}

const surcharge = assign("L3a");
const minimum = assign("L3b", { minimumCents: 15_000 });
const shop = assign("L5a");
const slowShop = assign("L5a", { targetMinutesPerOrder: 8 });
const reviewed = { review: "2027-06-30" };

const cases: readonly Case[] = [
  { rule: "CR01", severity: "block", speaks: [surcharge, slowShop], silent: [surcharge, shop] },
  {
    rule: "CR02",
    severity: "warn",
    speaks: [minimum, slowShop],
    facts: { hasLightOrderPath: false },
    silent: [minimum],
    silentFacts: { hasLightOrderPath: true },
    unclear: [minimum],
  },
  {
    rule: "CR03",
    severity: "warn",
    // 60 days before 1 January 2027 is 2 November 2026.
    speaks: [surcharge, assign("L5a", {}, { from: "2026-11-03" })],
    facts: { hasLightOrderPath: true },
    silent: [surcharge, assign("L5a", {}, { from: "2026-11-02" })],
    unclear: [surcharge],
  },
  {
    rule: "CR04",
    severity: "warn",
    speaks: [minimum, assign("L2c", { typicalOrderCents: 14_999 })],
    silent: [minimum, assign("L2c", { typicalOrderCents: 15_000 })],
  },
  {
    rule: "CR05",
    severity: "warn",
    speaks: [assign("L4a"), assign("L4b", {}, { from: "2027-02-01" })],
    silent: [assign("L4a"), assign("L4b")],
  },
  {
    rule: "CR06",
    severity: "info",
    speaks: [assign("L4b"), shop],
    silent: [assign("L4b"), assign("L5a", { isAssisted: false })],
  },
  {
    rule: "CR07",
    severity: "warn",
    speaks: [shop],
    facts: { repsPaidOnKeyedOrders: true },
    silent: [shop, assign("L7c")],
    silentFacts: { repsPaidOnKeyedOrders: true },
    unclear: [shop],
  },
  { rule: "CR08", severity: "warn", speaks: [assign("L7a")], silent: [assign("L7a"), assign("L7c")] },
  {
    rule: "CR09",
    severity: "warn",
    speaks: [assign("L7c", { handoverBonusCents: 0 })],
    facts: { leakReductionTarget: 0.5 },
    silent: [assign("L7c", { handoverBonusCents: 5_000 })],
    silentFacts: { leakReductionTarget: 0.5 },
    unclear: [assign("L7c", { handoverBonusCents: 0 })],
  },
  {
    rule: "CR10",
    severity: "warn",
    speaks: [assign("L1a")],
    facts: { roleUtilisation: 0.91 },
    silent: [assign("L1a"), assign("L5d", { positions: 2 })],
    silentFacts: { roleUtilisation: 0.91 },
    unclear: [assign("L1a")],
  },
  {
    rule: "CR11",
    severity: "warn",
    speaks: [assign("L1a")],
    facts: { doublingYearlyResultCents: -1 },
    silent: [assign("L1a")],
    silentFacts: { doublingYearlyResultCents: 0 },
    unclear: [assign("L1a")],
  },
  {
    rule: "CR12",
    severity: "info",
    speaks: [assign("L2b"), assign("L3f"), shop],
    silent: [assign("L2b"), shop],
  },
  {
    rule: "CR13",
    severity: "warn",
    speaks: [assign("L2d"), assign("L8a", { keepsFullRange: "yes" })],
    silent: [assign("L2d"), assign("L8a", { keepsFullRange: "no" })],
    unclear: [assign("L2d"), assign("L8a")],
  },
  {
    rule: "CR14",
    severity: "block",
    speaks: [assign("L8c", { hasLegalItemsSettled: "no" })],
    silent: [assign("L8c", { hasLegalItemsSettled: "yes" })],
    unclear: [assign("L8c")],
  },
  {
    rule: "CR15",
    severity: "warn",
    speaks: [assign("L8a", { reportsCustomerSales: "yes", hasOwnDirectSales: "yes" })],
    silent: [assign("L8a", { reportsCustomerSales: "yes", hasOwnDirectSales: "no" })],
    unclear: [assign("L8a", { reportsCustomerSales: "yes" })],
  },
  {
    rule: "CR16",
    severity: "warn",
    speaks: [assign("L8a"), assign("L5a", { priceAgainstDealer: "below" })],
    silent: [assign("L8a"), assign("L5a", { priceAgainstDealer: "atLeast" })],
    unclear: [assign("L8a"), shop],
  },
  { rule: "CR17", severity: "info", speaks: [assign("L8a"), assign("L6e")], silent: [assign("L8a")] },
  {
    rule: "CR18",
    severity: "warn",
    speaks: [assign("L8d", { expectedContributors: 49 })],
    silent: [assign("L8d", { expectedContributors: 50 })],
  },
  {
    rule: "CR19",
    severity: "warn",
    speaks: [assign("L5e")],
    facts: { withoutCheaperPathRatio: 0.11 },
    silent: [assign("L5e")],
    silentFacts: { withoutCheaperPathRatio: 0.1 },
    unclear: [assign("L5e")],
  },
  {
    rule: "CR20",
    severity: "warn",
    speaks: [assign("L4c", { contactsPerYearBudget: 0 })],
    silent: [assign("L4c"), assign("L1b")],
  },
  {
    rule: "CR21",
    severity: "warn",
    speaks: [assign("L6a")],
    facts: { freePriceDegrees: 4 },
    silent: [assign("L6a")],
    silentFacts: { freePriceDegrees: 3 },
    unclear: [assign("L6a")],
  },
  {
    rule: "CR22",
    severity: "warn",
    speaks: [assign("L4c")],
    facts: { duplicateRatio: 0.031 },
    silent: [assign("L4c")],
    silentFacts: { duplicateRatio: 0.03, consentKnownRatio: 0.8 },
    unclear: [assign("L4c")],
  },
  {
    rule: "CR23",
    severity: "warn",
    speaks: [assign("L6c", { hasHandleTimeTarget: true })],
    silent: [assign("L6c")],
  },
  {
    rule: "CR24",
    severity: "info",
    speaks: [assign("L4b"), assign("L6d")],
    silent: [assign("L4b"), assign("L6d", {}, { from: "2027-01-02" })],
  },
  {
    rule: "CR25",
    severity: "warn",
    speaks: [assign("L7d", { hasDecisionRights: "no" })],
    silent: [assign("L7d", { hasDecisionRights: "yes" })],
    unclear: [assign("L7d")],
  },
  {
    rule: "CR26",
    severity: "warn",
    speaks: [assign("L4c", { hasLawfulContactBasis: "no" })],
    silent: [assign("L4c", { hasLawfulContactBasis: "yes" })],
    unclear: [assign("L4c")],
  },
  {
    rule: "CR27",
    severity: "warn",
    speaks: [assign("L3e", { hasPathWithoutEBanking: "no" })],
    silent: [assign("L3e", { hasPathWithoutEBanking: "yes" })],
    unclear: [assign("L3e")],
  },
  {
    rule: "CR28",
    severity: "info",
    speaks: [assign("L2e"), assign("L4c")],
    facts: { hasEffortSlips: true },
    silent: [assign("L2e"), assign("L4c")],
    silentFacts: { hasEffortSlips: false },
    unclear: [assign("L2e"), assign("L4c")],
  },
  {
    rule: "CR29",
    severity: "warn",
    speaks: [assign("L1d", { partnerCare: "insufficient" })],
    silent: [assign("L1d", { partnerCare: "sufficient" })],
    unclear: [assign("L1d")],
  },
  {
    rule: "CR30",
    severity: "warn",
    speaks: [surcharge, shop],
    silent: [assign("L3a", {}, reviewed), shop],
  },
];

/** Half of the customers have broad needs. */
const broad = { [broadNeed]: { value: 0.5, note: null } };

describe("rules CR01 to CR30", () => {
  it("are all there, valid, and name only options, params and numbers that exist", () => {
    const codes = Array.from({ length: 30 }, (_, index) => `CR${String(index + 1).padStart(2, "0")}`);
    expect(shippedRules.map(({ code }) => code)).toEqual(codes);
    for (const rule of shippedRules) {
      expect(coherenceRuleSchema.safeParse(rule).error).toBeUndefined();
      expect(conditionProblems(rule, leverOptions)).toEqual([]);
    }
    expect(cases.map(({ rule }) => rule)).toEqual(codes);
  });

  for (const { rule, severity, speaks, facts, silent, silentFacts, unclear } of cases) {
    it(`${rule} speaks, stays silent${unclear === undefined ? "" : ", and is unclear without its input"}`, () => {
      const spoken = finding(rule, speaks, { facts: segmentFacts(facts, broad) });
      expect(spoken?.severity).toBe(severity);
      expect(spoken?.sentence.de).not.toMatch(/[{}]/);
      expect(spoken?.because.de).not.toBe("");
      expect(spoken?.options.length).toBeGreaterThan(0);
      expect(finding(rule, silent, { facts: segmentFacts(silentFacts, broad) })).toBeUndefined();
      if (unclear === undefined) return;
      const open = finding(rule, unclear);
      expect(open?.severity).toBe("unclear");
      expect(open?.because.de).toMatch(/^Es fehlt: ./);
      expect(open?.cure?.de).not.toBe("");
    });
  }

  it("a rule about a share of customers is unclear as long as the unknown ones could decide it", () => {
    const outsourced = [assign("L7d", { hasDecisionRights: "no" })];
    // 20 % are broad for sure, another 15 % may be: 20 … 35 % against a limit of 30 %.
    const open = { [broadNeed]: { value: 0.2, low: 0.2, high: 0.35, note: null } };
    expect(finding("CR25", outsourced, { facts: segmentFacts({}, open) })?.severity).toBe("unclear");
    const settled = { [broadNeed]: { value: 0.2, low: 0.2, high: 0.3, note: null } };
    expect(finding("CR25", outsourced, { facts: segmentFacts({}, settled) })).toBeUndefined();
  });
});
