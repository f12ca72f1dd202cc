import { outOfRange } from "../out-of-range.ts";
import { MAX_K } from "./contract.ts";

/** @throws RangeError naming the argument when it is no integer from 1 to `MAX_K`. */
export function checkK(name: string, k: number): void {
  if (!(Number.isInteger(k) && k >= 1 && k <= MAX_K)) {
    throw outOfRange(name, k, `an integer from 1 to ${MAX_K}`);
  }
}
