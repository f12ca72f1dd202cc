import { z } from "zod";
import type { ParameterSpec } from "../segments/contracts/parameter-spec.ts";
import { assumptionValueSchema } from "./contracts/assumption-contract.ts";
import { defaultWorld, worldSchema } from "./contracts/world-contract.ts";
import { leverOptions } from "./lever-options.ts";
import { offerParameters } from "./offers/offer-parameters.ts";

const assumptions = new Map(
  leverOptions.flatMap((option) => option.assumptions).map((assumption) => [assumption.key, assumption]),
);

/** Expectations by key, each known and within what is allowed for it. */
const assumptionsSchema = z
  .record(z.string().max(80), assumptionValueSchema)
  .superRefine((values, context) => {
    for (const [key, { low, high }] of Object.entries(values)) {
      const known = assumptions.get(key);
      if (known === undefined) {
        refuse(context, key, "Diese Annahme gibt es nicht", "there is no such assumption");
      } else if (low < known.min || high > known.max) {
        const { min, max } = known;
        refuse(
          context,
          key,
          `low bis high ist ${low} bis ${high}; erlaubt ist ${min} bis ${max}`,
          `low to high is ${low} to ${high}; allowed is ${min} to ${max}`,
        );
      }
    }
  });

function refuse(context: z.RefinementCtx, key: string, de: string, en: string): void {
  context.addIssue({ code: "custom", path: [key], message: en, params: { de, en } });
}

/** What the programme assumes of the company and of the effect of options. Nothing is measured anew when they change. */
export const programmeParameters: readonly ParameterSpec[] = [
  {
    code: "programme.world",
    schema: worldSchema,
    default: defaultWorld,
    isAssumption: true,
    unit: "low, mid, high per figure of the company",
    label: { de: "Annahmen des Programms", en: "Assumptions of the programme" },
    description: {
      de: "Was ein neuer Kunde kostet, kauft und bleibt (low, mid, high), Zielauslastung, Stunde des Inhabers, Minuten je Stelle, Zins. Annahmen, Evidenzgrad C bis D",
      en: "What a new customer costs, buys and how long it stays (low, mid, high), target utilisation, the owner's hour, minutes per position, discount. Assumptions, evidence grade C to D",
    },
    affects: [],
  },
  {
    code: "programme.assumptions",
    schema: assumptionsSchema,
    default: {},
    isAssumption: false,
    unit: "low, mid, high per assumption of an option",
    label: { de: "Eigene Wirkungsannahmen", en: "Own assumptions of effects" },
    description: {
      de: "Ersetzt die mitgelieferten Annahmen der Stellhebel in der ganzen Firma, z. B. {«L5a.adoptionRatio»: {low, mid, high, source}}",
      en: "Replaces the shipped assumptions of levers in the whole company, e.g. {“L5a.adoptionRatio”: {low, mid, high, source}}",
    },
    affects: [],
  },
  ...offerParameters,
];
