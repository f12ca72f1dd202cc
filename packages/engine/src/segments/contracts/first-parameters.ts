import { z } from "zod";
import type { ParameterSpec } from "./parameter-spec.ts";

const ratio = z.number().gt(0).lt(1);

/** Company, size, rhythm, margin and matching. */
export const firstParameters: readonly ParameterSpec[] = [
  {
    code: "company.name",
    schema: z.string().max(200),
    default: "",
    isAssumption: false,
    unit: "text",
    label: { de: "Firma", en: "Company" },
    description: { de: "Name auf Berichten und Ausdrucken", en: "Name on reports and prints" },
    affects: [],
  },
  {
    code: "company.currency",
    schema: z
      .string()
      .regex(/^[A-Z]{3}$/)
      .nullable(),
    default: null,
    isAssumption: false,
    unit: "ISO 4217",
    label: { de: "Firmenwährung", en: "Company currency" },
    description: {
      de: "Währung aller Summen; beim ersten Import aus der Datei übernommen, wenn sie eindeutig ist",
      en: "Currency of all totals; taken from the first import where the file is unanimous",
    },
    affects: ["sales", "orders", "rhythm", "expectation", "size"],
  },
  {
    code: "company.rates",
    schema: z.record(z.string().regex(/^[A-Z]{3}$/), z.number().positive()),
    default: {},
    isAssumption: false,
    unit: "company currency per unit",
    label: { de: "Wechselkurse", en: "Exchange rates" },
    description: {
      de: "Firmenwährung je Einheit der fremden Währung; ohne Kurs bleiben Zeilen nicht umgerechnet",
      en: "Company currency per unit of the foreign currency; without a rate lines stay unconverted",
    },
    affects: ["sales", "orders", "rhythm", "expectation", "size"],
  },
  {
    code: "size.lineCents",
    schema: z.number().int().positive().nullable(),
    default: null,
    isAssumption: false,
    unit: "cents per 12 months",
    label: { de: "Grössenlinie", en: "Size line" },
    description: {
      de: "Umsatz in 12 Monaten, ab dem ein Kunde nicht mehr Kleinkunde ist; leer: der Vorschlag gilt",
      en: "Sales in 12 months from which a customer is no longer small; empty: the proposal holds",
    },
    affects: ["size"],
  },
  {
    code: "size.hysteresisRatio",
    schema: ratio,
    default: 0.2,
    isAssumption: true,
    unit: "ratio",
    label: { de: "Schwankungsband", en: "Hysteresis band" },
    description: {
      de: "Wie weit der Umsatz die Linie in zwei Quartalen nacheinander über- oder unterschreiten muss",
      en: "How far sales must be beyond the line in two consecutive quarters",
    },
    affects: ["size"],
  },
  {
    code: "rhythm.slowingQuantile",
    schema: ratio,
    default: 0.8,
    isAssumption: true,
    unit: "ratio",
    label: { de: "Langsamer ab Quantil", en: "Slowing from quantile" },
    description: {
      de: "Quantil des erwarteten Kaufabstands, ab dem ein Kunde als langsamer gilt",
      en: "Quantile of the expected gap from which a customer counts as slowing",
    },
    affects: ["rhythm"],
  },
  {
    code: "rhythm.dormantQuantile",
    schema: ratio,
    default: 0.95,
    isAssumption: true,
    unit: "ratio",
    label: { de: "Ruhend ab Quantil", en: "Dormant from quantile" },
    description: {
      de: "Quantil des erwarteten Kaufabstands, ab dem ein Kunde als ruhend gilt",
      en: "Quantile of the expected gap from which a customer counts as dormant",
    },
    affects: ["rhythm"],
  },
  {
    code: "rhythm.lostProbability",
    schema: ratio,
    default: 0.1,
    isAssumption: true,
    unit: "ratio",
    label: { de: "Verloren unter Wahrscheinlichkeit", en: "Lost below probability" },
    description: {
      de: "Ein ruhender Kunde gilt als verloren, wenn die Wahrscheinlichkeit, dass er noch aktiv ist, darunter liegt",
      en: "A dormant customer counts as lost when the probability of being active is below this",
    },
    affects: ["rhythm"],
  },
  {
    code: "rhythm.peerWeight",
    schema: z.number().min(0).max(1000),
    default: 3,
    isAssumption: true,
    unit: "gaps",
    label: { de: "Gewicht der Vergleichsgruppe", en: "Weight of the peer group" },
    description: {
      de: "Wie viele eigene Abstände die Vergleichsgruppe aufwiegt",
      en: "How many of the customer's own gaps the peer group weighs",
    },
    affects: ["rhythm"],
  },
  {
    code: "margin.byGroup",
    schema: z.record(z.string(), z.number().gt(-1).lt(1)),
    default: {},
    isAssumption: true,
    unit: "ratio of sales",
    label: { de: "Marge je Warengruppe (Annahme)", en: "Margin per product group (assumption)" },
    description: {
      de: "Nur wo Warenkosten fehlen; «*» gilt für alle übrigen Gruppen; Bilder werden dann gestrichelt gezeichnet",
      en: "Only where cost of goods is missing; “*” holds for all other groups; pictures are then drawn dashed",
    },
    affects: ["sales"],
  },
  {
    code: "matching.mergeAbove",
    schema: z.number().gt(0.5).lte(1).nullable(),
    default: null,
    isAssumption: true,
    unit: "probability",
    label: { de: "Selbsttätig zusammenführen ab", en: "Merge by itself above" },
    description: {
      de: "Wahrscheinlichkeit, ab der Dubletten ohne Nachfrage zusammengeführt werden; leer: nie",
      en: "Probability above which duplicates are merged without asking; empty: never",
    },
    affects: [],
  },
];
