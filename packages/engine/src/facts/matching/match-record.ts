import { colognePhonetics } from "./cologne-phonetics.ts";
import { parseCompanyName, parseLegalForm } from "./company-name.ts";
import { parseCountry } from "./country.ts";
import { foldText } from "./fold-text.ts";
import type { LegalFormClass } from "./legal-forms.ts";
import { ownDomain, parseEmail } from "./mail-domain.ts";
import { parsePhone } from "./phone.ts";
import { parsePostcode } from "./postcode.ts";
import { parseStreet } from "./street.ts";
import { parseVatId, type VatIdStatus } from "./vat-id.ts";

/** What an account states about itself, as imported; null or blank where the source says nothing. */
export interface MatchInput {
  readonly name: string | null;
  readonly name2: string | null;
  readonly street: string | null;
  readonly postcode: string | null;
  readonly city: string | null;
  readonly country: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly website: string | null;
  readonly vatId: string | null;
  readonly legalForm: string | null;
}

/** The comparable form of an account: one spelling per thing, null where nothing usable is known. */
export interface MatchRecord {
  /** Core words of the name without spaces, in the order written. */
  readonly nameCompact: string | null;
  /** Core words of the name, sorted, each once, separated by spaces. */
  readonly nameSorted: string | null;
  /** Kölner Phonetik of each core word of three or more letters, separated by spaces. */
  readonly nameSounds: string | null;
  /** Trade words of the name, sorted, separated by spaces. */
  readonly tradeWords: string | null;
  readonly legalForm: LegalFormClass | null;
  /** `CH-8001`: with its country, because 1010 is Vienna and Lausanne. */
  readonly postcode: string | null;
  readonly city: string | null;
  readonly street: string | null;
  readonly house: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly domain: string | null;
  readonly vatId: string | null;
  readonly vatIdStatus: VatIdStatus | null;
}

const countryOfVatPrefix: Readonly<Record<string, string>> = { CHE: "CH", ATU: "AT" };

function countryOfVatId(text: string | null): string | null {
  const prefix = /^\s*([A-Z]{2})(E|U)?[-\s.]*\d/.exec((text ?? "").toUpperCase());
  if (prefix === null) return null;
  return countryOfVatPrefix[`${prefix[1]}${prefix[2] ?? ""}`] ?? parseCountry(prefix[1] ?? null);
}

const blankToNull = (text: string): string | null => (text === "" ? null : text);

/**
 * Normalises one account. `defaultCountry` (ISO 3166 alpha-2) stands in where the account names no country and
 * neither its VAT id nor its postcode tells one.
 */
export function toMatchRecord(account: MatchInput, defaultCountry: string): MatchRecord {
  const stated = parseCountry(account.country) ?? countryOfVatId(account.vatId) ?? defaultCountry;
  const place = parsePostcode(account.postcode, stated);
  const country = parseCountry(account.country) ?? place?.country ?? stated;
  const name = parseCompanyName(account.name, account.name2);
  const sounds = name?.coreWords.filter((word) => word.length >= 3).map(colognePhonetics) ?? [];
  const street = parseStreet(account.street);
  const vatId = parseVatId(account.vatId, country);
  return {
    nameCompact: name === null ? null : name.coreWords.join(""),
    nameSorted: name === null ? null : [...new Set(name.coreWords)].sort().join(" "),
    nameSounds: blankToNull([...new Set(sounds)].filter((sound) => sound !== "").join(" ")),
    tradeWords: blankToNull(name?.tradeWords.join(" ") ?? ""),
    legalForm: parseLegalForm(account.legalForm) ?? name?.legalForm ?? null,
    postcode: place === null ? null : `${place.country ?? ""}-${place.postcode}`,
    city: blankToNull(foldText((account.city ?? "").replace(/\s\d+$|\(.*\)/g, ""))),
    street: street.street,
    house: street.house,
    phone: parsePhone(account.phone, country),
    email: parseEmail(account.email),
    domain: ownDomain(account.email, account.website),
    vatId: vatId?.vatId ?? null,
    vatIdStatus: vatId?.status ?? null,
  };
}
