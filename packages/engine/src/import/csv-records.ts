import type { Dialect } from "./dialect-contract.ts";

export interface CsvRecord {
  readonly cells: readonly string[];
  /** 1-based physical line on which the record starts. */
  readonly line: number;
}

export interface CsvText {
  readonly records: readonly CsvRecord[];
  /** True when the text ended inside a quoted cell. */
  readonly openQuote: boolean;
  /** Closing quotes behind which the cell goes on: a sign that quotes are plain text in this file. */
  readonly looseQuotes: number;
}

/**
 * Plain CSV for samples and small files: a quote opens a cell only at its start, `""` inside is a quote, line breaks
 * inside quotes belong to the cell, `\n`, `\r\n` and `\r` end a record. Lines without any character are no records.
 * @param max records to read at most.
 */
export function parseCsv(
  text: string,
  { delimiter, quote }: Pick<Dialect, "delimiter" | "quote">,
  max = Number.POSITIVE_INFINITY,
): CsvText {
  const records: CsvRecord[] = [];
  let cells: string[] = [];
  let cell = "";
  let line = 1;
  let startLine = 1;
  let quoted = false;
  let looseQuotes = 0;
  let atCellStart = true;
  let anything = false;
  const endRecord = () => {
    if (anything) records.push({ cells: [...cells, cell], line: startLine });
    cells = [];
    cell = "";
    atCellStart = true;
    anything = false;
  };
  let index = 0;
  for (; index < text.length && records.length < max; index++) {
    const char = text[index]!;
    if (quoted) {
      if (char === quote) {
        if (text[index + 1] !== quote) {
          quoted = false;
          const next = text[index + 1];
          if (next !== undefined && next !== delimiter && next !== "\n" && next !== "\r") looseQuotes++;
          continue;
        }
        index++;
      } else if (char === "\n" || (char === "\r" && text[index + 1] !== "\n")) line++;
      cell += char;
      continue;
    }
    if (char === "\n" || char === "\r") {
      if (char === "\r" && text[index + 1] === "\n") index++;
      endRecord();
      line++;
      startLine = line;
      continue;
    }
    anything = true;
    if (char === delimiter) {
      cells.push(cell);
      cell = "";
      atCellStart = true;
    } else if (atCellStart && quote !== "" && char === quote) {
      quoted = true;
      atCellStart = false;
    } else {
      cell += char;
      atCellStart = false;
    }
  }
  if (records.length < max) endRecord();
  return { records, openQuote: quoted, looseQuotes };
}

/** Index of the character after `count` physical lines. */
function afterLines(text: string, count: number): number {
  let index = 0;
  for (let skipped = 0; skipped < count && index < text.length; skipped++) {
    while (index < text.length && text[index] !== "\n" && text[index] !== "\r") index++;
    if (text[index] === "\r" && text[index + 1] === "\n") index++;
    index++;
  }
  return index;
}

/** The first `max` data records of a text in a known dialect: without title lines and header, with their line numbers. */
export function parseRecords(text: string, dialect: Dialect, max = Number.POSITIVE_INFINITY): CsvRecord[] {
  const body = text.slice(afterLines(text, dialect.skipRows));
  const { records } = parseCsv(body, dialect, dialect.headerRow ? max + 1 : max);
  const data = dialect.headerRow ? records.slice(1) : records;
  return data.map(({ cells, line }) => ({ cells, line: line + dialect.skipRows }));
}
