import { parseCountry } from "./country.ts";

/** A postcode with the country it belongs to; `country` is null where neither text nor shape tells it. */
export interface Postcode {
  readonly postcode: string;
  readonly country: string | null;
}

/**
 * Reads `8001`, `CH-8001`, `D 80331`, `A-1010`, `SW1A 1AA`. A country written in front wins over `country`, the one
 * stated for the account or the default. Four digits where five are usual (DE, FR, IT) have lost their leading zero
 * in a spreadsheet. Five digits cannot be CH, LI or AT: they are read as DE. Null for a blank or impossible text.
 */
export function parsePostcode(text: string | null, country: string | null): Postcode | null {
  const compact = (text ?? "").trim().toUpperCase().replace(/\.0$/, "");
  const match = /^(?:([A-Z]{1,3})[-\s]+|([A-Z]{1,2})(?=\d{4,5}$))?([A-Z0-9][A-Z0-9 -]*)$/.exec(compact);
  if (match === null) return null;
  const written = parseCountry(match[1] ?? match[2] ?? null);
  const prefixIsCountry = written !== null || (match[1] === undefined && match[2] === undefined);
  const code = (prefixIsCountry ? (match[3] ?? "") : compact).replace(/[\s-]/g, "");
  if (!/\d/.test(code) || code.length > 10 || /^0+$/.test(code)) return null;

  const stated = written ?? country;
  if (/^\d{4}$/.test(code) && (stated === "DE" || stated === "FR" || stated === "IT")) {
    return { postcode: `0${code}`, country: stated };
  }
  const fourDigitCountry = stated === "CH" || stated === "AT" || stated === "LI";
  if (fourDigitCountry && !/^\d{4}$/.test(code))
    return { postcode: code, country: /^\d{5}$/.test(code) ? "DE" : null };
  return { postcode: code, country: stated };
}
