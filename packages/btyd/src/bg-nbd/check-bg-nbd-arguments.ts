import { outOfRange } from "../out-of-range.ts";
import type { BgNbdParams } from "./contract.ts";

/** @throws RangeError when a parameter is not a finite number > 0. */
export function checkBgNbdParams(params: BgNbdParams): void {
  for (const name of ["r", "alpha", "a", "b"] as const) {
    const value = params[name];
    if (!(value > 0 && value < Number.POSITIVE_INFINITY)) {
      throw outOfRange(`BG/NBD parameter ${name}`, value, "a finite number > 0");
    }
  }
}

/** @throws RangeError when the horizon is not a finite number ≥ 0. */
export function checkHorizon(horizon: number): void {
  if (!(horizon >= 0 && horizon < Number.POSITIVE_INFINITY)) {
    throw outOfRange("horizon", horizon, "a finite number ≥ 0");
  }
}
