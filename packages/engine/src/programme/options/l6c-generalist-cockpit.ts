import type { LeverOption } from "../contracts/option-contract.ts";
import { costEffect, costParams, drawn, expected, flag, number, numberOf } from "./option-parts.ts";

export const generalistCockpit: LeverOption = {
  code: "L6c",
  lever: "L6",
  name: { de: "Cockpit für Generalisten", en: "Generalist cockpit" },
  description: {
    de: "Alles zum Kunden auf einer Seite, mit Entscheidungsrechten, damit der Generalist direkt löst.",
    en: "Everything on the customer on one page, with decision rights, so that the generalist solves directly.",
  },
  params: [
    number(
      "decisionLimitCents",
      "cents",
      ["Entscheidet selbst bis", "Decides alone up to"],
      [0, 50_000, 10_000_000],
    ),
    flag(
      "hasHandleTimeTarget",
      ["Ziel für Gesprächsdauer oder Anrufe je Stunde", "Target for handle time or calls per hour"],
      false,
    ),
    number(
      "centsPerCustomerYear",
      "cents",
      ["Laufende Kosten je Kunde", "Running cost per customer"],
      [0, 600, 20_000],
    ),
    ...costParams(8_000_000, 12_000_000),
  ],
  assumptions: [
    expected(
      "L6c.expertsRatio",
      "ratio",
      ["Veränderung der Stunden von Fachleuten", "Change of expert hours"],
      [-0.62, -0.5, -0.3],
      "I",
    ),
    expected(
      "L6c.contactsRatio",
      "ratio",
      ["Veränderung von Gesprächen und Fällen", "Change of talks and cases"],
      [-0.1, -0.04, 0.02],
      "I",
    ),
    expected(
      "L6c.customerMinutes",
      "minutes",
      [
        "Zeit des Kunden je wegfallenden Kontakt (− gewonnen)",
        "The customer's time per contact that falls away (− won)",
      ],
      [-15, -8, 0],
      "I",
      [-240, 240],
    ),
  ],
  giveTake: () => "give",
  customerView: {
    de: "Die erste Person löst das Anliegen; kein Weiterverbinden.",
    en: "The first person solves it; no passing on.",
  },
  effects: (params) => [
    {
      kind: "scaleDriver",
      driver: "experts",
      ratio: drawn("L6c.expertsRatio"),
      customerMinutesPerEvent: drawn("L6c.customerMinutes"),
    },
    {
      kind: "scaleDriver",
      driver: "contacts",
      ratio: drawn("L6c.contactsRatio"),
      customerMinutesPerEvent: drawn("L6c.customerMinutes"),
    },
    { kind: "costPerCustomer", centsPerYear: numberOf(params, "centsPerCustomerYear") },
    costEffect(params),
  ],
  measures: ["costToServe", "responsibility"],
  evidence: {
    grade: "I",
    text: {
      de: "Die halben Fachleutestunden sind eine Annahme der Beispielwelt; der Bericht über Zuständigkeit misst die eigene Ausgangslage.",
      en: "Half the expert hours is an assumption of the example world; the responsibility report measures your own starting point.",
    },
  },
};
