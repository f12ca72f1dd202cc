import type { LeverOption } from "../contracts/option-contract.ts";
import { costEffect, costParams, drawn, expected, number, words } from "./option-parts.ts";

export const failureDemand: LeverOption = {
  code: "L6d",
  lever: "L6",
  name: { de: "Vermeidbare Anfragen abstellen", en: "Stop avoidable demand" },
  description: {
    de: "Die häufigsten Gründe vermeidbarer Anfragen an der Quelle beheben.",
    en: "Cure the most frequent reasons of avoidable contacts at their source.",
  },
  params: [
    number("reasons", "count", ["Gründe", "Reasons"], [1, 5, 50]),
    number("targetRatio", "ratio", ["Ziel: weniger Anfragen", "Target: fewer contacts"], [0.01, 0.2, 0.9]),
    words("owner", ["Verantwortlich", "Owner"]),
    ...costParams(2_000_000, 3_000_000),
  ],
  assumptions: [
    expected(
      "L6d.contactsRatio",
      "ratio",
      ["Veränderung von Gesprächen und Fällen", "Change of talks and cases"],
      [-0.3, -0.15, -0.05],
      "I",
    ),
    expected(
      "L6d.customerMinutes",
      "minutes",
      [
        "Zeit des Kunden je wegfallenden Kontakt (− gewonnen)",
        "The customer's time per contact that falls away (− won)",
      ],
      [-25, -12, -5],
      "I",
      [-240, 240],
    ),
  ],
  giveTake: () => "give",
  customerView: {
    de: "Nicht mehr nachfragen müssen, was von Anfang an stimmen sollte.",
    en: "No longer having to ask what should have been right from the start.",
  },
  effects: (params) => [
    {
      kind: "scaleDriver",
      driver: "contacts",
      ratio: drawn("L6d.contactsRatio"),
      customerMinutesPerEvent: drawn("L6d.customerMinutes"),
    },
    costEffect(params),
  ],
  measures: ["costToServe"],
  evidence: {
    grade: "I",
    text: {
      de: "Der Anteil vermeidbarer Anfragen ist je Firma sehr verschieden; Annahme, mit den eigenen Kontaktgründen zu ersetzen.",
      en: "The share of avoidable contacts differs much between firms; an assumption, to be replaced with your own contact reasons.",
    },
  },
};
