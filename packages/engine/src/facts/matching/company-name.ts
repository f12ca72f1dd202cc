import { foldedWords } from "./fold-text.ts";
import { type LegalFormClass, withoutLegalForm } from "./legal-forms.ts";
import { isConnector, isTradeWord } from "./trade-words.ts";

/** What of a company name is compared. All words are folded. */
export interface CompanyName {
  /** Words that tell who it is, in the order written; all words when it has no other than trade words. */
  readonly coreWords: readonly string[];
  /** Words that tell the trade or place (Elektro, Restaurant, Schweiz), sorted; empty when the core holds them. */
  readonly tradeWords: readonly string[];
  /** Null when the name carries none. */
  readonly legalForm: LegalFormClass | null;
}

/** `A. B. C. Bau` is `abc bau`; a lone initial (`H. Müller`) says too little to be a word. */
function joinInitials(words: readonly string[]): string[] {
  const joined: string[] = [];
  let initials = "";
  for (const word of [...words, ""]) {
    if (word.length === 1) initials += word;
    else {
      if (initials.length > 1) joined.push(initials);
      initials = "";
      if (word !== "") joined.push(word);
    }
  }
  return joined.length > 0 ? joined : [...words];
}

/**
 * Takes a company name apart. `name2` is read only where it finishes the name, that is where it brings the legal
 * form that `name` lacks (`Müller Elektro` / `Installationen GmbH`); otherwise it is a department or a person.
 * Null when no letter or digit is left.
 */
export function parseCompanyName(name: string | null, name2: string | null = null): CompanyName | null {
  const first = withoutLegalForm(foldedWords(name ?? ""));
  const second = withoutLegalForm(foldedWords(name2 ?? ""));
  const continues = first.words.length === 0 || (first.legalForm === null && second.legalForm !== null);
  // A second line that is nothing but a form keeps its words in `withoutLegalForm`; parse both lines as one instead.
  const whole = continues ? withoutLegalForm(foldedWords(`${name ?? ""} ${name2 ?? ""}`)) : first;
  if (whole.words.length === 0) return null;

  const spoken = whole.words.filter((word) => !isConnector(word));
  const words = joinInitials(spoken.length > 0 ? spoken : whole.words);
  const core = words.filter((word) => !isTradeWord(word));
  return {
    coreWords: core.length > 0 ? core : words,
    tradeWords: core.length > 0 ? [...new Set(words.filter(isTradeWord))].sort() : [],
    legalForm: whole.legalForm,
  };
}

/** The class of a legal form given in its own column; null for a blank or unknown one. */
export function parseLegalForm(text: string | null): LegalFormClass | null {
  return withoutLegalForm(foldedWords(text ?? "")).legalForm;
}
