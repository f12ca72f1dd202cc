import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CaseTypeFacts, UnitCosts } from "./case-type-facts.ts";
import { caseTypeOf } from "./case-type-of.ts";
import { findingsOf } from "./findings-of.ts";
import { ladderSteps } from "./report-contract.ts";

const settings = {
  valuePerContactCents: 170_00,
  needVariety: 4,
  effortRatio: 1,
  failureFindingRatio: 0.3,
  demandByReason: {},
};
const unitCosts: UnitCosts = { webOrderCents: 12_00, dialogueCents: 14_00, handoverCents: 6_00 };
const context = { settings, unitCosts, widening: 1 };

const plain: CaseTypeFacts = {
  code: "Beratung|A1|phone",
  reason: "Beratung",
  needField: "A1",
  channel: "phone",
  customers: 40,
  triangleCustomers: 10,
  contacts: 100,
  failureContacts: 0,
  valueContacts: 100,
  unknownContacts: 0,
  orders: 0,
  visits: 0,
  expertContacts: 0,
  minutes: 1_000,
  costCents: 1_000_00,
  avoidableCents: 600_00,
  visitAvoidableCents: 0,
  expertAvoidableCents: 0,
  transfers: 0,
  reopenings: 0,
  valuePerContactCents: 85_00,
  needVariety: 6,
  effortRatio: 1.5,
  triangleContributionCents: -500_00,
};

const count = fc.integer({ min: 0, max: 5_000 });
const cents = fc.integer({ min: 0, max: 100_000_000 });
const anyFacts: fc.Arbitrary<CaseTypeFacts> = fc
  .record({
    reason: fc.constantFrom(
      null,
      "smallOrder",
      "Lieferstatus",
      "falsche Rechnung",
      "Beratung",
      "visit",
      "X17",
    ),
    channel: fc.constantFrom(null, "phone", "mail", "web", "field", "edi"),
    customers: count,
    failure: count,
    value: count,
    unknown: count,
    isOrders: fc.boolean(),
    visits: fc.integer({ min: 0, max: 200 }),
    experts: fc.integer({ min: 0, max: 200 }),
    avoidable: cents,
    visitRatio: fc.double({ min: 0, max: 0.5, noNaN: true }),
    expertRatio: fc.double({ min: 0, max: 0.5, noNaN: true }),
    transfers: count,
    reopenings: count,
    contribution: fc.option(fc.integer({ min: -100_000_000, max: 100_000_000 })),
  })
  .map((g) => {
    const talks = g.failure + g.value + g.unknown;
    return {
      ...plain,
      reason: g.reason,
      channel: g.channel,
      customers: g.customers,
      triangleCustomers: Math.floor(g.customers / 3),
      contacts: talks + g.visits + g.experts,
      failureContacts: g.failure,
      valueContacts: g.value,
      unknownContacts: g.unknown,
      orders: g.isOrders ? talks : 0,
      visits: g.visits,
      expertContacts: g.experts,
      costCents: g.avoidable * 2,
      avoidableCents: g.avoidable,
      visitAvoidableCents: Math.floor(g.avoidable * g.visitRatio),
      expertAvoidableCents: Math.floor(g.avoidable * g.expertRatio),
      transfers: g.transfers,
      reopenings: g.reopenings,
      triangleContributionCents: g.contribution,
    };
  });

describe("AT3.3: for each case type a corner, means and money; ending the relation is never first", () => {
  it("names ending the relation last, and only after a means on every earlier step of the ladder", () => {
    let named = 0;
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const { means } = caseTypeOf(facts, context);
        const end = means.findIndex((each) => each.ladderStep === "end");
        if (end < 0) return;
        named++;
        expect(end).toBe(means.length - 1);
        const before = new Set(means.slice(0, end).map((each) => each.ladderStep));
        expect([...before].sort()).toEqual(ladderSteps.filter((step) => step !== "end").sort());
      }),
      { seed: 3, numRuns: 2_000 },
    );
    expect(named).toBeGreaterThan(50);
  });

  it("expects money within its interval, never more than what is avoidable, and orders by it", () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const type = caseTypeOf(facts, context);
        const money = type.means.filter(({ ladderStep }) => ladderStep !== "end");
        for (const each of money) {
          expect(each.lowCents).toBeLessThanOrEqual(each.effectCents);
          expect(each.highCents).toBeGreaterThanOrEqual(each.effectCents);
          expect(each.highCents).toBeLessThanOrEqual(facts.avoidableCents + 1);
        }
        const rest = money.slice(type.demand === "failure" ? 1 : 0).map((each) => each.effectCents);
        expect(rest).toEqual([...rest].sort((a, b) => b - a));
        expect(type.coordinates.value + type.coordinates.need + type.coordinates.effort).toBeCloseTo(1, 12);
        if (facts.avoidableCents > 1_000 && facts.contacts > 0) expect(type.means.length).toBeGreaterThan(0);
      }),
      { seed: 4, numRuns: 1_000 },
    );
  });

  it("shrinks the need by a proven solution where advice recurs, in francs", () => {
    const type = caseTypeOf(plain, context);
    // A quarter of 600.00 is avoided by solution patterns: 150.00, from 60.00 (10 %) to 240.00 (40 %).
    expect(type).toMatchObject({
      corner: "need",
      effectCents: 150_00,
      lowCents: 60_00,
      highCents: 240_00,
      addressee: "expertLead",
    });
    expect(type.means.map(({ code }) => code)).toEqual(["solutionPattern", "serviceTerms"]);
  });

  it("widens the interval where orders alone are known, and expects the same", () => {
    const wider = caseTypeOf(plain, { ...context, widening: 1.5 });
    // 0.25 − 1.5 · 0.15 = 0.025; 0.25 + 1.5 · 0.15 = 0.475
    expect(wider).toMatchObject({ effectCents: 150_00, lowCents: 15_00, highCents: 285_00 });
  });

  it("moves small orders by telephone to a lighter way: what the web order does not cost", () => {
    const orders = { ...plain, reason: "smallOrder", orders: 100, avoidableCents: 3_000_00 };
    const type = caseTypeOf(orders, context);
    // (3000.00 − 100 · 12.00) · 60 % = 1080.00
    expect(type.means[0]).toMatchObject({
      code: "lighterChannel",
      effectCents: 1_080_00,
      ladderStep: "migrate",
    });
    expect(type.corner).toBe("effort");
  });
});

describe("AT3.5: more than 30 % failure demand goes to the process owner", () => {
  it("puts the removal of our own cause first, and never addresses sales", () => {
    let seen = 0;
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const type = caseTypeOf(facts, context);
        if (type.failureShare === null || type.failureShare <= 0.3) return;
        seen++;
        expect(type.means[0]?.code).toBe("fixCause");
        expect(["insideSalesLead", "productAndPrice", "expertLead"]).not.toContain(type.addressee);
        expect(type.corner).toBe("effort");
      }),
      { seed: 5, numRuns: 1_000 },
    );
    expect(seen).toBeGreaterThan(300);
  });

  it("addresses billing where invoices are wrong, and delivery where customers ask for their goods", () => {
    const failing = { ...plain, failureContacts: 31, valueContacts: 69 };
    expect(caseTypeOf({ ...failing, reason: "falsche Rechnung" }, context).addressee).toBe("billing");
    expect(caseTypeOf({ ...failing, reason: "Lieferstatus" }, context).addressee).toBe("deliveryProcess");
    // At 30 % exactly the ordinary order by money holds.
    const border = { ...plain, failureContacts: 30, valueContacts: 70 };
    expect(caseTypeOf({ ...border, reason: "Beratung" }, context).means[0]?.code).not.toBe("endRelation");
    expect(caseTypeOf({ ...border, reason: "Beratung" }, context).demand).toBe("value");
  });

  it("says it as the top finding, before case types with more money", () => {
    const rich = { ...plain, code: "rich", avoidableCents: 90_000_00 };
    const failing = {
      ...plain,
      code: "failing",
      reason: "Lieferstatus",
      failureContacts: 100,
      valueContacts: 0,
    };
    const findings = findingsOf(
      [rich, failing].map((facts) => caseTypeOf(facts, context)),
      settings,
    );
    expect(findings[0]).toMatchObject({ caseType: "failing", isFailure: true, addressee: "deliveryProcess" });
    expect(findings[0]?.sentence.de).toContain("verursachen wir selbst");
  });
});
