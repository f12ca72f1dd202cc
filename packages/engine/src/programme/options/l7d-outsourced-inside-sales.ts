import type { LeverOption } from "../contracts/option-contract.ts";
import { number, numberOf, stated, words } from "./option-parts.ts";

export const outsourcedInsideSales: LeverOption = {
  code: "L7d",
  lever: "L7",
  name: { de: "Innendienst auswärts vergeben", en: "Outsourced inside sales" },
  description: {
    de: "Ein Partner führt Gespräche in unserem Namen, mit Qualitätsschranken.",
    en: "A partner holds talks in our name, with quality gates.",
  },
  params: [
    words("partner", ["Partner", "Partner"]),
    number("talksPerYear", "countPerYear", ["Gespräche je Kunde", "Talks per customer"], [0, 1, 12]),
    number("centsPerTalk", "cents", ["Preis je Gespräch", "Price per talk"], [0, 1_800, 50_000]),
    stated("hasDecisionRights", ["Der Partner darf entscheiden", "The partner may decide"]),
    stated("hasQualityGates", ["Qualitätsschranken vereinbart", "Quality gates agreed"]),
    stated("hasLawfulContactBasis", [
      "Rechtsgrundlage für den Kontakt geklärt",
      "Lawful basis of the contact settled",
    ]),
  ],
  assumptions: [],
  giveTake: () => "neutral",
  customerView: {
    de: "Mehr Erreichbarkeit, aber eine fremde Stimme.",
    en: "More reachability, but an unknown voice.",
  },
  effects: (params) => [
    {
      kind: "costPerCustomer",
      centsPerYear: Math.round(numberOf(params, "talksPerYear") * numberOf(params, "centsPerTalk")),
    },
    { kind: "contactPressure", perYear: numberOf(params, "talksPerYear") },
  ],
  measures: ["costToServe", "responsibility"],
  evidence: {
    grade: "C",
    text: {
      de: "Anbieter nennen +20 bis +240 % in zwölf Monaten; das taugt nicht als Massstab. Die Wirkung auf den Umsatz bleibt offen, nur Kosten und Kontakte zählen.",
      en: "Vendors claim +20 to +240% within twelve months; not fit as a benchmark. The effect on sales is left open, only cost and contacts count.",
    },
  },
};
