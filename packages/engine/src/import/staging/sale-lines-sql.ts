/**
 * Sale lines from text to typed rows, in one pass over the file. The staged row keeps file order as its rowid.
 * Amounts: the file's own amount where it has one, else quantity × unit price rounded half away from zero to cents.
 */
import { layeredSelect, type StagedFields } from "./layered-select.ts";
import { sourceColumn } from "./reader-sql.ts";
import type { RowRule } from "./rules.ts";
import { errorMask, missing, outOfRange, problemMaskSql, unreadable } from "./rules.ts";

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

/** Cents from an exact decimal, half away from zero; NULL when it does not fit. Over two decimals: see decimalCentsSql. */
const centsSql = (decimal: string) => `CAST(TRY_CAST(${decimal} AS DECIMAL(18,2)) * 100 AS BIGINT)`;

function saleLineRules(fields: StagedFields, today: string): RowRule[] {
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
  const value = (field: string, staged: string, type: string) =>
    field in fields ? { field, staged } : { expression: `NULL::${type}`, staged };
  const constant = options.currency === null ? "NULL::VARCHAR" : `'${options.currency}'`;
  const read = layeredSelect(from, fields, [
    ...texts.map(([field, staged]) => value(field, staged, "VARCHAR")),
    ...numbers.map(([field, staged]) => value(field, staged, "DECIMAL(18,6)")),
    value("documentDate", "document_date", "DATE"),
    { expression: "currency" in fields ? "upper(raw_currency)" : constant, staged: "currency" },
    // Of the cells as written: what stands twice in the file to the letter.
    {
      first: `hash(${Array.from({ length: options.columnCount }, (_, index) => sourceColumn(index)).join(", ")})`,
      staged: "row_hash",
    },
  ]);
  const computed = "CASE WHEN amount IS NOT NULL THEN amount ELSE quantity * unit_price END";
  const cost = "CASE WHEN cost_amount IS NOT NULL THEN cost_amount ELSE quantity * unit_cost END";
  const sql = `CREATE TABLE ${target} AS
  SELECT ${texts.map(([, staged]) => staged).join(", ")}, document_date, quantity, unit_price,
    amount_cents, cost_cents, currency, row_hash, ${problemMaskSql(rules)} AS problem
  FROM (
    SELECT *, ${centsSql(computed)} AS amount_cents, ${centsSql(cost)} AS cost_cents
    FROM ${read}
  )`;
  return { sql, rules, errors: errorMask(rules) };
}
