import { foldText } from "./fold-text.ts";

/** `unknown`: the shape is right or not known, and no check digit of that country is computed here. */
export type VatIdStatus = "valid" | "invalid" | "unknown";

/** A VAT or company id in one spelling, for example `CHE109322551`, `DE136695976`, `ATU13585627`. */
export interface VatId {
  readonly vatId: string;
  readonly status: VatIdStatus;
}

const digitsOf = (text: string): number[] => [...text].map(Number);

/** Swiss UID: weights 5 4 3 2 7 6 5 4, modulo 11; a remainder that asks for check digit 10 is never issued. */
function isSwissUid(digits: string): boolean {
  const weights = [5, 4, 3, 2, 7, 6, 5, 4];
  const all = digitsOf(digits);
  const sum = weights.reduce((total, weight, index) => total + weight * (all[index] ?? 0), 0);
  const check = (11 - (sum % 11)) % 11;
  return check !== 10 && check === all[8];
}

/** German USt-IdNr.: ISO 7064 MOD 11,10 over eight digits; the first digit is never 0. */
function isGermanVatId(digits: string): boolean {
  const all = digitsOf(digits);
  let product = 10;
  for (const digit of all.slice(0, 8)) {
    const sum = (digit + product) % 10 || 10;
    product = (2 * sum) % 11;
  }
  return digits[0] !== "0" && (11 - product) % 10 === all[8];
}

/** Austrian UID: digits at even places doubled with digit sum, plus 4, to the next ten. */
function isAustrianVatId(digits: string): boolean {
  const all = digitsOf(digits);
  const sum = all.slice(0, 7).reduce((total, digit, index) => {
    const part = index % 2 === 0 ? digit : Math.floor((2 * digit) / 10) + ((2 * digit) % 10);
    return total + part;
  }, 4);
  return (10 - (sum % 10)) % 10 === all[7];
}

interface Checked {
  readonly shape: RegExp;
  readonly isValid: (digits: string) => boolean;
}

const checked: Readonly<Record<string, Checked>> = {
  CHE: { shape: /^\d{9}$/, isValid: isSwissUid },
  DE: { shape: /^\d{9}$/, isValid: isGermanVatId },
  ATU: { shape: /^\d{8}$/, isValid: isAustrianVatId },
};

/** Shapes after the two letters; from the public description of VAT ids of the EU, GB and NO. */
const shapes: Readonly<Record<string, RegExp>> = {
  ...{
    BE: /^[01]\d{9}$/,
    BG: /^\d{9,10}$/,
    CY: /^\d{8}[A-Z]$/,
    CZ: /^\d{8,10}$/,
    DK: /^\d{8}$/,
    EE: /^\d{9}$/,
  },
  ...{
    EL: /^\d{9}$/,
    ES: /^[A-Z0-9]\d{7}[A-Z0-9]$/,
    FI: /^\d{8}$/,
    FR: /^[A-Z0-9]{2}\d{9}$/,
    GB: /^(\d{9}|\d{12})$/,
  },
  ...{
    HR: /^\d{11}$/,
    HU: /^\d{8}$/,
    IE: /^[A-Z0-9]{8,9}$/,
    IT: /^\d{11}$/,
    LT: /^(\d{9}|\d{12})$/,
    LU: /^\d{8}$/,
  },
  ...{ LV: /^\d{11}$/, MT: /^\d{8}$/, NL: /^[A-Z0-9]{12}$/, PL: /^\d{10}$/, PT: /^\d{9}$/, RO: /^\d{2,10}$/ },
  ...{ SE: /^\d{12}$/, SI: /^\d{8}$/, SK: /^\d{10}$/, NO: /^\d{9}$/, LI: /^\d{5,6}$/ },
};

/** A national number without its letters is completed by the account's country, if it has that country's length. */
function withPrefix(compact: string, country: string | null): string {
  if (!/^U?\d+$/.test(compact)) return compact;
  if (country === "CH" && /^\d{9}$/.test(compact)) return `CHE${compact}`;
  if (country === "DE" && /^\d{9}$/.test(compact)) return `DE${compact}`;
  if (country === "AT" && /^U?\d{8}$/.test(compact)) return `ATU${compact.replace("U", "")}`;
  return compact;
}

/**
 * Reads a VAT or company id in any spelling (`CHE-109.322.551 MWST`, `USt-IdNr. DE 136 695 976`, `ATU13585627`) and
 * checks its digits where the rule is known (CH, DE, AT), else its shape. `country` (ISO 3166 alpha-2) completes bare
 * numbers. Null for a blank text, fewer than six letters or digits, or nothing but one repeated digit.
 */
export function parseVatId(text: string | null, country: string | null): VatId | null {
  const bare = foldText(text ?? "")
    .toUpperCase()
    .replace(/\b(MWST|TVA|IVA|VAT|HR|UST|ID|IDNR|NR|NO|UID|UMSATZSTEUER|STNR)\b/g, "")
    .replace(/[^A-Z0-9]/g, "")
    .replace(/(MWST|TVA|IVA)$/, "");
  const compact = withPrefix(bare.replace(/^CH(?=\d{9}$)/, "CHE").replace(/^AT(?=\d{8}$)/, "ATU"), country);
  if (compact.length < 6 || /^[A-Z]*(\d)\1*$/.test(compact)) return null;

  for (const [prefix, rule] of Object.entries(checked)) {
    if (!compact.startsWith(prefix)) continue;
    const digits = compact.slice(prefix.length);
    return { vatId: compact, status: rule.shape.test(digits) && rule.isValid(digits) ? "valid" : "invalid" };
  }
  const shape = shapes[compact.slice(0, 2)];
  return {
    vatId: compact,
    status: shape !== undefined && !shape.test(compact.slice(2)) ? "invalid" : "unknown",
  };
}
