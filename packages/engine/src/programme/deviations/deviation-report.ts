import { countText, moneyText } from "../../figure-text.ts";
import type { DeviationKind, DeviationReport, VariantLoad } from "./deviation-contract.ts";
import { type DriftInput, daysBefore, driftKinds } from "./drift.ts";
import { type OfferVariants, variantLoad } from "./variant-load.ts";

/** Entries that a report lists; the kinds count all. */
const mostEntries = 200;

export interface DeviationFacts extends DriftInput {
  readonly published: readonly OfferVariants[];
  readonly orders: number;
  /** Entries ever noted, those taken back too. */
  readonly everNoted: number;
  /** Expedited orders as the facts show them; null: no file says. */
  readonly expedited: {
    readonly inWindow: number;
    readonly inYear: number;
    readonly customers: number;
  } | null;
}

/** The deviation ledger: kinds with drift (AT9.2), variant load (K26), and what nobody can know. */
export function deviationReport(facts: DeviationFacts): DeviationReport {
  const { today, deviations, rules, currency, expedited } = facts;
  const entered = driftKinds(facts);
  const inYear = deviations.filter(({ at }) => at > daysBefore(today, 365)).length;
  const load = variantLoad(facts.published, rules.centsPerVariant, facts.orders, inYear, facts.everNoted);
  return {
    today,
    currency,
    driftCount: rules.driftCount,
    driftDays: rules.driftDays,
    kinds: [...entered, ...(expedited === null ? [] : [expeditedKind(expedited, facts)])],
    variantLoad: load,
    log: [...deviations]
      .sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : b.id - a.id))
      .slice(0, mostEntries),
    total: deviations.length,
    sentence: answer(entered, load, currency),
    unclear: [
      {
        field: "specialPrices",
        text: {
          de: "Sonderpreise und Konditionen nennt keine Datei: welche abweichen, ist nicht bekannt. Tragen Sie ein, was Sie gewähren.",
          en: "No file names special prices and terms: which of them deviate is not known. Note what you grant.",
        },
      },
      ...(facts.everNoted === 0
        ? [
            {
              field: "variantLoad.per1000Orders",
              text: {
                de: "Noch hat niemand eine Abweichung eingetragen; wie viele es je 1000 Bestellungen sind, ist offen.",
                en: "Nobody has noted a deviation yet; how many there are per 1,000 orders is open.",
              },
            },
          ]
        : []),
    ],
  };
}

/** Counted, not judged: whether fast delivery is an exception or an offer is for people to say. */
function expeditedKind(
  { inWindow, inYear, customers }: NonNullable<DeviationFacts["expedited"]>,
  { rules }: DeviationFacts,
): DeviationKind {
  return {
    kind: "expedited",
    origin: "data",
    inWindow,
    inYear,
    customers,
    meanMinutes: null,
    withoutMinutes: inWindow,
    meanCents: null,
    isDrift: false,
    standardise: null,
    close: null,
    better: null,
    sentence: {
      de: `Eilbestellungen laut Daten: ${countText(inWindow).de} in den letzten ${rules.driftDays} Tagen der Daten. Ihr Aufwand steckt in den Bedienkosten; ob sie Ausnahme oder Angebot sind, entscheiden Sie.`,
      en: `Expedited orders by the data: ${countText(inWindow).en} in the last ${rules.driftDays} days of the data. Their effort is part of cost to serve; whether they are an exception or an offer is for you to say.`,
    },
  };
}

function answer(
  kinds: readonly DeviationKind[],
  load: VariantLoad,
  currency: string | null,
): DeviationReport["sentence"] {
  const drifting = kinds.filter(({ isDrift }) => isDrift);
  const cost = moneyText(load.cents, currency);
  const variants = {
    de:
      load.liveVariants === 1
        ? `Eine Variante kostet ${cost.de} im Jahr.`
        : `${load.liveVariants} Varianten kosten ${cost.de} im Jahr.`,
    en:
      load.liveVariants === 1
        ? `One variant costs ${cost.en} a year.`
        : `${load.liveVariants} variants cost ${cost.en} a year.`,
  };
  if (kinds.length === 0) {
    return {
      de: `Noch ist keine Abweichung eingetragen. ${variants.de}`,
      en: `No deviation is on record yet. ${variants.en}`,
    };
  }
  if (drifting.length === 0) {
    return { de: `Keine Abweichung häuft sich. ${variants.de}`, en: `No deviation piles up. ${variants.en}` };
  }
  const names = (open: string, close: string) =>
    drifting.map(({ kind }) => `${open}${kind}${close}`).join(", ");
  return {
    de: `${names("«", "»")} ${drifting.length === 1 ? "häuft" : "häufen"} sich: zum Standard machen oder schliessen. ${variants.de}`,
    en: `${names("“", "”")} ${drifting.length === 1 ? "piles" : "pile"} up: standardise or close. ${variants.en}`,
  };
}
