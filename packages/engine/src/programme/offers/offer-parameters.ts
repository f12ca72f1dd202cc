import type { ParameterSpec } from "../../segments/contracts/parameter-spec.ts";
import { defaultDeviationRules, deviationRulesSchema } from "../deviations/deviation-rules-contract.ts";
import { catalogueRulesSchema, defaultCatalogueRules } from "./catalogue-rules-contract.ts";

/** Lines of the lean catalogue and of the deviation ledger. Nothing is measured anew when they change. */
export const offerParameters: readonly ParameterSpec[] = [
  {
    code: "programme.catalogue",
    schema: catalogueRulesSchema,
    default: defaultCatalogueRules,
    isAssumption: true,
    unit: "shares 0…1, minutes",
    label: { de: "Regeln des Leistungskatalogs", en: "Rules of the service catalogue" },
    description: {
      de: "Ab welchem Anteil Nutzer eine Leistung in den Kern gehört, wann sie als Grund zu bleiben gilt, und wie viele grössere Kunden zu einer schlanken Leistung wechseln würden. Annahmen, Evidenzgrad D",
      en: "From which share of users an element belongs to the core, when it counts as the reason to stay, and how many larger customers would move to a lean offer. Assumptions, evidence grade D",
    },
    affects: [],
  },
  {
    code: "programme.deviations",
    schema: deviationRulesSchema,
    default: defaultDeviationRules,
    isAssumption: true,
    unit: "count, days, cents, shares 0…1",
    label: { de: "Regeln des Abweichungsregisters", en: "Rules of the deviation ledger" },
    description: {
      de: "Wie viele gleiche Abweichungen in wie vielen Tagen eine Drift sind, was eine Variante im Jahr kostet, und was Standardisieren oder Schliessen bewirken dürfte. Annahmen, Evidenzgrad D",
      en: "How many equal deviations within how many days are a drift, what a variant costs a year, and what standardising or closing may do. Assumptions, evidence grade D",
    },
    affects: [],
  },
];
