/**
 * An amount as people type it, in cents: `1'234.50`, `1.234,50`, `1 234,5`, `−12`, `(12.30)`, `12.30-`.
 * A single separator followed by exactly three digits groups thousands (`1.234` is one thousand two hundred …).
 * Undefined when it is no amount.
 */
export function parseAmount(text: string): number | undefined {
  let rest = text
    .trim()
    .replace(/^[A-Z]{3}\s*/, "")
    .replace(/[−–]/g, "-");
  let sign = 1;
  if (/^\(.*\)$/.test(rest)) {
    sign = -1;
    rest = rest.slice(1, -1);
  }
  if (rest.startsWith("-") || rest.endsWith("-")) {
    sign = -sign;
    rest = rest.replace(/^-|-$/g, "");
  }
  rest = rest.replace(/[\s'’\u00a0\u202f]/g, "");
  const last = Math.max(rest.lastIndexOf("."), rest.lastIndexOf(","));
  const separator = rest[last];
  const isDecimal =
    last >= 0 &&
    (rest.length - last - 1 !== 3 || (separator !== undefined && rest.includes(other(separator))));
  const whole = isDecimal ? rest.slice(0, last) : rest;
  const fraction = isDecimal ? rest.slice(last + 1) : "";
  const digits = whole.replace(/[.,]/g, "");
  if (!/^\d+$/.test(digits) || !/^\d{0,2}$/.test(fraction)) return undefined;
  const cents = sign * (Number(digits) * 100 + Number(fraction.padEnd(2, "0")));
  return Number.isSafeInteger(cents) ? cents + 0 : undefined;
}

function other(separator: string): string {
  return separator === "." ? "," : ".";
}
