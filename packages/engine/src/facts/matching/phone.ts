const callingCodes: Readonly<Record<string, string>> = {
  ...{
    CH: "41",
    DE: "49",
    AT: "43",
    LI: "423",
    FR: "33",
    IT: "39",
    GB: "44",
    US: "1",
    NL: "31",
    BE: "32",
    LU: "352",
  },
};

/** In these countries the leading zero belongs to the number. */
const keepsZero = new Set(["IT", "LI", "LU"]);

/** Digits that people type when a form insists: one digit repeated, or counting up. */
function isPlaceholder(national: string): boolean {
  return /^0?(\d)\1+$/.test(national) || /^0?1234567/.test(national);
}

/** A slash between spaces parts two numbers (`044 … / 079 …`) or an area code from its number (`089 / 123 98 76`). */
function firstNumber(text: string): string {
  const number = text.split(/[;|,]|\b(?:oder|ou|ext|int|dw|app)\b/i).find((part) => /\d/.test(part)) ?? "";
  const beforeSlash = number.split(/\s\/\s/)[0] ?? "";
  return beforeSlash.replace(/\D/g, "").length >= 7 ? beforeSlash : number;
}

/**
 * A phone number in the shape of E.164 (`+41441234567`), so that all spellings of a number are equal. `country`
 * (ISO 3166 alpha-2) completes national numbers; without it they stay as `0441234567`. Of several numbers the first
 * counts; extensions are cut. Null for a blank, too short (< 7 digits), too long (> 15) or placeholder number.
 */
export function parsePhone(text: string | null, country: string | null): string | null {
  const first = firstNumber(text ?? "");
  const international = /^[^\d]*(\+|00)/.test(first);
  let digits = first.replace(/\(0\)/g, "").replace(/\D/g, "");
  if (international) {
    digits = digits.replace(/^00/, "");
    // +41 044 …: the trunk zero has no place after a calling code (Italy keeps it).
    const code = Object.values(callingCodes).find(
      (known) => known !== "39" && digits.startsWith(`${known}0`),
    );
    if (code !== undefined) digits = code + digits.slice(code.length + 1);
    const national = digits.slice(2);
    return digits.length < 8 || digits.length > 15 || isPlaceholder(national) ? null : `+${digits}`;
  }
  if (digits.length < 7 || digits.length > 15 || isPlaceholder(digits)) return null;
  const code = country === null ? undefined : callingCodes[country];
  if (country === null || code === undefined) return digits;
  // 41441234567: an international number that lost its plus; a national one would start with a zero.
  if (digits.startsWith(code) && digits.length >= code.length + 9) return `+${digits}`;
  return `+${code}${keepsZero.has(country) ? digits : digits.replace(/^0/, "")}`;
}
