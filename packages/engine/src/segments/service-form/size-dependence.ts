import { numberText } from "../../figure-text.ts";
import type { Text } from "../../measures/measure-contract.ts";
import { type SupportBreadth, supportBreadths } from "../../measures/need/recommendation-contract.ts";
import { partialCorrelation } from "./partial-correlation.ts";
import { recommend } from "./recommend.ts";
import type { ServiceFormSettings } from "./service-form-settings.ts";
import type { FormSide, NeedSide } from "./sides.ts";

/** One customer of the sample: its need, its size, and the breadth that is recommended. */
export interface SizedNeed extends NeedSide, FormSide {
  readonly needBreadth: number;
  readonly needVariety: number | null;
  /** Of the last 12 months; negative ones count as none. */
  readonly salesCents: number;
  readonly supportBreadth: SupportBreadth;
}

export interface SizeDependence {
  readonly customers: number;
  readonly partialCorrelation: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly swapped: number;
  readonly breadthChanged: number;
  readonly breadthChangedRatio: number | null;
  readonly formChanged: number;
  readonly isInvariant: boolean | null;
  readonly sentence: Text;
}

/** Customers whose sizes are exchanged, and what passes as no dependence (AT2.2). */
const swaps = 500;
const mostChanged = 0.02;
const mostCorrelation = 0.1;

/**
 * K25: does recommended breadth depend on size once need is held fixed? Once as a partial correlation with log sales
 * (need held fixed by breadth, its square, variety and urgency), once by exchanging size, money and all that comes with
 * it between large and small customers and recommending anew.
 */
export function sizeDependence(sample: readonly SizedNeed[], settings: ServiceFormSettings): SizeDependence {
  const column = (value: (row: SizedNeed) => number) => sample.map(value);
  const { r, low, high } = partialCorrelation(
    column((row) => supportBreadths.indexOf(row.supportBreadth)),
    column((row) => Math.log1p(Math.max(0, row.salesCents))),
    [
      column((row) => row.needBreadth),
      column((row) => row.needBreadth ** 2),
      column((row) => row.needVariety ?? 0),
      column((row) => row.needUrgency ?? 0),
    ],
  );
  const swap = swapSizes(sample, settings);
  const breadthChangedRatio = swap.swapped === 0 ? null : swap.breadthChanged / swap.swapped;
  const isInvariant =
    r === null || breadthChangedRatio === null
      ? null
      : Math.abs(r) < mostCorrelation && breadthChangedRatio <= mostChanged;
  const result = {
    customers: sample.length,
    partialCorrelation: r,
    low,
    high,
    ...swap,
    breadthChangedRatio,
    isInvariant,
  };
  return { ...result, sentence: sentenceOf(result) };
}

/** The largest takes the size of the smallest and so on inwards; need stays where it is. */
function swapSizes(sample: readonly SizedNeed[], settings: ServiceFormSettings) {
  const step = Math.max(1, Math.floor(sample.length / swaps));
  const chosen = sample.filter((_, i) => i % step === 0).slice(0, swaps);
  const bySize = chosen.toSorted((a, b) => b.salesCents - a.salesCents);
  let breadthChanged = 0;
  let formChanged = 0;
  for (const [i, need] of bySize.entries()) {
    const { sizeClass, contributionCents, electronicRatio, hasPartner } = bySize[bySize.length - 1 - i]!;
    const before = recommend(need, need, settings);
    const after = recommend(need, { sizeClass, contributionCents, electronicRatio, hasPartner }, settings);
    if (before?.breadth !== after?.breadth) breadthChanged++;
    if (before?.form !== after?.form) formChanged++;
  }
  return { swapped: bySize.length, breadthChanged, formChanged };
}

function sentenceOf({
  partialCorrelation: r,
  low,
  high,
  swapped,
  breadthChanged,
  isInvariant,
}: Omit<SizeDependence, "sentence">): Text {
  if (r === null || low === null || high === null || isInvariant === null) {
    return {
      de: "Ob die empfohlene Breite von der Grösse abhängt, ist unklar: zu wenige Kunden mit bekanntem Bedarf, oder alle gleich.",
      en: "Whether recommended breadth depends on size is unclear: too few customers with a known need, or all alike.",
    };
  }
  const [found, from, to] = [r, low, high].map((value) => numberText(value, 2, 2)) as [Text, Text, Text];
  const verdict = isInvariant
    ? {
        de: "Die empfohlene Breite folgt dem Bedarf, nicht der Grösse",
        en: "Recommended breadth follows need, not size",
      }
    : {
        de: "Die empfohlene Breite hängt auch von der Grösse ab",
        en: "Recommended breadth depends on size too",
      };
  return {
    de: `${verdict.de}: Zusammenhang bei gleichem Bedarf ${found.de} (${from.de} bis ${to.de}); tauscht man bei ${swapped} Kunden die Grösse, ändert sie sich bei ${breadthChanged}.`,
    en: `${verdict.en}: association at equal need ${found.en} (${from.en} to ${to.en}); exchanging the size of ${swapped} customers changes it for ${breadthChanged}.`,
  };
}
