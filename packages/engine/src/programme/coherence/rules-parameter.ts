import type { ParameterSpec } from "../../segments/contracts/parameter-spec.ts";
import { leverOptions } from "../lever-options.ts";
import { defaultRulesParameter, rulesParameterSchema } from "./rule-contract.ts";
import { ruleProblems } from "./rule-problems.ts";
import { shippedRules } from "./shipped-rules.ts";

/** `programme.rules`: rules are content that a head of small customers may change. */
export const rulesParameters: readonly ParameterSpec[] = [
  {
    code: "programme.rules",
    schema: rulesParameterSchema.superRefine((value, context) => {
      for (const { path, message } of ruleProblems(value, shippedRules, leverOptions)) {
        context.addIssue({ code: "custom", path: [...path], message: message.en, params: { ...message } });
      }
    }),
    default: defaultRulesParameter,
    isAssumption: false,
    unit: "overrides, own rules, statements",
    label: { de: "Stimmigkeitsregeln", en: "Rules of coherence" },
    description: {
      de: "Was die Firma an den mitgelieferten Regeln ändert (overrides), eigene Regeln (own) und was nur Menschen wissen (statements)",
      en: "What the company changes of the shipped rules (overrides), rules of its own (own), and what only people know (statements)",
    },
    affects: [],
  },
];
