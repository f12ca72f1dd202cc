import { factCodes, factSpecs } from "@kleinod/engine/programme/coherence/facts-contract.ts";
import type { RulesParameter } from "@kleinod/engine/programme/coherence/rule-contract.ts";
import type { RulesView } from "@kleinod/engine/programme/coherence/rules-view-contract.ts";
import { shippedRules } from "@kleinod/engine/programme/coherence/shipped-rules.ts";
import { parameterValues } from "../../measures/reports/parameter-values.ts";
import { readParameters } from "../../segments/read-parameters.ts";
import { mirrorReady } from "../../workspace/mirror.ts";
import type { Workspace } from "../../workspace/open-workspace.ts";
import { rulesInForce } from "./rules-in-force.ts";

/** Every rule as the company has it, those that are switched off too, and what people have stated. */
export async function coherenceRules(workspace: Workspace): Promise<RulesView> {
  await mirrorReady(workspace);
  const parameters = await workspace.read(readParameters);
  const { overrides, own, statements } = parameterValues(parameters)["programme.rules"] as RulesParameter;
  const { rules } = rulesInForce(parameters);
  const off = shippedRules.filter(({ code }) => overrides[code]?.enabled === false);
  const ownCodes = new Set(own.map(({ code }) => code));
  const shown = [...rules, ...off]
    .map((rule) => ({
      ...rule,
      condition: { ...rule.condition },
      isOwn: ownCodes.has(rule.code),
      isEnabled: !off.includes(rule),
      isChanged: overrides[rule.code] !== undefined,
    }))
    .sort((a, b) => Number(a.isOwn) - Number(b.isOwn) || (a.code < b.code ? -1 : 1));
  const facts = factCodes.map((code) => ({ code, ...factSpecs[code], stated: statements[code] ?? null }));
  return { rules: shown, facts };
}
