import { percentText } from "../../figure-text.ts";
import type { Text } from "../../text.ts";
import type { CoherenceFinding } from "../contracts/finding-contract.ts";
import type { CatalogueRules } from "./catalogue-rules-contract.ts";
import type { ElementRow } from "./element-contract.ts";
import type { LeanOfferInput } from "./offer-contract.ts";

/** Small customers of a segment and how many of them need help in many fields. */
export interface BroadNeed {
  readonly segment: string;
  readonly name: { readonly de: string; readonly en: string };
  readonly customers: number;
  readonly known: number;
  readonly broad: number;
}

const source: Text = {
  de: "Belz & Schmitz 2013, Aussagen 5 und 2",
  en: "Belz & Schmitz 2013, statements 5 and 2",
};

/**
 * OF01: a lean offer may not leave out advice where need is broad. One finding per segment: `block` with the customers
 * concerned, `unclear` where need is not known. An element that the offer does not name is left out too.
 */
export function adviceFindings(
  { contents, forSegments }: Pick<LeanOfferInput, "contents" | "forSegments">,
  elements: readonly ElementRow[],
  needs: readonly BroadNeed[],
  rules: CatalogueRules,
): CoherenceFinding[] {
  const kept = new Set(contents.filter(({ role }) => role !== "dropped").map(({ element }) => element));
  const gone = elements.filter(({ element, isAdvice }) => isAdvice === true && !kept.has(element));
  if (gone.length === 0) return [];
  const names = { de: quoted(gone, "«", "»"), en: quoted(gone, "“", "”") };
  return forSegments.flatMap((segment) => {
    const need = needs.find((one) => one.segment === segment);
    return need === undefined ? [] : (findingOf(segment, need, names, rules) ?? []);
  });
}

function quoted(rows: readonly ElementRow[], open: string, close: string): string {
  return rows.map(({ element }) => `${open}${element}${close}`).join(", ");
}

function findingOf(
  segment: string,
  { name, customers, known, broad }: BroadNeed,
  names: { readonly de: string; readonly en: string },
  { broadNeedShare }: CatalogueRules,
): CoherenceFinding | null {
  const share = known === 0 ? null : broad / known;
  if (share !== null && share < broadNeedShare) return null;
  const isUnclear = share === null;
  return {
    rule: "OF01",
    ruleVersion: 1,
    kind: "contradicts",
    severity: isUnclear ? "unclear" : "block",
    segment,
    sentence: isUnclear
      ? {
          de: `Die schlanke Leistung lässt Beratung weg (${names.de}); wie breit der Bedarf in «${name.de}» ist, weiss niemand.`,
          en: `The lean offer leaves out advice (${names.en}); nobody knows how broad need is in “${name.en}”.`,
        }
      : {
          de: `Die schlanke Leistung lässt Beratung weg (${names.de}), obwohl der Bedarf in «${name.de}» bei ${percentText(share).de} der Kunden breit ist.`,
          en: `The lean offer leaves out advice (${names.en}) although ${percentText(share).en} of the customers in “${name.en}” have a broad need.`,
        },
    because: isUnclear
      ? {
          de: `Von ${customers} Kunden ist kein Bedarfsprofil bekannt.`,
          en: `No need profile is known of ${customers} customers.`,
        }
      : {
          de: `${broad} von ${known} Kunden brauchen Hilfe in vielen Feldern; Betreuung folgt dem Bedarf, nicht der Grösse.`,
          en: `${broad} of ${known} customers need help in many fields; support follows need, not size.`,
        },
    cure: {
      de: `${names.de} im Kern lassen oder zur Wahl stellen, oder die Leistung nur einem Segment mit schmalem Bedarf anbieten.`,
      en: `Keep ${names.en} in the core or make it opt-in, or offer it only to a segment with narrow need.`,
    },
    options: [],
    figures: [
      {
        code: "broadNeedRatio",
        label: { de: "Kunden mit breitem Bedarf", en: "Customers with a broad need" },
        unit: "ratio",
        value: share,
      },
    ],
    source,
    overruling: null,
  };
}
