import { roundHalfAway } from "../../units.ts";
import type { CustomerNeed } from "./report-contract.ts";

/** Money of one customer in 12 months; null where it is unclear. */
export interface MoneyToday {
  readonly contribution1Cents: number | null;
  readonly fullCents: number | null;
  readonly avoidableCents: number | null;
  readonly costLowCents: number | null;
  readonly costHighCents: number | null;
  readonly todayCents: number | null;
  readonly servableCents: number | null;
  readonly servableLowCents: number | null;
  readonly servableHighCents: number | null;
}

/**
 * Three numbers that must never be mixed (finding 6): what the customer contributes under today's service model, what it
 * would contribute under the best feasible one, and how it responds to being developed. The last is a causal claim:
 * until an experiment with a control group tells it, it is unclear.
 */
export function threeNumbers(money: MoneyToday): CustomerNeed["threeNumbers"] {
  const missing = money.contribution1Cents === null ? "costOfGoodsMissing" : "costToServeMissing";
  return {
    today: {
      ...todayInterval(money),
      unclearReason: money.todayCents === null ? missing : null,
      sentence: {
        de: "Deckungsbeitrag nach vermeidbaren Bedienkosten, so wie wir den Kunden heute bedienen.",
        en: "Contribution after avoidable cost to serve, as we serve the customer today.",
      },
    },
    servable: {
      cents: money.servableCents,
      lowCents: money.servableLowCents,
      highCents: money.servableHighCents,
      unclearReason: money.servableCents === null ? missing : null,
      sentence: {
        de: "Derselbe Deckungsbeitrag, wenn jede Tätigkeit durch die leichteste machbare ersetzt wäre; gleiche Käufe vorausgesetzt.",
        en: "The same contribution if every activity were replaced by the lightest feasible one; the same purchases assumed.",
      },
    },
    uplift: {
      cents: null,
      lowCents: null,
      highCents: null,
      unclearReason: "noExperiment",
      sentence: {
        de: "Wie viel mehr der Kunde kaufte, wenn wir ihn förderten, sagt nur ein Versuch mit Kontrollgruppe. Bis dahin: unklar.",
        en: "How much more the customer would buy if we developed it only an experiment with a control group tells. Until then: unclear.",
      },
    },
  };
}

/** The interval of the full cost, on the share of it that is avoidable. */
function todayInterval({ todayCents, fullCents, avoidableCents, costLowCents, costHighCents }: MoneyToday) {
  if (todayCents === null || fullCents === null || avoidableCents === null) {
    return { cents: todayCents, lowCents: null, highCents: null };
  }
  const share = fullCents > 0 ? avoidableCents / fullCents : 0;
  const shift = (bound: number | null) => roundHalfAway(share * (fullCents - (bound ?? fullCents)));
  return {
    cents: todayCents,
    lowCents: todayCents + shift(costHighCents),
    highCents: todayCents + shift(costLowCents),
  };
}
