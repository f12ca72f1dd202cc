/** A text in the two languages of the app; `de` in Swiss spelling. */
export interface Text {
  readonly de: string;
  readonly en: string;
}

/** A text that reads the same in both languages: a name, a code, a date. */
export const sameText = (text: string): Text => ({ de: text, en: text });

/** Of what may be written once for both languages, such as a publication. */
export const textOf = (text: string | Text): Text => (typeof text === "string" ? sameText(text) : text);

export const joinTexts = (texts: readonly Text[], separator: string): Text => ({
  de: texts.map(({ de }) => de).join(separator),
  en: texts.map(({ en }) => en).join(separator),
});
