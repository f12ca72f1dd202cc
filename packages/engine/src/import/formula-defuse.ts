import { parseNumber } from "./numbers.ts";

/** First characters that make a spreadsheet read a cell as a formula. */
const formulaStart = /^[=+\-@\t\r]/;
/** Telephone numbers of digits and spaces: no operator, so nothing to compute. */
const phoneNumber = /^\+[0-9][0-9 ]*$/;

/**
 * Text for a cell of an export that a spreadsheet will open: what could run as a formula gets an apostrophe in front
 * and is then shown as text. Plain numbers (`-12.50`) and telephone numbers stay as they are.
 */
export function defuse(text: string): string {
  if (!formulaStart.test(text) || phoneNumber.test(text)) return text;
  const trimmedStart = text.startsWith("\t") || text.startsWith("\r");
  const isNumber = (decimal: "." | ",") => {
    const parsed = parseNumber(text, { decimal });
    return parsed.ok && parsed.value !== null;
  };
  return !trimmedStart && (isNumber(".") || isNumber(",")) ? text : `'${text}`;
}
