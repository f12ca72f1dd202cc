import { type Cents, cents, invalid } from "../../units.ts";

/**
 * The value 1, 2 or 5 times a power of ten that is nearest in ratio, never below one cent; a tie goes to the smaller.
 * 700 lies between 500 and 1000: 700 ÷ 500 = 1.4 and 1000 ÷ 700 = 1.43, so 500.
 * @throws RangeError unless the value is positive and finite.
 */
export function nearestOneTwoFive(value: number): Cents {
  if (!(value > 0 && Number.isFinite(value))) throw invalid("value", value, "a number above 0");
  const power = 10 ** Math.floor(Math.log10(value));
  const distance = (candidate: number) => Math.abs(Math.log(candidate / value));
  const candidates = [1, 2, 5, 10]
    .map((step) => Math.round(step * power))
    .filter((candidate) => candidate >= 1);
  return cents(candidates.reduce((best, next) => (distance(next) < distance(best) ? next : best)));
}
