import { z } from "zod";
import type { ParameterSpec } from "./parameter-spec.ts";

/** Admission of segments and life of insights. Defaults are our assumptions (domain.md §1.1, grade I). */
export const segmentParameters: readonly ParameterSpec[] = [
  {
    code: "segments.mostMovedRatio",
    schema: z.number().gt(0).lt(1),
    default: 0.15,
    isAssumption: true,
    unit: "ratio",
    label: { de: "Segmente: höchster Anteil Wechsler", en: "Segments: largest share of movers" },
    description: {
      de: "Ein Segment, dem die Rückrechnung über 12 Monate mehr Kunden anders zuteilt, gilt als nicht robust",
      en: "A segment whose 12-month back-test assigns more customers elsewhere counts as not robust",
    },
    affects: [],
  },
  {
    code: "segments.leastAssignableRatio",
    schema: z.number().gt(0).lte(1),
    default: 0.9,
    isAssumption: true,
    unit: "ratio",
    label: { de: "Segmente: Anteil zuteilbarer Kunden", en: "Segments: share of assignable customers" },
    description: {
      de: "Von so vielen Kunden muss sich sagen lassen, ob sie dazugehören; unbekannt zählt dagegen",
      en: "Of so many customers it must be known whether they belong; unknown counts against",
    },
    affects: [],
  },
  {
    code: "segments.leastCustomers",
    schema: z.number().int().min(1).max(1_000_000_000),
    default: 30,
    isAssumption: true,
    unit: "customers",
    label: { de: "Segmente: kleinste Kundenzahl", en: "Segments: least customers" },
    description: {
      de: "Ab so vielen Kunden lohnt sich eine eigene Behandlung",
      en: "From so many customers on a treatment of their own pays",
    },
    affects: [],
  },
  {
    code: "segments.leastSalesCents",
    schema: z.number().int().min(0),
    default: 2_000_000,
    isAssumption: true,
    unit: "cents per 12 months",
    label: { de: "Segmente: kleinster Umsatz", en: "Segments: least sales" },
    description: {
      de: "Ab so viel Umsatz in 12 Monaten lohnt sich eine eigene Behandlung",
      en: "From so much sales in 12 months on a treatment of their own pays",
    },
    affects: [],
  },
  {
    code: "segments.baseAction",
    schema: z.string().max(500),
    default: "",
    isAssumption: false,
    unit: "text",
    label: { de: "Segmente: was für alle gilt", en: "Segments: what applies to everybody" },
    description: {
      de: "Die Behandlung ohne Segment; ein Segment muss etwas anderes vorsehen",
      en: "The treatment without a segment; a segment must provide for something else",
    },
    affects: [],
  },
  {
    code: "insights.expiryMonths",
    schema: z.number().int().min(1).max(120),
    default: 6,
    isAssumption: true,
    unit: "months",
    label: { de: "Erkenntnisse gelten", en: "Insights hold" },
    description: {
      de: "So viele Monate gilt eine Erkenntnis, wenn niemand ein Ablaufdatum nennt",
      en: "For so many months an insight holds when nobody names a day of expiry",
    },
    affects: [],
  },
];
