/** Figures inside sentences: the same spelling in both languages of the base texts. */

/** A count with its thousands set apart. */
export const countText = (value: number) => String(Math.round(value)).replace(/\B(?=(\d{3})+(?!\d))/g, "’");

/** An amount in whole units of the currency; a minus where it is negative. */
export function moneyText(cents: number, currency: string | null): string {
  const units = Math.round(Math.abs(cents) / 100);
  return `${cents < 0 && units > 0 ? "−" : ""}${currency === null ? "" : `${currency} `}${countText(units)}`;
}

/** Two leading digits from 100 on: more would promise what an expectation cannot keep. */
function leadingDigits(cents: number): number {
  const units = Math.abs(cents) / 100;
  const step = units < 100 ? 1 : 10 ** (Math.floor(Math.log10(units)) - 1);
  return Math.sign(cents) * Math.round(units / step) * step * 100;
}

/** An interval of expected amounts, rounded; one amount where both ends are the same. */
export function rangeText(low: number, high: number, currency: string | null): { de: string; en: string } {
  const from = moneyText(leadingDigits(low), currency);
  const to = moneyText(leadingDigits(high), currency);
  return from === to ? { de: from, en: from } : { de: `${from} bis ${to}`, en: `${from} to ${to}` };
}

/** A share in per cent, with a decimal below ten. */
export function percentText(ratio: number): string {
  const percent = 100 * ratio;
  return `${Math.abs(percent) < 10 && !Number.isInteger(percent) ? percent.toFixed(1) : Math.round(percent)} %`;
}
