import { z } from "zod";
import { defaultActivities, defaultRoles } from "../../measures/cost-to-serve/default-activities-contract.ts";
import { activitiesSchema, rolesSchema } from "../../measures/cost-to-serve/model-contract.ts";
import type { ParameterSpec } from "./parameter-spec.ts";

/** The cost model, its horizon, and how far a lifetime reaches. */
export const costToServeParameters: readonly ParameterSpec[] = [
  {
    code: "costToServe.roles",
    schema: rolesSchema,
    default: defaultRoles,
    isAssumption: true,
    unit: "list of roles",
    label: { de: "Rollen", en: "Roles" },
    description: {
      de: "Wer arbeitet für Kunden: Namen der Rolle in Dateien, angenommener Satz je Minute ohne Kostenpool, Anteil der erfassten Arbeit. Annahmen, Evidenzgrad C bis D",
      en: "Who works for customers: names of the role in files, assumed rate per minute without a cost pool, share of work that gets logged. Assumptions, evidence grade C to D",
    },
    affects: ["costToServe", "lifetime", "triangle"],
  },
  {
    code: "costToServe.activities",
    schema: activitiesSchema,
    default: defaultActivities,
    isAssumption: true,
    unit: "list of activities",
    label: { de: "Tätigkeiten und Zeitgleichungen", en: "Activities and time equations" },
    description: {
      de: "Minuten je Ereignis, vermeidbarer Anteil je Horizont und der leichtere Weg. Annahmen, Evidenzgrad C bis D; eine Zeitaufnahme ersetzt sie",
      en: "Minutes per event, avoidable share per horizon and the lighter way. Assumptions, evidence grade C to D; a time sampling replaces them",
    },
    affects: ["costToServe", "lifetime", "triangle"],
  },
  {
    code: "costToServe.horizonMonths",
    schema: z.union([z.literal(3), z.literal(12), z.literal(24)]),
    default: 12,
    isAssumption: false,
    unit: "months",
    label: { de: "Horizont der vermeidbaren Kosten", en: "Horizon of avoidable cost" },
    description: {
      de: "Vermeidbar ist, was innert so vieler Monate wirklich wegfällt: 3, 12 oder 24",
      en: "Avoidable is what really disappears within so many months: 3, 12 or 24",
    },
    affects: ["costToServe", "lifetime", "triangle"],
  },
  {
    code: "lifetime.months",
    schema: z.number().int().min(12).max(60),
    default: 36,
    isAssumption: false,
    unit: "months",
    label: { de: "Reichweite des Kundenwerts", en: "Reach of lifetime value" },
    description: {
      de: "Über so viele Monate wird der erwartete Beitrag gezählt, 12 bis 60",
      en: "Expected contribution is counted over so many months, 12 to 60",
    },
    affects: ["lifetime"],
  },
  {
    code: "lifetime.discountRatioPerYear",
    schema: z.number().min(0).max(1),
    default: 0.08,
    isAssumption: true,
    unit: "ratio per year",
    label: { de: "Abzinsung", en: "Discount" },
    description: {
      de: "Ein Franken in einem Jahr zählt um diesen Anteil weniger. Annahme, Evidenzgrad D",
      en: "A franc in one year counts less by this share. Assumption, evidence grade D",
    },
    affects: ["lifetime"],
  },
];
