import type { CsvRecord } from "./csv-records.ts";
import type { DialectProblem, DialectRefusal } from "./dialect-contract.ts";

const refusal = (code: DialectRefusal["code"], de: string, en: string): DialectRefusal => ({
  code,
  message: { de, en },
});
const problem = (code: DialectProblem["code"], de: string, en: string): DialectProblem => ({
  code,
  message: { de, en },
});

/** Why a file cannot be read, in one sentence that says what to do. */
export const dialectRefusals = {
  emptyFile: refusal("emptyFile", "Die Datei ist leer.", "The file is empty."),
  binaryFile: refusal(
    "binaryFile",
    "Die Datei ist kein Text: erwartet wird CSV oder TSV (oder .xlsx, .parquet, .gz mit passender Endung).",
    "The file is no text: CSV or TSV is expected (or .xlsx, .parquet, .gz under their own extension).",
  ),
  headerOnly: refusal(
    "headerOnly",
    "Die Datei hat nur eine Kopfzeile und keine Daten.",
    "The file has a header row and no data.",
  ),
  noDelimiter: refusal(
    "noDelimiter",
    "Keines der Trennzeichen Komma, Strichpunkt, Tabulator und | teilt die Zeilen in gleich viele Spalten.",
    "None of the delimiters comma, semicolon, tab and | splits the rows into the same number of columns.",
  ),
  giganticLine: refusal(
    "giganticLine",
    "Eine Zeile ist länger als 100'000 Zeichen: die Datei ist beschädigt oder hat keine Zeilenumbrüche.",
    "A line is longer than 100,000 characters: the file is damaged or has no line breaks.",
  ),
  duplicateKeyHeader: (name: string) =>
    refusal(
      "duplicateKeyHeader",
      `Die Schlüsselspalte «${name}» steht zweimal in der Kopfzeile, mit verschiedenem Inhalt: bitte eine umbenennen.`,
      `The key column "${name}" stands twice in the header row, with different content: please rename one.`,
    ),
} as const;

/** What is odd about a file that can be read. */
export const dialectProblems = {
  mixedEncodings: (encoding: string) =>
    problem(
      "mixedEncodings",
      `Teile der Datei sind UTF-8, andere nicht; gelesen als ${encoding}, einzelne Zeichen können falsch sein.`,
      `Parts of the file are UTF-8 and others are not; read as ${encoding}, single characters may be wrong.`,
    ),
  duplicateHeader: (names: readonly string[]) =>
    problem(
      "duplicateHeader",
      `Mehrfach in der Kopfzeile und darum nummeriert: ${names.join(", ")}.`,
      `More than once in the header row and therefore numbered: ${names.join(", ")}.`,
    ),
  unnamedColumns: (numbers: readonly number[]) =>
    problem(
      "unnamedColumns",
      `Ohne Überschrift: Spalte ${numbers.join(", ")}.`,
      `Without a header: column ${numbers.join(", ")}.`,
    ),
  titleLines: (count: number) =>
    problem(
      "titleLines",
      `${count} Zeile(n) über der Kopfzeile übersprungen.`,
      `${count} line(s) above the header row skipped.`,
    ),
  noHeaderRow: problem(
    "noHeaderRow",
    "Die Datei hat keine Kopfzeile; die Spalten sind nummeriert.",
    "The file has no header row; the columns are numbered.",
  ),
  raggedRows: (count: number, width: number, first: CsvRecord) =>
    problem(
      "raggedRows",
      `${count} Zeile(n) der Stichprobe haben nicht ${width} Spalten, die erste ist Zeile ${first.line} mit ${first.cells.length}.`,
      `${count} row(s) of the sample do not have ${width} columns, the first is line ${first.line} with ${first.cells.length}.`,
    ),
} as const;
