import { type CsvRecord, parseCsv } from "./csv-records.ts";
import { parseDate } from "./dates.ts";
import { detectEncoding } from "./detect-encoding.ts";
import {
  type Delimiter,
  type Dialect,
  type DialectProblem,
  type DialectRefusal,
  type DialectResult,
  delimiters,
  unnamedColumn,
} from "./dialect-contract.ts";
import { dialectProblems, dialectRefusals } from "./dialect-messages.ts";
import { isKeyHeader, isKnownHeader } from "./headers.ts";
import { parseNumber } from "./numbers.ts";
import { decodeText } from "./text-encoding.ts";

/** Records that the decision rests on. */
const consulted = 300;
/** A line of more characters than this is a broken file, not a row. */
const longestLine = 100_000;
/** Lines above the header that are taken for titles. */
const mostTitleLines = 30;

const magicNumbers: readonly (readonly number[])[] = [
  [0x50, 0x4b, 0x03, 0x04], // zip, xlsx
  [0x1f, 0x8b], // gzip
  [0x25, 0x50, 0x44, 0x46], // PDF
  [0x50, 0x41, 0x52, 0x31], // Parquet
  [0xd0, 0xcf, 0x11, 0xe0], // xls
  [0x7f, 0x45, 0x4c, 0x46], // program
  [0x89, 0x50, 0x4e, 0x47], // PNG
  [0xff, 0xd8, 0xff], // JPEG
];

const refuse = (refusal: DialectRefusal): DialectResult => ({ ok: false, refusal });

/** Control characters beyond tab and line ends: a few may slip into a text, one in 200 is no text. */
function isBinary(text: string): boolean {
  const start = text.slice(0, 20_000);
  let control = 0;
  for (let index = 0; index < start.length; index++) {
    const code = start.charCodeAt(index);
    if (code < 9 || (code > 13 && code < 32)) control++;
  }
  return control > start.length / 200;
}

interface Reading {
  readonly delimiter: Delimiter;
  readonly quote: '"' | "";
  readonly records: readonly CsvRecord[];
  readonly width: number;
  readonly score: number;
}

/** The commonest value; of two equally common ones the larger. */
function mode(values: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 0;
}

const filled = (record: CsvRecord) => record.cells.filter((cell) => cell.trim() !== "").length;

/** Where the table starts: the first record of full width that is not mostly empty, as padded title lines are. */
function firstOfTable(records: readonly CsvRecord[], width: number): number {
  const counts = records.filter((record) => record.cells.length === width).map(filled);
  const typical = [...counts].sort((a, b) => a - b)[Math.floor(counts.length / 2)] ?? 0;
  const found = records.findIndex(
    (record) => record.cells.length === width && filled(record) >= Math.max(2, 0.6 * typical),
  );
  return found < 0 || found > mostTitleLines ? 0 : found;
}

function read(text: string, isWhole: boolean, delimiter: Delimiter, quote: '"' | ""): Reading | null {
  const parsed = parseCsv(text, { delimiter, quote }, consulted);
  // The last record of a cut sample is cut itself when the cut lies inside quotes.
  const records = parsed.openQuote && !isWhole ? parsed.records.slice(0, -1) : parsed.records;
  const width = mode(records.map((record) => record.cells.length));
  if (width < 2) return null;
  const start = firstOfTable(records, width);
  const table = records.slice(start);
  const consistent = table.filter((record) => record.cells.length === width).length / records.length;
  if (consistent < 0.5) return null;
  const header = table[0]!.cells;
  const knownShare = header.filter(isKnownHeader).length / header.length;
  // Quotes that open a cell and close in mid-word are inch signs, not quotes.
  const loose = parsed.looseQuotes / records.length;
  const broken = 0.5 * Math.min(1, loose + (parsed.openQuote && isWhole ? 1 : 0));
  return {
    delimiter,
    quote,
    records,
    width,
    score: consistent + knownShare + 0.02 * Math.log2(width) - broken,
  };
}

/** The reading whose rows agree best; quotes count as quotes unless that makes it clearly worse. */
function bestReading(text: string, isWhole: boolean, fixed: Delimiter | null): Reading | null {
  const readings = (fixed === null ? delimiters : [fixed]).flatMap((delimiter) => {
    const quoted = read(text, isWhole, delimiter, '"');
    const unquoted = read(text, isWhole, delimiter, "");
    const plainIsBetter = unquoted !== null && unquoted.score > (quoted?.score ?? 0) + 0.1;
    const better = plainIsBetter ? unquoted : quoted;
    return better === null ? [] : [better];
  });
  return readings.sort((a, b) => b.score - a.score)[0] ?? null;
}

const isValue = (cell: string) => {
  const number = parseNumber(cell, { decimal: "." });
  const german = parseNumber(cell, { decimal: "," });
  if ((number.ok && number.value !== null) || (german.ok && german.value !== null)) return true;
  return (["iso", "dd.mm.yyyy", "d/m/yyyy", "m/d/yyyy"] as const).some((format) => {
    const date = parseDate(cell, format);
    return date.ok && date.value !== null;
  });
};

/** Headers are names: known ones, or texts without any number or date among them. */
function isHeader(cells: readonly string[]): boolean {
  const named = cells.filter((cell) => cell.trim() !== "");
  const values = named.filter(isValue).length;
  const knownNames = named.filter(isKnownHeader).length;
  return knownNames > 0 ? values <= named.length / 2 : values === 0;
}

interface Named {
  readonly columns: string[];
  readonly problems: DialectProblem[];
  readonly refusal: DialectRefusal | null;
}

/** Unique names. Twice the same key column is refused unless both hold the same cells. */
function nameColumns(header: readonly string[], rows: readonly CsvRecord[]): Named {
  const columns: string[] = [];
  const first = new Map<string, number>();
  const seen = new Map<string, number>();
  const duplicates: string[] = [];
  for (const [index, cell] of header.entries()) {
    const name = cell.replace(/\s+/g, " ").trim();
    if (name === "") {
      columns.push(unnamedColumn(index));
      continue;
    }
    const folded = name.toLowerCase();
    const times = (seen.get(folded) ?? 0) + 1;
    seen.set(folded, times);
    if (times === 1) first.set(folded, index);
    else {
      const same = rows.every((row) => row.cells[index] === row.cells[first.get(folded)!]);
      if (isKeyHeader(name) && !same) {
        return { columns: [], problems: [], refusal: dialectRefusals.duplicateKeyHeader(name) };
      }
      duplicates.push(name);
    }
    columns.push(times === 1 ? name : `${name} (${times})`);
  }
  const unnamed = header.flatMap((cell, index) => (cell.trim() === "" ? [index + 1] : []));
  const problems = [
    ...(duplicates.length > 0 ? [dialectProblems.duplicateHeader(duplicates)] : []),
    ...(unnamed.length > 0 ? [dialectProblems.unnamedColumns(unnamed)] : []),
  ];
  return { columns, problems, refusal: null };
}

function newlineOf(text: string): Dialect["newline"] {
  const crlf = text.match(/\r\n/g)?.length ?? 0;
  const lf = (text.match(/\n/g)?.length ?? 0) - crlf;
  const cr = (text.match(/\r/g)?.length ?? 0) - crlf;
  if (crlf >= lf && crlf >= cr && crlf > 0) return "crlf";
  return cr > lf ? "cr" : "lf";
}

const hasLongLine = (text: string) => text.split(/\r\n|\n|\r/).some((line) => line.length > longestLine);

/**
 * How a text file is written, or in one sentence why it cannot be read.
 * @param sample the first bytes of the file (256 kB are plenty), after unpacking.
 * @param options.isWholeFile false when the file goes on behind the sample: its last line is then not judged.
 */
export function detectDialect(sample: Uint8Array, options: { readonly isWholeFile: boolean }): DialectResult {
  if (sample.length === 0) return refuse(dialectRefusals.emptyFile);
  if (magicNumbers.some((magic) => magic.every((byte, index) => sample[index] === byte))) {
    return refuse(dialectRefusals.binaryFile);
  }
  const encoding = detectEncoding(sample);
  if (encoding === null) return refuse(dialectRefusals.binaryFile);
  const decoded = decodeText(sample, encoding.encoding);
  if (decoded.trim() === "") return refuse(dialectRefusals.emptyFile);
  if (isBinary(decoded)) return refuse(dialectRefusals.binaryFile);
  if (hasLongLine(decoded)) return refuse(dialectRefusals.giganticLine);
  const text = options.isWholeFile ? decoded : decoded.replace(/[^\r\n]*$/, "");

  const separator = /^sep=([,;\t|])(?:\r\n|\n|\r)/i.exec(text);
  const body = text.slice(separator?.[0].length ?? 0);
  const reading = bestReading(body, options.isWholeFile, (separator?.[1] as Delimiter | undefined) ?? null);
  if (reading === null) return refuse(dialectRefusals.noDelimiter);

  const { records, width } = reading;
  const start = firstOfTable(records, width);
  const header = records[start]!;
  const headerRow = isHeader(header.cells);
  const rows = records.slice(headerRow ? start + 1 : start);
  if (rows.length === 0) return refuse(dialectRefusals.headerOnly);
  const names: Named = headerRow
    ? nameColumns(header.cells, rows)
    : {
        columns: header.cells.map((_, index) => unnamedColumn(index)),
        problems: [dialectProblems.noHeaderRow],
        refusal: null,
      };
  if (names.refusal !== null) return refuse(names.refusal);

  const titleLines = header.line - 1;
  const ragged = rows.filter((row) => row.cells.length !== width);
  const problems = [
    ...(encoding.mixed ? [dialectProblems.mixedEncodings(encoding.encoding)] : []),
    ...(titleLines > 0 ? [dialectProblems.titleLines(titleLines)] : []),
    ...names.problems,
    ...(ragged.length > 0 ? [dialectProblems.raggedRows(ragged.length, width, ragged[0]!)] : []),
  ];
  return {
    ok: true,
    dialect: {
      encoding: encoding.encoding,
      encodingEvidence: encoding.evidence,
      delimiter: reading.delimiter,
      quote: reading.quote,
      newline: newlineOf(text),
      headerRow,
      skipRows: titleLines + (separator === null ? 0 : 1),
      columns: names.columns,
      columnCount: width,
      problems,
    },
  };
}
