import type { PlanAssignment } from "../contracts/plan-contract.ts";
import { leverOptions } from "../lever-options.ts";
import { segmentShareKey } from "./asked-shares.ts";
import { effectiveRules } from "./effective-rules.ts";
import { evaluatePlan, type SegmentFacts, type StandingOverruling } from "./evaluate-plan.ts";
import { type CoherenceFacts, type FactValue, factCodes } from "./facts-contract.ts";
import { defaultRulesParameter, type RulesParameter } from "./rule-contract.ts";
import { shippedRules } from "./shipped-rules.ts";

export const today = "2026-11-23";

const unknown: FactValue = { value: null, note: { de: "niemand hat es angegeben", en: "nobody stated it" } };

/** Everything unknown but what is given. */
export function factsWith(known: Partial<Record<keyof CoherenceFacts, number | boolean>>): CoherenceFacts {
  const entries = factCodes.map((code) => {
    const value = known[code];
    return [code, value === undefined ? unknown : { value, note: null }] as const;
  });
  return Object.fromEntries(entries) as Record<keyof CoherenceFacts, FactValue>;
}

/** The share that CR25 asks for. */
export const broadNeed = segmentShareKey({
  match: "all",
  conditions: [{ column: "needBreadth", op: "ge", value: 3 }],
});

export const segmentFacts = (
  known: Parameters<typeof factsWith>[0] = {},
  shares: Readonly<Record<string, FactValue>> = {},
): SegmentFacts => ({
  facts: factsWith(known),
  segmentShares: new Map([[broadNeed, unknown], ...Object.entries(shares)]),
});

/** An assignment for all small customers from the first of January 2027. */
export const assign = (
  option: string,
  params: PlanAssignment["params"] = {},
  more: Partial<PlanAssignment> = {},
): PlanAssignment => ({ option, segment: "small", from: "2027-01-01", params, ...more });

interface Asked {
  readonly facts?: SegmentFacts;
  readonly parameter?: Partial<RulesParameter>;
  readonly overrulings?: readonly StandingOverruling[];
  readonly today?: string;
}

/** What the rules say of these assignments. */
export function check(assignments: readonly PlanAssignment[], asked: Asked = {}) {
  const { facts = segmentFacts(), parameter = {}, overrulings = [] } = asked;
  const rules = effectiveRules(shippedRules, { ...defaultRulesParameter, ...parameter });
  return evaluatePlan({ assignments: [...assignments] }, leverOptions, rules, () => facts, {
    today: asked.today ?? today,
    overrulings,
  });
}

/** The finding of one rule; undefined where it does not speak. */
export const finding = (rule: string, assignments: readonly PlanAssignment[], asked: Asked = {}) =>
  check(assignments, asked).findings.find((candidate) => candidate.rule === rule);
