import {
  supportBreadthNames,
  supportFormNames,
} from "@kleinod/engine/measures/need/recommendation-contract.ts";
import type { NeedGapsReport, NeedsReport } from "@kleinod/engine/measures/need/report-contract.ts";
import type { Io } from "../output/io.ts";
import { formatCount, formatMoney, formatPercent } from "../output/language.ts";
import { tableText } from "../output/table.ts";

/** Rows that a reader of a terminal wants to see. */
const shown = 20;

/** Need of the base in words, the fields, and what is recommended. */
export function needsText(report: NeedsReport, io: Io): string {
  const { language } = io;
  const count = (value: number) => formatCount(value, language);
  const money = (cents: number | null) => formatMoney(cents, report.currency, language);
  return [
    io.text({
      de: `Bedarf von ${count(report.known)} der ${count(report.total)} Kunden bekannt (Daten bis ${report.asOf}).`,
      en: `Need of ${count(report.known)} of ${count(report.total)} customers known (data up to ${report.asOf}).`,
    }),
    io.text(report.sizeDependence.sentence),
    "",
    tableText(
      [
        { title: io.text({ de: "Bedarfsfeld", en: "Need field" }), value: (row) => row.field },
        {
          title: io.text({ de: "Kunden", en: "Customers" }),
          value: (row) => count(row.customers),
          align: "right",
        },
        {
          title: io.text({ de: "Umsatz", en: "Sales" }),
          value: (row) => money(row.salesCents),
          align: "right",
        },
        { title: io.text({ de: "Lücken", en: "Gaps" }), value: (row) => count(row.gaps), align: "right" },
        {
          title: io.text({ de: "zu erwarten", en: "expected" }),
          value: (row) => money(row.gapCents),
          align: "right",
        },
      ],
      report.fields.slice(0, shown),
    ),
    "",
    tableText(
      [
        {
          title: io.text({ de: "Breite", en: "Breadth" }),
          value: (row) => io.text(supportBreadthNames[row.supportBreadth]),
        },
        {
          title: io.text({ de: "Form", en: "Form" }),
          value: (row) => io.text(supportFormNames[row.supportForm]),
        },
        { title: io.text({ de: "klein", en: "small" }), value: (row) => count(row.small), align: "right" },
        { title: io.text({ de: "gross", en: "large" }), value: (row) => count(row.large), align: "right" },
      ],
      report.recommendations,
    ),
    ...report.unclear.map(
      ({ reason, cure }) => `${io.text({ de: "Unklar", en: "Unclear" })} (${reason}): ${io.text(cure)}`,
    ),
  ].join("\n");
}

/** The call list of need gaps as a table. */
export function needGapsText(report: NeedGapsReport, io: Io): string {
  const { language } = io;
  const count = (value: number) => formatCount(value, language);
  const money = (cents: number | null) => formatMoney(cents, report.currency, language);
  return [
    io.text({
      de: `${count(report.total)} Bedarfslücken bei ${count(report.customers)} Kunden; zusammen ${money(report.expectedCents)} im Jahr zu erwarten (Daten bis ${report.asOf}).`,
      en: `${count(report.total)} need gaps at ${count(report.customers)} customers; ${money(report.expectedCents)} a year to be expected together (data up to ${report.asOf}).`,
    }),
    tableText(
      [
        { title: io.text({ de: "Kunde", en: "Customer" }), value: (row) => row.name },
        { title: io.text({ de: "Telefon", en: "Phone" }), value: (row) => row.phone ?? "" },
        { title: io.text({ de: "Bedarfsfeld", en: "Need field" }), value: (row) => row.field },
        {
          title: io.text({ de: "Vergleichbare", en: "Peers" }),
          value: (row) =>
            `${formatPercent(row.peerShare, language)} ${io.text({ de: "von", en: "of" })} ${count(row.peers)}`,
          align: "right",
        },
        {
          title: io.text({ de: "üblich", en: "usual" }),
          value: (row) => money(row.worthCents),
          align: "right",
        },
        {
          title: io.text({ de: "zu erwarten", en: "expected" }),
          value: (row) => money(row.expectedCents),
          align: "right",
        },
      ],
      report.rows.slice(0, shown),
    ),
  ].join("\n");
}
