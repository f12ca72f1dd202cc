import {
  type Cell,
  cellOf,
  headerOf,
  type Language,
} from "@kleinod/data/workspace/export-customers-cells.ts";
import { csvLine, csvStart, writeLines } from "@kleinod/data/workspace/export-customers-csv.ts";
import { writeXlsx } from "@kleinod/data/workspace/export-customers-xlsx.ts";
import type { ColumnType, CustomerColumn } from "@kleinod/engine/measures/contracts/customer-column.ts";
import { customerColumn } from "@kleinod/engine/measures/customer-columns.ts";
import {
  supportBreadthNames,
  supportFormNames,
} from "@kleinod/engine/measures/need/recommendation-contract.ts";
import type { NeedGapsReport, NeedsReport } from "@kleinod/engine/measures/need/report-contract.ts";
import type { PotentialReport } from "@kleinod/engine/measures/potential/report-contract.ts";

type Values = Readonly<Record<string, unknown>>;

/** A list as a file: its columns and a row of values for each line. */
export interface Sheet {
  readonly columns: readonly CustomerColumn[];
  readonly rows: readonly Values[];
  readonly currency: string | null;
}

/** A column of the customer table by its code, or one of the list's own. */
const column = (code: string, type: ColumnType = "text", de = code, en = de): CustomerColumn =>
  customerColumn(code) ?? {
    code,
    sql: code,
    type,
    label: { de, en },
    description: { de, en },
    shownByDefault: true,
    measure: null,
  };

const staffClass = column("staffClass", "text", "Mitarbeitende", "Staff");
const region = column("region", "text", "Region", "Region");

/** The call list with an empty column for what was agreed. */
export function needGapSheet(report: NeedGapsReport, language: Language): Sheet {
  return {
    currency: report.currency,
    columns: [
      ...["name", "accountKey", "city", "branch"].map((code) => column(code)),
      staffClass,
      region,
      column("phone"),
      column("contactName", "text", "Kontakt", "Contact"),
      ...["owner", "sizeClass", "rhythmState", "lastPurchase", "salesLast12Cents"].map((code) =>
        column(code),
      ),
      column("field", "text", "Bedarfsfeld", "Need field"),
      column("peerShare", "ratio", "Anteil vergleichbarer Betriebe", "Share of comparable firms"),
      column("shareLow", "ratio", "Anteil, unten", "Share, low"),
      column("shareHigh", "ratio", "Anteil, oben", "Share, high"),
      column("peers", "count", "Vergleichbare Betriebe", "Comparable firms"),
      column("worthCents", "cents", "Üblicher Umsatz", "Usual sales"),
      column("worthLowCents", "cents", "Üblicher Umsatz, unten", "Usual sales, low"),
      column("worthHighCents", "cents", "Üblicher Umsatz, oben", "Usual sales, high"),
      column("expectedCents", "cents", "Zu erwarten", "To be expected"),
      column("reasonText", "text", "Warum auf der Liste", "Why on the list"),
      column("note", "text", "Notiz", "Note"),
      column("result", "text", "Ergebnis", "Result"),
    ],
    rows: report.rows.map((row) => ({ ...row, reasonText: row.reason[language] })),
  };
}

/** One line a customer with its need profile and the recommended support. */
export function needSheet(report: NeedsReport, language: Language): Sheet {
  return {
    currency: report.currency,
    columns: [
      ...["name", "accountKey", "city", "branch", "sizeClass", "salesLast12Cents"].map((code) =>
        column(code),
      ),
      ...["needBreadth", "needFields", "needDepth", "needVariety", "needUrgency"].map((code) => column(code)),
      ...["supportBreadth", "supportForm"].map((code) => column(code)),
      column("fieldNames", "text", "Bedarfsfelder, stärkstes zuerst", "Need fields, strongest first"),
      column("reasonText", "text", "Gründe", "Reasons"),
    ],
    rows: report.rows.map((row) => ({
      ...row,
      supportBreadth: row.supportBreadth === null ? null : supportBreadthNames[row.supportBreadth][language],
      supportForm: row.supportForm === null ? null : supportFormNames[row.supportForm][language],
      fieldNames: row.fields.map(({ field }) => field).join(", "),
      reasonText: row.reasons.map((reason) => reason[language]).join(" "),
    })),
  };
}

/** One line a customer with its potential and its gaps. */
export function potentialSheet(report: PotentialReport): Sheet {
  return {
    currency: report.currency,
    columns: [
      ...["name", "accountKey", "branch"].map((code) => column(code)),
      staffClass,
      region,
      ...["sizeClass", "salesLast12Cents", "potentialCents", "potentialLowCents", "potentialHighCents"].map(
        (code) => column(code),
      ),
      ...["shareOfWallet", "potentialIsUnclear"].map((code) => column(code)),
      column("gapNames", "text", "Bedarfslücken", "Need gaps"),
    ],
    rows: report.customers.map((row) => ({
      ...row,
      potentialLowCents: row.lowCents,
      potentialHighCents: row.highCents,
      potentialIsUnclear: row.isUnclear,
      gapNames: row.needGaps.map(({ field }) => field).join(", "),
    })),
  };
}

/** @param format by the ending of the address */
export async function writeSheet(
  path: string,
  { columns, rows, currency }: Sheet,
  format: "xlsx" | "csv",
  language: Language,
): Promise<void> {
  const headers = columns.map((each) => headerOf(each, currency, language));
  if (format === "xlsx") return writeXlsx(path, headers, columns, cellsOf(columns, rows));
  // A spreadsheet set to German takes the comma as decimal sign and splits at semicolons.
  await writeLines(path, csvLines(columns, rows, headers, language === "de" ? ";" : ","));
}

async function* cellsOf(columns: readonly CustomerColumn[], rows: readonly Values[]): AsyncIterable<Cell[]> {
  for (const row of rows) yield columns.map((each) => cellOf(each, row[each.code]));
}

async function* csvLines(
  columns: readonly CustomerColumn[],
  rows: readonly Values[],
  headers: readonly string[],
  delimiter: string,
): AsyncGenerator<string> {
  yield csvStart + csvLine(headers, delimiter);
  for await (const cells of cellsOf(columns, rows)) yield csvLine(cells, delimiter, columns);
}
