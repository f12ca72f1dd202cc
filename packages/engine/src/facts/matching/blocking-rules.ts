/**
 * A blocking rule says which accounts are compared at all. `from` may add an unnested word; `key` and `refine` are
 * DuckDB SQL over `match_record` as `r`. A block above `largestBlock` accounts is divided by `refine`; a part still
 * too large is compared among neighbours in name order only, and reported.
 */
export interface BlockingRule {
  readonly code: string;
  readonly description: { readonly de: string; readonly en: string };
  readonly from?: string;
  /** SQL text expression; null leaves the account out of the rule. */
  readonly key: string;
  readonly refine?: string;
  /** Accounts; a block of n costs n(n−1)/2 comparisons. */
  readonly largestBlock: number;
}

/** The union of these rules gives the candidates. To add one: one object. */
export const blockingRules: readonly BlockingRule[] = [
  {
    code: "vatId",
    description: { de: "gleiche UID / USt-IdNr.", en: "same VAT id" },
    key: "r.vat_id",
    refine: "r.postcode",
    largestBlock: 60,
  },
  {
    code: "phone",
    description: { de: "gleiches Telefon", en: "same phone" },
    key: "r.phone",
    refine: "r.postcode",
    largestBlock: 40,
  },
  {
    code: "email",
    description: { de: "gleiche E-Mail-Adresse", en: "same e-mail address" },
    key: "r.email",
    refine: "r.postcode",
    largestBlock: 40,
  },
  {
    code: "domain",
    description: {
      de: "gleiche eigene Domäne, bei vielen mit Postleitzahl",
      en: "same own domain, with postcode if many",
    },
    key: "r.domain",
    refine: "r.postcode",
    largestBlock: 20,
  },
  {
    code: "address",
    description: { de: "gleiche Strasse und Nummer", en: "same street and number" },
    key: "r.postcode || '|' || r.street || '|' || r.house",
    refine: "r.name_compact[1:1]",
    largestBlock: 30,
  },
  {
    code: "postcodeSound",
    description: {
      de: "gleiche Postleitzahl und ein gleich klingendes Wort im Namen",
      en: "same postcode and a word in the name that sounds alike",
    },
    from: "unnest(string_split(r.name_sounds, ' ')) AS w(word)",
    key: "r.postcode || '|' || w.word",
    refine: "r.street",
    largestBlock: 30,
  },
  {
    code: "postcodePrefix",
    description: {
      de: "gleiche Postleitzahl und gleicher Namensanfang",
      en: "same postcode and same first letters of the name",
    },
    key: "r.postcode || '|' || r.name_compact[1:4]",
    refine: "r.street",
    largestBlock: 30,
  },
  {
    code: "name",
    description: { de: "gleicher Name an irgendeinem Ort", en: "same name at any place" },
    key: "r.name_sorted",
    refine: "r.city",
    largestBlock: 10,
  },
  {
    code: "nameWord",
    description: {
      de: "gleiches seltenes Wort im Namen, sonst mit Ort",
      en: "same rare word in the name, otherwise with the city",
    },
    from: "unnest(r.name_words) AS w(word)",
    key: "CASE WHEN length(w.word) >= 4 THEN w.word END",
    refine: "r.city",
    largestBlock: 10,
  },
];
