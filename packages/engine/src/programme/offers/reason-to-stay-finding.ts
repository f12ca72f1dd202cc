import type { CoherenceFinding } from "../contracts/finding-contract.ts";
import type { ElementRow } from "./element-contract.ts";
import type { LeanOfferInput } from "./offer-contract.ts";

/** OF02: elements that users may mostly name as the reason to stay, and that the offer leaves out. */
export function reasonToStayFinding(
  { contents, forSegments }: Pick<LeanOfferInput, "contents" | "forSegments">,
  elements: readonly ElementRow[],
): CoherenceFinding[] {
  const kept = new Set(contents.filter(({ role }) => role !== "dropped").map(({ element }) => element));
  return elements
    .filter(({ element, proposal }) => proposal === "keepAsReasonToStay" && !kept.has(element))
    .map((row) => ({
      rule: "OF02",
      ruleVersion: 1,
      kind: "contradicts",
      severity: "warn",
      segment: forSegments[0] ?? "small",
      sentence: {
        de: `Die schlanke Leistung lässt «${row.element}» weg, das ${row.namedAsReason} von ${row.users} Nutzern als Grund zu bleiben nennen.`,
        en: `The lean offer leaves out “${row.element}”, which ${row.namedAsReason} of ${row.users} users name as the reason to stay.`,
      },
      because: row.sentence,
      cure: {
        de: `«${row.element}» zur Wahl stellen.`,
        en: `Make “${row.element}” opt-in.`,
      },
      options: [],
      figures: [
        {
          code: "reasonToStayRatio",
          label: { de: "Nutzer, die es als Grund nennen", en: "Users who name it as the reason" },
          unit: "ratio",
          value: row.reasonToStayRatio,
        },
      ],
      source: { de: "Belz & Schmitz 2013, Aussage 5", en: "Belz & Schmitz 2013, statement 5" },
      overruling: null,
    }));
}
