import { sameText, type Text } from "./text.ts";

/**
 * Figures inside sentences, spelled as the app spells them: 20’604 · 12 % · CHF −74’000 · 1.2 Mio. in the Swiss German base
 * texts, 20,604 · 12% · CHF −74,000 · 1.2 million in English. Made without the locale data of the machine, so that a
 * sentence reads the same everywhere.
 */
const thousands: Text = { de: "’", en: "," };
const percentSign: Text = { de: " %", en: "%" };
const million = 1e6;

/** A number with at most `most` decimals, at least `least`; thousands set apart, a true minus. */
export function numberText(value: number, most = 0, least = 0): Text {
  const [whole = "0", decimals = ""] = Math.abs(value).toFixed(most).split(".");
  const kept = decimals.slice(0, least) + decimals.slice(least).replace(/0+$/, "");
  const sign = value < 0 && /[1-9]/.test(whole + kept) ? "−" : "";
  const spelled = (language: keyof Text) => {
    const grouped = whole.replace(/\B(?=(\d{3})+$)/g, thousands[language]);
    return `${sign}${grouped}${kept === "" ? "" : `.${kept}`}`;
  };
  return { de: spelled("de"), en: spelled("en") };
}

/** A whole number. */
export const countText = (value: number): Text => numberText(value);

/** A share in per cent; unless told otherwise with one decimal below ten, where it matters. */
export function percentText(ratio: number, most?: number): Text {
  const percent = 100 * ratio;
  return append(numberText(percent, most ?? (Math.abs(percent) < 9.95 ? 1 : 0)), percentSign);
}

/** From share to share, in whole per cent: 4 bis 12 %. */
export function percentRangeText(low: number, high: number): Text {
  return append(range(countText(100 * low), countText(100 * high)), percentSign);
}

/** An amount in whole units of the currency. */
export const moneyText = (cents: number, currency: string | null): Text =>
  inCurrency(countText(cents / 100), currency);

/** An amount of one customer, with its cents. */
export const exactMoneyText = (cents: number, currency: string | null): Text =>
  inCurrency(numberText(cents / 100, 2, 2), currency);

/**
 * An amount as one says it: with three leading digits, because more would promise what an expectation cannot keep; from a
 * million on in millions.
 */
export function roundMoneyText(cents: number, currency: string | null): Text {
  const units = leadingDigits(cents / 100, 3);
  if (Math.abs(units) < million) return inCurrency(countText(units), currency);
  return inCurrency(append(numberText(units / million, 2), { de: " Mio.", en: " million" }), currency);
}

/** An interval of expected amounts, to two leading digits; one amount where both ends are the same. */
export function moneyRangeText(low: number, high: number, currency: string | null): Text {
  const [from, to] = [low, high].map((cents) => moneyText(100 * leadingDigits(cents / 100, 2), currency));
  return range(from!, to!);
}

/** The figure of a change: with a plus where it is above zero. */
export const signedText = (value: number, figure: Text): Text =>
  value > 0 ? append(sameText("+"), figure) : figure;

/** Rounded to so many digits; small amounts to whole units. */
function leadingDigits(units: number, digits: number): number {
  const size = Math.abs(units);
  const step = size < 10 ** digits ? 1 : 10 ** (Math.floor(Math.log10(size)) - digits + 1);
  return Math.sign(units) * Math.round(size / step) * step;
}

const inCurrency = (amount: Text, currency: string | null): Text =>
  currency === null ? amount : append(sameText(`${currency} `), amount);

const range = (from: Text, to: Text): Text =>
  from.en === to.en ? from : { de: `${from.de} bis ${to.de}`, en: `${from.en} to ${to.en}` };

const append = (a: Text, b: Text): Text => ({ de: a.de + b.de, en: a.en + b.en });

const englishMonths = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sept", "Oct", "Nov", "Dec"];

/** A day, `2025-03-31`, as the app spells it: 31.03.2025, 31 Mar 2025. */
export function dateText(day: string): Text {
  const [year, month, date] = day.split("-");
  return {
    de: `${date}.${month}.${year}`,
    en: `${Number(date)} ${englishMonths[Number(month) - 1]} ${year}`,
  };
}
