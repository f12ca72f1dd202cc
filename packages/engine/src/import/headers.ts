import type { FieldSpec } from "./kinds/contract.ts";
import { importKinds } from "./kinds/import-kinds.ts";

export interface NormalisedHeader {
  /** Lower case, umlauts as two letters, no accents, no separators: `KNA1-KUNNR` → `kunnr`, `Kd.-Nr.` → `kdnr`. */
  readonly key: string;
  /** What stands behind the name as a unit: an ISO currency code, `%`, or the text in brackets; else null. */
  readonly unit: string | null;
}

const currencyCodes = ["CHF", "EUR", "USD", "GBP", "SEK", "NOK", "DKK", "PLN", "CZK", "HUF"];
const umlauts: Readonly<Record<string, string>> = {
  ä: "ae",
  ö: "oe",
  ü: "ue",
  ß: "ss",
  æ: "ae",
  ø: "o",
  "€": "eur",
};

function plain(text: string): string {
  return text
    .normalize("NFC")
    .toLowerCase()
    .replace(/[äöüßæø]/g, (letter) => umlauts[letter]!)
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/[#№]/g, "no")
    .replace(/[^a-z0-9]/g, "");
}

function unitOf(text: string): string | null {
  const unit = text
    .trim()
    .replace(/^in\s+/i, "")
    .replace("€", "EUR");
  if (unit === "%") return "%";
  const code = unit.toUpperCase().replace(/^SFR\.?$|^FR\.?$/, "CHF");
  return currencyCodes.includes(code) ? code : null;
}

/** Name and unit of a header cell, in the form in which synonyms are kept. Headers of any language become some key. */
export function normaliseHeader(header: string): NormalisedHeader {
  const text = header
    .normalize("NFC")
    .replace(/^\ufeff/, "")
    .trim();
  const bracket = /^(.*?)\s*[[(]([^\])]*)[\])]\s*$/u.exec(text);
  if (bracket !== null && plain(bracket[1]!) !== "") {
    return { key: keyOf(bracket[1]!), unit: unitOf(bracket[2]!) ?? bracket[2]!.trim() };
  }
  const trailing = /^(.*?\S)[\s_/-]+(?:in\s+)?(\S+)$/iu.exec(text);
  const unit = trailing === null ? null : unitOf(trailing[2]!);
  if (trailing !== null && unit !== null) return { key: keyOf(trailing[1]!), unit };
  return { key: keyOf(text), unit: null };
}

function keyOf(text: string): string {
  // SAP's technical names with their table in front: KNA1-KUNNR, VBRP-NETWR.
  const technical = /^[A-Z][A-Z0-9_]{2,}[-.~]([A-Z][A-Z0-9_]{2,})$/.exec(text.trim());
  return plain(technical?.[1] ?? text);
}

/** True when a year stands in the name: `Umsatz 2024` is a figure of that year, not a field of ours. */
export function namesAPeriod(header: string): boolean {
  return /(19|20)\d\d|\bytd\b|vorjahr|\bvj\b|last ?year|\bly\b|l\/?12m|12 ?m\b/i.test(header);
}

const namesByField = new Map<FieldSpec, readonly string[]>();

/** All header names of a field, the most telling first: its code, its labels, its synonyms. */
export function headerNames(field: FieldSpec): readonly string[] {
  const known = namesByField.get(field);
  if (known !== undefined) return known;
  const own = [field.code, field.label.de, field.label.en].map((name) => normaliseHeader(name).key);
  const names = [...new Set([...own, ...field.synonyms])];
  namesByField.set(field, names);
  return names;
}

const known = new Set(importKinds.flatMap((kind) => kind.fields.flatMap((field) => headerNames(field))));

/** True when some kind has a field of this name. */
export function isKnownHeader(header: string): boolean {
  return known.has(normaliseHeader(header).key);
}

const keys = new Set(
  importKinds.flatMap((kind) =>
    kind.fields
      .filter((field) => field.required || kind.keyFields.includes(field.code))
      .filter((field) => field.type === "id")
      .flatMap((field) => headerNames(field)),
  ),
);

/** True when the name may stand for a key (customer, document, product number): two of them cannot be told apart. */
export function isKeyHeader(header: string): boolean {
  return keys.has(normaliseHeader(header).key);
}
