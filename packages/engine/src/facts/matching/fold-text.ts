const lettersWithoutDecomposition: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ı: "i",
};

const isAscii = /^[ -~]*$/;

function withoutDiacritics(text: string): string {
  return text
    .replace(/[ßæœøłđðþı]/g, (letter) => lettersWithoutDecomposition[letter] ?? letter)
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "");
}

/**
 * Folds a text so that spellings of the same word become equal: lower case, no diacritics, and `ä`, `ae` and `a`
 * alike (also ö/oe/o, ü/ue/u, ß/ss). `ue` after a, e or q is no umlaut (Bauer, neue, Quelle) and stays.
 * Everything that is neither letter nor digit becomes one space. A blank text gives "".
 */
export function foldText(text: string): string {
  const lower = text.toLowerCase();
  // Most texts are plain ASCII, and normalising Unicode is what takes the time.
  const plain = isAscii.test(lower) ? lower : withoutDiacritics(lower);
  return plain
    .replace(/([ao])e|(?<![aeq])(u)e/g, "$1$2")
    .replace(/['’`´]/g, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** The words of a folded text; none for a blank one. */
export function foldedWords(text: string): string[] {
  const folded = foldText(text);
  return folded === "" ? [] : folded.split(" ");
}
