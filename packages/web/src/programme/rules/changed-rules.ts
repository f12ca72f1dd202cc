import type {
  CoherenceRule,
  RuleOverride,
  RulesParameter,
} from "@kleinod/engine/programme/coherence/rule-contract.ts";

/** What a person may change of a shipped rule. */
export interface RuleChange {
  readonly enabled: boolean;
  readonly severity: CoherenceRule["severity"];
  readonly numbers: Readonly<Record<string, number>>;
  readonly sentence: CoherenceRule["sentence"];
}

/** The rule as it holds, as a change that says the same. */
export const changeOf = (rule: CoherenceRule, isEnabled: boolean): RuleChange => ({
  enabled: isEnabled,
  severity: rule.severity,
  numbers: Object.fromEntries(Object.entries(rule.numbers).map(([name, { value }]) => [name, value])),
  sentence: rule.sentence,
});

/**
 * The parameter with a shipped rule changed. What equals the shipped rule is left out, and the version counts up, so that
 * a finding says which wording it came from.
 */
export function withRuleChange(
  parameter: RulesParameter,
  shipped: CoherenceRule,
  change: RuleChange,
): RulesParameter {
  const numbers = Object.fromEntries(
    Object.entries(change.numbers).filter(([name, value]) => shipped.numbers[name]?.value !== value),
  );
  const isSameSentence =
    change.sentence.de === shipped.sentence.de && change.sentence.en === shipped.sentence.en;
  const before = parameter.overrides[shipped.code];
  const override: RuleOverride = {
    version: (before?.version ?? shipped.version) + 1,
    ...(change.enabled ? {} : { enabled: false }),
    ...(change.severity === shipped.severity ? {} : { severity: change.severity }),
    ...(Object.keys(numbers).length === 0 ? {} : { numbers }),
    ...(isSameSentence ? {} : { sentence: change.sentence }),
    ...(before?.cure === undefined ? {} : { cure: before.cure }),
  };
  return { ...parameter, overrides: { ...parameter.overrides, [shipped.code]: override } };
}

export type Statements = RulesParameter["statements"];

/** Unknown is not stated at all. */
export function withStatement(
  statements: Statements,
  code: keyof Statements,
  value: number | boolean | null,
): Statements {
  const { [code]: _, ...others } = statements;
  return value === null ? others : { ...others, [code]: value };
}
