import type { LeverOption } from "../contracts/option-contract.ts";
import { drawn, expected, number, numberOf } from "./option-parts.ts";

export const holdAndDeepen: LeverOption = {
  code: "L1b",
  lever: "L1",
  name: { de: "Halten und vertiefen", en: "Hold and deepen" },
  description: {
    de: "Mit wenigen vorbereiteten Gesprächen einen grösseren Teil des Bedarfs heutiger Kunden decken.",
    en: "Cover a larger part of today's customers' need with a few prepared talks.",
  },
  params: [
    number(
      "targetShareRatio",
      "ratio",
      ["Angestrebter Anteil am Bedarf", "Target share of the need"],
      [0.05, 0.3, 1],
    ),
    number("talksPerYear", "countPerYear", ["Gespräche je Kunde", "Talks per customer"], [0, 2, 12]),
  ],
  assumptions: [
    expected(
      "L1b.salesRatio",
      "ratio",
      ["Veränderung des Umsatzes je Kunde", "Change of sales per customer"],
      [0, 0.05, 0.15],
      "D",
    ),
    expected(
      "L1b.dialogueMinutes",
      "minutes",
      ["Dauer eines Gesprächs", "Length of a talk"],
      [15, 20, 30],
      "I",
      [1, 120],
    ),
  ],
  giveTake: () => "neutral",
  customerView: {
    de: "Jemand kennt den Bedarf und meldet sich vorbereitet; das kostet auch Zeit.",
    en: "Somebody knows the need and comes prepared; it also takes time.",
  },
  effects: (params) => [
    {
      kind: "addDialogues",
      perYear: numberOf(params, "talksPerYear"),
      minutesPerDialogue: drawn("L1b.dialogueMinutes"),
    },
    { kind: "changeSales", ratio: drawn("L1b.salesRatio") },
    { kind: "contactPressure", perYear: numberOf(params, "talksPerYear") },
  ],
  measures: ["sales", "need", "potential", "costToServe"],
  evidence: {
    grade: "D",
    text: {
      de: "Ein Einzelfall: Kleinkunden bis USD 1000, einer früheren Innendienstkraft übergeben, stiegen von 100 000 auf über 300 000 im ersten und 875 000 im dritten Jahr. Nicht übertragbar; deshalb weit darunter angesetzt.",
      en: "A single case: accounts up to USD 1,000 given to one former service person rose from 100,000 to over 300,000 in year one and 875,000 in year three. It does not carry over, so the expectation lies far below.",
    },
  },
};
