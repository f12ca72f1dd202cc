import type { LeverOption } from "../contracts/option-contract.ts";
import { drawn, expected, number } from "./option-parts.ts";

export const namedPool: LeverOption = {
  code: "L7b",
  lever: "L7",
  name: { de: "Team mit festem Gesicht", en: "Pool with a named face" },
  description: {
    de: "Ein kleines Team je Kunde, mit Namen und Versprechen zur Erreichbarkeit.",
    en: "A small team per customer, with names and a promise of reachability.",
  },
  params: [
    number("namesPerPool", "count", ["Personen je Team", "People per pool"], [1, 3, 20]),
    number("callBackMinutes", "minutes", ["Rückruf innert", "Called back within"], [5, 120, 2_880]),
  ],
  assumptions: [
    expected(
      "L7b.churnRatio",
      "ratio",
      ["Veränderung der Abwanderung", "Change of churn"],
      [-0.1, -0.04, 0],
      "I",
    ),
  ],
  giveTake: () => "give",
  customerView: {
    de: "Ein Name und ein Versprechen statt einer Sammelnummer.",
    en: "A name and a promise instead of a general number.",
  },
  effects: () => [{ kind: "changeChurn", ratio: drawn("L7b.churnRatio") }],
  measures: ["responsibility"],
  evidence: {
    grade: "I",
    text: { de: "Keine Quelle zur Abwanderung; Annahme.", en: "No source on churn; an assumption." },
  },
};
