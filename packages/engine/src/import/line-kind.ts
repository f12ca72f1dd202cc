import { sqlLiteral } from "./null-tokens.ts";

/** What a line is about. Only `product` counts as purchase; the others stay in the document's amount. */
export const lineKinds = ["product", "fee", "freight", "discount", "correction", "other"] as const;
export type LineKind = (typeof lineKinds)[number];

interface LineKindRule {
  readonly kind: Exclude<LineKind, "product">;
  /** Upper case. Empty: the name decides alone. */
  readonly codes: readonly string[];
  /** Prefixes of codes, upper case. */
  readonly codePrefixes?: readonly string[];
  /**
   * Pattern on the name in lower case. With codes it guards against a company that uses the same short code for a
   * product (an empty name passes); without codes it must match.
   */
  readonly name?: string;
}

/** A name that is the word itself or starts with it as a whole word: `Versand Express`, not `Versandkarton`. */
const startsWithWord = (...names: string[]) => `^(?:${names.join("|")})(?:$|[^a-zäöüé])`;

/** The first rule that applies decides. Data, not code: extend it for a new source. */
export const lineKindRules: readonly LineKindRule[] = [
  { kind: "freight", codes: ["POST", "DOT", "PORTO", "VERSAND", "FRACHT", "FREIGHT", "SHIPPING"] },
  { kind: "freight", codes: ["C2", "C3"], name: "carriage" },
  { kind: "fee", codes: ["BANK CHARGES", "AMAZONFEE", "CRUK", "MMZ", "KMZ"] },
  { kind: "discount", codes: ["D", "RABATT", "DISCOUNT", "SKONTO"], name: "discount|rabatt|skonto" },
  { kind: "correction", codes: ["M"], name: "^manual" },
  { kind: "correction", codes: ["B"], name: "bad debt|adjust" },
  { kind: "correction", codes: ["ADJUST", "ADJUST2", "ROUNDING", "RUNDUNG"] },
  { kind: "other", codes: ["S"], name: "sample|muster" },
  { kind: "other", codes: ["GIFT"], codePrefixes: ["TEST0", "GIFT_0"] },
  {
    kind: "freight",
    codes: [],
    name: startsWithWord(
      "versand",
      "versandkosten",
      "versandkostenanteil",
      "versandpauschale",
      "versandspesen",
      "fracht",
      "frachtkosten",
      "frachtanteil",
      "porto",
      "porto und verpackung",
      "portokosten",
      "lieferkosten",
      "lieferpauschale",
      "transportkosten",
      "transportkostenanteil",
      "verpackung und versand",
      "verpackungskosten",
      "freight",
      "freight charges?",
      "shipping and handling",
      "shipping costs?",
      "shipping charges?",
      "delivery charges?",
      "dotcom postage",
      "frais de port",
      "spese di spedizione",
    ),
  },
  { kind: "freight", codes: [], name: "^(?:postage|shipping|carriage)$" },
  {
    kind: "fee",
    codes: [],
    name: startsWithWord(
      "mindermengenzuschlag",
      "kleinmengenzuschlag",
      "mindestmengenzuschlag",
      "kleinauftragszuschlag",
      "bearbeitungsgebühr",
      "bearbeitungspauschale",
      "auftragspauschale",
      "mahngebühr",
      "mahnspesen",
      "bankspesen",
      "gebühr",
      "gebühren",
      "expresszuschlag",
      "teuerungszuschlag",
      "energiezuschlag",
      "maut",
      "lsva",
      "vrg",
      "vorgezogene recyclinggebühr",
      "bank charges?",
      "amazon fee",
      "handling fee",
      "service fee",
      "processing fee",
      "small order surcharge",
      "minimum order surcharge",
    ),
  },
  {
    kind: "discount",
    codes: [],
    name: startsWithWord(
      "discount",
      "rabatt",
      "skonto",
      "bonus",
      "preisnachlass",
      "nachlass",
      "treuerabatt",
      "mengenrabatt",
      "sonderrabatt",
      "remise",
      "sconto",
    ),
  },
  {
    kind: "correction",
    codes: [],
    name: startsWithWord(
      "rundung",
      "rundungsdifferenz",
      "preiskorrektur",
      "korrektur",
      "korrekturbuchung",
      "adjust bad debt",
      "adjustment",
      "manual adjustment",
      "rounding",
    ),
  },
  {
    kind: "other",
    codes: [],
    name: startsWithWord("gutschein", "geschenkgutschein", "gift voucher", "gift card"),
  },
];

/** Kind of a line by product code and name. Blank code and name give `product`: nothing says otherwise. */
export function lineKindOf(code: string | null, name: string | null): LineKind {
  const upper = (code ?? "").trim().toUpperCase();
  const lower = (name ?? "").trim().toLowerCase();
  return lineKindRules.find((rule) => applies(rule, upper, lower))?.kind ?? "product";
}

function applies(rule: LineKindRule, code: string, name: string): boolean {
  const named = rule.name !== undefined && new RegExp(rule.name).test(name);
  if (rule.codes.length === 0) return named;
  const coded =
    rule.codes.includes(code) || (rule.codePrefixes ?? []).some((prefix) => code.startsWith(prefix));
  return coded && (rule.name === undefined || name === "" || named);
}

/**
 * DuckDB expression: the line kind as text. Same as `lineKindOf`. It costs a dozen pattern matches: apply it to the
 * distinct pairs of code and name rather than to every line.
 */
export function lineKindSql(code: string | null, name: string | null): string {
  const upper = code === null ? "''" : `upper(trim(coalesce(${code}, '')))`;
  const lower = name === null ? "''" : `lower(trim(coalesce(${name}, '')))`;
  const branches = lineKindRules.map((rule) => {
    const named = rule.name === undefined ? null : `regexp_matches(${lower}, ${sqlLiteral(rule.name)})`;
    if (rule.codes.length === 0) return `WHEN ${named} THEN ${sqlLiteral(rule.kind)}`;
    const prefixes = (rule.codePrefixes ?? []).map(
      (prefix) => `starts_with(${upper}, ${sqlLiteral(prefix)})`,
    );
    const coded = [`${upper} IN (${rule.codes.map(sqlLiteral).join(", ")})`, ...prefixes].join(" OR ");
    const guard = named === null ? "" : ` AND (${lower} = '' OR ${named})`;
    return `WHEN (${coded})${guard} THEN ${sqlLiteral(rule.kind)}`;
  });
  return `CASE ${branches.join("\n  ")}\n  ELSE 'product' END`;
}
