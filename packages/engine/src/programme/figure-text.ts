/** Figures inside sentences: the same spelling in both languages of the base texts. */

/** A count with its thousands set apart. */
export const countText = (value: number) => String(Math.round(value)).replace(/\B(?=(\d{3})+(?!\d))/g, "’");

/** An amount in whole units of the currency; a minus where it is negative. */
export function moneyText(cents: number, currency: string | null): string {
  const units = Math.round(Math.abs(cents) / 100);
  return `${cents < 0 && units > 0 ? "−" : ""}${currency === null ? "" : `${currency} `}${countText(units)}`;
}

/** An interval of amounts; one amount where both ends are the same. */
export function rangeText(low: number, high: number, currency: string | null): { de: string; en: string } {
  const from = moneyText(low, currency);
  const to = moneyText(high, currency);
  return from === to ? { de: from, en: from } : { de: `${from} bis ${to}`, en: `${from} to ${to}` };
}

/** A share in per cent, with a decimal below ten. */
export function percentText(ratio: number): string {
  const percent = 100 * ratio;
  return `${Math.abs(percent) < 10 && !Number.isInteger(percent) ? percent.toFixed(1) : Math.round(percent)} %`;
}
