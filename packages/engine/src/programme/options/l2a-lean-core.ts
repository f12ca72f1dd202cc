import type { LeverOption } from "../contracts/option-contract.ts";
import { costEffect, costParams, drawn, expected, number } from "./option-parts.ts";

export const leanCore: LeverOption = {
  code: "L2a",
  lever: "L2",
  name: { de: "Schlanker Kern und Wahlleistungen", en: "Lean core and opt-in elements" },
  description: {
    de: "Jeder Kunde erhält einen Kern an Leistungen; alles Weitere wählt er dazu.",
    en: "Every customer gets a core of services and opts in to everything else.",
  },
  params: [
    number("coreElements", "count", ["Leistungen im Kern", "Elements in the core"], [1, 6, 100]),
    number("optInElements", "count", ["Wahlleistungen", "Opt-in elements"], [0, 8, 200]),
    ...costParams(0, 2_000_000),
  ],
  assumptions: [
    expected(
      "L2a.contactsRatio",
      "ratio",
      ["Veränderung von Gesprächen und Fällen", "Change of talks and cases"],
      [-0.2, -0.1, 0],
      "I",
    ),
    expected(
      "L2a.otherRatio",
      "ratio",
      ["Veränderung übriger Aufwand", "Change of other effort"],
      [-0.2, -0.1, 0],
      "I",
    ),
    expected(
      "L2a.churnRatio",
      "ratio",
      ["Veränderung der Abwanderung", "Change of churn"],
      [-0.02, 0, 0.08],
      "I",
    ),
  ],
  giveTake: () => "neutral",
  customerView: {
    de: "Klar, was enthalten ist; Seltenes muss gewählt werden.",
    en: "It is clear what is included; what is rarely used has to be chosen.",
  },
  effects: (params) => [
    { kind: "scaleDriver", driver: "contacts", ratio: drawn("L2a.contactsRatio") },
    { kind: "scaleDriver", driver: "other", ratio: drawn("L2a.otherRatio") },
    { kind: "changeChurn", ratio: drawn("L2a.churnRatio") },
    costEffect(params),
  ],
  measures: ["costToServe", "need"],
  evidence: {
    grade: "I",
    text: {
      de: "Welche Leistungen genutzt und geschätzt werden, ist meist nicht erfasst; die Wirkung ist eine Annahme, bis der schlanke Katalog sie misst.",
      en: "Which services are used and valued is mostly not recorded; the effect is an assumption until the lean catalogue measures it.",
    },
  },
};
