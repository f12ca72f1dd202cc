import { z } from "zod";
import type { ParameterSpec } from "./parameter-spec.ts";

/** Borders of the Bermuda triangle, and which contacts count as failure. */
export const triangleParameters: readonly ParameterSpec[] = [
  {
    code: "triangle.valuePerContactCents",
    schema: z.number().int().positive(),
    default: 170_00,
    isAssumption: true,
    unit: "cents",
    label: { de: "Kleiner Wert je Kontakt unter", en: "Small value per contact below" },
    description: {
      de: "Umsatz je Bestellung oder Anfrage des Kunden, unter dem der Wert als klein gilt. Annahme, Evidenzgrad D, an einer erfundenen Firma eingestellt",
      en: "Sales per order or request of the customer below which the value counts as small. Assumption, evidence grade D, set on an invented company",
    },
    affects: ["triangle"],
  },
  {
    code: "triangle.needVariety",
    schema: z.number().int().min(1).max(1000),
    default: 6,
    isAssumption: true,
    unit: "need fields and reasons",
    label: { de: "Vielfältiger Bedarf ab", en: "Varied need from" },
    description: {
      de: "Zahl verschiedener Bedarfsfelder und Gründe in 12 Monaten, ab der der Bedarf als vielfältig gilt. Annahme, Evidenzgrad D",
      en: "Number of distinct need fields and reasons in 12 months from which the need counts as varied. Assumption, evidence grade D",
    },
    affects: ["triangle"],
  },
  {
    code: "triangle.needFields",
    schema: z.number().int().min(1).max(1000),
    default: 4,
    isAssumption: true,
    unit: "need fields",
    label: { de: "Vielfältiger Bedarf ab, ohne Kontakte", en: "Varied need from, without contacts" },
    description: {
      de: "Dasselbe, solange weder Aktivitäten noch Fälle bekannt sind: dann zählen Bedarfsfelder allein. Annahme, Evidenzgrad D",
      en: "The same while neither activities nor cases are known: then need fields alone count. Assumption, evidence grade D",
    },
    affects: ["triangle"],
  },
  {
    code: "triangle.leastOrders",
    schema: z.number().int().min(0).max(1000),
    default: 2,
    isAssumption: true,
    unit: "orders in 12 months",
    label: { de: "Im Dreieck erst ab Bestellungen", en: "In the triangle only from orders" },
    description: {
      de: "Wer seltener bestellt, ist kein Muster, sondern ein einzelnes Geschäft; seine Kontakte zählen bei den Falltypen mit",
      en: "Who orders less often is no pattern but a single deal; the contacts count in the case types all the same",
    },
    affects: ["triangle"],
  },
  {
    code: "triangle.effortRatio",
    schema: z.number().positive().max(100),
    default: 1,
    isAssumption: true,
    unit: "ratio",
    label: { de: "Hoher Aufwand ab", en: "High effort from" },
    description: {
      de: "Bedienkosten (voll) ÷ Bruttomarge, über dem der Aufwand als hoch gilt. Annahme, Evidenzgrad D",
      en: "Cost to serve (full) ÷ gross margin above which the effort counts as high. Assumption, evidence grade D",
    },
    affects: ["triangle"],
  },
  {
    code: "triangle.failureFindingRatio",
    schema: z.number().gt(0).lt(1),
    default: 0.3,
    isAssumption: true,
    unit: "ratio",
    label: { de: "Fehlerbedarf zuerst ab", en: "Failure demand first above" },
    description: {
      de: "Anteil Fehlerbedarf eines Falltyps, über dem der oberste Befund an die Prozessverantwortung geht",
      en: "Share of failure demand of a case type above which the top finding goes to the process owner",
    },
    affects: [],
  },
  {
    code: "demand.byReason",
    schema: z.record(z.string().max(200), z.enum(["failure", "value"])),
    default: {},
    isAssumption: false,
    unit: "reason → failure or value",
    label: { de: "Fehlerbedarf und Wertbedarf", en: "Failure and value demand" },
    description: {
      de: "Je Grund, ob wir ihn selbst verursachen (failure) oder ein Bedarf dahinter steht (value); geht den mitgelieferten Wortregeln vor",
      en: "Per reason whether we cause it ourselves (failure) or a need is behind it (value); overrules the shipped word rules",
    },
    affects: ["triangle"],
  },
];
