import type { LeverEffect } from "../contracts/effect-contract.ts";
import type { LeverOption } from "../contracts/option-contract.ts";
import { drawn, expected, flag, number, numberOf, stated } from "./option-parts.ts";

export const remoteGeneralist: LeverOption = {
  code: "L4b",
  lever: "L4",
  name: { de: "Innendienst als Ansprechpartner (Generalisten)", en: "Remote generalists" },
  description: {
    de: "Generalisten im Innendienst führen vorbereitete Gespräche mit einem festen Kundenkreis.",
    en: "Generalists in inside sales hold prepared talks with a fixed circle of customers.",
  },
  params: [
    number(
      "talksPerYear",
      "countPerYear",
      ["Zusätzliche Gespräche je Kunde", "Additional talks per customer"],
      [0, 0.6, 12],
    ),
    number("accountsPerPosition", "count", ["Kunden je Stelle", "Customers per position"], [20, 600, 10_000]),
    number("positions", "count", ["Zusätzliche Stellen jetzt", "Additional positions now"], [0, 0, 500]),
    flag("mayDecide", ["Mit Entscheidungsrechten", "With decision rights"], true),
    number(
      "contactsPerYearBudget",
      "countPerYear",
      ["Kontaktbudget je Kunde (0 = keines)", "Contact budget per customer (0 = none)"],
      [0, 6, 52],
    ),
    stated("hasLawfulContactBasis", [
      "Rechtsgrundlage für den Kontakt geklärt",
      "Lawful basis of the contact settled",
    ]),
  ],
  assumptions: [
    expected(
      "L4b.dialogueMinutes",
      "minutes",
      ["Dauer eines Gesprächs mit Vorbereitung", "Length of a talk with preparation"],
      [18, 25, 35],
      "C",
      [1, 120],
    ),
    expected(
      "L4b.salesRatio",
      "ratio",
      ["Veränderung des Umsatzes je Kunde", "Change of sales per customer"],
      [0.01, 0.05, 0.09],
      "D",
    ),
    expected(
      "L4b.churnRatio",
      "ratio",
      ["Veränderung der Abwanderung", "Change of churn"],
      [-0.18, -0.08, 0],
      "I",
    ),
  ],
  giveTake: () => "give",
  customerView: {
    de: "Eine Person, die den Betrieb kennt und direkt löst.",
    en: "A person who knows the business and solves directly.",
  },
  effects: (params) => {
    const perYear = numberOf(params, "talksPerYear");
    const positions = numberOf(params, "positions");
    const effects: LeverEffect[] = [
      { kind: "addDialogues", perYear, minutesPerDialogue: drawn("L4b.dialogueMinutes") },
      { kind: "changeSales", ratio: drawn("L4b.salesRatio") },
      { kind: "changeChurn", ratio: drawn("L4b.churnRatio") },
      { kind: "contactPressure", perYear },
    ];
    return positions > 0 ? [...effects, { kind: "addCapacity", role: "generalist", positions }] : effects;
  },
  measures: ["sales", "costToServe", "responsibility"],
  evidence: {
    grade: "C",
    text: {
      de: "Namentlich betreute Kunden je Stelle: 100–400, im Verbund 500–2000 (Anbieterzahlen). Aussagen zum Umsatz stammen aus Einzelfällen; +5 % ist vorsichtig angenommen.",
      en: "Named customers per position: 100–400, pooled 500–2,000 (vendors' figures). Statements on sales come from single cases; +5% is a cautious assumption.",
    },
  },
};
