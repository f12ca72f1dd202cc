import type { TextEncoding } from "@kleinod/engine/import/dialect-contract.ts";
import type { FileWarning } from "./prepared-file.ts";

const warning = (code: string, de: string, en: string): FileWarning => ({ code, message: { de, en } });

const encodingNames: Record<TextEncoding, string> = {
  "utf-8": "UTF-8",
  "utf-8-bom": "UTF-8",
  "windows-1252": "Windows-1252",
  macintosh: "Mac Roman",
  "utf-16le": "UTF-16",
  "utf-16be": "UTF-16",
};

const quoteList = (names: readonly string[], left: string, right: string) => {
  const shown = names.slice(0, 10).map((name) => `${left}${name}${right}`);
  return `${shown.join(", ")}${names.length > 10 ? " …" : ""}`;
};

/** Every sentence that the file layer says about a file that it reads all the same. */
export const warn = {
  mixedEncodings: (firstLine: number, lines: number, encoding: TextEncoding) =>
    warning(
      "mixedEncodings",
      `Die Datei mischt Zeichensätze: Zeilen, die kein UTF-8 sind, wurden als ${encodingNames[encoding]} gelesen (Anzahl: ${lines}, zuerst Zeile ${firstLine}). Prüfen Sie dort die Umlaute.`,
      `The file mixes encodings: lines that are no UTF-8 were read as ${encodingNames[encoding]} (count: ${lines}, the first is line ${firstLine}). Check the accents there.`,
    ),

  mixedNewlines: () =>
    warning(
      "mixedNewlines",
      "Die Datei mischt Zeilenenden verschiedener Systeme; alle wurden als Zeilenende gelesen.",
      "The file mixes line ends of different systems; all were read as line ends.",
    ),

  strayQuotes: (quotes: number) =>
    warning(
      "strayQuotes",
      `Anführungszeichen mitten in einem Feld, die nicht verdoppelt waren, wurden als Teil des Textes gelesen (Anzahl: ${quotes}).`,
      `Quotation marks in the middle of a field that were not doubled were read as part of the text (count: ${quotes}).`,
    ),

  brokenQuotes: (line: number) =>
    warning(
      "brokenQuotes",
      `In Zeile ${line} stehen Anführungszeichen, die sich nicht eindeutig lesen lassen; diese und folgende Zeilen können abgewiesen werden.`,
      `Line ${line} holds quotation marks that cannot be read unambiguously; this line and following ones may be rejected.`,
    ),

  otherSheets: (read: string, others: readonly string[]) =>
    warning(
      "otherSheets",
      `Gelesen wurde das Blatt «${read}»; nicht gelesen: ${quoteList(others, "«", "»")}.`,
      `The sheet "${read}" was read; not read: ${quoteList(others, '"', '"')}.`,
    ),

  formulasWithoutValue: (cells: number, first: string) =>
    warning(
      "formulasWithoutValue",
      `Formeln ohne gespeicherten Wert gelten als leer (Anzahl: ${cells}, zuerst ${first}). Öffnen Sie die Datei in Excel und speichern Sie sie.`,
      `Formulas without a stored value count as empty (count: ${cells}, the first is ${first}). Open the file in Excel and save it.`,
    ),
};
