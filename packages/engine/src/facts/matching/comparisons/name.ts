import { bothKnownSql, type Comparison, otherwise } from "../comparison.ts";
import type { MatchRecord } from "../match-record.ts";
import { jaroWinklerSimilarity, levenshteinDistance } from "../string-similarity.ts";

const compact = (record: MatchRecord): string => record.nameCompact ?? "";
const sorted = (record: MatchRecord): string => record.nameSorted ?? "";

function similarity(a: MatchRecord, b: MatchRecord): number {
  const asWritten = jaroWinklerSimilarity(compact(a), compact(b));
  return Math.max(asWritten, jaroWinklerSimilarity(sorted(a), sorted(b)));
}

const similaritySql = (a: string, b: string): string =>
  `greatest(jaro_winkler_similarity(${a}.name_compact, ${b}.name_compact), jaro_winkler_similarity(${a}.name_sorted, ${b}.name_sorted))`;

/** Jaro-Winkler alone takes Meier for Meister; a slip of the pen changes at most one letter in six. */
function isSlip(a: string, b: string): boolean {
  return levenshteinDistance(a, b) * 6 <= Math.max(a.length, b.length);
}

const isSlipSql = (a: string, b: string): string =>
  `levenshtein(${a}, ${b}) * 6 <= greatest(length(${a}), length(${b}))`;

function contains(a: MatchRecord, b: MatchRecord): boolean {
  const words = new Set(sorted(a).split(" "));
  return sorted(b)
    .split(" ")
    .every((word) => words.has(word));
}

/** The words that tell who the firm is, without legal form, trade words, word order and spaces. */
export const nameComparison: Comparison = {
  field: "name",
  description: { de: "Name", en: "Name" },
  known: (a, b) => a.nameSorted !== null && b.nameSorted !== null,
  knownSql: bothKnownSql("name_sorted"),
  levels: [
    {
      code: "same",
      description: { de: "gleich", en: "same" },
      m: 0.64,
      u: 0.0004,
      holds: (a, b) => a.nameSorted === b.nameSorted || a.nameCompact === b.nameCompact,
      sql: (a, b) => `(${a}.name_sorted = ${b}.name_sorted OR ${a}.name_compact = ${b}.name_compact)`,
      termShare: "name_share",
    },
    {
      code: "slip",
      description: { de: "gleich bis auf Schreibfehler", en: "same but for a slip of the pen" },
      m: 0.14,
      u: 0.0002,
      holds: (a, b) =>
        similarity(a, b) >= 0.92 && (isSlip(compact(a), compact(b)) || isSlip(sorted(a), sorted(b))),
      sql: (a, b) =>
        `(${similaritySql(a, b)} >= 0.92 AND (${isSlipSql(`${a}.name_compact`, `${b}.name_compact`)} OR ${isSlipSql(`${a}.name_sorted`, `${b}.name_sorted`)}))`,
    },
    {
      code: "similar",
      description: {
        de: "ähnlich oder einer im anderen enthalten",
        en: "similar, or one contains the other",
      },
      m: 0.12,
      u: 0.002,
      holds: (a, b) => contains(a, b) || contains(b, a) || similarity(a, b) >= 0.9,
      sql: (a, b) =>
        `(list_has_all(${a}.name_words, ${b}.name_words) OR list_has_all(${b}.name_words, ${a}.name_words) OR ${similaritySql(a, b)} >= 0.9)`,
    },
    {
      code: "partial",
      description: { de: "ein Wort gemeinsam", en: "one word in common" },
      m: 0.05,
      u: 0.01,
      holds: (a, b) =>
        sorted(a)
          .split(" ")
          .some((word) => sorted(b).split(" ").includes(word)) || similarity(a, b) >= 0.82,
      sql: (a, b) => `(list_has_any(${a}.name_words, ${b}.name_words) OR ${similaritySql(a, b)} >= 0.82)`,
    },
    otherwise(0.05, 0.9874),
  ],
};
