import type { Stage } from "./stages.ts";

/**
 * The areas of the web menu in the order of the line, and the stages that each of them shows. An area appears when it
 * has a page that works; until then its list of pages is empty.
 */
export interface AreaPage {
  /** Path below the space, e.g. `data/quality` for `/company/data/quality`. */
  readonly path: string;
  readonly label: { readonly de: string; readonly en: string };
}

export interface Area {
  readonly code:
    | "overview"
    | "customers"
    | "economics"
    | "segments"
    | "programme"
    | "work"
    | "learning"
    | "data";
  readonly label: { readonly de: string; readonly en: string };
  readonly stages: readonly Stage[];
  /** The first page is the one that the area opens with. */
  readonly pages: readonly AreaPage[];
}

const label = (de: string, en: string) => ({ de, en });

export const areas: readonly Area[] = [
  {
    code: "overview",
    label: label("Übersicht", "Overview"),
    stages: ["measures"],
    pages: [{ path: "overview", label: label("Übersicht", "Overview") }],
  },
  {
    code: "customers",
    label: label("Kunden", "Customers"),
    stages: ["facts", "measures", "segments"],
    pages: [
      { path: "customers", label: label("Alle Kunden", "All customers") },
      { path: "quiet", label: label("Länger still als üblich", "Quiet beyond their rhythm") },
      { path: "needs", label: label("Bedarf und Potenzial", "Needs and potential") },
      { path: "forecast", label: label("Prognose", "Forecast") },
      { path: "contracts", label: label("Verträge", "Contracts") },
    ],
  },
  {
    code: "economics",
    label: label("Wirtschaftlichkeit", "Economics"),
    stages: ["measures"],
    pages: [
      { path: "economics", label: label("Wer wie viel beiträgt", "Who contributes what") },
      { path: "economics/cost-to-serve", label: label("Bedienkosten", "Cost to serve") },
      { path: "economics/small-orders", label: label("Kleine Bestellungen", "Small orders") },
      { path: "economics/triangle", label: label("Bermudadreieck", "Bermuda triangle") },
      { path: "economics/time-equations", label: label("Zeitgleichungen", "Time equations") },
    ],
  },
  {
    code: "segments",
    label: label("Segmente", "Segments"),
    stages: ["segments"],
    pages: [
      { path: "segments", label: label("Segmente", "Segments") },
      { path: "segments/differences", label: label("Was Kunden unterscheidet", "What sets customers apart") },
      { path: "segments/responsibility", label: label("Zuständigkeit", "Responsibility") },
      { path: "segments/insights", label: label("Erkenntnisse", "Insights") },
    ],
  },
  {
    code: "programme",
    label: label("Programm", "Programme"),
    stages: ["programme"],
    pages: [
      { path: "programme", label: label("Hebelplan", "Lever plan") },
      { path: "programme/simulation", label: label("Simulation", "Simulation") },
      { path: "programme/doubling", label: label("Verdoppelungstest", "Doubling test") },
      { path: "programme/optimiser", label: label("Bestes Bündel", "Best bundle") },
      { path: "programme/catalogue", label: label("Leistungen", "Catalogue") },
      { path: "programme/decisions", label: label("Entscheide", "Decisions") },
    ],
  },
  {
    code: "work",
    label: label("Arbeit", "Work"),
    stages: ["facts", "action"],
    pages: [
      { path: "work", label: label("Festhalten", "Note down") },
      { path: "work/time-sample", label: label("Zeitstichprobe", "Time sample") },
    ],
  },
  { code: "learning", label: label("Lernen", "Learning"), stages: ["learning"], pages: [] },
  {
    code: "data",
    label: label("Daten", "Data"),
    stages: ["import", "facts"],
    pages: [
      { path: "data", label: label("Importe", "Imports") },
      { path: "data/control-totals", label: label("Kontrollsummen", "Control totals") },
      { path: "data/quality", label: label("Datenqualität", "Data quality") },
      { path: "data/parameters", label: label("Parameter", "Parameters") },
    ],
  },
];

/** Areas that a reader sees, in menu order. */
export const visibleAreas: readonly Area[] = areas.filter((area) => area.pages.length > 0);
