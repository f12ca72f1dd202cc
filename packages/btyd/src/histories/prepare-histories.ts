import { checkHistories } from "./check-history.ts";
import { compressHistories } from "./compress-histories.ts";
import type { CompressedHistories, WeightedHistoryColumns } from "./contract.ts";

const SCALED_MEAN_AGE = 10;

/** Checked, joined and scaled histories, as every fit of repeat purchases wants them, with their totals. */
export interface PreparedHistories {
  readonly compressed: CompressedHistories;
  /** The same with times divided by `timeScale`, so that the mean age is 10. */
  readonly scaled: CompressedHistories;
  readonly timeScale: number;
  readonly customers: number;
  readonly repeatCustomers: number;
  readonly repeatPurchases: number;
}

/** @throws RangeError when the columns differ in length, or naming the first row that no customer can have. */
export function prepareHistories(histories: WeightedHistoryColumns): PreparedHistories {
  checkHistories(histories);
  const compressed = compressHistories(histories);
  const { frequency, age, weight } = compressed;
  let customers = 0;
  let repeatCustomers = 0;
  let repeatPurchases = 0;
  let ages = 0;
  for (let row = 0; row < weight.length; row++) {
    customers += weight[row]!;
    if (frequency[row]! > 0) repeatCustomers += weight[row]!;
    repeatPurchases += weight[row]! * frequency[row]!;
    ages += weight[row]! * age[row]!;
  }
  const timeScale = ages > 0 ? ages / customers / SCALED_MEAN_AGE : 1;
  const scale = (times: Float64Array) => times.map((time) => time / timeScale);
  const scaled = { ...compressed, recency: scale(compressed.recency), age: scale(compressed.age) };
  return { compressed, scaled, timeScale, customers, repeatCustomers, repeatPurchases };
}
