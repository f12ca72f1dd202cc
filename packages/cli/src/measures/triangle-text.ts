import type {
  CaseType,
  Triangle,
  TriangleCustomers,
} from "@kleinod/engine/measures/triangle/report-contract.ts";
import type { Io } from "../output/io.ts";
import { formatCount, formatMoney, formatPercent } from "../output/language.ts";
import { tableText } from "../output/table.ts";
import { sizeText } from "./economics-text.ts";

/** Case types that a reader of a terminal wants to see. */
const shownCaseTypes = 20;
const cornerWords = {
  value: { de: "Wert", en: "value" },
  need: { de: "Bedarf", en: "need" },
  effort: { de: "Aufwand", en: "effort" },
} as const;

/** The triangle in words: findings first, then case types with what is expected of them. */
export function triangleText(report: Triangle, io: Io): string {
  const { language } = io;
  const money = (cents: number | null) => formatMoney(cents, report.currency, language);
  const count = (value: number) => formatCount(value, language);
  const { customers, demand } = report;
  const range = (type: { effectCents: number; lowCents: number; highCents: number }) =>
    `${money(type.effectCents)} (${count(Math.round(type.lowCents / 100))}–${count(Math.round(type.highCents / 100))})`;
  return [
    io.text({
      de: `Im Bermudadreieck bis ${report.asOf}: ${count(customers.inTriangle)} von ${count(customers.total)} Kunden (sicher ${count(customers.certain)}, möglich ${count(customers.possible)}, unklar ${count(customers.unclear)}), Bedienkosten ${money(report.costCents)}.`,
      en: `In the Bermuda triangle up to ${report.asOf}: ${count(customers.inTriangle)} of ${count(customers.total)} customers (certain ${count(customers.certain)}, possible ${count(customers.possible)}, unclear ${count(customers.unclear)}), cost to serve ${money(report.costCents)}.`,
    }),
    report.evidence === "orders"
      ? io.text({
          de: "Aus Bestellungen allein geurteilt; die Spannen sind weiter.",
          en: "Judged from orders alone; the ranges are wider.",
        })
      : io.text({
          de: `Fehlerbedarf: ${formatPercent(demand.failureShare, language)} der ${count(demand.contacts)} Kontakte (${formatPercent(demand.low, language)} bis ${formatPercent(demand.high, language)}).`,
          en: `Failure demand: ${formatPercent(demand.failureShare, language)} of ${count(demand.contacts)} contacts (${formatPercent(demand.low, language)} to ${formatPercent(demand.high, language)}).`,
        }),
    "",
    ...report.findings.map((finding) => `${io.text(finding.sentence)} ${range(finding)}`),
    "",
    tableText<CaseType>(
      [
        { title: io.text({ de: "Grund", en: "Reason" }), value: (row) => io.text(row.reasonLabel) },
        { title: io.text({ de: "Bedarfsfeld", en: "Need field" }), value: (row) => row.needField ?? "–" },
        { title: io.text({ de: "Weg", en: "Channel" }), value: (row) => io.text(row.channelLabel) },
        {
          title: io.text({ de: "Kunden", en: "Customers" }),
          value: (row) => count(row.customers),
          align: "right",
        },
        {
          title: io.text({ de: "Kosten", en: "Cost" }),
          value: (row) => money(row.costCents),
          align: "right",
        },
        {
          title: io.text({ de: "Fehler", en: "Failure" }),
          value: (row) => formatPercent(row.failureShare, language),
          align: "right",
        },
        { title: io.text({ de: "Ecke", en: "Corner" }), value: (row) => io.text(cornerWords[row.corner]) },
        { title: io.text({ de: "Wirkung pro Jahr", en: "Effect a year" }), value: range, align: "right" },
        { title: io.text({ de: "an", en: "to" }), value: (row) => io.text(row.addresseeLabel) },
      ],
      report.caseTypes.slice(0, shownCaseTypes),
    ),
    ...report.unclear.map(
      ({ field, reason, cure }) =>
        `${io.text({ de: "Unklar", en: "Unclear" })}: ${field} (${reason})${cure === undefined ? "" : `. ${io.text(cure)}`}`,
    ),
  ].join("\n");
}

/** The customers behind a case type. */
export function triangleCustomersText(list: TriangleCustomers, io: Io): string {
  const money = (cents: number | null) => formatMoney(cents, list.currency, io.language);
  const number = (value: number | null) => (value === null ? "–" : formatCount(value, io.language));
  return [
    io.text({
      de: `${formatCount(list.total, io.language)} Kunden${list.caseType === null ? " im Dreieck" : ` mit dem Falltyp ${list.caseType}`} bis ${list.asOf}`,
      en: `${formatCount(list.total, io.language)} customers${list.caseType === null ? " in the triangle" : ` of the case type ${list.caseType}`} up to ${list.asOf}`,
    }),
    tableText<TriangleCustomers["rows"][number]>(
      [
        { title: io.text({ de: "Konto", en: "Account" }), value: (row) => row.accountKey },
        { title: io.text({ de: "Kunde", en: "Customer" }), value: (row) => row.name },
        { title: io.text({ de: "Grösse", en: "Size" }), value: (row) => sizeText(row.sizeClass, io) },
        {
          title: io.text({ de: "Kontakte", en: "Contacts" }),
          value: (row) => number(row.contacts),
          align: "right",
        },
        {
          title: io.text({ de: "Wert je Kontakt", en: "Value per contact" }),
          value: (row) => money(row.valuePerContactCents),
          align: "right",
        },
        {
          title: io.text({ de: "Vielfalt", en: "Variety" }),
          value: (row) => number(row.needVariety),
          align: "right",
        },
        {
          title: io.text({ de: "Kosten voll", en: "Full cost" }),
          value: (row) => money(row.fullCents),
          align: "right",
        },
        {
          title: io.text({ de: "vermeidbar", en: "avoidable" }),
          value: (row) => money(row.avoidableCents),
          align: "right",
        },
      ],
      list.rows,
    ),
  ].join("\n");
}
