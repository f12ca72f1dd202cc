import { compressHistories } from "./compress-histories.ts";
import type { CompressedHistories } from "./contract.ts";

/** Fewer rows are fitted as fast as they are joined. */
const WORTHWHILE_FROM = 3000;

/**
 * The same customers with times rounded to the middle of intervals of length `step`, which joins most rows of a large table: a
 * stand-in on which a fit can find the neighbourhood of its maximum. Null where it would not save much.
 */
export function coarseHistories(histories: CompressedHistories, step: number): CompressedHistories | null {
  const { frequency, recency, age, weight } = histories;
  if (weight.length < WORTHWHILE_FROM) return null;
  // Rounding up first keeps 0 < recency ≤ age.
  const round = (times: Float64Array) => times.map((time) => (Math.ceil(time / step) - 0.5) * step);
  const rounded = compressHistories({
    frequency,
    recency: round(recency),
    age: round(age).map((time) => Math.max(0, time)),
    weight,
  });
  return rounded.weight.length < weight.length / 2 ? rounded : null;
}
