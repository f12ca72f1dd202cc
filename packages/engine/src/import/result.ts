import { z } from "zod";
import { importKindCodes } from "./kind-codes.ts";

/**
 * What an import says about itself: the same document in the app, in the API and from `kleinod import --json`.
 * In every batch `read = created + updated + unchanged + restated + rejected`, counted in rows of the file.
 */
export const importKindSchema = z.enum(importKindCodes);
export type ImportKindCode = z.infer<typeof importKindSchema>;

export const documentTypes = ["invoice", "order", "creditNote", "cancellation", "correction"] as const;
export type DocumentType = (typeof documentTypes)[number];

export const problemSchema = z.object({
  file: z.string(),
  /** 1-based line of the file as a text editor counts it; null when the problem is the whole file's. */
  line: z.number().int().nullable(),
  column: z.string().nullable(),
  value: z.string().nullable(),
  /** Stable code of the rule that was broken, e.g. `dateUnreadable`. */
  rule: z.string(),
  /** In English; `messages` in both languages. */
  message: z.string(),
  messages: z.object({ de: z.string(), en: z.string() }),
  /** `error` rejects the row; `warning` keeps it. */
  severity: z.enum(["error", "warning"]),
});
export type Problem = z.infer<typeof problemSchema>;

export const controlTotalSchema = z.object({
  /** `yyyy-mm`, by document date. */
  month: z.string(),
  documentType: z.enum(documentTypes),
  documents: z.number().int(),
  lines: z.number().int(),
  /** In the currency of the file, all lines of the batch that were created, updated or unchanged. */
  amountCents: z.number().int(),
});
export type ControlTotal = z.infer<typeof controlTotalSchema>;

export const batchStatuses = ["applied", "dryRun", "refused", "rolledBack", "undone"] as const;

export const diffSchema = z.object({
  /** Keys that are new; `sample` holds at most 50 of them. */
  created: z.object({ total: z.number().int(), sample: z.array(z.string()) }),
  changed: z.object({
    total: z.number().int(),
    fields: z.record(z.string(), z.number().int()),
    sample: z.array(
      z.object({
        key: z.string(),
        field: z.string(),
        before: z.string().nullable(),
        after: z.string().nullable(),
      }),
    ),
  }),
  /** Only under `--full`: known keys that the file no longer holds. */
  vanished: z.object({ total: z.number().int(), sample: z.array(z.string()) }),
  /** Customers whose size class the import would change; null while no size line is set. */
  sizeClassChanges: z
    .object({
      total: z.number().int(),
      sample: z.array(z.object({ customer: z.string(), before: z.string(), after: z.string() })),
    })
    .nullable(),
});
export type ImportDiff = z.infer<typeof diffSchema>;

/** Counts over all rows that were read, before any rule: what the file is made of. Sale lines only. */
export const fileProfileSchema = z.object({
  documents: z.number().int(),
  accounts: z.number().int(),
  products: z.number().int(),
  countries: z.number().int(),
  rowsWithoutAccount: z.number().int(),
  emptyDescriptions: z.number().int(),
  cancellationRows: z.number().int(),
  negativeQuantities: z.number().int(),
  zeroPrices: z.number().int(),
  negativePrices: z.number().int(),
  exactDuplicateRows: z.number().int(),
  nonProductRows: z.number().int(),
  firstDate: z.string().nullable(),
  lastDate: z.string().nullable(),
  restatedDocuments: z.number().int(),
  partialDocuments: z.number().int(),
  currencies: z.array(z.object({ currency: z.string().nullable(), lines: z.number().int() })),
});
export type FileProfile = z.infer<typeof fileProfileSchema>;

export const batchSchema = z.object({
  /** Null when nothing was stored (refused, dry run). */
  batchId: z.string().nullable(),
  file: z.string(),
  kind: importKindSchema.nullable(),
  source: z.string(),
  mode: z.enum(["delta", "full"]),
  status: z.enum(batchStatuses),
  read: z.number().int(),
  created: z.number().int(),
  updated: z.number().int(),
  unchanged: z.number().int(),
  restated: z.number().int(),
  rejected: z.number().int(),
  problemsTotal: z.number().int(),
  /** The first 1,000. */
  problems: z.array(problemSchema),
  controlTotals: z.array(controlTotalSchema),
  /** What was concluded rather than read: the mapping used, formats, currency, hints. Values are plain text. */
  derived: z.record(z.string(), z.unknown()),
  profile: fileProfileSchema.nullable(),
  diff: diffSchema.nullable(),
  importedAt: z.string().nullable(),
  seconds: z.number(),
});
export type BatchResult = z.infer<typeof batchSchema>;

export const questionSchema = z.object({
  code: z.enum(["dateFormat", "decimal", "currency", "kind", "mapping"]),
  column: z.string().nullable(),
  candidates: z.array(z.string()),
  examples: z.array(z.string()),
  /** The option of the command line that answers it, e.g. `--date-format d/m/yyyy`. */
  option: z.string(),
  /** In English; `messages` in both languages. */
  message: z.string(),
  messages: z.object({ de: z.string(), en: z.string() }),
});
export type ImportQuestion = z.infer<typeof questionSchema>;

export const importResultSchema = z.object({
  batches: z.array(batchSchema),
  /** Open questions; while there is one, nothing of that file was applied. */
  questions: z.array(questionSchema.extend({ file: z.string() })),
});
export type ImportResult = z.infer<typeof importResultSchema>;

export const importOptionsSchema = z.object({
  as: importKindSchema.optional(),
  mode: z.enum(["delta", "full"]).default("delta"),
  dryRun: z.boolean().default(false),
  allOrNothing: z.boolean().default(false),
  source: z.string().default("main"),
  dateFormat: z.string().optional(),
  decimal: z.enum([".", ","]).optional(),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .optional(),
});
export type ImportOptions = z.infer<typeof importOptionsSchema>;

/** One column of a file beside the field it is proposed for. */
export const columnMappingSchema = z.object({
  column: z.string(),
  field: z.string().nullable(),
  confidence: z.number(),
  sample: z.array(z.string()),
  reason: z.object({ de: z.string(), en: z.string() }),
  trap: z.boolean(),
});
export type ColumnMapping = z.infer<typeof columnMappingSchema>;

export const inspectedFileSchema = z.object({
  /** The path or upload id to hand back to `import`. */
  ref: z.string(),
  file: z.string(),
  bytes: z.number().int(),
  /** One sentence why the file cannot be read at all; then everything below is empty. */
  refusal: z.object({ de: z.string(), en: z.string() }).nullable(),
  dialect: z
    .object({ format: z.string(), encoding: z.string(), delimiter: z.string(), newline: z.string() })
    .nullable(),
  kind: importKindSchema.nullable(),
  kindCandidates: z.array(z.object({ kind: importKindSchema, confidence: z.number() })),
  mapping: z.array(columnMappingSchema),
  /** Fields of the kind, for the correction form. */
  fields: z.array(
    z.object({
      code: z.string(),
      required: z.boolean(),
      label: z.object({ de: z.string(), en: z.string() }),
      description: z.object({ de: z.string(), en: z.string() }),
    }),
  ),
  missing: z.array(z.string()),
  questions: z.array(questionSchema),
  sampleRows: z.array(z.array(z.string())),
  /** True when a saved mapping for this file shape was used. */
  savedMapping: z.boolean(),
});
export type InspectedFile = z.infer<typeof inspectedFileSchema>;
