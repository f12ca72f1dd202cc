import type { DuckDBConnection } from "@duckdb/node-api";
import { missingFields, type SampledColumn } from "@kleinod/engine/import/assign-columns.ts";
import { columnFormats, type FormatAnswers } from "@kleinod/engine/import/column-formats.ts";
import { sampleCells } from "@kleinod/engine/import/content-fit.ts";
import { detectDateFormat } from "@kleinod/engine/import/dates.ts";
import { type DateFormat, dateFormats, type NumberFormat } from "@kleinod/engine/import/formats-contract.ts";
import {
  dateFieldTypes,
  type ImportKind,
  type LocalizedText,
  numericFieldTypes,
} from "@kleinod/engine/import/kinds/contract.ts";
import { importKind } from "@kleinod/engine/import/kinds/import-kinds.ts";
import { proposeMapping } from "@kleinod/engine/import/mapping.ts";
import type {
  ImportMapping,
  MappingProposal,
  MappingQuestion,
} from "@kleinod/engine/import/mapping-contract.ts";
import { cellSql } from "@kleinod/engine/import/null-tokens.ts";
import { undecidedNumberSql } from "@kleinod/engine/import/numbers.ts";
import type { ColumnMapping, ImportKindCode } from "@kleinod/engine/import/result.ts";
import {
  type FileSource,
  readFileSql,
  sourceColumn,
  sqlText,
} from "@kleinod/engine/import/staging/reader-sql.ts";
import { all } from "../duckdb/connect.ts";
import { type PreparedFile, recordsBeforeData } from "./files/prepared-file.ts";

/** What a person said about a file before or after seeing the proposal. */
export interface PlanAnswers {
  readonly as?: ImportKindCode | undefined;
  /** Field to column, complete: what is not in it is not imported. */
  readonly columns?: Readonly<Record<string, string | readonly string[]>> | undefined;
  /** Formats of a saved or hand-written mapping. */
  readonly formats?: ImportMapping["formats"] | undefined;
  /** Saved with an earlier file: this one's own cells speak first, the formats answer only what they leave open. */
  readonly formatsAreSaved?: boolean | undefined;
  readonly dateFormat?: string | undefined;
  readonly decimal?: "." | "," | undefined;
  readonly currency?: string | undefined;
}

/** How a file will be read: everything that import needs, or why it cannot go on. */
export interface FilePlan {
  readonly source: FileSource;
  readonly columns: readonly string[];
  readonly kind: ImportKind | null;
  readonly fields: Readonly<Record<string, readonly string[]>>;
  readonly dateFormats: Readonly<Record<string, DateFormat>>;
  readonly numberFormats: Readonly<Record<string, NumberFormat>>;
  readonly undecidedNumberFields: readonly string[];
  readonly currency: string | null;
  readonly questions: readonly MappingQuestion[];
  readonly missing: readonly string[];
  readonly refusal: LocalizedText | null;
  readonly mapping: readonly ColumnMapping[];
  readonly kinds: MappingProposal["kinds"];
  readonly sampleRows: readonly (readonly string[])[];
}

const sampleSize = 500;

export async function sourceOf(connection: DuckDBConnection, prepared: PreparedFile): Promise<FileSource> {
  if (prepared.format === "csv") {
    const { dialect, path } = prepared;
    const skip = recordsBeforeData(dialect);
    return {
      format: "csv",
      path,
      delimiter: dialect.delimiter,
      quote: dialect.quote,
      skip,
      columns: dialect.columns,
    };
  }
  const described = await all<{ column_name: string }>(
    connection,
    `DESCRIBE SELECT * FROM read_parquet(${sqlText(prepared.path)})`,
  );
  return { format: "parquet", path: prepared.path, columns: described.map((row) => row.column_name) };
}

/** Kind, mapping and formats of a prepared file, from its header, a sample, and what a person said. */
export async function planFile(
  connection: DuckDBConnection,
  prepared: PreparedFile,
  answers: PlanAnswers,
): Promise<FilePlan> {
  const source = await sourceOf(connection, prepared);
  const columns = source.columns;
  const sample = await readSample(connection, source);
  const dateFormat = dateFormats.find((format) => format === answers.dateFormat);
  const decimal = answers.decimal ?? (prepared.format === "csv" ? prepared.decimal : ".") ?? undefined;
  const formatAnswers: FormatAnswers = { dateFormat, decimal };
  const proposal = proposeMapping({
    columns,
    sampleRows: sample,
    fileName: prepared.name,
    as: answers.as,
    currency: answers.currency,
    ...formatAnswers,
  });
  const plan: FilePlan = {
    ...proposal,
    source,
    columns,
    kind: proposal.kind === null ? null : importKind(proposal.kind),
    fields: lists(proposal.columns),
    sampleRows: sample,
    currency: answers.currency ?? proposal.currency,
  };
  const corrected = answers.columns === undefined ? plan : correct(plan, answers, formatAnswers);
  const formatted = withFormats(corrected, answers);
  return settleByWholeFile(connection, formatted, decimal !== undefined);
}

const lists = (columns: Readonly<Record<string, string | readonly string[]>>) =>
  Object.fromEntries(Object.entries(columns).map(([field, names]) => [field, [names].flat()]));

async function readSample(connection: DuckDBConnection, source: FileSource): Promise<string[][]> {
  const rows = await all(connection, `SELECT * FROM ${readFileSql(source, "ignore")} LIMIT ${sampleSize}`);
  return rows.map((row) => Object.values(row).map((cell) => (cell === null ? "" : String(cell))));
}

/** The person's mapping instead of the proposed one; formats are found anew for the columns that it names. */
function correct(plan: FilePlan, answers: PlanAnswers, formatAnswers: FormatAnswers): FilePlan {
  const code = answers.as ?? plan.kind?.code;
  if (code === undefined) return plan;
  const kind = importKind(code);
  const fields = lists(answers.columns ?? {});
  const sampled = plan.columns.map((name, index): SampledColumn => {
    const cells = sampleCells(plan.sampleRows, index);
    return { name, cells, blankShare: 1 - cells.length / Math.max(1, plan.sampleRows.length) };
  });
  const unknown = Object.values(fields)
    .flat()
    .filter((name) => !plan.columns.includes(name));
  const assignments = Object.entries(fields).flatMap(([field, names]) =>
    names.flatMap((name) => {
      const column = plan.columns.indexOf(name);
      const known = kind.fields.some((each) => each.code === field);
      return column < 0 || !known ? [] : [{ column, field, score: 1, basis: "header" as const }];
    }),
  );
  const formats = columnFormats(kind, sampled, assignments, formatAnswers);
  const missing = missingFields(kind, new Set(assignments.map((each) => each.field)));
  const byColumn = new Map(assignments.map((each) => [plan.columns[each.column], each.field]));
  return {
    ...plan,
    kind,
    fields,
    ...formats,
    questions: [...formats.questions, ...plan.questions.filter((question) => question.code === "currency")],
    missing,
    refusal: unknownFields(kind, fields) ?? unknownColumns(unknown) ?? missingRefusal(missing, plan.refusal),
    mapping: plan.columns.map((column, index) => {
      const proposed = plan.mapping.find((each) => each.column === column);
      const field = byColumn.get(column) ?? null;
      const sample = proposed?.sample ?? sampled[index]!.cells.slice(0, 3);
      const reason = { de: "so bestätigt", en: "as confirmed" };
      return proposed?.field === field
        ? proposed
        : { column, field, confidence: 1, sample: [...sample], reason, trap: false };
    }),
  };
}

function unknownColumns(names: readonly string[]): LocalizedText | null {
  if (names.length === 0) return null;
  const list = names.map((name) => `«${name}»`).join(", ");
  return {
    de: `Die Zuordnung nennt Spalten, die die Datei nicht hat: ${list}.`,
    en: `The mapping names columns that the file does not have: ${list}.`,
  };
}

function unknownFields(kind: ImportKind, fields: FilePlan["fields"]): LocalizedText | null {
  const known = kind.fields.map((field) => field.code);
  const names = Object.keys(fields).filter((code) => !known.includes(code));
  if (names.length === 0) return null;
  const list = names.map((name) => `«${name}»`).join(", ");
  return {
    de: `Die Zuordnung nennt Felder, die es bei ${kind.label.de} nicht gibt: ${list}. Es gibt: ${known.join(", ")}.`,
    en: `The mapping names fields that ${kind.label.en} do not have: ${list}. There are: ${known.join(", ")}.`,
  };
}

function missingRefusal(missing: readonly string[], before: LocalizedText | null): LocalizedText | null {
  if (missing.length === 0) return null;
  const list = missing.join(", ");
  return before ?? { de: `Es fehlt eine Spalte für: ${list}.`, en: `There is no column for: ${list}.` };
}

function withFormats(plan: FilePlan, { formats, formatsAreSaved = false }: PlanAnswers): FilePlan {
  if (formats === undefined || plan.kind === null) return plan;
  const dates: Record<string, DateFormat> = { ...plan.dateFormats };
  const numbers: Record<string, NumberFormat> = { ...plan.numberFormats };
  let undecided = plan.undecidedNumberFields;
  for (const { code, type } of plan.kind.fields.filter((field) => field.code in plan.fields)) {
    const date = formats.fields[code]?.date ?? formats.date;
    const decimal = formats.fields[code]?.decimal ?? formats.decimal;
    if (isDate(type) && date !== undefined && !(formatsAreSaved && code in dates)) dates[code] = date;
    const speaks = code in numbers && !undecided.includes(code);
    if (!isNumeric(type) || decimal === undefined || (formatsAreSaved && speaks)) continue;
    numbers[code] = { decimal, thousands: "" };
    undecided = undecided.filter((field) => field !== code);
  }
  const fieldsOfType = (isWanted: (type: string) => boolean) =>
    plan.kind?.fields.filter((field) => field.code in plan.fields && isWanted(field.type)) ?? [];
  const isSettled = (question: MappingQuestion) => {
    if (question.code === "dateFormat")
      return fieldsOfType(isDate).some(
        ({ code }) => code in dates && plan.fields[code]?.includes(question.column ?? ""),
      );
    // One question stands for all number columns.
    return question.code === "decimal" && fieldsOfType(isNumeric).every(({ code }) => code in numbers);
  };
  const questions = plan.questions.filter((question) => !isSettled(question));
  return { ...plan, dateFormats: dates, numberFormats: numbers, undecidedNumberFields: undecided, questions };
}

const isDate = (type: string) => dateFieldTypes.some((date) => date === type);
const isNumeric = (type: string) => numericFieldTypes.some((numeric) => numeric === type);

/**
 * Where the sample left a doubt, every distinct cell of the file is asked before a person is: a day above 12 anywhere
 * decides the order of day and month. And where the sample saw no doubt, a later cell may raise one.
 */
async function settleByWholeFile(
  connection: DuckDBConnection,
  plan: FilePlan,
  decimalIsKnown: boolean,
): Promise<FilePlan> {
  let questions = [...plan.questions];
  const dates: Record<string, DateFormat> = { ...plan.dateFormats };
  for (const question of plan.questions.filter((each) => each.code === "dateFormat")) {
    const index = plan.columns.indexOf(question.column ?? "");
    const field = Object.keys(plan.fields).find((code) => plan.fields[code]?.includes(question.column ?? ""));
    if (index < 0 || field === undefined) continue;
    const cells = await distinctCells(connection, plan.source, `split_part(${sourceColumn(index)}, ' ', 1)`);
    const { format } = detectDateFormat(cells);
    if (format === null) continue;
    dates[field] = format;
    questions = questions.filter((each) => each !== question);
  }
  if (!decimalIsKnown) {
    const late = await lateDoubts(connection, plan);
    questions.push(...late);
  }
  return { ...plan, dateFormats: dates, questions };
}

async function distinctCells(
  connection: DuckDBConnection,
  source: FileSource,
  expression: string,
): Promise<string[]> {
  const rows = await all<{ cell: string | null }>(
    connection,
    `SELECT DISTINCT ${expression} AS cell FROM ${readFileSql(source, "ignore")} LIMIT 100000`,
  );
  return rows.flatMap((row) => (row.cell === null ? [] : [row.cell]));
}

async function lateDoubts(connection: DuckDBConnection, plan: FilePlan): Promise<MappingQuestion[]> {
  for (const field of plan.undecidedNumberFields) {
    const column = plan.fields[field]?.[0];
    const index = column === undefined ? -1 : plan.columns.indexOf(column);
    if (index < 0) continue;
    const rows = await all<{ cell: string }>(
      connection,
      `SELECT ${sourceColumn(index)} AS cell FROM ${readFileSql(plan.source, "ignore")}
      WHERE ${undecidedNumberSql(cellSql(sourceColumn(index)))} LIMIT 3`,
    );
    if (rows.length === 0) continue;
    return [
      {
        code: "decimal",
        column: column ?? null,
        candidates: [".", ","],
        examples: rows.map((row) => row.cell),
        option: "--decimal",
        message: {
          de: `In der Spalte «${column}» ist nicht zu erkennen, ob Komma oder Punkt die Dezimalen trennt.`,
          en: `Column “${column}” does not show whether comma or point separates the decimals.`,
        },
        blocking: true,
      },
    ];
  }
  return [];
}
