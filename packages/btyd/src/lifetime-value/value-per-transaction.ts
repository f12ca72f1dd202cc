import { outOfRange } from "../out-of-range.ts";
import type { LifetimeValueSettings } from "./contract.ts";

/**
 * What a purchase of an expected value leaves over; may be negative.
 * @throws RangeError when margin or cost is out of range.
 */
export function valuePerTransaction({
  margin = 1,
  costPerTransaction = 0,
}: LifetimeValueSettings): (meanValue: number) => number {
  if (!(margin >= 0 && margin <= 1)) throw outOfRange("margin", margin, "a number from 0 to 1");
  if (!(costPerTransaction >= 0 && costPerTransaction < Number.POSITIVE_INFINITY)) {
    throw outOfRange("costPerTransaction", costPerTransaction, "a finite number ≥ 0");
  }
  return (meanValue) => margin * meanValue - costPerTransaction;
}
