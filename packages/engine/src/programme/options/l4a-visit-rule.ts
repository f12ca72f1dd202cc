import type { LeverEffect } from "../contracts/effect-contract.ts";
import type { LeverOption } from "../contracts/option-contract.ts";
import { drawn, expected, flag, number, numberOf, share } from "./option-parts.ts";

export const visitRule: LeverOption = {
  code: "L4a",
  lever: "L4",
  name: { de: "Besuchsregel", en: "Visit rule" },
  description: {
    de: "Besuche nur nach Anlass oder auf Wunsch; die übrigen ersetzt ein vorbereitetes Gespräch.",
    en: "Visits only for cause or on request; the others are replaced by a prepared talk.",
  },
  params: [
    number(
      "maxPerYear",
      "countPerYear",
      ["Besuche je Kunde höchstens", "Visits per customer at most"],
      [0, 1, 12],
    ),
    flag(
      "onRequest",
      ["Auf Wunsch des Kunden bleibt der Besuch", "Visits on the customer's request remain"],
      true,
    ),
    number(
      "dialoguesPerVisit",
      "count",
      ["Gespräche statt eines Besuchs (0 = kein Ersatz)", "Talks instead of a visit (0 = no substitute)"],
      [0, 2, 10],
    ),
  ],
  assumptions: [
    expected(
      "L4a.replacedRatio",
      "ratio",
      ["Besuche, die wegfallen", "Visits that fall away"],
      [0.55, 0.7, 0.8],
      "I",
      share,
    ),
    expected(
      "L4a.dialogueMinutes",
      "minutes",
      ["Dauer eines Gesprächs mit Vorbereitung", "Length of a talk with preparation"],
      [18, 25, 35],
      "C",
      [1, 120],
    ),
    expected(
      "L4a.churnRatio",
      "ratio",
      ["Veränderung der Abwanderung ohne Ersatz", "Change of churn without a substitute"],
      [0, 0.08, 0.2],
      "I",
    ),
    expected(
      "L4a.salesRatio",
      "ratio",
      ["Veränderung des Umsatzes ohne Ersatz", "Change of sales without a substitute"],
      [-0.06, -0.03, 0],
      "I",
    ),
  ],
  giveTake: (params) => (numberOf(params, "dialoguesPerVisit") > 0 ? "neutral" : "take"),
  customerView: {
    de: "Kürzer und nach Bedarf statt auf Tour; ohne Ersatz geht ein Ansprechpartner verloren.",
    en: "Shorter and when needed instead of by tour; without a substitute a contact is lost.",
  },
  effects: (params) => {
    const dialoguesPerVisit = numberOf(params, "dialoguesPerVisit");
    const replaced: LeverEffect = {
      kind: "replaceVisits",
      ratio: drawn("L4a.replacedRatio"),
      dialoguesPerVisit,
      minutesPerDialogue: drawn("L4a.dialogueMinutes"),
    };
    if (dialoguesPerVisit > 0) return [replaced];
    return [
      replaced,
      { kind: "changeSales", ratio: drawn("L4a.salesRatio") },
      { kind: "changeChurn", ratio: drawn("L4a.churnRatio") },
    ];
  },
  measures: ["costToServe", "responsibility", "need"],
  evidence: {
    grade: "C",
    text: {
      de: "Ein Besuch kostet je nach Quelle EUR 75 bis 283; die oft genannten 200–400 sind nur zum Teil belegt. Den eigenen Satz rechnet Kleinod aus Kosten und Besuchen. Dass 70 % ersetzbar sind, ist eine Annahme.",
      en: "A visit costs EUR 75 to 283 depending on the source; the often quoted 200–400 is only partly supported. Kleinod computes your own rate from cost and visits. That 70% can be replaced is an assumption.",
    },
  },
};
