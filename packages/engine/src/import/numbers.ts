import { type Cents, cents } from "../units.ts";
import type { NumberFormat, NumberFormatFinding, ParsedNumber } from "./formats-contract.ts";
import { cellText, space, spaceCharacters, sqlLiteral } from "./null-tokens.ts";

/**
 * Numbers in exports, read twice with one meaning: `parseNumber` for samples and small sheets, `numberSql` for large
 * files. Both use the regular expressions below, which are written so that JavaScript and DuckDB (RE2) agree.
 *
 * Accepted: `1234.5`, `1'234.50`, `1.234,50`, `1 234,50`, `+5`, `12.30-`, `(12.30)`, `CHF 12.50`, `12.50 €`, `5 %` (the
 * value is 5), `1.5E+03` (one digit before the decimal sign, exponent below 12). Thousands separators must stand in groups of three and not after a leading zero.
 * Refused: NaN, infinity, hexadecimal, underscores, two signs, formulas, anything else.
 * The value is rounded half away from zero to six decimals; 10^12 and above is refused.
 */
type Decimal = Pick<NumberFormat, "decimal">;

const currencySign = "(?:CHF|EUR|USD|GBP|chf|eur|usd|gbp|SFr[.]?|Fr[.]|€|[$]|£)";
const sign = "[+−-]";
const parenthesised = `^${space}*(?:${currencySign}${space}*)?[(]([^()]*)[)]${space}*(?:${currencySign}${space}*)?$`;
const atMostOneSign = `[^+−-]*${sign}?[^+−-]*`;

function patterns(decimal: "." | ",") {
  const other = decimal === "." ? "," : ".";
  const group = `[${other}'’\u00a0\u202f\u2007\u2009 ]`;
  const fraction = `(?:[${decimal}][0-9]*)?`;
  const body = `[1-9][0-9]{0,2}(?:${group}[0-9]{3})+${fraction}|[0-9]+${fraction}|[${decimal}][0-9]+`;
  const signed = `(?:${sign}${space}*)?`;
  return {
    /** What most cells look like: needs no cleaning. */
    plain: `-?[0-9]{1,12}(?:[${decimal}][0-9]{1,6})?`,
    written: `^${space}*${signed}(?:${currencySign}${space}*)?${signed}(${body})${space}*${signed}(?:(?:${currencySign}|%)${space}*)?${signed}$`,
    /** As spreadsheets write it: one digit before the decimal sign. */
    scientific: `^${space}*([+-]?[1-9](?:[${decimal}][0-9]{1,15})?[eE](?:[+]?(?:0?[0-9]|1[01])|-0?[1-7]))${space}*$`,
    /** Zero, or below 10^-7: the dust of floating-point sums. Apart, because DuckDB rounds some of it up to a millionth. */
    dust: `^${space}*[+-]?(?:[1-9](?:[${decimal}][0-9]{1,15})?[eE]-(?:[1-9][0-9]{1,2}|0?[89])|0(?:[${decimal}]0{1,15})?[eE][+-]?[0-9]{1,3})${space}*$`,
    /** Replaced by a point (first character) or removed (the rest). */
    separators: `${decimal}${other}'’${spaceCharacters}`,
  };
}

const decimals = 6;
const limit = 10n ** BigInt(12 + decimals);

/** Millionths of a number in plain or scientific notation with a point. */
function toMillionths(text: string): bigint {
  const match = /^([+-]?)([0-9]*)[.]?([0-9]*)(?:[eE]([+-]?[0-9]+))?$/.exec(text)!;
  const [, signText = "", whole = "", fraction = "", exponent = "0"] = match;
  const digits = BigInt(`${whole}${fraction}` || "0");
  const shift = Number(exponent) - fraction.length + decimals;
  const negative = signText === "-";
  if (shift >= 0) return (negative ? -digits : digits) * 10n ** BigInt(shift);
  const divisor = 10n ** BigInt(-shift);
  const rounded = (digits + divisor / 2n) / divisor;
  return negative ? -rounded : rounded;
}

function decimalText(millionths: bigint): string {
  const absolute = millionths < 0n ? -millionths : millionths;
  const digits = absolute.toString().padStart(decimals + 1, "0");
  const fraction = digits.slice(-decimals).replace(/0+$/, "");
  const text = fraction === "" ? digits.slice(0, -decimals) : `${digits.slice(0, -decimals)}.${fraction}`;
  return millionths < 0n ? `-${text}` : text;
}

/** The number as a text with a point that `toMillionths` reads; null when it is no number. */
function normalised(text: string, decimal: "." | ","): string | null {
  const { written, scientific, dust } = patterns(decimal);
  if (new RegExp(dust, "u").test(text)) return "0";
  const power = new RegExp(scientific, "u").exec(text)?.[1];
  if (power !== undefined) return power.replace(",", ".");
  const unwrapped = text.replace(new RegExp(parenthesised, "u"), "-$1");
  if (!new RegExp(`^${atMostOneSign}$`, "u").test(unwrapped)) return null;
  const body = new RegExp(written, "u").exec(unwrapped)?.[1];
  if (body === undefined) return null;
  const digits = [...body].filter((char) => /[0-9]/.test(char) || char === decimal).join("");
  return `${/[−-]/.test(unwrapped) ? "-" : ""}${digits.replace(",", ".")}`;
}

/** Reads a cell. Blank cells and null tokens give the value null; what is no number is returned as a problem. */
export function parseNumber(text: string | null, format: Decimal): ParsedNumber {
  const cell = cellText(text);
  if (cell === null) return { ok: true, value: null };
  const plain = normalised(cell, format.decimal);
  if (plain === null) return { ok: false, rule: "numberUnreadable", text: cell };
  const millionths = toMillionths(plain);
  if (millionths >= limit || millionths <= -limit) return { ok: false, rule: "numberTooLarge", text: cell };
  return { ok: true, value: decimalText(millionths) };
}

/** Cents of an exact decimal text as `parseNumber` gives it, rounded half away from zero. */
export function decimalToCents(value: string): Cents {
  const millionths = toMillionths(value);
  const absolute = millionths < 0n ? -millionths : millionths;
  const rounded = Number((absolute + 5000n) / 10_000n);
  return cents(millionths < 0n && rounded !== 0 ? -rounded : rounded);
}

/** DuckDB expression over a text column: DECIMAL(18,6), or NULL when the cell is blank or no number. */
export function numberSql(column: string, format: Decimal): string {
  const { plain, written, scientific, dust, separators } = patterns(format.decimal);
  const cast = (text: string) => `TRY_CAST(${text} AS DECIMAL(18,6))`;
  const pointed = (text: string) => (format.decimal === "," ? `replace(${text}, ',', '.')` : text);
  const unwrapped = `regexp_replace(${column}, ${sqlLiteral(parenthesised)}, '-\\1')`;
  const minus = `CASE WHEN regexp_matches(${unwrapped}, '[−-]') THEN '-' ELSE '' END`;
  const body = `translate(regexp_extract(${unwrapped}, ${sqlLiteral(written)}, 1), ${sqlLiteral(separators)}, '.')`;
  const power = `regexp_extract(${column}, ${sqlLiteral(scientific)}, 1)`;
  return `coalesce(
  CASE WHEN regexp_full_match(${column}, ${sqlLiteral(plain)}) THEN ${cast(pointed(column))} END,
  CASE WHEN regexp_full_match(${unwrapped}, ${sqlLiteral(atMostOneSign)}) THEN ${cast(`${minus} || ${body}`)} END,
  ${cast(pointed(power))},
  CASE WHEN regexp_matches(${column}, ${sqlLiteral(dust)}) THEN CAST(0 AS DECIMAL(18,6)) END)`;
}

/** DuckDB expression over a text column: BIGINT cents rounded half away from zero, NULL as in `numberSql`. */
export function moneyCentsSql(column: string, format: Decimal): string {
  return decimalCentsSql(numberSql(column, format));
}

/**
 * DuckDB expression: BIGINT cents of a DECIMAL(18,6), rounded half away from zero. The step over DECIMAL(18,2) avoids
 * the overflow error that multiplying a DECIMAL(18,6) of eleven digits by 100 raises.
 */
export function decimalCentsSql(decimal: string): string {
  return `CAST(CAST(${decimal} AS DECIMAL(18,2)) * 100 AS BIGINT)`;
}

/**
 * DuckDB expression over a text column: true for cells such as `1,234` that are 1.234 or 1234 depending on the decimal
 * sign. When the sample did not decide, one such cell later in the file means that it must be asked.
 */
export function undecidedNumberSql(column: string): string {
  return `regexp_full_match(${column}, '[^0-9.,]*[1-9][0-9]{0,2}[.,][0-9]{3}[^0-9.,]*')`;
}

/** What one cell says about the decimal sign. */
function evidence(cell: string): {
  decimal: "." | "," | null;
  thousands: NumberFormat["thousands"];
  open: boolean;
} {
  const digits = new RegExp(`[0-9][0-9.,'’${spaceCharacters}]*`, "u").exec(cell)?.[0] ?? "";
  const grouped = /[0-9](['’])[0-9]{3}/.exec(digits)?.[1] ?? (/[0-9]\s[0-9]{3}/.test(digits) ? " " : "");
  const marks = [...digits].filter((char) => char === "." || char === ",");
  const last = marks.at(-1) as "." | "," | undefined;
  if (last === undefined)
    return { decimal: null, thousands: grouped as NumberFormat["thousands"], open: false };
  const other = last === "." ? "," : ".";
  if (marks.includes(other)) return { decimal: last, thousands: other, open: false };
  if (marks.length > 1) return { decimal: other, thousands: last, open: false };
  const [before = "", after = ""] = digits.trim().split(last);
  const couldGroup = /^[1-9][0-9]{0,2}$/.test(before) && /^[0-9]{3}$/.test(after);
  if (couldGroup) return { decimal: null, thousands: "", open: true };
  return { decimal: last, thousands: grouped as NumberFormat["thousands"], open: false };
}

/**
 * Decides between decimal point and comma. `1,234` alone can be both: then `ambiguous` is true and it must be asked.
 * Contradicting cells are decided by a majority of 50 to 1 (the rest shows up as problems), otherwise they are ambiguous.
 */
export function detectNumberFormat(samples: readonly (string | null)[]): NumberFormatFinding {
  const votes = { ".": 0, ",": 0 };
  const example: Partial<Record<"." | "," | "open", string>> = {};
  let thousands: NumberFormat["thousands"] = "";
  let seen: string | null = null;
  for (const sample of samples) {
    const cell = cellText(sample);
    if (cell === null || (normalised(cell, ".") === null && normalised(cell, ",") === null)) continue;
    seen ??= cell;
    const { decimal, thousands: group, open } = evidence(cell);
    if (group !== "") thousands = group;
    if (open) example.open ??= cell;
    if (decimal === null) continue;
    votes[decimal]++;
    example[decimal] ??= cell;
  }
  const decimal = votes[","] > votes["."] ? "," : ".";
  const minority = decimal === "," ? votes["."] : votes[","];
  const contradicted = minority > 0 && votes[decimal] < 50 * minority;
  const undecided = votes[decimal] === 0 && example.open !== undefined;
  return {
    decimal,
    thousands: thousands === decimal ? "" : thousands,
    ambiguous: contradicted || undecided,
    decided: votes[decimal] > 0 && !contradicted,
    example:
      (undecided ? example.open : contradicted ? example[decimal === "," ? "." : ","] : example[decimal]) ??
      seen,
  };
}
