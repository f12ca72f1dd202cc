import { sqlLiteral } from "./null-tokens.ts";
import { type DocumentType, documentTypes } from "./result.ts";

/** What is known of a document (or of one of its lines) when its type is decided. */
export interface DocumentTypeInput {
  /** Cell of the type column; null where the file has none or the cell is blank. */
  readonly type: string | null;
  readonly number: string | null;
  /** Sign of the amount of the document, or of the line where only that is known; null counts as 0. */
  readonly sign: -1 | 0 | 1 | null;
  readonly productName: string | null;
}

/** Codes of SAP billing types (FKART), document categories (VBTYP) and order types (AUART). */
const sapCodes: Readonly<Record<string, DocumentType>> = {
  F1: "invoice",
  F2: "invoice",
  FAS: "invoice",
  FAZ: "invoice",
  L2: "invoice",
  M: "invoice",
  P: "invoice",
  G2: "creditNote",
  RE: "creditNote",
  O: "creditNote",
  S1: "cancellation",
  S2: "cancellation",
  SV: "cancellation",
  N: "cancellation",
  S: "cancellation",
  TA: "order",
  OR: "order",
  SO: "order",
  C: "order",
};

/** Abbreviations of systems other than SAP. `RE` is Rechnung here and a return there. */
const plainCodes: Readonly<Record<string, DocumentType>> = {
  RE: "invoice",
  RG: "invoice",
  AR: "invoice",
  INV: "invoice",
  GS: "creditNote",
  GU: "creditNote",
  CN: "creditNote",
  CM: "creditNote",
  ST: "cancellation",
  AB: "order",
  AU: "order",
  SO: "order",
};

/** Words of the type text in lower case; the first that occurs decides (`Stornorechnung` is a cancellation). */
const words: readonly { readonly pattern: string; readonly type: DocumentType }[] = [
  { pattern: "storno|cancel|annul", type: "cancellation" },
  {
    pattern: "gutschrift|rechnungskorrektur|credit|avoir|retour|return|rückgabe|rueckgabe|nota di credito",
    type: "creditNote",
  },
  { pattern: "korrektur|correction|adjust|ausbuchung|bad debt|wertberichtigung", type: "correction" },
  { pattern: "rechnung|invoice|faktura|facture|fattura|quittung|receipt", type: "invoice" },
  { pattern: "auftrag|order|bestellung|commande|ordine", type: "order" },
];

/** Numbers that mark cancellations by a letter in front, when the amount is not positive. */
const cancellationNumber = "^C[0-9]+$";
/** Corrections that stand among invoices: a letter in front and a text that says so. */
const correctionNumber = "^A[0-9]+$";
const correctionName = "adjust|bad debt|korrektur|ausbuchung";

/** True when the codes of a type column are SAP's, by its header or by its cells. */
export function usesSapCodes(headerKey: string, cells: readonly string[]): boolean {
  if (["fkart", "vbtyp", "auart"].includes(headerKey)) return true;
  return cells.some((cell) => /^(?:F1|F2|G2|S1|S2|L2)$/.test(cell.trim()));
}

const codesOf = (sap: boolean) => (sap ? sapCodes : plainCodes);

/**
 * Type of a document: from its type column (code, then words), else from number and sign. Unknown types of a company
 * fall back to number and sign as well.
 */
export function documentTypeOf(input: DocumentTypeInput, options: { readonly sap: boolean }): DocumentType {
  const type = input.type?.trim() ?? "";
  const coded = codesOf(options.sap)[type.toUpperCase()];
  if (coded !== undefined) return coded;
  const worded = words.find(({ pattern }) => new RegExp(pattern).test(type.toLowerCase()));
  if (worded !== undefined) return worded.type;
  const number = (input.number ?? "").trim().toUpperCase();
  const sign = input.sign ?? 0;
  if (new RegExp(cancellationNumber).test(number) && sign <= 0) return "cancellation";
  const name = (input.productName ?? "").toLowerCase();
  if (new RegExp(correctionNumber).test(number) && new RegExp(correctionName).test(name)) return "correction";
  return sign < 0 ? "creditNote" : "invoice";
}

/** SQL expressions of what is known; null where the file has no such column. */
export interface DocumentTypeColumns {
  readonly type: string | null;
  readonly number: string;
  /** Expression whose sign counts, e.g. the sum over the document. */
  readonly amount: string;
  readonly productName: string | null;
}

/** DuckDB expression: the document type as text. Same as `documentTypeOf`. */
export function documentTypeSql(columns: DocumentTypeColumns, options: { readonly sap: boolean }): string {
  const codes = codesOf(options.sap);
  const branches: string[] = [];
  if (columns.type !== null) {
    const code = `upper(trim(${columns.type}))`;
    for (const type of documentTypes) {
      const own = Object.keys(codes).filter((each) => codes[each] === type);
      if (own.length > 0)
        branches.push(`WHEN ${code} IN (${own.map(sqlLiteral).join(", ")}) THEN ${sqlLiteral(type)}`);
    }
    for (const { pattern, type } of words) {
      branches.push(
        `WHEN regexp_matches(lower(${columns.type}), ${sqlLiteral(pattern)}) THEN ${sqlLiteral(type)}`,
      );
    }
  }
  const number = `upper(trim(${columns.number}))`;
  const amount = `coalesce(${columns.amount}, 0)`;
  branches.push(
    `WHEN regexp_matches(${number}, ${sqlLiteral(cancellationNumber)}) AND ${amount} <= 0 THEN 'cancellation'`,
  );
  if (columns.productName !== null) {
    branches.push(
      `WHEN regexp_matches(${number}, ${sqlLiteral(correctionNumber)}) AND regexp_matches(lower(${columns.productName}), ${sqlLiteral(correctionName)}) THEN 'correction'`,
    );
  }
  branches.push(`WHEN ${amount} < 0 THEN 'creditNote'`);
  return `CASE ${branches.join("\n  ")}\n  ELSE 'invoice' END`;
}
