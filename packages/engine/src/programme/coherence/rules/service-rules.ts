import type { CoherenceRule } from "../rule-contract.ts";
import { belzSchmitz, decided, has, ownInference, rule, threshold } from "./rule-parts.ts";

/** Visits, talks, channels and processes (levers L2, L4, L5, L6). */
export const serviceRules: readonly CoherenceRule[] = [
  rule({
    code: "CR05",
    kind: "contradicts",
    condition: {
      missingBefore: { each: { options: ["L4a"] }, needs: { options: ["L4b", "L5d"] }, days: 0 },
    },
    sentence: [
      "Besuche fallen weg, aber niemand tritt an ihre Stelle. Der Bedarf bleibt und wandert zu den Fachleuten.",
      "Visits fall away, but nobody takes their place. The need stays and moves on to the experts.",
    ],
    cure: [
      "Generalisten am Telefon (L4b) oder einen schnellen Draht zu einem Menschen (L5d) spätestens am selben Tag starten.",
      "Start remote generalists (L4b) or a quick line to a person (L5d) by the same day.",
    ],
    source: belzSchmitz(2),
  }),
  rule({
    code: "CR06",
    kind: "reinforces",
    severity: "info",
    condition: { all: [has("L4b"), decided("L5a", "isAssisted", "eq", true)] },
    sentence: [
      "Generalisten und Webshop mit begleiteter Bestellung verstärken sich: Menschen führen hin, der Bestellweg hält sie.",
      "Generalists and a web shop with assisted ordering reinforce each other: people lead customers there, the channel keeps them.",
    ],
    source: ownInference,
  }),
  rule({
    code: "CR19",
    kind: "contradicts",
    condition: {
      all: [has("L5e"), { fact: "withoutCheaperPathRatio", op: "gt", value: { number: "withoutPath" } }],
    },
    numbers: {
      withoutPath: threshold(
        0.1,
        "ratio",
        [0, 1],
        ["Anteil ohne günstigeren Weg", "Share without a cheaper way"],
      ),
    },
    sentence: [
      "Der Bestellweg wird abgeschaltet, aber mehr als {withoutPath} der Kunden haben keinen günstigeren. Die Arbeit geht an den Inhaber über.",
      "The channel is switched off, but more than {withoutPath} of the customers have no cheaper one. The work is passed on to the owner.",
    ],
    cure: [
      "Diese Kunden ausnehmen oder ihnen zuerst einen leichteren Weg einrichten (L2e, L5a).",
      "Exempt these customers, or set up a lighter way for them first (L2e, L5a).",
    ],
    source: belzSchmitz(8),
  }),
  rule({
    code: "CR20",
    kind: "requires",
    condition: {
      any: [
        {
          has: {
            options: ["L4b", "L4c", "L4d"],
            params: [{ name: "contactsPerYearBudget", op: "le", value: 0 }],
          },
        },
        {
          all: [
            has("L1b", "L1c", "L7d"),
            {
              not: {
                has: {
                  options: ["L4b", "L4c", "L4d"],
                  params: [{ name: "contactsPerYearBudget", op: "gt", value: 0 }],
                },
              },
            },
          ],
        },
      ],
    },
    sentence: [
      "Es gibt keine Obergrenze für Kontakte, um die niemand gebeten hat. Ein Inhaber hat nur einen Posteingang.",
      "There is no limit for contacts that nobody asked for. One owner has one inbox.",
    ],
    cure: [
      "Ein Kontaktbudget je Kunde und Jahr setzen (contactsPerYearBudget bei L4b, L4c oder L4d).",
      "Set a contact budget per customer and year (contactsPerYearBudget at L4b, L4c or L4d).",
    ],
    source: ["Eigener Schluss: Kontaktdruck", "Own inference: contact pressure"],
  }),
  rule({
    code: "CR22",
    kind: "order",
    condition: {
      all: [
        { missingBefore: { each: { options: ["L4c"] }, needs: { options: ["L6b"] }, days: 0 } },
        {
          any: [
            { fact: "duplicateRatio", op: "gt", value: { number: "duplicates" } },
            { fact: "consentKnownRatio", op: "lt", value: { number: "consent" } },
          ],
        },
      ],
    },
    numbers: {
      duplicates: threshold(0.03, "ratio", [0, 1], ["Doppelte Konten", "Duplicate accounts"]),
      consent: threshold(0.8, "ratio", [0, 1], ["Bekannte Einwilligungen", "Known consents"]),
    },
    sentence: [
      "Anlässe laufen vor der Datenbasis: Bei mehr als {duplicates} doppelten Konten oder weniger als {consent} bekannten Einwilligungen trifft man die falsche Person in der falschen Firma.",
      "Triggers run before the data foundation: with more than {duplicates} duplicates or less than {consent} known consents one reaches the wrong person in the wrong firm.",
    ],
    cure: [
      "Die Datenbasis (L6b) spätestens mit den Anlässen starten, besser vorher.",
      "Start the data foundation (L6b) with the triggers at the latest, better before.",
    ],
    source: ["Eigener Schluss: Zustand der Daten", "Own inference: health of the data"],
  }),
  rule({
    code: "CR23",
    kind: "contradicts",
    condition: decided("L6c", "hasHandleTimeTarget", "eq", true),
    sentence: [
      "Vorgaben für Gesprächsdauer oder Anrufe je Stunde widersprechen dem Generalisten, der direkt löst.",
      "Targets for talk time or calls per hour contradict the generalist who solves directly.",
    ],
    cure: [
      "Die Vorgabe streichen und an vollständig gelösten Anliegen messen.",
      "Drop the target and measure by fully resolved concerns.",
    ],
    source: belzSchmitz(3),
  }),
  rule({
    code: "CR24",
    kind: "reinforces",
    severity: "info",
    condition: {
      all: [
        has("L4b"),
        has("L6d"),
        { not: { missingBefore: { each: { options: ["L4b"] }, needs: { options: ["L6d"] }, days: 0 } } },
      ],
    },
    sentence: [
      "Zuerst vermeidbare Anfragen abstellen, dann Generalisten ausbauen: Das macht die Kapazität frei, die sie brauchen.",
      "Stop avoidable demand first, then scale generalists: that frees the capacity that they need.",
    ],
    source: ownInference,
  }),
  rule({
    code: "CR28",
    kind: "reinforces",
    severity: "info",
    condition: {
      all: [has("L2e"), has("L4c"), { fact: "hasEffortSlips", op: "eq", value: true }],
    },
    sentence: [
      "Starthilfe, Aufwandszettel und der richtige Anlass nehmen zusammen die Furcht vor der Vorarbeit.",
      "Set-up help, effort slip and the right trigger together take away the fear of preparatory work.",
    ],
    source: belzSchmitz(8),
  }),
];
