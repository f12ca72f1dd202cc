import type { LeverOption } from "../contracts/option-contract.ts";
import { costEffect, costParams, drawn, expected, flag, number } from "./option-parts.ts";

export const compensationChange: LeverOption = {
  code: "L7c",
  lever: "L7",
  name: { de: "Vergütung nach Zuständigkeit", en: "Compensation follows responsibility" },
  description: {
    de: "Unter der Grössengrenze zählt kein Umsatz für Key Account und Aussendienst; die Übergabe wird gutgeschrieben.",
    en: "Below the size line no sales count for key account and field; handing over is credited.",
  },
  params: [
    flag(
      "endsCommissionBelowLine",
      ["Keine Provision unter der Grenze", "No commission below the line"],
      true,
    ),
    flag(
      "creditsWebOrders",
      ["Webbestellungen zählen für die Betreuenden mit", "Web orders count for whoever cares"],
      true,
    ),
    number(
      "handoverBonusCents",
      "cents",
      ["Gutschrift je Übergabe", "Credit per handover"],
      [0, 5_000, 500_000],
    ),
    ...costParams(1_000_000, 2_000_000),
  ],
  assumptions: [
    expected(
      "L7c.visitsRatio",
      "ratio",
      ["Veränderung der Besuche", "Change of visits"],
      [-0.15, -0.05, 0],
      "I",
    ),
    expected(
      "L7c.expertsRatio",
      "ratio",
      ["Veränderung der Stunden von Fachleuten", "Change of expert hours"],
      [-0.1, -0.03, 0],
      "I",
    ),
  ],
  giveTake: () => "neutral",
  customerView: {
    de: "Unsichtbar, solange die Übergabe mit Namen geschieht.",
    en: "Invisible as long as the handover happens with names.",
  },
  effects: (params) => [
    { kind: "scaleDriver", driver: "fieldVisits", ratio: drawn("L7c.visitsRatio") },
    { kind: "scaleDriver", driver: "experts", ratio: drawn("L7c.expertsRatio") },
    costEffect(params),
  ],
  measures: ["responsibility", "costToServe"],
  evidence: {
    grade: "I",
    text: {
      de: "Eigene Überlegung: ohne sie bleibt die Arbeit dort, wo sie heute ist. Die Grösse der Wirkung ist eine Annahme.",
      en: "Our own reasoning: without it the work stays where it is today. The size of the effect is an assumption.",
    },
  },
};
