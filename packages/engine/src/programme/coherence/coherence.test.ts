import { describe, expect, it } from "vitest";
import { leverOptions } from "../lever-options.ts";
import { assign, check, finding, segmentFacts } from "./coherence.fixture.ts";
import { effectiveRules } from "./effective-rules.ts";
import { planTimeline } from "./plan-timeline.ts";
import { type CoherenceRule, defaultRulesParameter } from "./rule-contract.ts";
import { rulesParameters } from "./rules-parameter.ts";
import { shippedRules } from "./shipped-rules.ts";

const onlyTakes = [assign("L3a"), assign("L3b"), assign("L3d", { model: "fee", channels: ["phone"] })];
const noWeb = segmentFacts({ hasLightOrderPath: false });

describe("AT4.2 the restriction guard", () => {
  it("blocks a plan of surcharge, minimum order value and phone fee: only disadvantages for small customers", () => {
    const judged = check(onlyTakes, { facts: noWeb });
    expect(judged.canActivate).toBe(false);
    const [first] = judged.findings;
    expect(first).toMatchObject({ rule: "CR01", kind: "balance", severity: "block", segment: "small" });
    expect(first?.options).toEqual(["L3a", "L3b", "L3d"]);
    expect(first?.sentence.de).toMatch(/nicht stimmig: nur Nachteile für Kleine/i);
  });

  it("is not cleared by a neutral option", () => {
    expect(check([...onlyTakes, assign("L6b"), assign("L7a")], { facts: noWeb }).canActivate).toBe(false);
  });

  it("is cleared by a free web order path of at most 3 minutes, and not by a slower one", () => {
    const shop = (minutes: number) => assign("L5a", { targetMinutesPerOrder: minutes });
    expect(check([...onlyTakes, shop(3)], { facts: noWeb }).canActivate).toBe(true);
    expect(check([...onlyTakes, shop(4)], { facts: noWeb }).canActivate).toBe(false);
  });

  it("is not cleared by a give that comes after the take, nor by one for other customers", () => {
    const late = assign("L5a", {}, { from: "2027-01-02" });
    expect(check([...onlyTakes, late], { facts: noWeb }).canActivate).toBe(false);
    const elsewhere = assign("L5a", {}, { segment: "bakers" });
    expect(check([...onlyTakes, elsewhere], { facts: noWeb }).canActivate).toBe(false);
  });

  it("a give for all small customers counts in every segment", () => {
    const inBakers = assign("L3a", {}, { segment: "bakers" });
    expect(check([inBakers]).canActivate).toBe(false);
    expect(check([inBakers, assign("L5a")]).canActivate).toBe(true);
  });
});

it("AT6.1 a visit cap, a minimum order of CHF 150 and no web ordering contradict each other", () => {
  const plan = [assign("L4a", { maxPerYear: 1 }), assign("L3b", { minimumCents: 15_000 })];
  const { findings } = check(plan, { facts: noWeb });
  const contradiction = findings.find(({ kind }) => kind === "contradicts");
  expect(contradiction).toMatchObject({ rule: "CR05", severity: "warn" });
  expect(contradiction?.sentence.en).toBe(
    "Visits fall away, but nobody takes their place. The need stays and moves on to the experts.",
  );
  expect(findings.map(({ rule }) => rule)).toEqual(expect.arrayContaining(["CR01", "CR02", "CR05"]));
});

describe("AT6.3 the order of steps", () => {
  const plan = [assign("L3a"), assign("L5a", {}, { from: "2026-12-01" })];

  it("a surcharge before the alternative path has been there for 60 days is warned of", () => {
    const warning = finding("CR03", plan, { facts: noWeb });
    expect(warning).toMatchObject({ kind: "order", severity: "warn", options: ["L3a", "L5a"] });
    expect(warning?.sentence.en).toContain("at least 60 days before the fee");
    expect(finding("CR03", [assign("L3a")], { facts: noWeb })).toBeDefined();
  });

  it("the timeline names the earliest day of the fee: 60 days after 1 December 2026", () => {
    const timeline = planTimeline({ assignments: plan }, leverOptions, shippedRules, () => noWeb);
    expect(
      timeline.map(({ option, liveFrom, earliest }) => [option, liveFrom, earliest?.day ?? null]),
    ).toEqual([
      ["L5a", "2026-12-01", null],
      ["L3a", "2027-01-01", "2027-01-30"],
    ]);
  });
});

describe("AT6.4 overruling", () => {
  const overruling = {
    id: 7,
    rule: "CR01",
    ruleVersion: 1,
    segment: "small",
    reason: "Pilot with ten customers",
    approver: "B. Keller",
    reviewOn: "2027-03-31",
  };

  it("keeps the finding with its overruling, and no longer blocks until the day of review", () => {
    const overruled = check(onlyTakes, { overrulings: [overruling] });
    expect(overruled.canActivate).toBe(true);
    const { id, reason, approver, reviewOn } = overruling;
    expect(overruled.findings[0]).toMatchObject({
      rule: "CR01",
      severity: "block",
      overruling: { id, reason, approver, reviewOn },
    });
    expect(check(onlyTakes, { overrulings: [overruling], today: "2027-03-31" }).canActivate).toBe(true);
    expect(check(onlyTakes, { overrulings: [overruling], today: "2027-04-01" }).canActivate).toBe(false);
  });

  it("does not reach another segment, or the rule in another version", () => {
    const elsewhere = { ...overruling, segment: "bakers" };
    expect(check(onlyTakes, { overrulings: [elsewhere] }).canActivate).toBe(false);
    const changed = { overrides: { CR01: { version: 2, severity: "block" as const } } };
    expect(check(onlyTakes, { overrulings: [overruling], parameter: changed }).canActivate).toBe(false);
  });
});

describe("segments", () => {
  it("what a segment inherits from all small customers is said once", () => {
    const { findings } = check([assign("L4a"), assign("L6d", {}, { segment: "bakers" })]);
    expect(findings.filter(({ rule }) => rule === "CR05").map(({ segment }) => segment)).toEqual(["small"]);
  });

  it("a substitute in one segment does not help the others", () => {
    const { findings } = check([assign("L4a"), assign("L5d", {}, { segment: "bakers" })]);
    expect(findings.filter(({ rule }) => rule === "CR05").map(({ segment }) => segment)).toEqual(["small"]);
  });
});

describe("rules are content", () => {
  const [spec] = rulesParameters;
  const issuesOf = (value: unknown) =>
    spec?.schema.safeParse(value).error?.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);

  it("numbers, severity and wording can be changed, and a rule switched off", () => {
    const plan = [assign("L3a"), assign("L5a", {}, { from: "2026-12-01" })];
    const asked = (override: object) => ({
      facts: noWeb,
      parameter: { overrides: { CR03: { version: 2, ...override } } },
    });
    expect(finding("CR03", plan, asked({ numbers: { days: 31 } }))).toBeUndefined();
    const severe = finding("CR03", plan, asked({ severity: "block", numbers: { days: 90 } }));
    expect(severe).toMatchObject({ severity: "block", ruleVersion: 2 });
    expect(severe?.sentence.en).toContain("at least 90 days");
    expect(
      finding("CR03", plan, asked({ sentence: { de: "Zu früh.", en: "Too early." } }))?.sentence.en,
    ).toBe("Too early.");
    expect(finding("CR03", plan, asked({ enabled: false }))).toBeUndefined();
  });

  const own: CoherenceRule = {
    code: "OWN-1",
    version: 1,
    kind: "contradicts",
    severity: "warn",
    condition: {
      all: [
        { has: { options: ["L5e"] } },
        {
          segmentShare: {
            of: { match: "all", conditions: [{ column: "productBreadth", op: "ge", value: 20 }] },
            op: "gt",
            value: 0.4,
          },
        },
      ],
    },
    numbers: {},
    sentence: { de: "Zu viele breite Kunden.", en: "Too many broad customers." },
    cure: null,
    source: "Own experience",
  };

  it("a rule of the company's own asks with the conditions of the segment builder", () => {
    expect(issuesOf({ ...defaultRulesParameter, own: [own] })).toBeUndefined();
    const key = JSON.stringify({
      match: "all",
      conditions: [{ column: "productBreadth", op: "ge", value: 20 }],
    });
    const facts = (value: number) => segmentFacts({}, { [key]: { value, note: null } });
    const asked = (value: number) => ({ facts: facts(value), parameter: { own: [own] } });
    expect(finding("OWN-1", [assign("L5e")], asked(0.41))?.sentence.en).toBe("Too many broad customers.");
    expect(finding("OWN-1", [assign("L5e")], asked(0.4))).toBeUndefined();
  });

  it("a rule with an unknown name, number, option or fact is refused by name", () => {
    expect(issuesOf({ overrides: { CR99: { version: 2 } } })).toEqual([
      'overrides.CR99: there is no rule "CR99"; shipped are CR01–CR30',
    ]);
    expect(issuesOf({ overrides: { CR03: { version: 2, numbers: { weeks: 8 } } } })).toEqual([
      'overrides.CR03.numbers.weeks: CR03 has no number "weeks"; there are minutes, days',
    ]);
    expect(issuesOf({ overrides: { CR03: { version: 2, numbers: { days: -1 } } } })).toEqual([
      "overrides.CR03.numbers.days: -1 is not between 0 and 730",
    ]);
    const asking = (condition: object) => issuesOf({ own: [{ ...own, condition }] })?.[0];
    expect(asking({ has: { options: ["L9z"] } })).toBe('own.0.condition: there is no option "L9z"');
    expect(asking({ has: { options: ["L3a"], params: [{ name: "fee", op: "gt", value: 0 }] } })).toBe(
      'own.0.condition: "fee" is no parameter of L3a',
    );
    expect(asking({ fact: "moonPhase", op: "eq", value: true })).toContain("own.0.condition");
    expect(issuesOf({ own: [{ ...own, code: "CR01" }] })?.[0]).toBe(
      'own.0.code: another rule has the code "CR01" already',
    );
    expect(issuesOf({ statements: { duplicateRatio: 0.1 } })?.length).toBe(1);
  });

  it("switching off every rule leaves nothing to say", () => {
    const overrides = Object.fromEntries(
      shippedRules.map(({ code }) => [code, { version: 2, enabled: false }]),
    );
    expect(effectiveRules(shippedRules, { ...defaultRulesParameter, overrides })).toEqual([]);
  });
});
