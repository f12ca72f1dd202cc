import { dateText, numberText, percentText } from "../../figure-text.ts";
import type { Text } from "../measure-contract.ts";
import type { ExpectationDetails } from "./expectation-details.ts";
import { forecasterLabels } from "./model-texts.ts";

/** Why this model is behind the expectation, with the numbers that decided. */
export function explainChoice(details: Pick<ExpectationDetails, "purchases" | "reason" | "holdout">): Text {
  const { reason, holdout } = details;
  switch (reason) {
    case "bestForecast":
      return {
        de: `Am nächsten an dem, was die Kunden der letzten ${holdout!.months} Monate wirklich kauften.`,
        en: `Nearest to what customers really bought over the last ${holdout!.months} months.`,
      };
    case "nearestTotal":
      return {
        de: `Mehrere Modelle waren über die letzten ${holdout!.months} Monate je Kunde gleich gut; von ihnen traf dieses die Summe am besten.`,
        en: `Several models were equally good per customer over the last ${holdout!.months} months; of these this one came nearest to the total.`,
      };
    case "historyTooShort":
      return {
        de: "Für einen Vergleich reichen die Daten nicht weit genug zurück (mindestens 9 Monate); es steht das älteste Modell.",
        en: "For a comparison the data do not reach back far enough (at least 9 months); the oldest model stands.",
      };
    case "tooFewRepeatCustomers":
      return {
        de: "Vor den letzten Monaten hatten weniger als 20 Kunden wieder gekauft; für einen Vergleich ist das zu wenig, es steht das älteste Modell.",
        en: "Before the last months fewer than 20 customers had bought again; too few for a comparison, so the oldest model stands.",
      };
    case "noCandidateFitted":
      return {
        de: "Vor den letzten Monaten liess sich kein Modell anpassen; es steht das älteste.",
        en: "Before the last months no model could be fitted; the oldest one stands.",
      };
    case "betterOnesNotFitted":
      return {
        de: "Modelle mit besserer Prognose liessen sich auf alle Daten nicht anpassen; dieses ist das nächste.",
        en: "Models that forecast better could not be fitted on all data; this is the next one.",
      };
  }
}

/** How well the chosen model forecast the hold-out: what to expect of its errors. */
export function explainAccuracy({
  purchases,
  holdout,
}: Pick<ExpectationDetails, "purchases" | "holdout">): Text | null {
  const own = holdout?.forecasters.find(({ code }) => code === purchases.model);
  const same = holdout?.forecasters.find(({ code }) => code === "sameAsBefore");
  if (holdout === null || own === undefined || same === undefined) return null;
  const bias = biasText(own.biasRatio);
  const [error, benchmark] = [numberText(own.rmse, 2, 2), numberText(same.rmse, 2, 2)];
  const inside = percentText(holdout.interval.insideRatio);
  return {
    de: `Prognose für ${holdout.months} Monate ab ${dateText(holdout.cut).de}: je Kunde typisch ${error.de} Kauftage daneben («wie davor»: ${benchmark.de}), Summe ${bias.de}; ${inside.de} der Kunden lagen in ihrer Spanne.`,
    en: `Forecast of ${holdout.months} months from ${dateText(holdout.cut).en}: typically off by ${error.en} purchase days per customer (“same as before”: ${benchmark.en}), total ${bias.en}; ${inside.en} of customers lay within their range.`,
  };
}

/** Both, with the model's name: for explanations, where names of models are at home. */
export function explainForecast(details: Pick<ExpectationDetails, "purchases" | "reason" | "holdout">): Text {
  const name = forecasterLabels[details.purchases.model];
  const choice = explainChoice(details);
  const accuracy = explainAccuracy(details);
  return {
    de: `${name.de}: ${choice.de}${accuracy === null ? "" : ` ${accuracy.de}`}`,
    en: `${name.en}: ${choice.en}${accuracy === null ? "" : ` ${accuracy.en}`}`,
  };
}

function biasText(ratio: number | null): Text {
  if (ratio === null)
    return { de: "ohne Vergleich (niemand kaufte)", en: "without comparison (nobody bought)" };
  if (Math.abs(ratio) < 0.0005) return { de: "getroffen", en: "met" };
  const off = percentText(Math.abs(ratio));
  return ratio > 0
    ? { de: `${off.de} zu hoch`, en: `${off.en} too high` }
    : { de: `${off.de} zu tief`, en: `${off.en} too low` };
}
