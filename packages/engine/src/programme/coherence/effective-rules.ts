import type { CoherenceRule, RuleOverride, RulesParameter } from "./rule-contract.ts";

/** The rules that hold: the shipped ones as the company changed them, without those switched off, then its own. */
export function effectiveRules(
  shipped: readonly CoherenceRule[],
  { overrides, own }: RulesParameter,
): CoherenceRule[] {
  const changed = shipped.flatMap((rule) => {
    const override = overrides[rule.code];
    if (override === undefined) return [rule];
    return override.enabled === false ? [] : [withOverride(rule, override)];
  });
  return [...changed, ...own];
}

function withOverride(rule: CoherenceRule, override: RuleOverride): CoherenceRule {
  const { version, severity = rule.severity, sentence = rule.sentence, cure = rule.cure } = override;
  const numbers = Object.fromEntries(
    Object.entries(rule.numbers).map(([name, number]) => [
      name,
      { ...number, value: override.numbers?.[name] ?? number.value },
    ]),
  );
  return { ...rule, version, severity, sentence, cure, numbers };
}
