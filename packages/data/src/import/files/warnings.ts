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
      `Die Datei mischt Zeichensätze: ${lines} Zeilen, zuerst Zeile ${firstLine}, sind kein UTF-8 und wurden als ${encodingNames[encoding]} gelesen. Prüfen Sie die Umlaute dieser Zeilen.`,
      `The file mixes encodings: ${lines} lines, the first being line ${firstLine}, are no UTF-8 and were read as ${encodingNames[encoding]}. Check the accents of these lines.`,
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
      `${quotes} Anführungszeichen mitten in einem Feld waren nicht verdoppelt und wurden als Teil des Textes gelesen.`,
      `${quotes} quotation marks in the middle of a field were not doubled and were read as part of the text.`,
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
      `${cells} Formeln haben keinen gespeicherten Wert (zuerst ${first}) und gelten als leer. Öffnen Sie die Datei in Excel und speichern Sie sie.`,
      `${cells} formulas have no stored value (the first is ${first}) and count as empty. Open the file in Excel and save it.`,
    ),
};
