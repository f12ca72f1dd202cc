import type { LocalizedText } from "./kinds/contract.ts";

export const textEncodings = [
  "utf-8",
  "utf-8-bom",
  "windows-1252",
  "macintosh",
  "utf-16le",
  "utf-16be",
] as const;
export type TextEncoding = (typeof textEncodings)[number];

export const delimiters = [",", ";", "\t", "|"] as const;
export type Delimiter = (typeof delimiters)[number];

/** How a text file is written. Enough to read it with any CSV reader. */
export interface Dialect {
  readonly encoding: TextEncoding;
  /**
   * What the encoding rests on. `asciiOnly`: no byte of the sample says anything; when the rest of the file is no valid
   * UTF-8, detect again on the part that failed.
   */
  readonly encodingEvidence: "bom" | "multiByte" | "singleByte" | "nulBytes" | "asciiOnly";
  readonly delimiter: Delimiter;
  /** `""`: quotes are plain text in this file. */
  readonly quote: '"' | "";
  readonly newline: "lf" | "crlf" | "cr";
  readonly headerRow: boolean;
  /** Physical lines before the header row (or before the first data row): titles, blank lines, `sep=;`. */
  readonly skipRows: number;
  /** Unique names in file order; a column without a header is called by `unnamedColumn`. */
  readonly columns: readonly string[];
  readonly columnCount: number;
  readonly problems: readonly DialectProblem[];
}

/** Something odd that does not keep the file from being read. */
export interface DialectProblem {
  readonly code:
    | "mixedEncodings"
    | "duplicateHeader"
    | "unnamedColumns"
    | "titleLines"
    | "noHeaderRow"
    | "raggedRows";
  readonly message: LocalizedText;
}

/** Why a file cannot be read at all, in one sentence. */
export interface DialectRefusal {
  readonly code:
    | "emptyFile"
    | "binaryFile"
    | "headerOnly"
    | "noDelimiter"
    | "giganticLine"
    | "duplicateKeyHeader";
  readonly message: LocalizedText;
}

export type DialectResult =
  | { readonly ok: true; readonly dialect: Dialect }
  | { readonly ok: false; readonly refusal: DialectRefusal };

/** Name of a column whose header cell is empty; `index` counts from 0. */
export function unnamedColumn(index: number): string {
  return `column${index + 1}`;
}

/** True for a name given by `unnamedColumn`. */
export function isUnnamedColumn(name: string): boolean {
  return /^column\d+$/.test(name);
}
