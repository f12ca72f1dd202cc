import { invalid } from "../../units.ts";

/**
 * Exponent b = log₂(rate) of a learning curve: every doubling of the number made multiplies the time of a unit by the rate.
 * T. P. Wright, Journal of the Aeronautical Sciences 3(4), 1936: 80 % in airframes.
 * @param rate 0 < rate ≤ 1
 */
export function learningExponent(rate: number): number {
  if (!(rate > 0 && rate <= 1)) throw invalid("rate", rate, "0 < rate ≤ 1", "learning curve");
  return Math.log2(rate);
}

/** Time of unit n as a share of the first one's: n^b (unit form). @param unit whole number ≥ 1 */
export function unitFactor(rate: number, unit: number): number {
  checkUnit(unit);
  return unit ** learningExponent(rate);
}

/** Time of the first n units together, in times of the first one: Σ i^b (unit form). */
export function totalFactor(rate: number, units: number): number {
  checkUnit(units);
  const exponent = learningExponent(rate);
  let total = 0;
  // From the small parts to the large ones, so that nothing of them is lost.
  for (let unit = units; unit >= 1; unit--) total += unit ** exponent;
  return total;
}

/** Time of the first n units together where the rate holds for the average (Wright's form): n^(1 + b). */
export function averageFormTotal(rate: number, units: number): number {
  checkUnit(units);
  return units ** (1 + learningExponent(rate));
}

function checkUnit(unit: number): void {
  if (!Number.isSafeInteger(unit) || unit < 1)
    throw invalid("units", unit, "a whole number ≥ 1", "learning curve");
}
