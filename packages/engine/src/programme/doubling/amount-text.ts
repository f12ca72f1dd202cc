import type { Text } from "../../measures/measure-contract.ts";
import { countText } from "../figure-text.ts";

const million = 1e6;

/**
 * An amount as one says it: with three leading digits, because more would promise what an expectation cannot keep; from a
 * million on in millions. Negative amounts carry a minus.
 */
export function amountText(cents: number, currency: string | null): Text {
  const size = leadingDigits(Math.abs(cents) / 100);
  const sign = `${cents < 0 && size > 0 ? "−" : ""}${currency === null ? "" : `${currency} `}`;
  if (size < million) {
    const whole = `${sign}${countText(size)}`;
    return { de: whole, en: whole };
  }
  const digits = size < 100 * million ? (size / million).toFixed(2) : countText(Math.round(size / million));
  return { de: `${sign}${digits} Mio.`, en: `${sign}${digits} million` };
}

/** Whole units, rounded to three digits from a thousand on. */
function leadingDigits(units: number): number {
  const step = units < 1_000 ? 1 : 10 ** (Math.floor(Math.log10(units)) - 2);
  return Math.round(units / step) * step;
}

/** An amount of one customer, with its cents. */
export function exactAmount(cents: number, currency: string | null): string {
  const size = Math.abs(Math.round(cents));
  const unit = currency === null ? "" : `${currency} `;
  const rest = String(size % 100).padStart(2, "0");
  return `${cents < 0 && size > 0 ? "−" : ""}${unit}${countText(Math.floor(size / 100))}.${rest}`;
}
