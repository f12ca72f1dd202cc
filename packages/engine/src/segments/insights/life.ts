import type { PlainDate } from "../../units.ts";
import {
  type Insight,
  type InsightList,
  type InsightState,
  type InsightStrength,
  insightStrengths,
} from "./contract.ts";

/** Insights that changed no decision for so long leave the lists (domain.md §1.1). */
export const archiveMonths = 6;

/** What a kind of evidence is worth unless somebody says otherwise. */
export function usualStrength(evidenceKind: string): InsightStrength {
  if (evidenceKind === "conversation") return "weak";
  return evidenceKind === "experiment" ? "strong" : "medium";
}

const strengthWords: Readonly<Record<InsightStrength, readonly string[]>> = {
  weak: ["weak", "low", "schwach", "gering", "niedrig", "tief", "c"],
  medium: ["medium", "moderate", "mittel", "b"],
  strong: ["strong", "high", "stark", "hoch", "a"],
};

/** The strength that a file means; its own word where it is none of the known ones. */
export function knownStrength(said: string | null): string | null {
  if (said === null) return null;
  const word = said.trim().toLowerCase();
  return insightStrengths.find((strength) => strengthWords[strength].includes(word)) ?? said;
}

type Dated = Pick<Insight, "statedOn" | "expiresOn"> & {
  readonly decisions: readonly { readonly decidedOn: string | null }[];
};

/** @param sixMonthsAgo the day `archiveMonths` before today */
export function insightState(insight: Dated, today: PlainDate, sixMonthsAgo: PlainDate): InsightState {
  const { statedOn, expiresOn, decisions } = insight;
  if (expiresOn !== null && expiresOn < today) return "expired";
  // A decision without a day, as files give it, counts as made when the insight was stated.
  const lastUse = [statedOn, ...decisions.map(({ decidedOn }) => decidedOn)].reduce(
    (latest, day) => (day !== null && (latest === null || day > latest) ? day : latest),
    null,
  );
  return lastUse !== null && lastUse <= sixMonthsAgo ? "archived" : "live";
}

/** K29: insights created in the last six months, how many of them changed a decision, and the ratio. */
export function insightYield(
  insights: readonly (Pick<Insight, "statedOn"> & { readonly decisions: readonly unknown[] })[],
  sixMonthsAgo: PlainDate,
): InsightList["yield"] {
  const recent = insights.filter(({ statedOn }) => statedOn !== null && statedOn > sixMonthsAgo);
  const changed = recent.filter(({ decisions }) => decisions.length > 0).length;
  return {
    created: recent.length,
    changedDecision: changed,
    ratio: recent.length === 0 ? null : changed / recent.length,
  };
}
