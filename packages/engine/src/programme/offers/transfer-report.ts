import { moneyRangeText } from "../../figure-text.ts";
import type { PlainDate } from "../../units.ts";
import type { Transfer, TransferReport } from "./transfer-contract.ts";

interface TransferPeriod {
  /** Day 12 months before today; what moved on it lies outside. */
  readonly from: PlainDate;
  readonly today: PlainDate;
  readonly currency: string | null;
}

/** Which lean practices moved within the last 12 months, and with what effect; unknown stays unknown (AT5.4). */
export function transferReport(
  transfers: readonly Transfer[],
  { from, today, currency }: TransferPeriod,
): TransferReport {
  const sorted = [...transfers].sort((a, b) =>
    a.movedOn < b.movedOn ? 1 : a.movedOn > b.movedOn ? -1 : b.id - a.id,
  );
  const moved = sorted.filter(({ movedOn }) => movedOn > from && movedOn <= today);
  const effects = moved.flatMap(({ effect }) => effect ?? []);
  const knownEffect =
    effects.length === 0
      ? null
      : effects.reduce((total, effect) => ({
          cents: total.cents + effect.cents,
          low: total.low + effect.low,
          high: total.high + effect.high,
        }));
  return {
    from,
    to: today,
    moved,
    earlier: sorted.filter(({ movedOn }) => movedOn <= from),
    withEffect: effects.length,
    unknownEffect: moved.length - effects.length,
    knownEffect,
    sentence: sentenceOf(moved, effects.length, knownEffect, currency),
  };
}

function sentenceOf(
  moved: readonly Transfer[],
  withEffect: number,
  known: TransferReport["knownEffect"],
  currency: string | null,
): TransferReport["sentence"] {
  if (moved.length === 0) {
    return {
      de: "In den letzten 12 Monaten ging keine schlanke Praxis in andere Segmente über.",
      en: "No lean practice moved to other segments in the last 12 months.",
    };
  }
  const unknown = moved.length - withEffect;
  const range = known === null ? null : moneyRangeText(known.low, known.high, currency);
  const effectDe =
    range === null
      ? "Von keiner ist die Wirkung bekannt."
      : `Von ${withEffect} ist die Wirkung bekannt: ${range.de} im Jahr${unknown > 0 ? `; von ${unknown} nicht` : ""}.`;
  const effectEn =
    range === null
      ? "The effect of none is known."
      : `The effect of ${withEffect} is known: ${range.en} a year${unknown > 0 ? `; of ${unknown} it is not` : ""}.`;
  return {
    de: `In den letzten 12 Monaten gingen ${moved.length} schlanke Praktiken in andere Segmente über. ${effectDe}`,
    en: `${moved.length} lean practices moved to other segments in the last 12 months. ${effectEn}`,
  };
}
