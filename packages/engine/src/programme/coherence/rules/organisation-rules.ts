import type { CoherenceRule } from "../rule-contract.ts";
import { belzSchmitz, decided, has, ownInference, rule, threshold } from "./rule-parts.ts";

/** Number of customers, people and their pay (levers L1, L7). */
export const organisationRules: readonly CoherenceRule[] = [
  rule({
    code: "CR07",
    kind: "dilutes",
    condition: {
      all: [
        has("L5a"),
        { fact: "repsPaidOnKeyedOrders", op: "eq", value: true },
        { not: decided("L7c", "creditsWebOrders", "eq", true) },
      ],
    },
    sentence: [
      "Der Aussendienst wird nur für Bestellungen bezahlt, die er selbst erfasst. Er wird Web-Bestellungen wieder selbst eintippen.",
      "Field sales are paid only for orders that they key themselves. They will key web orders again.",
    ],
    cure: [
      "Web-Bestellungen den Betreuenden gutschreiben (L7c, creditsWebOrders).",
      "Credit web orders to whoever cares for the customer (L7c, creditsWebOrders).",
    ],
    source: [
      "Beobachtet: Aussendienst als Verfasser von Web-Bestellungen",
      "Observed: field sales as authors of web orders",
    ],
  }),
  rule({
    code: "CR08",
    kind: "requires",
    condition: { all: [has("L7a"), { not: decided("L7c", "endsCommissionBelowLine", "eq", true) }] },
    sentence: [
      "Die Einheit ist nur auf dem Papier getrennt, solange Key Account und Aussendienst an kleinen Kunden verdienen.",
      "The unit is separate on paper only as long as key account and field earn on small customers.",
    ],
    cure: ["Die Vergütung anpassen (L7c).", "Change compensation (L7c)."],
    source: ownInference,
  }),
  rule({
    code: "CR09",
    kind: "contradicts",
    condition: {
      all: [
        decided("L7c", "handoverBonusCents", "le", 0),
        { fact: "leakReductionTarget", op: "ge", value: { number: "target" } },
      ],
    },
    numbers: {
      target: threshold(
        0.5,
        "ratio",
        [0, 1],
        ["Ziel: so viel weniger Spezialistenzeit", "Goal: so much less specialists' time"],
      ),
    },
    sentence: [
      "Die Spezialistenzeit bei kleinen Kunden soll um {target} oder mehr sinken, aber wer übergibt, bekommt nichts dafür. Umsonst gibt niemand Kunden ab.",
      "Specialists' time at small customers is to fall by {target} or more, but handing over earns nothing. Nobody hands over for nothing.",
    ],
    cure: [
      "Übergaben gutschreiben (L7c, handoverBonusCents).",
      "Credit handovers (L7c, handoverBonusCents).",
    ],
    source: ownInference,
  }),
  rule({
    code: "CR10",
    kind: "contradicts",
    condition: {
      all: [
        has("L1a"),
        { fact: "roleUtilisation", op: "gt", value: { number: "utilisation" } },
        { not: { has: [{ effect: "addCapacity" }, { options: ["L2a"] }] } },
      ],
    },
    numbers: {
      utilisation: threshold(0.9, "ratio", [0.3, 1.5], ["Auslastung", "Utilisation"]),
    },
    sentence: [
      "Wachsen bei mehr als {utilisation} Auslastung zerstört das Leistungsversprechen.",
      "Growing at more than {utilisation} utilisation destroys the service promise.",
    ],
    cure: [
      "Stellen dazunehmen oder die Leistung schlanker machen (L2a).",
      "Add positions, or make the scope leaner (L2a).",
    ],
    source: [
      "Eigener Schluss: Minuten je Kunde sind endlich",
      "Own inference: minutes per customer are finite",
    ],
  }),
  rule({
    code: "CR11",
    kind: "requires",
    condition: {
      all: [has("L1a"), { fact: "doublingYearlyResultCents", op: "lt", value: 0 }],
    },
    sentence: [
      "Doppelt so viele kleine Kunden würden Verlust bringen: zuerst das Modell in Ordnung bringen, dann Kunden gewinnen.",
      "Twice as many small customers would bring a loss: repair the model before winning customers.",
    ],
    cure: [
      "Beim Verdoppelungstest nachsehen, was das Vorzeichen dreht, und dort ansetzen.",
      "See in the doubling test what flips the sign, and start there.",
    ],
    source: belzSchmitz(4),
  }),
  rule({
    code: "CR25",
    kind: "contradicts",
    condition: {
      all: [
        decided("L7d", "hasDecisionRights", "eq", "no"),
        {
          segmentShare: {
            of: { match: "all", conditions: [{ column: "needBreadth", op: "ge", value: 3 }] },
            op: "gt",
            value: { number: "broad" },
          },
        },
      ],
    },
    numbers: {
      broad: threshold(
        0.3,
        "ratio",
        [0, 1],
        ["Anteil Kunden mit breitem Bedarf", "Share of customers with broad needs"],
      ),
    },
    sentence: [
      "Mehr als {broad} der Kunden haben breiten Bedarf, aber wer für sie da ist, darf nichts entscheiden. Ein Generalist ohne Rechte nimmt nur Nachrichten entgegen.",
      "More than {broad} of the customers have broad needs, but whoever is there for them may decide nothing. A generalist without rights is a message taker.",
    ],
    cure: ["Dem Partner Entscheidungsrechte geben.", "Give the partner decision rights."],
    source: belzSchmitz(3),
  }),
];
