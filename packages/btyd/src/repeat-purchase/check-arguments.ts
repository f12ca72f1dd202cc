import { outOfRange } from "../out-of-range.ts";

/** No count above this is looked at; an interval that would reach further ends here. */
export const MAX_TRANSACTION_COUNT = 1_000_000;

/** @throws RangeError when the horizon is not a finite number ≥ 0. */
export function checkHorizon(horizon: number): void {
  if (!(horizon >= 0 && horizon < Number.POSITIVE_INFINITY)) {
    throw outOfRange("horizon", horizon, "a finite number ≥ 0");
  }
}

/** @throws RangeError when the count is no integer from 0 to `MAX_TRANSACTION_COUNT`. */
export function checkCount(count: number): void {
  if (!(Number.isInteger(count) && count >= 0 && count <= MAX_TRANSACTION_COUNT)) {
    throw outOfRange("count", count, `an integer from 0 to ${MAX_TRANSACTION_COUNT}`);
  }
}

/** @throws RangeError when the level does not lie strictly between 0 and 1. */
export function checkLevel(level: number): void {
  if (!(level > 0 && level < 1)) throw outOfRange("level", level, "a number above 0 and below 1");
}

/** @throws RangeError naming the model and the first of `names` that is not a finite number > 0. */
export function checkPositiveParams<Params>(
  model: string,
  params: Params,
  names: readonly (keyof Params & string)[],
): void {
  for (const name of names) {
    const value = params[name] as number;
    if (!(value > 0 && value < Number.POSITIVE_INFINITY)) {
      throw outOfRange(`${model} parameter ${name}`, value, "a finite number > 0");
    }
  }
}
