import type { Dialect } from "@kleinod/engine/import/dialect-contract.ts";
import type { LocalizedText } from "@kleinod/engine/import/kinds/contract.ts";
import type { Refusal } from "@kleinod/engine/import/refusal.ts";

/** Something about the whole file that the person should know; the file is read all the same. */
export interface FileWarning {
  readonly code: string;
  readonly message: LocalizedText;
}

interface PreparedBase {
  /** What DuckDB reads: the original where that is possible, else a file in the work directory (mode 0600). */
  readonly path: string;
  /** True when `path` is ours and to be deleted after the import. */
  readonly temporary: boolean;
  /** The file as the person knows it, without folder. */
  readonly name: string;
  /** SHA-256 of the original bytes, lower-case hexadecimal: the same file is recognised under any name. */
  readonly sha256: string;
  /** Size of the original. */
  readonly bytes: number;
  readonly warnings: readonly FileWarning[];
}

/** Delimited text in UTF-8 with one kind of line end outside of quotes (LF or CRLF). */
export interface PreparedCsv extends PreparedBase {
  readonly format: "csv";
  /** What was read from: a sheet, a packed text, or plain text. */
  readonly origin: "text" | "gzip" | "xlsx";
  /**
   * How the original is written (`encoding` and `newline` are its own); delimiter, quote, skipRows, headerRow and
   * columns hold for `path` as well.
   */
  readonly dialect: Dialect;
  /** Records behind the header that are not blank: the total of a progress bar. */
  readonly dataRecords: number;
  /**
   * What a person calls the place of a record: the line in an editor, or the row of the sheet (`RecordPlace.line` or
   * `RecordPlace.row`).
   */
  readonly place: "line" | "row";
  /** The decimal sign where the format itself knows it (numbers of a sheet); else null, to be detected. */
  readonly decimal: "." | null;
  readonly sheets?: { readonly read: string; readonly others: readonly string[] };
}

export interface PreparedParquet extends PreparedBase {
  readonly format: "parquet";
}

export type PreparedFile = PreparedCsv | PreparedParquet;

export type PrepareResult =
  | { readonly ok: true; readonly prepared: PreparedFile }
  | { readonly ok: false; readonly refusal: Refusal };

/** Records before the first data record, as DuckDB's `skip` counts them. */
export function recordsBeforeData(dialect: Dialect): number {
  return dialect.skipRows + (dialect.headerRow ? 1 : 0);
}
