import { effectiveRules } from "@kleinod/engine/programme/coherence/effective-rules.ts";
import type { RulesParameter } from "@kleinod/engine/programme/coherence/rule-contract.ts";
import { shippedRules } from "@kleinod/engine/programme/coherence/shipped-rules.ts";
import { describe, expect, it } from "vitest";
import { changeOf, withRuleChange, withStatement } from "./changed-rules.ts";

const unchanged: RulesParameter = { overrides: {}, own: [], statements: {} };
const shipped = shippedRules.find(({ code }) => code === "CR03");
if (shipped === undefined) throw new Error("CR03 is gone");
const asShipped = changeOf(shipped, true);

describe("A changed rule", () => {
  it("keeps only what differs from the shipped one, and counts its version up", () => {
    const once = withRuleChange(unchanged, shipped, { ...asShipped, severity: "info" });
    expect(once.overrides).toEqual({ CR03: { version: shipped.version + 1, severity: "info" } });
    const twice = withRuleChange(once, shipped, asShipped);
    expect(twice.overrides).toEqual({ CR03: { version: shipped.version + 2 } });
  });

  it("holds with its own number, and not at all once it is switched off", () => {
    const [name, number] = Object.entries(shipped.numbers)[0] ?? [];
    if (name === undefined || number === undefined) throw new Error("CR03 has no number");
    const later = withRuleChange(unchanged, shipped, {
      ...asShipped,
      numbers: { ...asShipped.numbers, [name]: number.value + 1 },
    });
    const held = effectiveRules(shippedRules, later).find(({ code }) => code === "CR03");
    expect(held?.numbers[name]?.value).toBe(number.value + 1);
    const off = withRuleChange(later, shipped, { ...asShipped, enabled: false });
    expect(effectiveRules(shippedRules, off).some(({ code }) => code === "CR03")).toBe(false);
  });
});

describe("A statement", () => {
  it("is there while somebody knows, and gone when nobody does", () => {
    const stated = withStatement({}, "hasEffortSlips", false);
    expect(stated).toEqual({ hasEffortSlips: false });
    expect(withStatement(stated, "hasEffortSlips", null)).toEqual({});
  });
});
