import type { CoherenceRule } from "../rule-contract.ts";
import { belzSchmitz, decided, has, ownInference, rule, threshold } from "./rule-parts.ts";

/** Dealers, partners, and what the law asks of contacts and take-backs (lever L8; domain.md §10, not legal advice). */
export const partnerRules: readonly CoherenceRule[] = [
  rule({
    code: "CR13",
    kind: "contradicts",
    condition: { all: [has("L2d"), decided("L8a", "keepsFullRange", "eq", "yes")] },
    sentence: [
      "Das Sortiment wird gekürzt, aber der Händler führt alles weiter: Der Kunde geht zum Händler, und uns bleibt der Rest.",
      "The assortment is cut, but the dealer keeps the full range: the customer goes to the dealer, and the rest stays with us.",
    ],
    cure: [
      "Mit dem Händler dasselbe Sortiment vereinbaren oder die Kürzung lassen.",
      "Agree the same assortment with the dealer, or leave the cut.",
    ],
    source: belzSchmitz(10),
  }),
  rule({
    code: "CR14",
    kind: "law",
    severity: "block",
    condition: decided("L8c", "hasLegalItemsSettled", "eq", "no"),
    sentence: [
      "Die Rücknahme kann nicht beginnen, solange rechtliche Punkte mit dem Händler offen sind.",
      "The take-back cannot start while legal items with the dealer are open.",
    ],
    cure: [
      "Alleinvertrieb, Kundenschutz, Entschädigung, Datenbasis und Kartellrecht klären lassen.",
      "Have exclusivity, customer protection, compensation, data basis and antitrust settled.",
    ],
    source: [
      "§ 89b HGB, Art. 418u OR",
      "§ 89b of the German Commercial Code, Art. 418u of the Swiss Code of Obligations",
    ],
  }),
  rule({
    code: "CR15",
    kind: "law",
    condition: {
      has: {
        options: ["L8a"],
        params: [
          { name: "reportsCustomerSales", op: "eq", value: "yes" },
          { name: "hasOwnDirectSales", op: "eq", value: "yes" },
        ],
      },
    },
    sentence: [
      "Händler melden Verkäufe je Kunde, während wir im selben Segment direkt verkaufen. Das gefährdet die Freistellung im Kartellrecht.",
      "Dealers report sales per customer while we sell directly in the same segment. That endangers the block exemption in antitrust law.",
    ],
    cure: [
      "Meldungen je Kunde vom Direktverkauf trennen oder nur Summen annehmen, und rechtlich prüfen lassen.",
      "Keep reports per customer away from direct sales or accept sums only, and have counsel check.",
    ],
    source: [
      "Verordnung (EU) 2022/720, zweigleisiger Vertrieb",
      "Regulation (EU) 2022/720, dual distribution",
    ],
  }),
  rule({
    code: "CR16",
    kind: "contradicts",
    condition: { all: [has("L8a"), decided("L5a", "priceAgainstDealer", "eq", "below")] },
    sentence: [
      "Der Webshop ist billiger als der Nettopreis der Händler: Sie treten gegen den Partner an, den Sie mobilisieren.",
      "The web shop is below the dealers' net price: you compete with the partner whom you mobilise.",
    ],
    cure: [
      "Im Webshop mindestens den Nettopreis der Händler verlangen.",
      "Ask for at least the dealers' net price in the web shop.",
    ],
    source: belzSchmitz(10),
  }),
  rule({
    code: "CR17",
    kind: "reinforces",
    severity: "info",
    condition: { all: [has("L8a"), has("L6e")] },
    sentence: [
      "Händler mobilisieren und Anbindung an ihre Werkzeuge verstärken sich: Betreuen kostet den Partner weniger.",
      "Mobilising dealers and connecting their tools reinforce each other: caring costs the partner less.",
    ],
    source: ownInference,
  }),
  rule({
    code: "CR18",
    kind: "dilutes",
    condition: decided("L8d", "expectedContributors", "lt", { number: "contributors" }),
    numbers: {
      contributors: threshold(
        50,
        "count",
        [0, 100_000],
        ["Aktive Beitragende mindestens", "Active contributors at least"],
      ),
    },
    sentence: [
      "Mit weniger als {contributors} aktiven Beitragenden bleibt der Raum leer, und leere Räume schaden mehr als keine.",
      "With fewer than {contributors} active contributors the room stays empty, and an empty room does more harm than none.",
    ],
    cure: [
      "Mit einem Fachraum je Branche und eigenen Fachleuten beginnen.",
      "Start with a trade room and your own experts.",
    ],
    source: [
      "Berichte über Kundenforen (giffgaff, Swisscom Friends)",
      "Reports on peer help communities (giffgaff, Swisscom Friends)",
    ],
  }),
  rule({
    code: "CR26",
    kind: "law",
    condition: {
      has: {
        options: ["L1c", "L4b", "L4c", "L4d", "L7d"],
        params: [{ name: "hasLawfulContactBasis", op: "eq", value: "no" }],
      },
    },
    sentence: [
      "Für Anruf oder Mail fehlt die Rechtsgrundlage des Landes.",
      "Calls or mails lack the lawful basis of the country.",
    ],
    cure: [
      "Einwilligung oder bestehende Kundschaft je Land prüfen und festhalten; sonst nur antworten, nicht werben.",
      "Check and record consent or an existing relationship per country; otherwise answer only, do not advertise.",
    ],
    source: [
      "Art. 3 Abs. 1 Bst. o und u UWG (Schweiz), § 7 UWG (Deutschland)",
      "Art. 3(1)(o) and (u) of the Swiss Unfair Competition Act, § 7 of the German one",
    ],
  }),
  rule({
    code: "CR29",
    kind: "contradicts",
    condition: decided("L1d", "partnerCare", "eq", "insufficient"),
    sentence: [
      "Kunden gehen an einen Partner, der sich nach der Bewertung seiner Betreuung nicht kümmern wird.",
      "Customers go to a partner who, by the scorecard of its care, will not care.",
    ],
    cure: [
      "Einen anderen Partner wählen oder diesen zuerst mobilisieren (L8a).",
      "Choose another partner, or mobilise this one first (L8a).",
    ],
    source: ["Eigener Schluss: Betreuung durch Partner", "Own inference: care by partners"],
  }),
];
