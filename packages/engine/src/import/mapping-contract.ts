import { z } from "zod";
import { type DateFormat, dateFormats, type NumberFormat } from "./formats-contract.ts";
import type { LocalizedText } from "./kinds/contract.ts";
import { type ColumnMapping, type ImportKindCode, importKindSchema } from "./result.ts";

const formatSchema = z.strictObject({
  date: z.enum(dateFormats).optional(),
  decimal: z.enum([".", ","]).optional(),
});

/**
 * A mapping as it is saved, reused by file shape, and written by hand for `--mapping FILE`.
 * `columns` goes from field to header name as in `Dialect.columns`; a list of headers is joined (`FieldSpec.joinWith`).
 * One column may feed two fields (a unique name that also serves as key).
 */
export const mappingSchema = z.strictObject({
  version: z.literal(1).default(1),
  kind: importKindSchema,
  /** Which system the file comes from: document and account keys are unique within a source. */
  source: z.string().min(1).default("main"),
  columns: z.record(z.string(), z.union([z.string(), z.array(z.string()).min(1)])),
  /** For the whole file, with exceptions by field. What is not given is detected; what stays ambiguous is asked. */
  formats: z
    .strictObject({ ...formatSchema.shape, fields: z.record(z.string(), formatSchema).default({}) })
    .default({ fields: {} }),
  /** ISO 4217 code that holds where the file has no currency column or an empty cell; null: unknown. */
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .nullable()
    .default(null),
  /**
   * `identifiesLine`: a line number names the same line in every extract, so a restated document is compared by line.
   * `orderOnly`: the numbers are counted anew in each extract; the document is compared as a whole.
   */
  lineNumbers: z.enum(["identifiesLine", "orderOnly"]).default("identifiesLine"),
});
export type ImportMapping = z.infer<typeof mappingSchema>;

/** What the user must decide before the file can be applied. */
export interface MappingQuestion {
  readonly code: "dateFormat" | "decimal" | "currency" | "kind";
  /** Null when the question is the whole file's. */
  readonly column: string | null;
  readonly candidates: readonly string[];
  /** Cells of the file that show the doubt. */
  readonly examples: readonly string[];
  /** The option of the command line that answers it. */
  readonly option: string;
  readonly message: LocalizedText;
  /** `false`: a hint; the import goes on without an answer (currency only). */
  readonly blocking: boolean;
}

export interface KindCandidate {
  readonly kind: ImportKindCode;
  /** 0…1. */
  readonly confidence: number;
  readonly missing: readonly string[];
  readonly reason: LocalizedText;
}

/** What Kleinod makes of a file from its header and a sample of its rows. */
export interface MappingProposal {
  /** All kinds, the likeliest first. */
  readonly kinds: readonly KindCandidate[];
  /** Null when no kind fits or two fit equally well. */
  readonly kind: ImportKindCode | null;
  /** One entry per column of the file, in file order. Empty when `kind` is null. */
  readonly mapping: readonly ColumnMapping[];
  /** Field to column(s), as in `mappingSchema`. */
  readonly columns: Readonly<Record<string, string | string[]>>;
  /** Format by field, for the date and number fields whose format is settled. */
  readonly dateFormats: Readonly<Record<string, DateFormat>>;
  readonly numberFormats: Readonly<Record<string, NumberFormat>>;
  /** Number fields whose sample shows no decimal sign: check the whole file with `undecidedNumberSql`. */
  readonly undecidedNumberFields: readonly string[];
  /** The currency where header units name one and the file has no currency column; else null. */
  readonly currency: string | null;
  readonly questions: readonly MappingQuestion[];
  /** Required fields without a column; a one-of rule shows as `amount|quantity+unitPrice`. */
  readonly missing: readonly string[];
  /** Columns that are no table data: no header, or mostly empty with remarks in between. */
  readonly sideNoteColumns: readonly string[];
  /** One sentence why the file cannot be imported as it is; null when it can, or when only questions are open. */
  readonly refusal: LocalizedText | null;
}
