import type { LeverOption } from "../contracts/option-contract.ts";
import { drawn, expected, number, numberOf } from "./option-parts.ts";

export const premiumPhone: LeverOption = {
  code: "L5d",
  lever: "L5",
  name: { de: "Telefon als schneller Mensch", en: "The phone as a quick human" },
  description: {
    de: "Wer anruft, hat rasch jemanden, der entscheidet.",
    en: "Whoever calls soon has somebody who decides.",
  },
  params: [
    number("answerSeconds", "count", ["Annahme innert Sekunden", "Answered within seconds"], [5, 30, 600]),
    number("positions", "count", ["Zusätzliche Stellen", "Additional positions"], [0, 1, 500]),
  ],
  assumptions: [
    expected(
      "L5d.churnRatio",
      "ratio",
      ["Veränderung der Abwanderung", "Change of churn"],
      [-0.1, -0.04, 0],
      "I",
    ),
  ],
  giveTake: () => "give",
  customerView: { de: "Ein Mensch, der abnimmt und löst.", en: "A human who answers and solves." },
  effects: (params) => [
    { kind: "changeChurn", ratio: drawn("L5d.churnRatio") },
    { kind: "addCapacity", role: "generalist", positions: numberOf(params, "positions") },
  ],
  measures: ["costToServe", "responsibility"],
  evidence: {
    grade: "B",
    text: {
      de: "In jeder Phase möchte je ein Drittel persönlich, aus der Ferne oder selbst bedient werden, über alle Firmengrössen. Zur Abwanderung: Annahme.",
      en: "At every stage a third each wants in-person, remote or self-serve, across company sizes. On churn: an assumption.",
    },
  },
};
