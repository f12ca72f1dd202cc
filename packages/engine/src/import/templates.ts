import type { FieldSpec, FieldType, LocalizedText } from "./kinds/contract.ts";
import { importKind } from "./kinds/import-kinds.ts";
import type { ImportKindCode } from "./result.ts";

/** One column of a template with all that a person needs to fill it. */
export interface TemplateColumn {
  readonly field: string;
  readonly header: string;
  readonly type: FieldType;
  readonly required: boolean;
  /** Unit or form of the value in words; null for plain text. */
  readonly unit: string | null;
  readonly description: string;
  readonly example: string;
}

export interface ImportTemplate {
  readonly kind: ImportKindCode;
  readonly label: string;
  readonly columns: readonly TemplateColumn[];
  /** Header row and one example row; `;` in German, `,` in English, as the spreadsheets of the language expect. */
  readonly csv: string;
}

const units: Partial<Record<FieldType, LocalizedText>> = {
  date: { de: "Datum (TT.MM.JJJJ)", en: "date (yyyy-mm-dd)" },
  dateTime: {
    de: "Datum und Uhrzeit (TT.MM.JJJJ hh:mm); nur Datum geht auch",
    en: "date and time (yyyy-mm-dd hh:mm); the date alone will do",
  },
  minutes: { de: "Minuten oder h:mm", en: "minutes or h:mm" },
  months: {
    de: "Monate; auch «2 Jahre» oder «vierteljährlich»",
    en: "months; also “2 years” or “quarterly”",
  },
  money: { de: "Betrag, zwei Dezimalen", en: "amount, two decimals" },
  unitPrice: { de: "Betrag je Einheit, bis sechs Dezimalen", en: "amount per unit, up to six decimals" },
  quantity: { de: "Menge", en: "quantity" },
  percent: { de: "Prozent", en: "per cent" },
  integer: { de: "ganze Zahl", en: "whole number" },
  country: { de: "Name oder ISO-Code", en: "name or ISO code" },
  currency: { de: "ISO-Code, drei Buchstaben", en: "ISO code, three letters" },
  boolean: { de: "ja oder leer", en: "yes or empty" },
};

function exampleOf(field: FieldSpec, language: "de" | "en"): string {
  if (language === "de") return field.example;
  if (field.exampleEn !== undefined) return field.exampleEn;
  if (field.type === "date" || field.type === "dateTime") {
    const [day = "", time] = field.example.split(" ");
    return [day.split(".").reverse().join("-"), time].filter((part) => part !== undefined).join(" ");
  }
  return field.example === "ja" ? "yes" : field.example;
}

const csvCell = (text: string, delimiter: string) =>
  text.includes(delimiter) || text.includes('"') ? `"${text.replaceAll('"', '""')}"` : text;

/** What a file of this kind looks like, for `kleinod import --template KIND` and the import page. */
export function template(code: ImportKindCode, language: "de" | "en"): ImportTemplate {
  const kind = importKind(code);
  const columns = kind.fields.map(
    (field): TemplateColumn => ({
      field: field.code,
      header: field.label[language],
      type: field.type,
      required: field.required,
      unit: (field.unit ?? units[field.type])?.[language] ?? null,
      description: field.description[language],
      example: exampleOf(field, language),
    }),
  );
  const delimiter = language === "de" ? ";" : ",";
  const line = (cells: readonly string[]) => cells.map((cell) => csvCell(cell, delimiter)).join(delimiter);
  const csv = `${line(columns.map((column) => column.header))}\n${line(columns.map((column) => column.example))}\n`;
  return { kind: code, label: kind.label[language], columns, csv };
}
