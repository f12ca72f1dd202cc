import type { CompressedOpportunities } from "./compress-opportunities.ts";

/** Fewer rows are searched as fast without. */
const MIN_ROWS = 4000;
/** Every so many pairs of opportunities and purchases are kept: prime, so that no count of opportunities is passed over. */
const STRIDE = 17;

/**
 * A part of a large table whose maximum lies near that of the whole: customers of every 17th pair of opportunities and purchases,
 * because a likelihood costs a pass per pair. Null for a table that is small enough.
 */
export function pilotOpportunities(histories: CompressedOpportunities): CompressedOpportunities | null {
  const { frequency, recency, opportunities, weight } = histories;
  if (weight.length < MIN_ROWS) return null;
  let pair = 0;
  const isKept = Uint8Array.from(weight, (_, row) => {
    const isNew = frequency[row] !== frequency[row - 1] || opportunities[row] !== opportunities[row - 1];
    if (row > 0 && isNew) pair += 1;
    return pair % STRIDE === 0 ? 1 : 0;
  });
  const kept = (_: number, row: number) => isKept[row] === 1;
  return {
    frequency: frequency.filter(kept),
    recency: recency.filter(kept),
    opportunities: opportunities.filter(kept),
    weight: weight.filter(kept),
  };
}
