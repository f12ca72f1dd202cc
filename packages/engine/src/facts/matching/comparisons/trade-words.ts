import { bothKnownSql, type Comparison, otherwise } from "../comparison.ts";
import type { MatchRecord } from "../match-record.ts";

function share(a: MatchRecord, b: MatchRecord): boolean {
  const words = new Set((a.tradeWords ?? "").split(" "));
  return (b.tradeWords ?? "").split(" ").some((word) => words.has(word));
}

/** What the names say about trade and place: Meier Elektro and Meier Immobilien are two firms at one door. */
export const tradeWordsComparison: Comparison = {
  field: "tradeWords",
  description: { de: "Branchenwörter im Namen", en: "Trade words in the name" },
  known: (a, b) => a.tradeWords !== null && b.tradeWords !== null,
  knownSql: bothKnownSql("trade_words"),
  levels: [
    {
      code: "same",
      description: { de: "gleich", en: "same" },
      m: 0.8,
      u: 0.04,
      holds: (a, b) => a.tradeWords === b.tradeWords,
      sql: (a, b) => `${a}.trade_words = ${b}.trade_words`,
    },
    {
      code: "overlap",
      description: { de: "überlappend", en: "overlapping" },
      m: 0.12,
      u: 0.04,
      holds: share,
      sql: (a, b) => `list_has_any(string_split(${a}.trade_words, ' '), string_split(${b}.trade_words, ' '))`,
    },
    otherwise(0.08, 0.92),
  ],
};
