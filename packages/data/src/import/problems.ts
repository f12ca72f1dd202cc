import type { DuckDBConnection } from "@duckdb/node-api";
import { parseRecords } from "@kleinod/engine/import/csv-records.ts";
import type { Problem } from "@kleinod/engine/import/result.ts";
import { readFileSql, sourceColumn } from "@kleinod/engine/import/staging/reader-sql.ts";
import { brokenRules, problemText, type RowRule } from "@kleinod/engine/import/staging/rules.ts";
import { sameText, type Text } from "@kleinod/engine/text.ts";
import { all } from "../duckdb/connect.ts";
import type { PreparedFile } from "./files/prepared-file.ts";
import { type RecordPlace, scanRecords } from "./files/record-scan.ts";
import type { FilePlan } from "./plan-file.ts";

/** A problem with the row it stands in, as the file writes it. */
export interface RowProblem extends Problem {
  readonly raw: string | null;
}

export interface RowProblems {
  readonly total: number;
  /** The first ones in file order, for the problems file. */
  readonly rows: readonly RowProblem[];
  /** Rows that do not have the columns of the file and were never staged. */
  readonly malformedRows: number;
}

/** More rows than a person will mend by hand; the count goes on. */
const kept = 20_000;

interface Malformed {
  readonly line: number;
  readonly position: number;
  readonly type: string;
  readonly message: string;
}

/** The problems of a staged file with lines, cells and original rows. `table` is the staged table with `problem`. */
export async function readProblems(
  connection: DuckDBConnection,
  table: string,
  plan: FilePlan,
  prepared: PreparedFile,
  rules: readonly RowRule[],
  rejectsTable: string,
): Promise<RowProblems> {
  const malformed = await readMalformed(connection, prepared, rejectsTable);
  const counted = await all<{ problem: number; rows: number }>(
    connection,
    `SELECT problem, count(*) AS rows FROM ${table} WHERE problem <> 0 GROUP BY problem`,
  );
  const total = counted.reduce((sum, row) => sum + row.rows * brokenRules(rules, row.problem).length, 0);
  const staged = await all<{ ordinal: number; problem: number }>(
    connection,
    `SELECT rowid AS ordinal, problem FROM ${table} WHERE problem <> 0 ORDER BY rowid LIMIT ${kept}`,
  );
  const rows = await locate(connection, plan, prepared, staged, malformed);
  const problems = [
    ...staged.flatMap((row) => {
      const found = rows.byOrdinal.get(row.ordinal);
      return brokenRules(rules, row.problem).map((rule) => describe(rule, plan, prepared.name, found));
    }),
    ...malformed.map((row) => describeMalformed(row, prepared.name, rows.byPosition.get(row.position))),
  ];
  problems.sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
  return { total: total + malformed.length, rows: problems.slice(0, kept), malformedRows: malformed.length };
}

async function readMalformed(
  connection: DuckDBConnection,
  prepared: PreparedFile,
  rejectsTable: string,
): Promise<Malformed[]> {
  if (prepared.format === "parquet") return [];
  const rows = await all(
    connection,
    `SELECT line, line_byte_position, error_type::VARCHAR AS error_type, error_message FROM ${rejectsTable}
    QUALIFY row_number() OVER (PARTITION BY line_byte_position ORDER BY column_idx) = 1 ORDER BY line_byte_position`,
  );
  return rows.map((row) => ({
    line: Number(row.line),
    position: Number(row.line_byte_position),
    type: String(row.error_type),
    message: String(row.error_message),
  }));
}

interface Located {
  readonly byOrdinal: ReadonlyMap<number, LocatedRow>;
  readonly byPosition: ReadonlyMap<number, LocatedRow>;
}

interface LocatedRow {
  readonly line: number;
  readonly raw: string;
  readonly cells: readonly string[];
}

async function locate(
  connection: DuckDBConnection,
  plan: FilePlan,
  prepared: PreparedFile,
  staged: readonly { ordinal: number }[],
  malformed: readonly Malformed[],
): Promise<Located> {
  if (staged.length + malformed.length === 0) return { byOrdinal: new Map(), byPosition: new Map() };
  const ordinals = staged.map((row) => row.ordinal);
  if (prepared.format === "parquet") return locateInParquet(connection, plan, ordinals);
  const { dialect } = prepared;
  const scan = await scanRecords(prepared.path, dialect, {
    ordinals,
    rejectedAt: malformed.map((row) => row.position),
  });
  const row = (place: RecordPlace): LocatedRow => ({
    line: prepared.place === "row" ? place.row : place.line,
    raw: place.text,
    cells: parseRecords(place.text, { ...dialect, headerRow: false, skipRows: 0 }, 1)[0]?.cells ?? [],
  });
  const located = <Key>(places: ReadonlyMap<Key, RecordPlace>) =>
    new Map([...places].map(([key, place]) => [key, row(place)] as const));
  return { byOrdinal: located(scan.byOrdinal), byPosition: located(scan.byPosition) };
}

async function locateInParquet(
  connection: DuckDBConnection,
  plan: FilePlan,
  ordinals: readonly number[],
): Promise<Located> {
  const cells = plan.columns.map((_, index) => sourceColumn(index)).join(", ");
  const rows = await all<{ ordinal: number; cells: (string | null)[] }>(
    connection,
    `SELECT ordinal, [${cells}] AS cells FROM (
      SELECT *, row_number() OVER () - 1 AS ordinal FROM ${readFileSql(plan.source, "ignore")}
    ) WHERE ordinal IN (${ordinals.join(", ")})`,
  );
  const byOrdinal = rows.map((row) => {
    const texts = row.cells.map((cell) => cell ?? "");
    return [row.ordinal, { line: row.ordinal + 1, raw: texts.join(";"), cells: texts }] as const;
  });
  return { byOrdinal: new Map(byOrdinal), byPosition: new Map() };
}

function describe(rule: RowRule, plan: FilePlan, file: string, row: LocatedRow | undefined): RowProblem {
  const column = plan.fields[rule.field]?.[0] ?? null;
  const value = column === null ? null : (row?.cells[plan.columns.indexOf(column)] ?? null);
  const shown = value === null ? null : shorten(value);
  const messages = problemText(rule, shown);
  return {
    file,
    line: row?.line ?? null,
    column,
    value: shown,
    rule: rule.code,
    message: messages.en,
    messages,
    severity: rule.severity,
    raw: row?.raw ?? null,
  };
}

const shorten = (text: string) => (text.length > 200 ? `${text.slice(0, 200)}…` : text);

/** What DuckDB calls a row that it cannot split into the columns of the file. */
const malformedMessages: Readonly<Record<string, Text>> = {
  "TOO MANY COLUMNS": {
    de: "Die Zeile hat mehr Spalten als der Kopf",
    en: "The row has more columns than the header",
  },
  "MISSING COLUMNS": {
    de: "Die Zeile hat weniger Spalten als der Kopf: sie ist abgeschnitten oder hat einen Zeilenumbruch ohne Anführungszeichen",
    en: "The row has fewer columns than the header: it is cut off or has an unquoted line break",
  },
  "UNQUOTED VALUE": {
    de: "Ein Anführungszeichen wird nie geschlossen, oder dahinter steht noch Text",
    en: "A quote is opened and never closed, or text follows behind it",
  },
  "LINE SIZE OVER MAXIMUM": {
    de: "Die Zeile ist länger als 2 MB",
    en: "The row is longer than 2 MB",
  },
  "INVALID ENCODING": {
    de: "Die Zeile enthält Bytes, die im Zeichensatz der Datei kein Text sind",
    en: "The row has bytes that are no text in the encoding of the file",
  },
};

function describeMalformed(row: Malformed, file: string, located: LocatedRow | undefined): RowProblem {
  const messages = malformedMessages[row.type] ?? sameText(row.message.split("\n")[0] ?? row.type);
  return {
    file,
    line: located?.line ?? row.line,
    column: null,
    value: located === undefined ? null : shorten(located.raw),
    rule: "rowMalformed",
    message: messages.en,
    messages,
    severity: "error",
    raw: located?.raw ?? null,
  };
}
