import { countText, moneyRangeText, percentText } from "../../figure-text.ts";
import type { Text } from "../../measures/measure-contract.ts";
import type { Cannibalisation } from "./catalogue-contract.ts";
import type { CatalogueRules } from "./catalogue-rules-contract.ts";
import type { ElementReport, ElementRow } from "./element-contract.ts";
import type { LeanOfferInput } from "./offer-contract.ts";
import { riskQuantiles } from "./risk-quantiles.ts";

/** Larger customers who used exactly these elements. */
export interface UsedSet {
  readonly used: readonly string[];
  readonly customers: number;
  readonly salesCents: number;
  /** Sum of squared sales, cents². */
  readonly salesSquared: number;
}

/** An element fences when larger customers use it so many times as often as small ones. */
const fenceFactor = 2;

/**
 * Whether larger customers would take the lean offer instead: those all of whose used elements are in it or can be chosen.
 * Proposes a fence by self-selection – an element that larger customers want stays out of the offer; nobody is refused
 * (AT5.3).
 */
export function cannibalisation(
  offer: Pick<LeanOfferInput, "contents">,
  sets: readonly UsedSet[],
  report: Pick<ElementReport, "elements" | "currency">,
  rules: CatalogueRules,
): Cannibalisation {
  const { switchRatio, lostSalesRatio } = rules;
  const inside = new Set(
    offer.contents.filter(({ role }) => role !== "dropped").map(({ element }) => element),
  );
  const eligible = (allowed: ReadonlySet<string>) => {
    const found = sum(sets.filter(({ used }) => used.every((element) => allowed.has(element))));
    const atRisk = riskQuantiles(found.salesCents, found.salesSquared, switchRatio, lostSalesRatio);
    return { ...found, atRisk };
  };
  const { customers, salesCents, atRisk } = eligible(inside);
  const ofLarge = sum(sets).customers;
  return {
    customers,
    ofLarge,
    salesCents,
    atRisk,
    assumed: { switchRatio, lostSalesRatio },
    fence: customers === 0 ? null : fenceOf(),
    sentence: riskSentence({ customers, ofLarge, atRisk }, report.currency),
  };

  function fenceOf(): NonNullable<Cannibalisation["fence"]> {
    const row = bestFence(offer, report.elements);
    const behind = row === null ? null : eligible(without(inside, row.element));
    if (row === null || behind === null || behind.customers === customers) return fenceByOrdering;
    return {
      element: row.element,
      largeUserRatio: row.largeUserRatio,
      smallUserRatio: row.userRatio,
      customers: behind.customers,
      atRisk: behind.atRisk,
      sentence: fenceSentence(row, behind.atRisk, report.currency),
    };
  }
}

/** Where no element sets larger customers apart: how one orders does, and whoever wants a person stays. */
const fenceByOrdering: NonNullable<Cannibalisation["fence"]> = {
  element: null,
  largeUserRatio: null,
  smallUserRatio: null,
  customers: null,
  atRisk: null,
  sentence: {
    de: "Zaun durch Selbstwahl: keine Leistung trennt grosse und kleine Kunden. Die schlanke Leistung gibt es darum nur mit Bestellung im Webshop und ohne feste Ansprechperson; wer eine will, bleibt von sich aus in der vollen Leistung, niemand wird abgelehnt.",
    en: "A fence by self-selection: no element sets larger customers apart. So the lean offer comes with orders in the web shop and without a named person; whoever wants one stays with the full service by own choice, nobody is refused.",
  },
};

function sum(sets: readonly UsedSet[]) {
  return sets.reduce(
    (total, set) => ({
      customers: total.customers + set.customers,
      salesCents: total.salesCents + set.salesCents,
      salesSquared: total.salesSquared + set.salesSquared,
    }),
    { customers: 0, salesCents: 0, salesSquared: 0 },
  );
}

function without(elements: ReadonlySet<string>, element: string): ReadonlySet<string> {
  return new Set([...elements].filter((one) => one !== element));
}

/** The opt-in element with the widest gap between larger and small users; what is in the core holds small customers. */
function bestFence(
  { contents }: Pick<LeanOfferInput, "contents">,
  elements: readonly ElementRow[],
): ElementRow | null {
  const optIn = new Set(contents.filter(({ role }) => role === "optIn").map(({ element }) => element));
  const gap = (row: ElementRow) => (row.largeUserRatio ?? 0) - (row.userRatio ?? 0);
  const candidates = elements
    .filter((row) => optIn.has(row.element) && row.proposal !== "keepAsReasonToStay")
    .filter((row) => (row.largeUserRatio ?? 0) > fenceFactor * (row.userRatio ?? 0))
    .sort((a, b) => gap(b) - gap(a) || (a.element < b.element ? -1 : 1));
  return candidates[0] ?? null;
}

function riskSentence(
  { customers, ofLarge, atRisk }: Pick<Cannibalisation, "customers" | "ofLarge" | "atRisk">,
  currency: string | null,
): Text {
  if (customers === 0) {
    return {
      de: "Keinem grösseren Kunden würde die schlanke Leistung genügen: kein Umsatz steht auf dem Spiel.",
      en: "The lean offer would suit no larger customer: no sales are at stake.",
    };
  }
  const range = moneyRangeText(atRisk.low, atRisk.high, currency);
  return {
    de: `${countText(customers).de} von ${countText(ofLarge).de} grösseren Kunden nutzen nichts, was der schlanken Leistung fehlt. Wechseln sie, stehen ${range.de} Umsatz im Jahr auf dem Spiel (10 bis 90 %, auf Annahmen).`,
    en: `${countText(customers).en} of ${countText(ofLarge).en} larger customers use nothing that the lean offer lacks. If they move, ${range.en} of sales a year are at stake (10 to 90%, on assumptions).`,
  };
}

function fenceSentence(
  { element, largeUserRatio, userRatio }: ElementRow,
  atRisk: Cannibalisation["atRisk"],
  currency: string | null,
): Text {
  const large = percentText(largeUserRatio ?? 0);
  const small = percentText(userRatio ?? 0);
  const range = moneyRangeText(atRisk.low, atRisk.high, currency);
  return {
    de: `Zaun durch Selbstwahl: «${element}» gehört nicht zur schlanken Leistung. ${large.de} der grösseren, aber nur ${small.de} der kleinen Kunden nutzen es; wer es will, bleibt von sich aus in der vollen Leistung, niemand wird abgelehnt. Dann stehen noch ${range.de} auf dem Spiel.`,
    en: `A fence by self-selection: “${element}” is not part of the lean offer. ${large.en} of larger customers but only ${small.en} of small ones use it; whoever wants it stays with the full service by own choice, nobody is refused. Then ${range.en} are still at stake.`,
  };
}
