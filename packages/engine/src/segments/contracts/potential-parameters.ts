import { z } from "zod";
import type { ParameterSpec } from "./parameter-spec.ts";

const quantile = z.number().gte(0.05).lte(0.99);

/** Which quantile of like firms' spend is called the potential. */
export const potentialParameters: readonly ParameterSpec[] = [
  {
    code: "potential.quantile",
    schema: quantile,
    default: 0.8,
    isAssumption: true,
    unit: "ratio",
    label: { de: "Potenzial: Quantil", en: "Potential: quantile" },
    description: {
      de: "So viele vergleichbare Betriebe kaufen bei uns weniger als das Potenzial. Üblich sind 0,8 bis 0,9 (Rosset u. a., Evidenzgrad A); der Wert selbst ist eine Annahme",
      en: "This share of comparable firms buys less with us than the potential. 0.8 to 0.9 are usual (Rosset et al., evidence grade A); the value itself is an assumption",
    },
    affects: ["potential"],
  },
  {
    code: "potential.lowQuantile",
    schema: quantile,
    default: 0.65,
    isAssumption: true,
    unit: "ratio",
    label: { de: "Potenzial: Quantil der unteren Grenze", en: "Potential: quantile of the lower bound" },
    description: {
      de: "Untere Grenze des Intervalls, vor dem Schätzfehler. Annahme, Evidenzgrad D",
      en: "Lower bound of the interval, before the estimation error. Assumption, evidence grade D",
    },
    affects: ["potential"],
  },
  {
    code: "potential.highQuantile",
    schema: quantile,
    default: 0.975,
    isAssumption: true,
    unit: "ratio",
    label: { de: "Potenzial: Quantil der oberen Grenze", en: "Potential: quantile of the upper bound" },
    description: {
      de: "Obere Grenze des Intervalls, vor dem Schätzfehler. Annahme, Evidenzgrad D",
      en: "Upper bound of the interval, before the estimation error. Assumption, evidence grade D",
    },
    affects: ["potential"],
  },
  {
    code: "potential.exposureQuantile",
    schema: z.number().min(0.05).max(0.95),
    default: 0.5,
    isAssumption: true,
    unit: "ratio",
    label: { de: "Potenzial: Betreuung, zu der es gilt", en: "Potential: contact at which it is stated" },
    description: {
      de: "Quantil der bisherigen Kontakte in der Basis, zu dem alle Potenziale gelten; 0,5 ist der Median. Wurde weniger als die Hälfte der Kunden betreut, gilt der Median ohne Kontakt: ein höheres Quantil sagt, was bei Betreuung zu erwarten wäre",
      en: "Quantile of past contacts in the base at which all potentials are stated; 0.5 is the median. Where fewer than half of the customers were contacted the median is no contact: a higher quantile says what would be expected with contact",
    },
    affects: ["potential"],
  },
  {
    code: "potential.unknownExposureRatio",
    schema: z.number().min(0).max(5),
    default: 0.25,
    isAssumption: true,
    unit: "ratio",
    label: { de: "Unbekannte Betreuung: Aufschlag", en: "Unknown exposure: allowance" },
    description: {
      de: "Um wie viel das Intervall auf beiden Seiten weiter wird, solange keine Kontakte bekannt sind. Annahme, Evidenzgrad D",
      en: "By how much the interval widens on both sides while no contacts are known. Assumption, evidence grade D",
    },
    affects: ["potential"],
  },
];
