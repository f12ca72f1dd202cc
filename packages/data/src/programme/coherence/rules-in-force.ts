import { customerColumns } from "@kleinod/engine/measures/customer-columns.ts";
import { askedShares } from "@kleinod/engine/programme/coherence/asked-shares.ts";
import { effectiveRules } from "@kleinod/engine/programme/coherence/effective-rules.ts";
import type { CoherenceRule, RulesParameter } from "@kleinod/engine/programme/coherence/rule-contract.ts";
import { shippedRules } from "@kleinod/engine/programme/coherence/shipped-rules.ts";
import { resolveDefinition } from "@kleinod/engine/segments/builder/resolve.ts";
import type { ParameterValue } from "@kleinod/engine/segments/parameters.ts";
import { parameterValues } from "../../measures/reports/parameter-values.ts";
import { type Refused, refused } from "../../workspace/refused.ts";

export interface RulesInForce {
  readonly rules: readonly CoherenceRule[];
  readonly statements: RulesParameter["statements"];
}

/** The rules as the company has them. */
export function rulesInForce(parameters: readonly Pick<ParameterValue, "code" | "value">[]): RulesInForce {
  // Passed its schema when it was set.
  const parameter = parameterValues(parameters)["programme.rules"] as RulesParameter;
  return { rules: effectiveRules(shippedRules, parameter), statements: parameter.statements };
}

/** Conditions of own rules name columns of the customer table; which there are, the engine's programme stage does not know. */
export function checkRuleColumns(code: string, value: unknown): Refused | null {
  if (code !== "programme.rules") return null;
  const { own } = value as RulesParameter;
  for (const [index, rule] of own.entries()) {
    for (const definition of askedShares([rule])) {
      const resolution = resolveDefinition(definition, customerColumns);
      if (resolution.ok) continue;
      const [problem] = resolution.problems;
      const place = `${code}.own[${index}]`;
      return refused(
        "valueNotAllowed",
        `${place} (${rule.code}): ${problem?.message.de}`,
        `${place} (${rule.code}): ${problem?.message.en}`,
      );
    }
  }
  return null;
}
