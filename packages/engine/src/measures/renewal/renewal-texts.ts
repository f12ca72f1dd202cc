/** Models and warnings of contracts in words. */
import type { FitWarningCode } from "@kleinod/btyd/fits/contract.ts";
import { countText, numberText, percentText } from "../../figure-text.ts";
import type { Text } from "../measure-contract.ts";
import type { RenewalDetails } from "./renewal-details.ts";
import type { RenewalModel } from "./report-contract.ts";

export const renewalModelTexts: Readonly<
  Record<RenewalModel, { readonly label: Text; readonly supposes: Text; readonly source: string }>
> = {
  shiftedBetaGeometric: {
    label: { de: "Shifted-Beta-Geometric", en: "Shifted-beta-geometric" },
    supposes: {
      de: "Jeder Kunde beendet bei jeder Verlängerung mit derselben eigenen Wahrscheinlichkeit; die Kunden unterscheiden sich darin. Wer bleibt, verlängert deshalb immer häufiger.",
      en: "Every customer ends at each renewal with the same probability of its own; customers differ in it. So those who stay renew ever more often.",
    },
    source: "Fader & Hardie 2007, Journal of Interactive Marketing 21(1) 76-90",
  },
  betaDiscreteWeibull: {
    label: { de: "Beta-Discrete-Weibull", en: "Beta-discrete-Weibull" },
    supposes: {
      de: "Wie das Shifted-Beta-Geometric; zudem steigt oder fällt das Risiko ein und desselben Kunden von Verlängerung zu Verlängerung.",
      en: "Like the shifted-beta-geometric; besides, the risk of one and the same customer rises or falls from renewal to renewal.",
    },
    source: "Fader, Hardie, Liu, Davin & Steenburgh 2018, Journal of Interactive Marketing 43, 1-16",
  },
  kaplanMeier: {
    label: { de: "Beobachtet (Kaplan–Meier)", en: "Observed (Kaplan–Meier)" },
    supposes: {
      de: "Was beobachtet wurde, geht so weiter; wo nichts mehr beobachtet ist, mit der mittleren Rate, in der Verträge bisher endeten.",
      en: "What was observed goes on; behind what was observed at the mean rate at which contracts have ended so far.",
    },
    source: "Kaplan & Meier 1958, JASA 53, 457-481; Greenwood 1926",
  },
};

export const renewalParameterMeanings: Readonly<Record<string, Text>> = {
  alpha: {
    de: "Beenden: beim ersten Mal im Mittel alpha ÷ (alpha + beta)",
    en: "Ending: the first time alpha ÷ (alpha + beta) on average",
  },
  beta: {
    de: "Verlängern: beim ersten Mal im Mittel beta ÷ (alpha + beta); je kleiner die Summe, desto verschiedener sind die Kunden",
    en: "Renewing: the first time beta ÷ (alpha + beta) on average; the smaller the sum, the more customers differ",
  },
  c: {
    de: "Über 1 steigt das Risiko eines Kunden mit der Zahl der Verlängerungen, unter 1 fällt es",
    en: "Above 1 the risk of a customer rises with the number of renewals, below 1 it falls",
  },
};

const general: Text = {
  de: "Die Anpassung ist mit Vorsicht zu lesen.",
  en: "The fit is to be read with care.",
};
const warningTexts: Partial<Readonly<Record<FitWarningCode, Text>>> = {
  tooLittleData: {
    de: "Zu wenige Verträge sind beendet; die Werte stützen sich auf eine schwache Annahme.",
    en: "Too few contracts have ended; the values lean on a weak assumption.",
  },
  weaklyIdentified: {
    de: "Die Daten tragen den Anteil, der verlängert, nicht wie verschieden die Kunden sind.",
    en: "The data bear the share that renews, not how much customers differ.",
  },
  didNotConverge: { de: "Die Anpassung fand keinen besten Wert.", en: "The fit found no best value." },
  uncertaintyUnknown: {
    de: "Wie unsicher die Werte sind, lässt sich aus diesen Daten nicht sagen.",
    en: "How uncertain the values are cannot be told from these data.",
  },
};

export const renewalWarningText = (code: FitWarningCode): Text => warningTexts[code] ?? general;

/** Why this model, with the numbers that decided. */
export function explainRenewalChoice({ model, holdout, ended, regularRatio }: RenewalDetails): Text {
  switch (model?.reason) {
    case undefined:
      return { de: "", en: "" };
    case "betterForecast":
    case "simplerAsGood": {
      const { renewals, ended: left, candidates } = holdout!;
      const own = candidates.find(({ code }) => code === model?.code)!;
      const predicted = numberText(own.predictedEnded, 1);
      const which =
        model?.reason === "betterForecast"
          ? {
              de: "Sagte die letzten Verlängerungen besser voraus",
              en: "Predicted the last renewals better",
            }
          : {
              de: "Das einfachere von zwei gleich guten",
              en: "The simpler of two that were equally good",
            };
      return {
        de: `${which.de}: ${predicted.de} Enden erwartet, ${countText(left).de} waren es, von ${countText(renewals).de} Verlängerungen, die es nicht kannte.`,
        en: `${which.en}: ${predicted.en} ends expected, ${countText(left).en} there were, of ${countText(renewals).en} renewals that it had not seen.`,
      };
    }
    case "tooShortForHoldout":
      return {
        de: "Für einen Vergleich reichen die Verlängerungen nicht weit genug zurück; es steht das einfachere Modell.",
        en: "For a comparison the renewals do not reach back far enough; the simpler model stands.",
      };
    case "irregularTerms": {
      const share = percentText(regularRatio ?? 0);
      return {
        de: `Nur ${share.de} der beendeten Verträge endeten mit einer ganzen Periode: gezählt wird in Monaten, ohne Modell.`,
        en: `Only ${share.en} of the ended contracts ended with a whole period: counted in months, without a model.`,
      };
    }
    case "fewEnded":
      return {
        de: `Erst ${countText(ended).de} Verträge sind beendet, zu wenige für ein Modell: was beobachtet wurde, gilt.`,
        en: `Only ${countText(ended).en} contracts have ended, too few for a model: what was observed holds.`,
      };
  }
}
