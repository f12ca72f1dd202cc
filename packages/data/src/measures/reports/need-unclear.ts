import type { NeedsReport } from "@kleinod/engine/measures/need/report-contract.ts";

export interface NeedScope {
  readonly total: number;
  readonly known: number;
  readonly purchases: boolean;
  readonly cases: boolean;
  readonly contacts: boolean;
  readonly product_lines: boolean;
  readonly with_branch: number;
  readonly with_staff: number;
}

type NeedUnclear = NeedsReport["unclear"][number];

const texts = {
  saleLinesMissing: {
    de: "Rechnungen oder Aufträge mit Artikeln importieren.",
    en: "Import invoices or orders with products.",
  },
  productGroupMissing: {
    de: "Warengruppen mitgeben: in den Verkaufspositionen oder im Artikelstamm.",
    en: "Give product groups: in the sale lines or in the product master.",
  },
  casesMissing: {
    de: "Servicefälle importieren: sie zeigen, wonach Kunden fragen und wie dringend.",
    en: "Import service cases: they show what customers ask for and how urgently.",
  },
  activitiesMissing: {
    de: "Besuche, Anrufe und Mails importieren oder in der App erfassen.",
    en: "Import visits, calls and mails, or capture them in the app.",
  },
  branchMissing: {
    de: "Branchen im Kundenstamm ergänzen, dann wird mit ähnlicheren Betrieben verglichen.",
    en: "Complete branches in the customer master, then the comparison is with firms that are more alike.",
  },
  staffMissing: {
    de: "Zahl der Mitarbeitenden im Kundenstamm ergänzen, dann wird mit ähnlicheren Betrieben verglichen.",
    en: "Complete head counts in the customer master, then the comparison is with firms that are more alike.",
  },
} as const satisfies Record<string, NeedUnclear["cure"]>;

/** What the need profile lacks or could be sharper with, and what cures it. */
export function needUnclear(scope: NeedScope): NeedUnclear[] {
  const unclear: NeedUnclear[] = [];
  const add = (field: string, reason: keyof typeof texts) =>
    unclear.push({ field, reason, cure: texts[reason] });
  if (!scope.product_lines) add("needBreadth", "saleLinesMissing");
  else if (!scope.purchases) add("needBreadth", "productGroupMissing");
  if (!scope.cases) add("needUrgency", "casesMissing");
  if (!scope.contacts) add("needVariety", "activitiesMissing");
  // A few blanks are normal; half of them blank makes the groups coarse.
  if (2 * scope.with_branch < scope.total) add("needGaps", "branchMissing");
  if (2 * scope.with_staff < scope.total) add("needGaps", "staffMissing");
  return unclear;
}
