import { countText, moneyRangeText, moneyText } from "../../figure-text.ts";
import { roundHalfAway } from "../../units.ts";
import type { DeviationKind } from "./deviation-contract.ts";
import type { DeviationRules } from "./deviation-rules-contract.ts";

/** What one kind of deviation costs, at the pace of the window. */
export interface KindEffort {
  readonly timesPerYear: number;
  /** Null: nobody noted minutes. */
  readonly minutesEach: number | null;
  readonly workCentsEach: number;
  readonly givenCentsEach: number;
  readonly centsEach: number;
  /** Customers named in the window. */
  readonly customers: number;
  /** Their contribution in 12 months; those of unknown contribution add nothing. */
  readonly contributionCents: number;
}

type Standardise = NonNullable<DeviationKind["standardise"]>;
type Close = NonNullable<DeviationKind["close"]>;

/** Making it a degree of freedom: part of the work falls away, one more variant is kept up, and a price can cover the rest. */
export function standardiseCase(
  kind: string,
  effort: KindEffort,
  { standardSavingRatio, centsPerVariant }: DeviationRules,
  currency: string | null,
): Standardise {
  const workPerYear = effort.timesPerYear * effort.workCentsEach;
  const result = (ratio: number) => roundHalfAway(workPerYear * ratio - centsPerVariant);
  const restEach = effort.workCentsEach * (1 - standardSavingRatio.mid) + effort.givenCentsEach;
  const coveringPriceCents = Math.ceil(restEach + centsPerVariant / effort.timesPerYear);
  const price = moneyText(coveringPriceCents, currency);
  const range = moneyRangeText(result(standardSavingRatio.low), result(standardSavingRatio.high), currency);
  return {
    timesPerYear: effort.timesPerYear,
    savedMinutesPerYear: effort.timesPerYear * (effort.minutesEach ?? 0) * standardSavingRatio.mid,
    variantCents: centsPerVariant,
    result: {
      cents: result(standardSavingRatio.mid),
      low: result(standardSavingRatio.low),
      high: result(standardSavingRatio.high),
    },
    coveringPriceCents,
    sentence: {
      de: `«${kind}» als Freiheitsgrad: ${range.de} im Jahr ohne Preis; mit ${price.de} je Mal in der Preisliste, für alle gleich, trägt es sich.`,
      en: `“${kind}” as a degree of freedom: ${range.en} a year without a price; at ${price.en} each time in the price list, the same for everybody, it pays for itself.`,
    },
  };
}

/** Doing it no more: work and money are saved, and some of the customers concerned may leave with their contribution. */
export function closeCase(
  kind: string,
  effort: KindEffort,
  { leaveRatio }: DeviationRules,
  currency: string | null,
): Close {
  const savedCents = roundHalfAway(effort.timesPerYear * effort.centsEach);
  const lost = (ratio: number) => roundHalfAway(effort.contributionCents * ratio);
  const range = moneyRangeText(
    savedCents - lost(leaveRatio.high),
    savedCents - lost(leaveRatio.low),
    currency,
  );
  const minutes = effort.timesPerYear * (effort.minutesEach ?? 0);
  const contribution = moneyText(effort.contributionCents, currency);
  return {
    savedMinutesPerYear: minutes,
    savedCents,
    contributionCents: roundHalfAway(effort.contributionCents),
    atRisk: { cents: lost(leaveRatio.mid), low: lost(leaveRatio.low), high: lost(leaveRatio.high) },
    result: {
      cents: savedCents - lost(leaveRatio.mid),
      low: savedCents - lost(leaveRatio.high),
      high: savedCents - lost(leaveRatio.low),
    },
    sentence: {
      de: `«${kind}» nicht mehr machen: ${countText(minutes).de} Minuten im Jahr frei, ${range.de}; dahinter stehen ${effort.customers} Kunden mit ${contribution.de} Deckungsbeitrag.`,
      en: `Doing “${kind}” no more: ${countText(minutes).en} minutes a year are free, ${range.en}; behind it stand ${effort.customers} customers with ${contribution.en} of contribution.`,
    },
  };
}
