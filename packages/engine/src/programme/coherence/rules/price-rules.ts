import type { CoherenceRule } from "../rule-contract.ts";
import {
  type Both,
  belzSchmitz,
  decided,
  has,
  lightPath,
  lightPathMinutes,
  ownInference,
  rule,
  threshold,
} from "./rule-parts.ts";

const fees = [{ options: ["L3a", "L3b"] }, { options: ["L3d"], giveTake: "take" as const }];

/** Fees are felt to be fair where cost explains them, they are announced and one can avoid them. */
const fairFees: Both = [
  "Reinartz & Wiegand 2019, NIM Marketing Intelligence Review 11(1) 30-35: was Gebühren gerecht macht",
  "Reinartz & Wiegand 2019, NIM Marketing Intelligence Review 11(1) 30-35: what makes fees fair",
];

/** Fees, minimum values and payment (lever L3). */
export const priceRules: readonly CoherenceRule[] = [
  rule({
    code: "CR02",
    kind: "requires",
    condition: {
      all: [
        has("L3a", "L3b"),
        { not: { has: lightPath } },
        { not: { fact: "hasLightOrderPath", op: "eq", value: true } },
      ],
    },
    numbers: { minutes: lightPathMinutes },
    sentence: [
      "Eine Gebühr ohne Ausweg ist eine Strafe: Es fehlt ein günstigerer Bestellweg, der den Kunden höchstens {minutes} Minuten kostet.",
      "A fee without an escape is a penalty: there is no cheaper way to order that takes the customer at most {minutes} minutes.",
    ],
    cure: [
      "Den Webshop mit höchstens {minutes} Minuten je Bestellung in den Plan nehmen (L5a).",
      "Take the web shop with at most {minutes} minutes per order into the plan (L5a).",
    ],
    source: fairFees,
  }),
  rule({
    code: "CR03",
    kind: "order",
    condition: {
      all: [
        { missingBefore: { each: fees, needs: lightPath, days: { number: "days" } } },
        // A path that the plan itself announces is not there before its day, whatever exists today.
        { any: [{ has: lightPath }, { not: { fact: "hasLightOrderPath", op: "eq", value: true } }] },
      ],
    },
    numbers: {
      minutes: lightPathMinutes,
      days: threshold(
        60,
        "days",
        [0, 730],
        ["Tage zwischen Ausweg und Gebühr", "Days between the escape and the fee"],
      ),
    },
    sentence: [
      "Zuerst der Ausweg, dann die Gebühr: Der leichte Bestellweg läuft nicht mindestens {days} Tage vor der Gebühr.",
      "The alternative first, the fee later: the light way to order is not live at least {days} days before the fee.",
    ],
    cure: [
      "Die Gebühr auf {days} Tage nach dem Start des Bestellwegs legen oder den Bestellweg vorziehen.",
      "Move the fee to {days} days after the start of the way to order, or bring that forward.",
    ],
    source: fairFees,
  }),
  rule({
    code: "CR04",
    kind: "contradicts",
    condition: {
      all: [
        decided("L3b", "exemptChannels", "ne", "edi"),
        decided("L2c", "typicalOrderCents", "lt", { option: "L3b", param: "minimumCents" }),
      ],
    },
    sentence: [
      "Die automatische Lieferung ist kleiner als der eigene Mindestbestellwert und würde daran scheitern.",
      "The automatic delivery is smaller than your own minimum order value, which would block it.",
    ],
    cure: [
      "Automatische Bestellungen vom Mindestwert ausnehmen oder seltener, dafür mehr liefern.",
      "Exempt automatic orders from the minimum, or deliver less often and more at a time.",
    ],
    source: ["Folgt aus den beiden Optionen", "Follows from the two options"],
  }),
  rule({
    code: "CR12",
    kind: "reinforces",
    severity: "info",
    condition: { all: [has("L2b"), has("L3f"), has("L5a")] },
    sentence: [
      "Paket, einfacher Nettopreis und Webshop verstärken sich: ein Entscheid statt zehn.",
      "Package, simple net price and web shop reinforce each other: one decision instead of ten.",
    ],
    source: belzSchmitz(8),
  }),
  rule({
    code: "CR21",
    kind: "dilutes",
    condition: {
      all: [
        decided("L6a", "targetTouchRatio", "le", { number: "touchRatio" }),
        { fact: "freePriceDegrees", op: "gt", value: { number: "degrees" } },
      ],
    },
    numbers: {
      degrees: threshold(3, "count", [0, 100], ["Freiheitsgrade beim Preis", "Degrees of freedom in prices"]),
      touchRatio: threshold(
        0.5,
        "ratio",
        [0, 1],
        [
          "Ab diesem Ziel gilt die Abwicklung als berührungslos",
          "From this target on handling counts as touchless",
        ],
      ),
    },
    sentence: [
      "Mehr als {degrees} Freiheitsgrade beim Preis machen die automatische Abwicklung zunichte: Ausnahmen müssen von Hand durch.",
      "More than {degrees} degrees of freedom in prices undo touchless handling: exceptions have to be done by hand.",
    ],
    cure: [
      "Freiheitsgrade streichen oder eine einfache Nettopreisliste führen (L3f).",
      "Cut degrees of freedom, or keep a simple net price list (L3f).",
    ],
    source: ownInference,
  }),
  rule({
    code: "CR27",
    kind: "dilutes",
    condition: {
      has: {
        options: ["L3e"],
        giveTake: "take",
        params: [{ name: "hasPathWithoutEBanking", op: "eq", value: "no" }],
      },
    },
    sentence: [
      "Die Zahlungsgebühr trifft Kunden, die keinen anderen Weg haben (ohne E-Banking). Das kostet mehr Vertrauen, als es einbringt.",
      "The payment fee hits customers who have no other way (without e-banking). It costs more trust than it earns.",
    ],
    cure: [
      "Einen gebührenfreien Weg ohne E-Banking anbieten, z. B. Lastschrift.",
      "Offer a free way without e-banking, e.g. direct debit.",
    ],
    source: [
      "K-Tipp: Happige Gebühr für Papierrechnung",
      "K-Tipp (Swiss consumer magazine) on fees for paper bills",
    ],
  }),
];
