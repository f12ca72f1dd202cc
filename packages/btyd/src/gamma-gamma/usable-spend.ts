import type { WeightedSpendColumns } from "./contract.ts";

/** The rows that the Gamma-Gamma model can read: at least one purchase, mean value above zero. */
export interface UsableSpend {
  readonly frequency: Float64Array;
  readonly meanValue: Float64Array;
  readonly weight: Float64Array;
  /** Sum of weights of the usable rows. */
  readonly customers: number;
  /** Geometric mean of the usable mean values, a location that no single large value moves far; 1 without any. */
  readonly geometricMean: number;
  readonly excludedNonPositive: number;
  readonly excludedWithoutPurchase: number;
}

/** Splits off the rows that say nothing about spend, and counts them. */
export function usableSpend(spend: WeightedSpendColumns): UsableSpend {
  const rows = spend.frequency.length;
  const frequency = new Float64Array(rows);
  const meanValue = new Float64Array(rows);
  const weight = new Float64Array(rows);
  let used = 0;
  let customers = 0;
  let lnSum = 0;
  let excludedNonPositive = 0;
  let excludedWithoutPurchase = 0;
  for (let row = 0; row < rows; row++) {
    const rowWeight = spend.weight?.[row] ?? 1;
    if (spend.frequency[row] === 0) {
      excludedWithoutPurchase += rowWeight;
    } else if (spend.meanValue[row]! <= 0) {
      excludedNonPositive += rowWeight;
    } else {
      frequency[used] = spend.frequency[row]!;
      meanValue[used] = spend.meanValue[row]!;
      weight[used] = rowWeight;
      customers += rowWeight;
      lnSum += rowWeight * Math.log(spend.meanValue[row]!);
      used += 1;
    }
  }
  return {
    frequency: frequency.subarray(0, used),
    meanValue: meanValue.subarray(0, used),
    weight: weight.subarray(0, used),
    customers,
    geometricMean: used === 0 ? 1 : Math.exp(lnSum / customers),
    excludedNonPositive,
    excludedWithoutPurchase,
  };
}
