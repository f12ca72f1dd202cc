import { foldText } from "./fold-text.ts";

/** A street without its number, folded and without spaces, and the number with its letter (`12a`), each null when absent. */
export interface Street {
  readonly street: string | null;
  readonly house: string | null;
}

const postBox = /\b(postfach|case postale|casella postale|po box|p o box|pf|cp)\b\s*\d*/g;

/** Only the last word can be the kind of street; written apart or together it folds to the same short form. */
const kinds: readonly (readonly [RegExp, string])[] = [
  [/(strasse|str)$/, "str"],
  [/(platz|pl)$/, "pl"],
  [/(gasse|g)$/, "gasse"],
  [/(weg|wg)$/, "weg"],
];

const romanceKinds: Readonly<Record<string, string>> = {
  av: "avenue",
  ave: "avenue",
  bd: "boulevard",
  bvd: "boulevard",
  blvd: "boulevard",
  r: "ru", // "rue" after folding
  ch: "chemin",
  rte: "route",
  pl: "place",
  v: "via",
};

function foldKind(words: readonly string[]): string {
  const [first, ...rest] = words;
  const romance = rest.length > 0 && first !== undefined ? romanceKinds[first] : undefined;
  const joined = (romance === undefined ? words : [romance, ...rest]).join("");
  for (const [pattern, short] of kinds) {
    const folded = joined.replace(pattern, short);
    // "g" alone is an ending of many names: shorten it only when something is left and it was written with a dot or apart.
    if (folded !== joined && (short !== "gasse" || words.at(-1) === "g" || joined.endsWith("gasse")))
      return folded;
  }
  return joined;
}

/**
 * Reads `Bahnhofstr. 12 a`, `Bahnhof-Strasse 12A`, `12, rue du Lac` or `Bahnhofstraße 12-14` (the first number of a
 * range counts). Post boxes are no street. Both parts are null for a blank text.
 */
export function parseStreet(text: string | null): Street {
  const folded = foldText((text ?? "").replace(/(\d)\s*[-/–+]\s*\d+\w*/g, "$1"))
    .replace(postBox, " ")
    .trim();
  if (folded === "") return { street: null, house: null };

  const trailing = /^(.*?\D)\s*(\d+)\s?([a-z])?$/.exec(folded);
  const leading = /^(\d+)\s?([a-z](?=\s))?\s+(\D.*)$/.exec(folded);
  let name = folded;
  let house: string | null = null;
  if (trailing !== null) {
    name = trailing[1] ?? "";
    house = `${Number(trailing[2])}${trailing[3] ?? ""}`;
  } else if (leading !== null) {
    name = leading[3] ?? "";
    house = `${Number(leading[1])}${leading[2] ?? ""}`;
  }
  const words = name.split(" ").filter((word) => word !== "" && word !== "nr" && word !== "no");
  return { street: words.length === 0 ? null : foldKind(words), house };
}
