/**
 * Sale lines from text to typed rows, in one pass over the file. The staged row keeps file order as its rowid.
 * Amounts: the file's own amount where it has one, else quantity × unit price rounded half away from zero to cents.
 */
import { sourceColumn } from "./reader-sql.ts";
import type { RowRule } from "./rules.ts";
import { errorMask, missing, outOfRange, problemMaskSql, unreadable } from "./rules.ts";

/** A mapped field: the clean text of its cell and, for dates and numbers, the typed expression over that text. */
export interface StagedField {
  readonly raw: string;
  readonly typed: string;
}

export type StagedFields = Readonly<Record<string, StagedField>>;

const texts = [
  ["documentNumber", "document_number"],
  ["lineNumber", "line_number"],
  ["documentType", "raw_type"],
  ["accountKey", "account_key"],
  ["accountName", "account_name"],
  ["productCode", "product_code"],
  ["productName", "product_name"],
  ["productGroup", "product_group"],
  ["country", "country"],
  ["entryChannel", "entry_channel"],
  ["seller", "seller"],
  ["originalDocumentNumber", "original_document"],
] as const;

const numbers = [
  ["quantity", "quantity"],
  ["unitPrice", "unit_price"],
  ["amount", "amount"],
  ["costAmount", "cost_amount"],
  ["unitCost", "unit_cost"],
] as const;

/** Cents from an exact decimal, half away from zero; NULL when it does not fit. */
const centsSql = (decimal: string) => `TRY_CAST(round((${decimal}) * 100, 0) AS BIGINT)`;

export function saleLineRules(fields: StagedFields, today: string): RowRule[] {
  const rules: RowRule[] = [
    missing("documentNumber", { de: "Die Belegnummer", en: "The document number" }),
    missing("documentDate", { de: "Das Belegdatum", en: "The document date" }),
    unreadable("documentDate", "document_date", "date", "error"),
    outOfRange("documentDate", "document_date", today),
  ];
  for (const [field, staged] of numbers) {
    if (!(field in fields)) continue;
    rules.push(
      unreadable(field, staged, "number", field.toLowerCase().includes("cost") ? "warning" : "error"),
    );
  }
  rules.push({
    code: "amountMissing",
    field: "amount" in fields ? "amount" : "unitPrice",
    severity: "error",
    message: {
      de: "Weder ein Betrag noch Menge und Preis sind da",
      en: "Neither an amount nor quantity and price are there",
    },
    broken: `amount_cents IS NULL${"amount" in fields ? " AND raw_amount IS NULL" : ""}`,
  });
  rules.push({
    code: "currencyUnknown",
    field: "currency",
    severity: "error",
    message: {
      de: "ist kein Währungscode aus drei Buchstaben",
      en: "is not a currency code of three letters",
    },
    broken: "currency IS NOT NULL AND NOT regexp_full_match(currency, '[A-Z]{3}')",
  });
  return rules;
}

/**
 * `CREATE TABLE <target> AS …` with the staged columns and `problem` (bit mask of the rules).
 * @param options.columnCount columns of the file, mapped or not.
 * @param options.currency currency of the file as answered by a person, used where the file has no currency column.
 */
export function stageSaleLinesSql(
  target: string,
  from: string,
  fields: StagedFields,
  options: { today: string; currency: string | null; columnCount: number },
): { sql: string; rules: RowRule[]; errors: number } {
  const rules = saleLineRules(fields, options.today);
  const raw = (field: string) => fields[field]?.raw ?? "NULL::VARCHAR";
  const typed = (field: string, type: string) => fields[field]?.typed ?? `NULL::${type}`;
  const read = [
    ...texts.map(([field, staged]) => `${raw(field)} AS ${staged}`),
    // Of the cells as written: what stands twice in the file to the letter.
    `hash(${Array.from({ length: options.columnCount }, (_, index) => sourceColumn(index)).join(", ")}) AS row_hash`,
    ...numbers.map(([field, staged]) => `${typed(field, "DECIMAL(18,6)")} AS ${staged}`),
    ...numbers.map(([field]) => `${raw(field)} AS raw_${field}`),
    `${raw("documentDate")} AS raw_documentDate`,
    `${typed("documentDate", "DATE")} AS document_date`,
    fields.currency === undefined
      ? `${options.currency === null ? "NULL::VARCHAR" : `'${options.currency}'`} AS currency`
      : `upper(${raw("currency")}) AS currency`,
  ];
  const computed = "CASE WHEN amount IS NOT NULL THEN amount ELSE round(quantity * unit_price, 2) END";
  const cost = "CASE WHEN cost_amount IS NOT NULL THEN cost_amount ELSE round(quantity * unit_cost, 2) END";
  const sql = `CREATE TABLE ${target} AS
  SELECT ${texts.map(([, staged]) => staged).join(", ")}, document_date, quantity, unit_price,
    amount_cents, cost_cents, currency, row_hash, ${problemMaskSql(rules)} AS problem
  FROM (
    SELECT *, document_number AS raw_documentNumber, ${centsSql(computed)} AS amount_cents, ${centsSql(cost)} AS cost_cents
    FROM (SELECT ${read.join(",\n      ")}
      FROM ${from})
  )`;
  return { sql, rules, errors: errorMask(rules) };
}
