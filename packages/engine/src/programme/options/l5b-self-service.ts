import type { LeverOption } from "../contracts/option-contract.ts";
import { costEffect, costParams, drawn, expected, flag, flagOf, number } from "./option-parts.ts";

export const selfService: LeverOption = {
  code: "L5b",
  lever: "L5",
  name: { de: "Selbstbedienung im Portal", en: "Self-service portal" },
  description: {
    de: "Belege, Lieferstand und häufige Fragen im Portal; ein Mensch bleibt zwei Klicks entfernt.",
    en: "Documents, delivery status and frequent questions in the portal; a human stays two clicks away.",
  },
  params: [
    number("reasons", "count", ["Anliegen, die dort gelöst werden", "Reasons solved there"], [1, 5, 100]),
    flag("hasHumanFallback", ["Weg zu einem Menschen sichtbar", "Way to a human visible"], true),
    ...costParams(5_000_000, 6_000_000),
  ],
  assumptions: [
    expected(
      "L5b.contactsRatio",
      "ratio",
      ["Veränderung von Gesprächen und Fällen", "Change of talks and cases"],
      [-0.2, -0.09, 0.03],
      "B",
    ),
    expected(
      "L5b.customerMinutes",
      "minutes",
      [
        "Zeit des Kunden je wegfallenden Kontakt (− gewonnen)",
        "The customer's time per contact that falls away (− won)",
      ],
      [-8, -4, 2],
      "I",
      [-240, 240],
    ),
  ],
  giveTake: (params) => (flagOf(params, "hasHumanFallback") ? "give" : "neutral"),
  customerView: {
    de: "Antwort ohne Warten, solange ein Mensch erreichbar bleibt.",
    en: "An answer without waiting, as long as a human can be reached.",
  },
  effects: (params) => [
    {
      kind: "scaleDriver",
      driver: "contacts",
      ratio: drawn("L5b.contactsRatio"),
      customerMinutesPerEvent: drawn("L5b.customerMinutes"),
    },
    costEffect(params),
  ],
  measures: ["costToServe"],
  evidence: {
    grade: "B",
    text: {
      de: "70 % berühren die Selbstbedienung, nur 9 % lösen ihr Anliegen ganz darin; USD 0.10 gegen 8.01 je Kontakt. Zusätzliche Kanäle können Kosten auch erhöhen.",
      en: "70% touch self-service, only 9% resolve fully in it; USD 0.10 against 8.01 per contact. Additional channels can also add cost.",
    },
  },
};
