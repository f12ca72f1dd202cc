import type { LeverOption } from "../contracts/option-contract.ts";
import { drawn, expected, number, numberOf, stated } from "./option-parts.ts";

export const eventPlays: LeverOption = {
  code: "L4c",
  lever: "L4",
  name: { de: "Anlass statt Rhythmus", en: "Events instead of cadence" },
  description: {
    de: "Kontakt, wenn beim Kunden etwas geschieht, mit Kontrollgruppe.",
    en: "Contact when something happens at the customer's, with a hold-out.",
  },
  params: [
    number("triggers", "count", ["Anlässe", "Triggers"], [1, 5, 100]),
    number("contactsPerYear", "countPerYear", ["Kontakte je Kunde", "Contacts per customer"], [0, 1, 24]),
    number("holdOutRatio", "ratio", ["Kontrollgruppe", "Hold-out"], [0, 0.1, 0.5]),
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
      "L4c.dialogueMinutes",
      "minutes",
      ["Dauer eines Kontakts", "Length of a contact"],
      [6, 10, 20],
      "I",
      [0, 120],
    ),
    expected(
      "L4c.salesRatio",
      "ratio",
      ["Veränderung des Umsatzes je Kunde", "Change of sales per customer"],
      [0, 0.02, 0.05],
      "I",
    ),
    expected(
      "L4c.churnRatio",
      "ratio",
      ["Veränderung der Abwanderung", "Change of churn"],
      [-0.12, -0.05, 0],
      "I",
    ),
  ],
  giveTake: () => "give",
  customerView: {
    de: "Der Anruf kommt, wenn er nützt, nicht weil es Zeit ist.",
    en: "The call comes when it helps, not because it is due.",
  },
  effects: (params) => [
    {
      kind: "addDialogues",
      perYear: numberOf(params, "contactsPerYear"),
      minutesPerDialogue: drawn("L4c.dialogueMinutes"),
    },
    { kind: "changeSales", ratio: drawn("L4c.salesRatio") },
    { kind: "changeChurn", ratio: drawn("L4c.churnRatio") },
    { kind: "contactPressure", perYear: numberOf(params, "contactsPerYear") },
  ],
  measures: ["rhythm", "expectation", "sales", "costToServe"],
  evidence: {
    grade: "I",
    text: {
      de: "Nur etwa 20 % der zugeteilten Kunden sehen im Jahr eine Aktivität, bei den besten Firmen 31–40 % (Anbieterzahl). Zur Wirkung auf den Umsatz: Annahme, mit der Kontrollgruppe zu ersetzen.",
      en: "Only about 20% of assigned customers see any activity in a year, 31–40% at the best firms (vendor's figure). On sales: an assumption, to be replaced with the hold-out.",
    },
  },
};
