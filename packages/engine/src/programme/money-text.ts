/** Whole francs with thousands set apart, as sentences name them; no currency sign where none is known. */
export function moneyText(cents: number, currency: string | null): string {
  const whole = countText(Math.abs(cents) / 100);
  return [cents <= -50 ? "−" : "", currency === null ? "" : `${currency} `, whole].join("");
}

/** A whole number with thousands set apart. */
export function countText(value: number): string {
  const whole = String(Math.round(Math.abs(value))).replace(/\B(?=(\d{3})+(?!\d))/g, "’");
  return value <= -0.5 ? `−${whole}` : whole;
}
