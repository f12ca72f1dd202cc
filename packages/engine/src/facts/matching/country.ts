import { foldText } from "./fold-text.ts";

const names: Readonly<Record<string, string>> = {
  ...{ ch: "CH", che: "CH", schweiz: "CH", suisse: "CH", svizzera: "CH", switzerland: "CH" },
  ...{ de: "DE", d: "DE", deu: "DE", ger: "DE", deutschland: "DE", germany: "DE", allemagne: "DE" },
  ...{ at: "AT", a: "AT", aut: "AT", osterreich: "AT", austria: "AT", autriche: "AT" },
  ...{ li: "LI", fl: "LI", lie: "LI", liechtenstein: "LI" },
  ...{ fr: "FR", f: "FR", fra: "FR", frankreich: "FR", france: "FR" },
  ...{ it: "IT", i: "IT", ita: "IT", italien: "IT", italia: "IT", italy: "IT" },
  ...{ gb: "GB", uk: "GB", gbr: "GB", "united kingdom": "GB", "great britain": "GB", england: "GB" },
  ...{ us: "US", usa: "US", "united states": "US", "united states of america": "US" },
  ...{ nl: "NL", niederlande: "NL", netherlands: "NL", be: "BE", belgien: "BE", belgium: "BE" },
  ...{ lu: "LU", luxemburg: "LU", luxembourg: "LU" },
};

/** ISO 3166 alpha-2 of a country written as code, plate letter or name; another two-letter code is kept; else null. */
export function parseCountry(text: string | null): string | null {
  const folded = foldText(text ?? "");
  const known = names[folded];
  if (known !== undefined) return known;
  return /^[a-z]{2}$/.test(folded) ? folded.toUpperCase() : null;
}
