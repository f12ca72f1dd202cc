import { outOfRange } from "../out-of-range.ts";
import type { GammaGammaParams } from "./contract.ts";

/** @throws RangeError when a parameter is not a finite number > 0. */
export function checkGammaGammaParams(params: GammaGammaParams): void {
  for (const name of ["p", "q", "v"] as const) {
    const value = params[name];
    if (!(value > 0 && value < Number.POSITIVE_INFINITY)) {
      throw outOfRange(`Gamma-Gamma parameter ${name}`, value, "a finite number > 0");
    }
  }
}
