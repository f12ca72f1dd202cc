import type { SampledColumn } from "./assign-columns.ts";
import { columnFormats, type FormatAnswers } from "./column-formats.ts";
import { sampleCells, showsDates } from "./content-fit.ts";
import { columnsByField, currencyOfHeaders, describeColumns } from "./describe-columns.ts";
import { fitKind, isSideNote, type KindFit, rankKinds } from "./fit-kind.ts";
import { dateFieldTypes, type LocalizedText } from "./kinds/contract.ts";
import { fieldOf, importKinds } from "./kinds/import-kinds.ts";
import type { KindCandidate, MappingProposal, MappingQuestion } from "./mapping-contract.ts";
import { kindReason, mappingQuestions, mappingRefusals } from "./mapping-messages.ts";
import type { ImportKindCode } from "./result.ts";

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
const clearLead = 0.08;
/** Below this a file is not even asked about. */
const leastResemblance = 0.25;

/**
 * What a file is and which column is which field: proposed from headers and cells, with a reason for each, never
 * applied where something is ambiguous (`questions`) or missing (`refusal`).
 */
export function proposeMapping(input: MappingInput): MappingProposal {
  const columns = sampledColumns(input);
  const file = { columns, rows: input.sampleRows, fileName: input.fileName };
  const fits = rankKinds(importKinds.map((kind) => fitKind(kind, file)));
  const sideNotes = columns.flatMap((column, index) => (isSideNote(column) ? [index] : []));
  const undecided: MappingProposal = {
    kinds: fits.map((fit) => candidate(fit, columns.length)),
    kind: null,
    mapping: [],
    columns: {},
    dateFormats: {},
    numberFormats: {},
    undecidedNumberFields: [],
    currency: null,
    questions: [],
    missing: [],
    sideNoteColumns: sideNotes.map((index) => columns[index]!.name),
    refusal: null,
  };
  const sideNoteNumbers = sideNotes.map((index) => index + 1);
  const decision = decide(input.as, fits);
  if (decision.kind === "ask") return { ...undecided, questions: [kindQuestion(decision.among)] };
  if (decision.kind === "refuse") {
    return {
      ...undecided,
      missing: decision.nearest.missing,
      refusal: refusalOf(decision.nearest, fits, columns, sideNoteNumbers),
    };
  }
  const { fit } = decision;
  const byField = columnsByField(fit, columns);
  const known = {
    ...undecided,
    kind: fit.kind.code,
    mapping: describeColumns(fit, columns),
    columns: byField,
  };
  if (fit.missing.length > 0) {
    return {
      ...known,
      missing: fit.missing,
      refusal: mappingRefusals.missing(fit.kind, fit.missing, sideNoteNumbers),
    };
  }
  const formats = columnFormats(fit.kind, columns, fit.assignments, input);
  const currency = input.currency ?? ("currency" in byField ? null : currencyOfHeaders(fit, columns));
  // Only sale lines carry amounts whose currency decides a total.
  const open = fit.kind.code === "saleLines" && currency === null && !("currency" in byField);
  return {
    ...known,
    ...formats,
    currency,
    questions: [...formats.questions, ...(open ? [currencyQuestion] : [])],
  };
}

function sampledColumns({ columns, sampleRows }: MappingInput): SampledColumn[] {
  return columns.map((name, index) => {
    const cells = sampleCells(sampleRows, index);
    return { name, cells, blankShare: 1 - cells.length / Math.max(1, sampleRows.length) };
  });
}

function candidate(fit: KindFit, columnCount: number): KindCandidate {
  const reason = kindReason(fit.kind, fit.assignments.length, columnCount, fit.missing);
  return { kind: fit.kind.code, confidence: fit.confidence, missing: fit.missing, reason };
}

type Decision =
  | { readonly kind: "take"; readonly fit: KindFit }
  | { readonly kind: "ask"; readonly among: readonly KindFit[] }
  | { readonly kind: "refuse"; readonly nearest: KindFit };

/**
 * A named kind is taken as named. Else the clear leader among the kinds that have all they require – unless the file
 * looks much more like a kind that lacks something: sale lines without a customer column are no product list.
 */
function decide(as: ImportKindCode | undefined, fits: readonly KindFit[]): Decision {
  const named = fits.find((fit) => fit.kind.code === as);
  if (named !== undefined) return { kind: "take", fit: named };
  const nearest = [...fits].sort((a, b) => b.resemblance - a.resemblance)[0]!;
  const possible = fits.filter((fit) => fit.missing.length === 0);
  const [first, second] = possible;
  if (first === undefined || first.confidence < leastResemblance) return { kind: "refuse", nearest };
  if (nearest.resemblance > first.confidence + clearLead) return { kind: "refuse", nearest };
  const leads = second === undefined || first.confidence - second.confidence >= clearLead;
  return first.confidence >= leastConfidence && leads
    ? { kind: "take", fit: first }
    : { kind: "ask", among: possible };
}

function refusalOf(
  nearest: KindFit,
  fits: readonly KindFit[],
  columns: readonly SampledColumn[],
  sideNoteNumbers: readonly number[],
): LocalizedText {
  const found = fits.flatMap((fit) => fit.assignments.map((each) => fieldOf(fit.kind, each.field)));
  const id = !found.some((field) => field.code === "accountKey" || field.code === "documentNumber");
  const date =
    !found.some((field) => dateFieldTypes.includes(field.type)) &&
    !columns.some((column) => showsDates(column.cells));
  // Where hardly anything is known, say the general thing rather than what a guessed kind lacks.
  if (nearest.resemblance >= leastConfidence && nearest.missing.length > 0) {
    return mappingRefusals.missing(nearest.kind, nearest.missing, sideNoteNumbers);
  }
  return id
    ? mappingRefusals.nothingToGoBy({ id, date }, sideNoteNumbers)
    : mappingRefusals.unrecognised(columns.length, Math.max(...fits.map((fit) => fit.assignments.length)));
}

function kindQuestion(among: readonly KindFit[]): MappingQuestion {
  return {
    code: "kind",
    column: null,
    candidates: among.map((fit) => fit.kind.code),
    examples: [],
    option: "--as",
    message: mappingQuestions.kind(among.map((fit) => fit.kind)),
    blocking: true,
  };
}

const currencyQuestion: MappingQuestion = {
  code: "currency",
  column: null,
  candidates: ["CHF", "EUR", "USD", "GBP"],
  examples: [],
  option: "--currency",
  message: mappingQuestions.currency,
  blocking: false,
};
