/**
 * Branded units. A number that means money, days or a share carries its unit in its type, so that cents are never
 * added to francs and days never to months. Brands exist at compile time only.
 */
declare const unit: unique symbol;
type Unit<Name extends string> = number & { readonly [unit]: Name };

/** Money in integer minor units (Rappen, Cent) of one currency; may be negative. BIGINT in SQL. */
export type Cents = Unit<"cents">;
/** A share or factor; 0.05 is 5 %. Not restricted to 0…1 (a trend can be 1.4). */
export type Ratio = Unit<"ratio">;
/** Whole or fractional days. */
export type Days = Unit<"days">;
/** Minutes of human time. */
export type Minutes = Unit<"minutes">;
/** A count of calendar months. */
export type Months = Unit<"months">;
/** A calendar day `yyyy-mm-dd` in the company's time zone. */
export type PlainDate = string & { readonly [unit]: "plainDate" };

/**
 * The message of a refusal or a bug: names the thing, the value, what was expected and where.
 * @example invalid("sizeLineCents", -5, "a whole number ≥ 0", "parameters")
 */
export function invalid(name: string, value: unknown, expected: string, at?: string): RangeError {
  const place = at === undefined ? "" : ` (${at})`;
  return new RangeError(`${name} is ${JSON.stringify(value) ?? String(value)}; expected ${expected}${place}`);
}

/** @throws RangeError when the value is not a safe integer: half cents do not exist. */
export function cents(value: number): Cents {
  if (!Number.isSafeInteger(value)) throw invalid("cents", value, "a whole number of minor units below 2^53");
  return value as Cents;
}

/** Rounds half away from zero (commercial rounding, symmetric for credit notes): 0.5 → 1, −0.5 → −1. */
export function roundHalfAway(value: number): number {
  const rounded = Math.sign(value) * Math.round(Math.abs(value));
  return rounded === 0 ? 0 : rounded;
}

/** Adds money exactly. @throws RangeError past 2^53 cents (about 90 thousand billion). */
export function sumCents(values: Iterable<Cents>): Cents {
  let total = 0;
  for (const value of values) total += value;
  return cents(total);
}

/**
 * Splits an amount by weights with largest remainders: the parts sum to the whole exactly and each is within one cent
 * of its exact share. Ties go to the smaller `id`, so the order of the input does not matter.
 * Negative totals are split like their absolute value. All weights zero: equal weights.
 * @throws RangeError when there is no part, or a weight is negative or not finite.
 */
export function allocate<Id extends string | number>(
  total: Cents,
  parts: readonly { readonly id: Id; readonly weight: number }[],
): Map<Id, Cents> {
  if (parts.length === 0) throw invalid("parts", [], "at least one part");
  for (const part of parts) {
    if (!(part.weight >= 0) || !Number.isFinite(part.weight)) {
      throw invalid("weight", part.weight, "a finite number ≥ 0", `part ${part.id}`);
    }
  }
  const sign = total < 0 ? -1 : 1;
  const whole = Math.abs(total);
  const sum = parts.reduce((acc, part) => acc + part.weight, 0);
  const share = (weight: number) => (sum === 0 ? whole / parts.length : whole * (weight / sum));
  const floors = parts.map((part) => {
    const exact = share(part.weight);
    const floor = Math.min(Math.floor(exact), whole);
    return { id: part.id, floor, remainder: exact - floor };
  });
  let left = whole - floors.reduce((acc, part) => acc + part.floor, 0);
  const order = [...floors].sort((a, b) => b.remainder - a.remainder || (a.id < b.id ? -1 : 1));
  const result = new Map<Id, Cents>();
  for (const part of floors) result.set(part.id, (sign * part.floor || 0) as Cents);
  for (let index = 0; left > 0; index = (index + 1) % order.length, left--) {
    const part = order[index]!;
    result.set(part.id, (result.get(part.id)! + sign) as Cents);
  }
  return result;
}
