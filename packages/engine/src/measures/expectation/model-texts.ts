import type { FitWarningCode } from "@kleinod/btyd/index.ts";
import type { Text } from "../measure-contract.ts";
import type { ForecastBenchmark, ForecastModel } from "./report-contract.ts";

/** Names in the literature; shown in explanations only. */
export const forecasterLabels: Readonly<Record<ForecastModel | ForecastBenchmark, Text>> = {
  bgNbd: { de: "BG/NBD", en: "BG/NBD" },
  mbgNbd: { de: "MBG/NBD", en: "MBG/NBD" },
  paretoNbd: { de: "Pareto/NBD", en: "Pareto/NBD" },
  mbgCnbdK: { de: "MBG/CNBD-k", en: "MBG/CNBD-k" },
  nbd: { de: "Vergleich: niemand bleibt weg", en: "Benchmark: nobody leaves" },
  sameAsBefore: { de: "Vergleich: wie in den Monaten davor", en: "Benchmark: same as in the months before" },
};

/** What sets the forecasters apart, for readers who need no names. */
export const plainLabels: Readonly<Record<ForecastModel | ForecastBenchmark, Text>> = {
  bgNbd: {
    de: "Zufälliger Takt, Wegbleiben nach Wiederkäufen",
    en: "Random pace, leaving after repeat purchases",
  },
  mbgNbd: {
    de: "Zufälliger Takt, Wegbleiben nach jedem Kauf",
    en: "Random pace, leaving after any purchase",
  },
  paretoNbd: { de: "Zufälliger Takt, Wegbleiben jederzeit", en: "Random pace, leaving at any time" },
  mbgCnbdK: {
    de: "Regelmässiger Takt, Wegbleiben nach jedem Kauf",
    en: "Regular pace, leaving after any purchase",
  },
  nbd: forecasterLabels.nbd,
  sameAsBefore: forecasterLabels.sameAsBefore,
};

/** What each model supposes, without formulas, and where it stands. */
export const modelTexts: Readonly<
  Record<ForecastModel, { readonly supposes: Text; readonly source: string }>
> = {
  bgNbd: {
    supposes: {
      de: "Jeder Kunde kauft in zufälligen Abständen um sein eigenes Tempo und kann nach jedem Folgekauf wegbleiben. Wer nur einmal kaufte, gilt immer als aktiv.",
      en: "Every customer buys at random intervals around a pace of its own and may stay away after any repeat purchase. A one-time buyer always counts as active.",
    },
    source: "Fader, Hardie & Lee 2005, Marketing Science 24(2) 275-284",
  },
  mbgNbd: {
    supposes: {
      de: "Jeder Kunde kauft in zufälligen Abständen um sein eigenes Tempo und kann nach jedem Kauf wegbleiben, auch nach dem ersten.",
      en: "Every customer buys at random intervals around a pace of its own and may stay away after any purchase, the first one included.",
    },
    source: "Batislam, Denizel & Filiztekin 2007, IJRM 24(3) 201-209; Hoppe & Wagner 2007",
  },
  paretoNbd: {
    supposes: {
      de: "Jeder Kunde kauft in zufälligen Abständen um sein eigenes Tempo und kann jederzeit wegbleiben, unabhängig von seinen Käufen.",
      en: "Every customer buys at random intervals around a pace of its own and may stay away at any time, whatever it buys.",
    },
    source: "Schmittlein, Morrison & Colombo 1987, Management Science 33(1) 1-24",
  },
  mbgCnbdK: {
    supposes: {
      de: "Jeder Kunde kauft in eher regelmässigen Abständen um sein eigenes Tempo und kann nach jedem Kauf wegbleiben.",
      en: "Every customer buys at rather regular intervals around a pace of its own and may stay away after any purchase.",
    },
    source: "Reutterer, Platzer & Schröder 2021, IJRM 38(1) 194-215",
  },
};

/** What the parameters mean; the same name means the same in every model. */
export const parameterMeanings: Readonly<Record<string, Text>> = {
  r: {
    de: "Form der Kaufrate: je kleiner, desto verschiedener sind die Kunden",
    en: "Shape of the purchase rate: the smaller, the more customers differ",
  },
  alpha: {
    de: "Massstab der Kaufrate in Tagen; die mittlere Rate ist r ÷ alpha, wo es ein k gibt noch durch k",
    en: "Scale of the purchase rate in days; the mean rate is r ÷ alpha, where there is a k divided by it too",
  },
  a: {
    de: "Wegbleiben nach einem Kauf: im Mittel a ÷ (a + b)",
    en: "Staying away after a purchase: a ÷ (a + b) on average",
  },
  b: {
    de: "Wiederkommen nach einem Kauf: im Mittel b ÷ (a + b)",
    en: "Coming back after a purchase: b ÷ (a + b) on average",
  },
  s: {
    de: "Form der Rate des Wegbleibens: je kleiner, desto verschiedener sind die Kunden",
    en: "Shape of the rate of staying away: the smaller, the more customers differ",
  },
  beta: {
    de: "Massstab der Rate des Wegbleibens in Tagen; die mittlere Rate ist s ÷ beta",
    en: "Scale of the rate of staying away in days; the mean rate is s ÷ beta",
  },
  k: {
    de: "Regelmässigkeit der Abstände: 1 ist zufällig, je höher, desto regelmässiger",
    en: "Regularity of intervals: 1 is random, the higher the more regular",
  },
};

export const warningTexts: Readonly<Record<FitWarningCode, Text>> = {
  tooLittleData: {
    de: "Zu wenige Kunden kauften wieder; die Werte stützen sich auf eine schwache Annahme.",
    en: "Too few customers bought again; the values lean on a weak assumption.",
  },
  noRepeatPurchases: {
    de: "Niemand kaufte wieder: Kaufen und Wegbleiben lassen sich nicht unterscheiden.",
    en: "Nobody bought again: buying and staying away cannot be told apart.",
  },
  weaklyIdentified: {
    de: "Die Daten tragen das Verhältnis zweier Werte, nicht ihre Grösse; die Prognose hängt kaum daran.",
    en: "The data bear the ratio of two values, not their size; the forecast hardly depends on it.",
  },
  didNotConverge: {
    de: "Die Daten allein ergeben keinen besten Wert.",
    en: "The data alone give no best value.",
  },
  uncertaintyUnknown: {
    de: "Wie unsicher die Werte sind, lässt sich aus diesen Daten nicht sagen.",
    en: "How uncertain the values are cannot be told from these data.",
  },
  doesNotVary: {
    de: "Die Beobachtungen sind alle gleich; es gibt nichts zu schätzen.",
    en: "The observations are all equal; there is nothing to estimate.",
  },
  dataLeftOut: {
    de: "Angaben, die dieses Modell nicht lesen kann, wurden weggelassen.",
    en: "Data that this model cannot read were left out.",
  },
  countAndValueCorrelate: {
    de: "Wer öfter kauft, gibt je Kauf anders aus; das Modell nimmt an, es hänge nicht zusammen.",
    en: "Whoever buys more often spends differently per purchase; the model supposes the two unrelated.",
  },
  meanNotFinite: {
    de: "Die Bestellwerte streuen so stark, dass ein Mittelwert nicht trägt; an seine Stelle tritt ein robuster Wert.",
    en: "Order values spread so widely that a mean does not hold; a robust value takes its place.",
  },
  regularityFromSummary: {
    de: "Die Regelmässigkeit wurde ohne die einzelnen Abstände bestimmt.",
    en: "Regularity was found without the single intervals.",
  },
};
