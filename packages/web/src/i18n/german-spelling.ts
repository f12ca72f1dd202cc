import type { Locale } from "./locales.ts";

/**
 * Texts are written once, in Swiss spelling (ss). For Germany and Austria these word stems get their ß back; every
 * other ss stays. The list holds the stems that our texts use; a test finds new ones.
 */
const sharpStems: readonly (readonly [RegExp, string])[] = [
  [/([Gg]r)(o|ö)ss/g, "$1$2ß"],
  [/([Aa])usser/g, "$1ußer"],
  [/([Aa])ussendienst/g, "$1ußendienst"],
  [/(S|s)trasse/g, "$1traße"],
  [/(h|H)eiss/g, "$1eiß"],
  [/(w|W)eiss/g, "$1eiß"],
  [/([Ss]ch)liess/g, "$1ließ"],
  [/([Gg])emäss/g, "$1emäß"],
  [/(m|M)ässig/g, "$1äßig"],
  [/(M|m)assnahme/g, "$1aßnahme"],
  [/(M|m)assstab/g, "$1aßstab"],
  [/(F|f)üss/g, "$1üß"],
  [/(S|s)toss/g, "$1toß"],
];

/** Words that differ by country, not by spelling. */
const countryWords: Partial<Record<Locale, readonly (readonly [RegExp, string])[]>> = {
  "de-DE": [
    [/Offerte/g, "Angebot"],
    [/MWST/g, "MwSt."],
  ],
  "de-AT": [
    [/Offerte/g, "Angebot"],
    [/MWST/g, "USt."],
  ],
};

/** A text in Swiss German spelling as a reader of the locale expects it. Other locales get it unchanged. */
export function germanSpelling(text: string, locale: Locale): string {
  if (locale !== "de-DE" && locale !== "de-AT") return text;
  let result = text;
  for (const [stem, replacement] of sharpStems) result = result.replace(stem, replacement);
  for (const [word, replacement] of countryWords[locale] ?? []) result = result.replace(word, replacement);
  return result;
}

/** The same over a whole tree of texts. */
export function germanSpellingOf<Tree>(tree: Tree, locale: Locale): Tree {
  if (typeof tree === "string") return germanSpelling(tree, locale) as Tree;
  if (tree === null || typeof tree !== "object") return tree;
  const entries = Object.entries(tree).map(([key, value]) => [key, germanSpellingOf(value, locale)]);
  return Object.fromEntries(entries) as Tree;
}
