import type { ImportKindCode } from "../result.ts";

/** The same sentence in both languages of the product; `de` in Swiss spelling. */
export interface LocalizedText {
  readonly de: string;
  readonly en: string;
}

/** How the text of a cell is read. `id` stays text with its leading zeros. */
export type FieldType =
  | "id"
  | "text"
  | "date"
  | "dateTime"
  | "minutes"
  | "months"
  | "money"
  | "quantity"
  | "unitPrice"
  | "percent"
  | "integer"
  | "country"
  | "currency"
  | "email"
  | "phone"
  | "enum"
  | "boolean";

/** Field types whose cells are parsed by `numbers.ts`. */
export const numericFieldTypes: readonly FieldType[] = [
  "money",
  "quantity",
  "unitPrice",
  "percent",
  "integer",
  "minutes",
];

/** Field types whose cells are parsed by `dates.ts` and `date-times.ts`. */
export const dateFieldTypes: readonly FieldType[] = ["date", "dateTime"];

/** A value of an enum field with the words that files use for it. */
export interface EnumValue {
  readonly code: string;
  readonly label: LocalizedText;
  /** Regular expression over the lower-case cell that JavaScript and DuckDB read alike. */
  readonly pattern: string;
}

/** One field of an import kind: what a column of a file may be mapped to. */
export interface FieldSpec {
  /** Name in mapping files, in JSON and (in snake case) in SQL. */
  readonly code: string;
  readonly type: FieldType;
  /** The file must have a column for it. */
  readonly required: boolean;
  /** A required field whose single cells may be empty (a sale line without a customer is kept). */
  readonly blankAllowed?: true;
  /** Unit of the value, where it has one that the type does not say. */
  readonly unit?: LocalizedText;
  readonly label: LocalizedText;
  /** Meaning, and what it is not. */
  readonly description: LocalizedText;
  /** Header names as `normaliseHeader` gives them, the most telling first: the order breaks ties. */
  readonly synonyms: readonly string[];
  /** A realistic cell, used in templates. */
  readonly example: string;
  /** The same in English templates, where it is other than a date or a yes. */
  readonly exampleEn?: string;
  /** The values of an enum of ours; a cell that means none of them is a warning. */
  readonly values?: readonly EnumValue[];
  /** What a cell counts as that means none of `values`; absent: nothing. */
  readonly otherwise?: string;
  /** Several columns may feed this field; their non-empty cells are joined with this text (date and time of day: always). */
  readonly joinWith?: string;
}

/** What kind of rows a file holds. Templates, mapping forms, validation and docs derive from this object. */
export interface ImportKind {
  readonly code: ImportKindCode;
  readonly label: LocalizedText;
  /** One row of the file is … */
  readonly description: LocalizedText;
  readonly fields: readonly FieldSpec[];
  /** Fields that together identify a row, or (sale lines) the document that is versioned as a whole. */
  readonly keyFields: readonly string[];
  /** Where a file has no key column, this field may serve as the key (`unique`: when no name repeats). */
  readonly nameAsKey?: { readonly key: string; readonly name: string; readonly unique: boolean };
  /** At least one of these groups must be mapped completely. Empty: no such rule. */
  readonly oneOfGroups: readonly (readonly string[])[];
  /** Fields that make a file recognisable as this kind, beyond the required ones. */
  readonly signatureFields: readonly string[];
  /** Parts of a file name that hint at this kind, in the form of `normaliseHeader(...).key`. */
  readonly fileNameHints: readonly string[];
  /**
   * A file is of this kind only where one of these fields has a column with a header of its own (no general one such as
   * `id` or `status`); absent: any fields will do.
   */
  readonly tellingFields?: readonly string[];
  /** Headers (as `normaliseHeader` gives them) that a file of this kind does not have. */
  readonly foreignHeaders?: readonly string[];
  /** Kinds that such a file resembles by its general columns and is not. */
  readonly precedes?: readonly ImportKindCode[];
}

/** Codes of the fields that a file of this kind must have a column for. */
export function requiredFields(kind: ImportKind): string[] {
  return kind.fields.filter((field) => field.required).map((field) => field.code);
}

/** Synonyms are written as one spaced string, so that a long list stays readable. */
export function words(text: string): readonly string[] {
  return text.trim().split(/\s+/);
}
