import { type Assignment, assignColumns, missingFields, type SampledColumn } from "./assign-columns.ts";
import { columnFormats, type FormatAnswers } from "./column-formats.ts";
import { sampleCells, showsDates } from "./content-fit.ts";
import { isUnnamedColumn } from "./dialect-contract.ts";
import { headerNames, normaliseHeader } from "./headers.ts";
import type { ImportKind } from "./kinds/contract.ts";
import { fieldOf, importKind, importKinds } from "./kinds/import-kinds.ts";
import type { KindCandidate, MappingProposal, MappingQuestion } from "./mapping-contract.ts";
import { kindReason, mappingQuestions, mappingReasons, mappingRefusals } from "./mapping-messages.ts";
import type { ColumnMapping, ImportKindCode } from "./result.ts";
import { trapOf } from "./traps.ts";

export interface MappingInput extends FormatAnswers {
  /** `Dialect.columns`. */
  readonly columns: readonly string[];
  /** Data rows; a few hundred from the whole length of the file are better than many from its start. */
  readonly sampleRows: readonly (readonly string[])[];
  readonly fileName?: string | undefined;
  /** The kind when the user has named it. */
  readonly as?: ImportKindCode | undefined;
  readonly currency?: string | undefined;
}

/** A kind is proposed from here on, and only when it leads the next one by `clearLead`. */
const leastConfidence = 0.4;
/** Below this a file is not even asked about. */
const leastResemblance = 0.25;
const clearLead = 0.08;

interface Fit {
  readonly kind: ImportKind;
  readonly assignments: readonly Assignment[];
  /** The column of the name that also serves as key; null otherwise. */
  readonly keyFromName: number | null;
  readonly missing: readonly string[];
  readonly confidence: number;
}

const round = (value: number) => Math.round(value * 100) / 100;

/** Columns of remarks: no header, or nearly empty with long texts in between. */
function isSideNote({ name, cells, blankShare }: SampledColumn): boolean {
  if (isUnnamedColumn(name)) return blankShare >= 0.5;
  const length = cells.reduce((sum, cell) => sum + cell.length, 0) / Math.max(1, cells.length);
  return cells.length > 0 && blankShare > 0.9 && length > 25 && normaliseHeader(name).key.length < 2;
}

const isUnique = (cells: readonly string[]) => new Set(cells).size === cells.length;

/** How well a file fits a kind: the share of its columns that have a field, and the fields typical of the kind. */
function fitKind(kind: ImportKind, columns: readonly SampledColumn[], fileName: string | undefined): Fit {
  const assignments = assignColumns(kind, columns);
  const fields = new Set(assignments.map((each) => each.field));
  let keyFromName: number | null = null;
  if (kind.nameAsKey !== undefined && !fields.has(kind.nameAsKey.key)) {
    const name = assignments.find((each) => each.field === kind.nameAsKey!.name);
    const column = name === undefined ? undefined : columns[name.column]!;
    if (
      name !== undefined &&
      column!.cells.length > 0 &&
      column!.blankShare === 0 &&
      isUnique(column!.cells)
    ) {
      keyFromName = name.column;
      fields.add(kind.nameAsKey.key);
    }
  }
  const missing = missingFields(kind, fields);
  const named = columns.filter((column) => !isUnnamedColumn(column.name) && !isSideNote(column)).length;
  const coverage = assignments.reduce((sum, each) => sum + each.score, 0) / Math.max(1, named);
  const typical = kind.signatureFields.filter((code) => fields.has(code)).length;
  const signature = Math.min(1, typical / Math.min(3, kind.signatureFields.length));
  const fileKey = fileName === undefined ? "" : normaliseHeader(fileName).key;
  const hint = kind.fileNameHints.some((word) => fileKey.includes(word)) ? 0.1 : 0;
  const full = 0.45 * coverage + 0.45 * signature + hint;
  const confidence =
    missing.length > 0 ? 0.3 * coverage : full * repetitionFactor(kind, assignments, columns);
  return { kind, assignments, keyFromName, missing, confidence: round(Math.min(1, confidence)) };
}

/** A list of customers or products in which most keys repeat is a list of something else. */
function repetitionFactor(
  kind: ImportKind,
  assignments: readonly Assignment[],
  columns: readonly SampledColumn[],
): number {
  if (kind.code !== "customers" && kind.code !== "products") return 1;
  const key = assignments.find((each) => each.field === kind.keyFields[0]);
  const cells = key === undefined ? [] : columns[key.column]!.cells;
  return cells.length >= 10 && new Set(cells).size < cells.length / 4 ? 0.4 : 1;
}

function columnMappings(fit: Fit, columns: readonly SampledColumn[]): ColumnMapping[] {
  return columns.map((column, index) => {
    const sample = [...new Set(column.cells)].slice(0, 3);
    const entry = (
      field: string | null,
      confidence: number,
      reason: { de: string; en: string },
      trap = false,
    ) => ({
      column: column.name,
      field,
      confidence: round(confidence),
      sample,
      reason: { de: reason.de, en: reason.en },
      trap,
    });
    const trap = trapOf(fit.kind.code, column.name);
    const match = fit.assignments.find((each) => each.column === index);
    if (match !== undefined) {
      if (fit.keyFromName === index)
        return entry(fit.kind.nameAsKey!.key, 0.6, mappingReasons.nameAsKey(fit.kind.nameAsKey!.unique));
      const reason = trap?.reason ?? mappingReasons.matched(fieldOf(fit.kind, match.field), match.basis);
      return entry(match.field, match.score, reason, trap !== null);
    }
    if (trap !== null) return entry(null, 1, trap.reason, true);
    if (isSideNote(column)) return entry(null, 1, mappingReasons.sideNotes);
    if (isUnnamedColumn(column.name)) return entry(null, 1, mappingReasons.unnamed);
    const { key } = normaliseHeader(column.name);
    const rival = fit.assignments.find((each) => headerNames(fieldOf(fit.kind, each.field)).includes(key));
    return rival === undefined
      ? entry(null, 1, mappingReasons.unused)
      : entry(
          null,
          0.7,
          mappingReasons.fieldTaken(fieldOf(fit.kind, rival.field), columns[rival.column]!.name),
        );
  });
}

function columnsByField(fit: Fit, columns: readonly SampledColumn[]): Record<string, string | string[]> {
  const byField: Record<string, string | string[]> = {};
  for (const { field, column } of fit.assignments) {
    const name = columns[column]!.name;
    const before = byField[field];
    byField[field] =
      before === undefined ? name : [...(typeof before === "string" ? [before] : before), name];
  }
  if (fit.keyFromName !== null) byField[fit.kind.nameAsKey!.key] = columns[fit.keyFromName]!.name;
  return byField;
}

/** The currency that the headers of mapped money columns name as their unit, when they agree. */
function currencyOfHeaders(fit: Fit, columns: readonly SampledColumn[]): string | null {
  const units = fit.assignments.map(({ column }) => normaliseHeader(columns[column]!.name).unit);
  const codes = [...new Set(units.filter((unit) => unit !== null && /^[A-Z]{3}$/.test(unit)))];
  return codes.length === 1 ? codes[0]! : null;
}

/**
 * What a file is and which column is which field: proposed from headers and cells, with a reason for each, never
 * applied where something is ambiguous (`questions`) or missing (`refusal`).
 */
export function proposeMapping(input: MappingInput): MappingProposal {
  const columns = input.columns.map((name, index): SampledColumn => {
    const cells = sampleCells(input.sampleRows, index);
    return { name, cells, blankShare: 1 - cells.length / Math.max(1, input.sampleRows.length) };
  });
  const fits = importKinds
    .map((kind) => fitKind(kind, columns, input.fileName))
    .sort((a, b) => b.confidence - a.confidence);
  const kinds = fits.map((fit): KindCandidate => {
    const reason = kindReason(fit.kind, fit.assignments.length, columns.length, fit.missing);
    return { kind: fit.kind.code, confidence: fit.confidence, missing: fit.missing, reason };
  });
  const sideNotes = columns.flatMap((column, index) => (isSideNote(column) ? [index] : []));
  const sideNoteColumns = sideNotes.map((index) => columns[index]!.name);
  const undecided = {
    kinds,
    kind: null,
    mapping: [],
    columns: {},
    dateFormats: {},
    numberFormats: {},
    undecidedNumberFields: [],
    currency: null,
    questions: [],
    missing: [],
    sideNoteColumns,
    refusal: null,
  } satisfies MappingProposal;

  const possible = fits.filter((fit) => fit.missing.length === 0);
  const chosen = choose(input.as, fits, possible);
  if (chosen === null && (possible[0]?.confidence ?? 0) >= leastResemblance)
    return { ...undecided, questions: [kindQuestion(possible)] };
  if (chosen === null || chosen.missing.length > 0) {
    const sideNoteNumbers = sideNotes.map((index) => index + 1);
    const refusal =
      chosen === null
        ? refusalOf(fits, columns, sideNoteNumbers)
        : mappingRefusals.missing(chosen.kind, chosen.missing, sideNoteNumbers);
    if (chosen === null) return { ...undecided, missing: fits[0]!.missing, refusal };
    return {
      ...undecided,
      kind: chosen.kind.code,
      mapping: columnMappings(chosen, columns),
      columns: columnsByField(chosen, columns),
      missing: chosen.missing,
      refusal,
    };
  }
  const formats = columnFormats(chosen.kind, columns, chosen.assignments, input);
  const byField = columnsByField(chosen, columns);
  const currency = input.currency ?? ("currency" in byField ? null : currencyOfHeaders(chosen, columns));
  return {
    ...undecided,
    ...formats,
    kind: chosen.kind.code,
    mapping: columnMappings(chosen, columns),
    columns: byField,
    currency,
    questions: [...formats.questions, ...currencyQuestion(chosen.kind, byField, currency)],
  };
}

function choose(as: ImportKindCode | undefined, fits: readonly Fit[], possible: readonly Fit[]): Fit | null {
  if (as !== undefined) return fits.find((fit) => fit.kind === importKind(as)) ?? null;
  const [first, second] = possible;
  if (first === undefined || first.confidence < leastConfidence) return null;
  return second !== undefined && first.confidence - second.confidence < clearLead ? null : first;
}

function kindQuestion(possible: readonly Fit[]): MappingQuestion {
  return {
    code: "kind",
    column: null,
    candidates: possible.map((fit) => fit.kind.code),
    examples: [],
    option: "--as",
    message: mappingQuestions.kind(possible.map((fit) => fit.kind)),
    blocking: true,
  };
}

function refusalOf(
  fits: readonly Fit[],
  columns: readonly SampledColumn[],
  sideNoteNumbers: readonly number[],
) {
  const hasField = (test: (kind: ImportKind, code: string) => boolean) =>
    fits.some((fit) => fit.assignments.some((each) => test(fit.kind, each.field)));
  const id = !hasField((_, code) => code === "accountKey" || code === "documentNumber");
  const date =
    !hasField((kind, code) => fieldOf(kind, code).type === "date") &&
    !columns.some((each) => showsDates(each.cells));
  if (fits[0]!.missing.length === 0)
    return mappingRefusals.unrecognised(columns.length, fits[0]!.assignments.length);
  if (id) return mappingRefusals.nothingToGoBy({ id, date }, sideNoteNumbers);
  return mappingRefusals.missing(fits[0]!.kind, fits[0]!.missing, sideNoteNumbers);
}

/** Only sale lines carry amounts whose currency decides a total. */
function currencyQuestion(
  kind: ImportKind,
  byField: Readonly<Record<string, unknown>>,
  currency: string | null,
): MappingQuestion[] {
  if (kind.code !== "saleLines" || currency !== null || "currency" in byField) return [];
  return [
    {
      code: "currency",
      column: null,
      candidates: ["CHF", "EUR", "USD", "GBP"],
      examples: [],
      option: "--currency",
      message: mappingQuestions.currency,
      blocking: false,
    },
  ];
}
