import { checkOpportunityColumns } from "./check-opportunities.ts";
import { MAX_OPPORTUNITIES, type WeightedOpportunityColumns } from "./contract.ts";

/** Unique histories with the number of customers behind each, by rising opportunities, then purchases, then recency. */
export interface CompressedOpportunities {
  readonly frequency: Int32Array;
  readonly recency: Int32Array;
  readonly opportunities: Int32Array;
  readonly weight: Float64Array;
}

const BASE = MAX_OPPORTUNITIES + 1;

/** One number per history; its order is that of `CompressedOpportunities`. Below 2^53. */
export function opportunityKey(frequency: number, recency: number, opportunities: number): number {
  return (opportunities * BASE + frequency) * BASE + (frequency === 0 ? 0 : recency);
}

/**
 * Joins equal histories; the order of rows is forgotten. Without a purchase recency is 0.
 * @throws RangeError as `checkOpportunityColumns`.
 */
export function compressOpportunities(histories: WeightedOpportunityColumns): CompressedOpportunities {
  const rows = checkOpportunityColumns(histories);
  const { frequency, recency, opportunities, weight } = histories;
  const weightOf = new Map<number, number>();
  for (let row = 0; row < rows; row++) {
    const key = opportunityKey(frequency[row]!, recency[row]!, opportunities[row]!);
    weightOf.set(key, (weightOf.get(key) ?? 0) + (weight?.[row] ?? 1));
  }
  const keys = Float64Array.from(weightOf.keys()).sort();
  return {
    frequency: Int32Array.from(keys, (key) => Math.floor(key / BASE) % BASE),
    recency: Int32Array.from(keys, (key) => key % BASE),
    opportunities: Int32Array.from(keys, (key) => Math.floor(key / BASE / BASE)),
    weight: Float64Array.from(keys, (key) => weightOf.get(key)!),
  };
}
