import type { CoherenceRule } from "../rule-contract.ts";
import { belzSchmitz, lightPath, lightPathMinutes, rule } from "./rule-parts.ts";

/** What the plan takes from small customers against what it gives them (domain.md §1.4). */
export const balanceRules: readonly CoherenceRule[] = [
  rule({
    code: "CR01",
    kind: "balance",
    severity: "block",
    // A web shop that costs the customer more time than the light path is no counterpart to a fee.
    condition: {
      missingBefore: {
        each: { giveTake: "take" },
        needs: [
          { giveTake: "give", except: ["L5a"] },
          { giveTake: "give", ...lightPath },
        ],
        days: 0,
      },
    },
    numbers: { minutes: lightPathMinutes },
    sentence: [
      "Nicht stimmig: nur Nachteile für Kleine. Wer ihnen etwas nimmt, gibt ihnen spätestens am selben Tag etwas.",
      "Not coherent: only disadvantages for small customers. Whoever takes something from them gives them something by the same day.",
    ],
    cure: [
      "Eine Option dazunehmen, die diesen Kunden Zeit, Sicherheit oder einen Menschen gibt und spätestens am selben Tag gilt, z. B. den Webshop mit höchstens {minutes} Minuten je Bestellung (L5a).",
      "Add an option that gives these customers time, certainty or a person and is live by the same day, e.g. the web shop with at most {minutes} minutes per order (L5a).",
    ],
    source: belzSchmitz(4),
  }),
  rule({
    code: "CR30",
    kind: "requires",
    condition: {
      all: [
        { has: { giveTake: "take" } },
        {
          any: [
            { not: { has: { giveTake: "give", measured: true } } },
            {
              all: [
                { has: { giveTake: "take", review: false } },
                { not: { has: { giveTake: "give", measured: true, review: true } } },
              ],
            },
          ],
        },
      ],
    },
    sentence: [
      "Zu jedem Nehmen gehört ein gemessenes Geben mit einem Tag, an dem beides überprüft wird. Sonst kippt das Gleichgewicht nach der Einführung.",
      "Every take needs a measured give and a day on which both are reviewed. Otherwise the balance tips after the launch.",
    ],
    cure: [
      "Bei der Option, die nimmt, oder bei ihrer Gegenleistung ein Prüfdatum setzen (review).",
      "Set a day of review at the option that takes, or at its counterpart (review).",
    ],
    source: [
      "Eigener Schluss: hält das Gleichgewicht nach der Einführung",
      "Own inference: keeps the balance after the launch",
    ],
  }),
];
