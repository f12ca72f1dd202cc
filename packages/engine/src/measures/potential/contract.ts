import type { MeasureContract } from "../measure-contract.ts";

const last12 = "(asOf − 12 months, asOf]";
const unclear = {
  de: "wenn in der Vergleichsgruppe (Branche × Betriebsgrösse, Region) niemand je betreut wurde (neverContactedCell), zu wenige vergleichbar sind (tooFewPeers) oder Belege fehlen (saleLinesMissing)",
  en: "when nobody in the group to compare with (branch × staff, region) was ever contacted (neverContactedCell), too few are comparable (tooFewPeers) or documents are missing (saleLinesMissing)",
};

/**
 * Relations: `m_potential` (one row per customer: besides the columns below unclear_reason, contacts and uplift, which
 * stays NULL until experiments tell it), `m_exposure`, `m_potential_firm` and `m_potential_cell`.
 */
export const potentialContract: MeasureContract = {
  code: "potential",
  question: {
    de: "Wie viel könnte dieser Kunde bei uns kaufen, gemessen an vergleichbaren Betrieben bei üblicher Betreuung?",
    en: "How much could this customer buy from us, measured by comparable firms at usual contact?",
  },
  inputs: ["sale_line_current", "account_current", "activity_current"],
  outputs: [
    {
      code: "potentialCents",
      unit: "cents",
      period: last12,
      nullRule: unclear,
      formula:
        "exp of the conditional quantile (potential.quantile) of log sales given branch, log staff with bends at 10 and 50, region and log(1 + contacts by us) in the window, in the 12 months before it, of visits in both, and whether there was any; stated at the median exposure of the base (potential.exposureQuantile)",
    },
    {
      code: "potentialLowCents",
      unit: "cents",
      period: last12,
      nullRule: unclear,
      formula:
        "the same at potential.lowQuantile, with and without exposure whichever is lower, less 1.28 standard errors of the potential",
    },
    {
      code: "potentialHighCents",
      unit: "cents",
      period: last12,
      nullRule: unclear,
      formula:
        "the same at potential.highQuantile, with and without exposure whichever is higher, plus 1.28 standard errors of the potential; at least the sales",
    },
    {
      code: "shareOfWallet",
      unit: "ratio",
      period: last12,
      nullRule: unclear,
      formula: "min(1, sales ÷ potential)",
    },
    {
      code: "potentialIsUnclear",
      unit: "yes or no",
      period: last12,
      nullRule: { de: "nie", en: "never" },
      formula: "true where the potential is null",
    },
  ],
  source: {
    de: "Rosset, Perlich, Zadrozny et al. 2005/2007 (Kaufkraft als bedingtes Quantil); Koenker & Bassett 1978, Econometrica 46(1) 33-50; Portnoy & Koenker 1997, Statistical Science 12(4) 279-300; die Bereinigung um frühere Betreuung ist eigene Rechnung",
    en: "Rosset, Perlich, Zadrozny et al. 2005/2007 (wallet as a conditional quantile); Koenker & Bassett 1978, Econometrica 46(1) 33-50; Portnoy & Koenker 1997, Statistical Science 12(4) 279-300; the correction for past contact is our own",
  },
  limits: [
    {
      de: "Gemessen an dem, was vergleichbare Betriebe bei uns kaufen: der ganze Bedarf, auch bei anderen gedeckt, liegt eher höher.",
      en: "Measured by what comparable firms buy from us: the whole demand, also what others cover, is rather higher.",
    },
    {
      de: "Der Zusammenhang mit Kontakten ist keine Wirkung: wer viel kauft, wird auch mehr besucht. Die Korrektur kann darum zu stark ausfallen.",
      en: "The association with contacts is no effect: who buys much is visited more. The correction can therefore be too strong.",
    },
    {
      de: "Wurde weniger als die Hälfte der Kunden je betreut, ist der Median kein Kontakt: das Potenzial sagt dann, was Betriebe ohne Betreuung kaufen, und liegt eher zu tief.",
      en: "Where fewer than half of the customers were ever contacted the median is no contact: the potential then says what firms buy without being looked after, and is rather too low.",
    },
    {
      de: "Ohne bekannte Kontakte ist das Potenzial unkorrigiert und das Intervall weiter (exposureUnknown).",
      en: "Without known contacts the potential is uncorrected and the interval wider (exposureUnknown).",
    },
    {
      de: "Potenzial ist keine Entwickelbarkeit: wie ein Kunde auf Betreuung reagiert, sagen nur Versuche mit Kontrollgruppe.",
      en: "Potential is no developability: how a customer responds to attention only experiments with a control group tell.",
    },
    {
      de: "Ohne Branche oder Mitarbeitende wird mit allen verglichen, deren Angabe auch fehlt.",
      en: "Without branch or staff the comparison is with all others whose entry is missing too.",
    },
  ],
  parameters: [
    "company.currency",
    "company.rates",
    "potential.quantile",
    "potential.lowQuantile",
    "potential.highQuantile",
    "potential.exposureQuantile",
    "potential.unknownExposureRatio",
    "needs.leastPeers",
  ],
};
