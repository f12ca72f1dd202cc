/** Cents as `1234,50`, or `1.234,50` with dots; a minus goes in front. */
export function decimalComma(cents: number): string {
  const absolute = Math.abs(cents);
  const rest = absolute % 100;
  return `${cents < 0 ? "-" : ""}${(absolute - rest) / 100},${rest < 10 ? "0" : ""}${rest}`;
}

/** Cents as SAP lists write them: `1.234,50`, and `1.234,50-` when negative. */
export function sapAmount(cents: number): string {
  const absolute = Math.abs(cents);
  const rest = absolute % 100;
  const text = `${thousandsDots((absolute - rest) / 100)},${rest < 10 ? "0" : ""}${rest}`;
  return cents < 0 ? `${text}-` : text;
}

/** Thousandths as SAP lists write quantities: pieces `1.200`, metres `2,500`, credits `3-`. */
export function sapQuantity(milli: number, unit: string): string {
  const absolute = Math.abs(milli);
  const rest = absolute % 1_000;
  const whole = thousandsDots((absolute - rest) / 1_000);
  const text = unit === "M" ? `${whole},${String(rest).padStart(3, "0")}` : whole;
  return milli < 0 ? `${text}-` : text;
}

/** Cents as `1234.50`. */
export function decimalPoint(cents: number): string {
  return decimalComma(cents).replace(",", ".");
}

/** A whole number with a dot at every thousand. */
export function thousandsDots(whole: number): string {
  return whole < 1_000 ? String(whole) : String(whole).replace(/\B(?=(\d{3})+$)/g, ".");
}

/** A field for a CSV file: quoted only when it has to be. */
export function csvField(text: string, separator: string): string {
  return text.includes(separator) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
