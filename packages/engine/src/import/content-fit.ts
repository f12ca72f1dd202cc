import { countryNames } from "./country-names.ts";
import { holdsTimesOnly } from "./date-times.ts";
import { detectDateFormat } from "./dates.ts";
import { isDuration } from "./durations.ts";
import type { FieldSpec, FieldType } from "./kinds/contract.ts";
import { isMonths } from "./months.ts";
import { cellText } from "./null-tokens.ts";
import { parseNumber } from "./numbers.ts";

/** The cells of one column of the sample that say something. */
export function sampleCells(rows: readonly (readonly string[])[], index: number): string[] {
  return rows.flatMap((row) => {
    const cell = cellText(row[index] ?? null);
    return cell === null ? [] : [cell];
  });
}

const reads = (cell: string, decimal: "." | ",") => {
  const parsed = parseNumber(cell, { decimal });
  return parsed.ok && parsed.value !== null;
};
const isNumber = (cell: string) => reads(cell, ".") || reads(cell, ",");
const isWhole = (cell: string) => /^[+-]?[0-9]{1,3}(?:[.,'’ ]?[0-9]{3})*(?:[.,]0+)?$/.test(cell);
const isEmail = (cell: string) => /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/.test(cell);
const isPhone = (cell: string) => /^[+(]?[0-9][0-9 ()/.\u00a0-]{5,}$/.test(cell) && !isNumber(cell);
const isCurrency = (cell: string) => /^(?:[A-Z]{3}|[a-z]{3}|€|\$|£|Fr\.?)$/.test(cell);
const isCountry = (cell: string) => /^[A-Z]{2,3}$/.test(cell) || countryNames.has(cell.toLowerCase());
const isBoolean = (cell: string) =>
  /^(?:x|0|1|[0-9]{2}|true|false|wahr|falsch|ja|nein|yes|no|j|n|y|aktiv|inaktiv|active|inactive)$/i.test(
    cell,
  );
/** UID (CH), USt-IdNr. (DE), UID (AT) and other EU ids by their shape. */
export const isVatId = (cell: string) =>
  /^(?:CHE[- ]?[0-9]{3}[. ]?[0-9]{3}[. ]?[0-9]{3}.*|DE ?[0-9]{9}|ATU ?[0-9]{8}|[A-Z]{2} ?[0-9A-Z]{8,12})$/.test(
    cell,
  );

const share = (cells: readonly string[], test: (cell: string) => boolean) =>
  cells.filter(test).length / cells.length;

function typeShare(type: FieldType, cells: readonly string[]): number {
  switch (type) {
    case "dateTime":
      if (holdsTimesOnly(cells)) return 1;
      return typeShare("date", cells);
    case "minutes":
      return share(cells, isDuration);
    case "months":
      return share(cells, isMonths);
    case "date": {
      const found = detectDateFormat(cells);
      return found.format !== null || found.ambiguous.length > 0 ? 1 - found.unreadable / cells.length : 0;
    }
    case "money":
    case "quantity":
    case "unitPrice":
    case "percent":
      return share(cells, isNumber);
    case "integer":
      return share(cells, isWhole);
    case "email":
      return share(cells, (cell) => cell.includes("@"));
    case "phone":
      return share(cells, (cell) => /^[^a-z@]*[0-9][^@]*$/.test(cell));
    case "currency":
      return share(cells, isCurrency);
    case "country":
      return share(cells, (cell) => !/[0-9]/.test(cell) || /^[0-9]{1,3}$/.test(cell));
    case "boolean":
      return share(cells, isBoolean);
    case "id":
      return share(cells, (cell) => cell.length <= 60);
    case "text":
    case "enum":
      return 1;
  }
}

/** Fields that hold names: a column of bare numbers or codes is a key, not a name. */
const nameFields = new Set(["name", "accountName", "productName", "city", "firstName", "lastName"]);
/** Keys where a column of words is the name rather than the number. */
const numberedKeys = new Set(["accountKey", "productCode"]);

const isCode = (cell: string) => /^[A-Z0-9._/-]*[0-9][A-Z0-9._/-]*$/.test(cell);
const isWords = (cell: string) => /\p{L}{2}/u.test(cell) && !/[0-9]/.test(cell) && /[\s\p{Ll}]/u.test(cell);

/**
 * How well the cells of a column suit a field, 0…1; 0.9 for a column without any value.
 * It can take away from what the header says, and hardly add to it: header names are the stronger evidence.
 */
export function contentFit(field: FieldSpec, cells: readonly string[]): number {
  if (cells.length === 0) return 0.9;
  if (field.code === "lineNumber") return share(cells, (cell) => /^[0-9]{1,6}$/.test(cell));
  const typed = typeShare(field.type, cells);
  if (nameFields.has(field.code) && share(cells, isCode) > 0.9) return 0.7;
  if (numberedKeys.has(field.code) && share(cells, isWords) > 0.6) return 0.6;
  return typed;
}

/** Types that cells alone can show, with the fields they may stand for, the likeliest first. */
const telling: readonly { readonly fields: readonly string[]; readonly test: (cell: string) => boolean }[] = [
  { fields: ["email"], test: isEmail },
  { fields: ["vatId"], test: (cell) => isVatId(cell) && cell.replace(/[^0-9]/g, "").length >= 8 },
  { fields: ["phone"], test: isPhone },
  { fields: ["currency"], test: (cell) => /^(?:CHF|EUR|USD|GBP)$/.test(cell) },
  { fields: ["country"], test: isCountry },
];

/** The field that the cells alone suggest where the header says nothing; null in most cases. */
export function fieldByContent(fields: readonly FieldSpec[], cells: readonly string[]): FieldSpec | null {
  if (cells.length < 3) return null;
  for (const { fields: codes, test } of telling) {
    const field = fields.find((candidate) => codes.includes(candidate.code));
    if (field !== undefined && share(cells, test) > 0.9) return field;
  }
  return null;
}

/** True when a column shows calendar days, whatever its header says. Bare numbers do not count as Excel serials here. */
export function showsDates(cells: readonly string[]): boolean {
  const found = detectDateFormat(cells);
  return found.ambiguous.length > 0 || (found.format !== null && found.format !== "excelSerial");
}
