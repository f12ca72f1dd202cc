import type { MatchBasis } from "./assign-columns.ts";
import type { FieldSpec, ImportKind, LocalizedText } from "./kinds/contract.ts";

const text = (de: string, en: string): LocalizedText => ({ de, en });

const joinWords = (words: readonly string[], and: string) =>
  words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} ${and} ${words.at(-1)}`;

/** «Spalten 9–12, 14» from 1-based column numbers. */
function ranges(numbers: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const number of numbers) {
    const last = runs.at(-1);
    if (last !== undefined && last[1] === number - 1) last[1] = number;
    else runs.push([number, number]);
  }
  return runs.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(", ");
}

/** Why a column is proposed for a field, or for none. */
export const mappingReasons = {
  matched: (field: FieldSpec, basis: MatchBasis): LocalizedText => {
    const { de, en } = field.label;
    if (basis === "header")
      return text(`Die Überschrift steht für «${de}».`, `The header stands for "${en}".`);
    if (basis === "arithmetic")
      return text(
        `Menge mal Einzelpreis ergibt den Betrag: diese Spalte ist «${de}».`,
        `Quantity times unit price gives the amount: this column is "${en}".`,
      );
    if (basis === "partOfHeader")
      return text(
        `Die Überschrift enthält ein Wort für «${de}»: bitte prüfen.`,
        `The header contains a word for "${en}": please check.`,
      );
    return text(
      `Der Inhalt sieht aus wie «${de}»: bitte prüfen.`,
      `The content looks like "${en}": please check.`,
    );
  },
  nameAsKey: (unique: boolean) =>
    unique
      ? text(
          "Keine Spalte mit einer Nummer; der Name ist in der Stichprobe eindeutig und dient auch als Schlüssel.",
          "No column with a number; the name is unique in the sample and serves as key too.",
        )
      : text(
          "Keine Spalte mit einer Kundennummer; der Name dient auch als Schlüssel.",
          "No column with a customer number; the name serves as key too.",
        ),
  fieldTaken: (field: FieldSpec, column: string) =>
    text(
      `Auch ein Name für «${field.label.de}», das schon aus «${column}» kommt.`,
      `Also a name for "${field.label.en}", which already comes from "${column}".`,
    ),
  sideNotes: text(
    "Randnotizen, keine Tabellendaten: bleibt unbeachtet.",
    "Side notes, no table data: not used.",
  ),
  unnamed: text("Ohne Überschrift: bleibt unbeachtet.", "Without a header: not used."),
  unused: text("Kein Feld dafür: bleibt unbeachtet.", "No field for it: not used."),
};

export const kindReason = (
  kind: ImportKind,
  mapped: number,
  total: number,
  missing: readonly string[],
): LocalizedText =>
  missing.length === 0
    ? text(
        `${mapped} von ${total} Spalten passen zu «${kind.label.de}».`,
        `${mapped} of ${total} columns fit "${kind.label.en}".`,
      )
    : text(
        `Für «${kind.label.de}» fehlt: ${labels(kind, missing).de}.`,
        `For "${kind.label.en}" there is missing: ${labels(kind, missing).en}.`,
      );

/** Labels of missing fields; one-of rules `a|b+c` as «A oder B mit C». */
function labels(kind: ImportKind, missing: readonly string[]): LocalizedText {
  const label = (code: string, language: "de" | "en") =>
    kind.fields.find((field) => field.code === code)?.label[language] ?? code;
  const rule = (codes: string, language: "de" | "en") =>
    codes
      .split("|")
      .map((group) =>
        group
          .split("+")
          .map((code) => label(code, language))
          .join(language === "de" ? " mit " : " with "),
      )
      .join(language === "de" ? " oder " : " or ");
  return text(
    joinWords(
      missing.map((codes) => rule(codes, "de")),
      "und",
    ),
    joinWords(
      missing.map((codes) => rule(codes, "en")),
      "and",
    ),
  );
}

function sideNoteClause(columnNumbers: readonly number[]): LocalizedText {
  if (columnNumbers.length === 0) return text("", "");
  const one = columnNumbers.length === 1;
  const list = ranges(columnNumbers);
  return text(
    one ? `; Spalte ${list} enthält nur Randnotizen` : `; die Spalten ${list} enthalten nur Randnotizen`,
    one ? `; column ${list} holds side notes only` : `; columns ${list} hold side notes only`,
  );
}

export const mappingRefusals = {
  /** No kind fits, and what every kind needs is not there. */
  nothingToGoBy: (
    lacks: { id: boolean; date: boolean },
    sideNoteNumbers: readonly number[],
  ): LocalizedText => {
    const de = [...(lacks.id ? ["eine Kunden- oder Belegnummer"] : []), ...(lacks.date ? ["ein Datum"] : [])];
    const en = [...(lacks.id ? ["a customer or document id"] : []), ...(lacks.date ? ["a date"] : [])];
    const notes = sideNoteClause(sideNoteNumbers);
    return text(
      `Der Datei ${de.length > 1 ? "fehlen" : "fehlt"} ${joinWords(de, "und")}: so lässt sich nichts zuordnen${notes.de}.`,
      `The file lacks ${joinWords(en, "and")}, so nothing in it can be attributed to anybody${notes.en}.`,
    );
  },
  /** Keys are there, but hardly anything else that we know. */
  unrecognised: (columns: number, known: number): LocalizedText =>
    text(
      `Nur ${known} von ${columns} Spalten ${known === 1 ? "ist" : "sind"} bekannt: die Datei passt zu keiner Art.`,
      `Only ${known} of ${columns} columns ${known === 1 ? "is" : "are"} known: the file fits no kind.`,
    ),
  missing: (
    kind: ImportKind,
    missing: readonly string[],
    sideNoteNumbers: readonly number[],
  ): LocalizedText => {
    const fields = labels(kind, missing);
    const notes = sideNoteClause(sideNoteNumbers);
    return text(
      `Für «${kind.label.de}» fehlt ${fields.de}${notes.de}.`,
      `"${kind.label.en}" lacks ${fields.en}${notes.en}.`,
    );
  },
};

export const mappingQuestions = {
  dateFormat: (column: string) =>
    text(
      `Steht in «${column}» zuerst der Tag oder der Monat? Kein Wert der Stichprobe entscheidet es.`,
      `Does the day or the month come first in "${column}"? No value of the sample decides.`,
    ),
  decimal: (column: string) =>
    text(
      `Ist in «${column}» der Punkt oder das Komma das Dezimalzeichen? Kein Wert der Stichprobe entscheidet es.`,
      `Is the point or the comma the decimal sign in "${column}"? The sample does not decide.`,
    ),
  currency: text(
    "Die Datei nennt keine Währung; ohne Angabe bleiben die Beträge ohne Währung.",
    "The file names no currency; without an answer the amounts stay without one.",
  ),
  kind: (kinds: readonly ImportKind[]) =>
    text(
      `Was enthält die Datei: ${joinWords(
        kinds.map((kind) => kind.label.de),
        "oder",
      )}?`,
      `What does the file hold: ${joinWords(
        kinds.map((kind) => kind.label.en),
        "or",
      )}?`,
    ),
};
