/** Codes that do not depend on the neighbours; c, d, t, p and x are decided below. */
const fixedCodes: Readonly<Record<string, string>> = {
  ...{
    a: "0",
    e: "0",
    i: "0",
    j: "0",
    o: "0",
    u: "0",
    y: "0",
    b: "1",
    f: "3",
    v: "3",
    w: "3",
    g: "4",
    k: "4",
    q: "4",
  },
  ...{ l: "5", m: "6", n: "6", r: "7", s: "8", z: "8" },
};

function codeOf(letter: string, before: string, after: string): string {
  switch (letter) {
    case "p":
      return after === "h" ? "3" : "1";
    case "d":
    case "t":
      return "csz".includes(after) && after !== "" ? "8" : "2";
    case "x":
      return "ckq".includes(before) && before !== "" ? "8" : "48";
    case "c": {
      const hardAfter = before === "" ? "ahkloqrux" : "ahkoqux";
      const softBefore = before === "s" || before === "z";
      return after !== "" && hardAfter.includes(after) && !softBefore ? "4" : "8";
    }
    default:
      return fixedCodes[letter] ?? "";
  }
}

/**
 * Kölner Phonetik (Postel 1969) of one folded word: words that sound alike in German share a code
 * (`meier`, `maier`, `mayr` give 67). Doubled codes count once, 0 counts only in front. Digits stay as they are, so
 * that `3m` has a code too. "" for a word without Latin letters or digits.
 */
export function colognePhonetics(word: string): string {
  let code = "";
  let last = "";
  for (let index = 0; index < word.length; index += 1) {
    const letter = word[index] ?? "";
    const next = /\d/.test(letter)
      ? `#${letter}`
      : codeOf(letter, word[index - 1] ?? "", word[index + 1] ?? "");
    for (const digit of next.startsWith("#") ? [next] : next) {
      if (digit !== last && (digit !== "0" || code === "")) code += digit;
      last = digit;
    }
  }
  return code;
}
