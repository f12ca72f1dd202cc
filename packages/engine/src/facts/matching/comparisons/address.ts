import { type Comparison, otherwise } from "../comparison.ts";
import type { MatchRecord } from "../match-record.ts";
import { jaroWinklerSimilarity } from "../string-similarity.ts";

const equal = (a: string | null, b: string | null): boolean => a !== null && a === b;

function samePlace(a: MatchRecord, b: MatchRecord): boolean {
  return equal(a.postcode, b.postcode) || equal(a.city, b.city);
}
// SQL conditions are three-valued; inside CASE a null counts as "does not hold", exactly as `equal` does.
const samePlaceSql = (a: string, b: string): string =>
  `(${a}.postcode = ${b}.postcode OR ${a}.city = ${b}.city)`;

/** Country and the first two digits of the postcode. */
function sameRegion(a: MatchRecord, b: MatchRecord): boolean {
  return a.postcode !== null && b.postcode !== null && a.postcode.slice(0, 5) === b.postcode.slice(0, 5);
}

/**
 * Street, number, postcode and city as one field, because they depend on each other: comparing them one by one would
 * count the same agreement several times.
 */
export const addressComparison: Comparison = {
  field: "address",
  description: { de: "Adresse", en: "Address" },
  known: (a, b) => (a.postcode !== null && b.postcode !== null) || (a.city !== null && b.city !== null),
  knownSql: (a, b) =>
    `((${a}.postcode IS NOT NULL AND ${b}.postcode IS NOT NULL) OR (${a}.city IS NOT NULL AND ${b}.city IS NOT NULL))`,
  levels: [
    {
      code: "sameDoor",
      description: { de: "gleiche Strasse und Nummer", en: "same street and number" },
      m: 0.6,
      u: 0.00002,
      holds: (a, b) => equal(a.street, b.street) && equal(a.house, b.house) && samePlace(a, b),
      sql: (a, b) => `(${a}.street = ${b}.street AND ${a}.house = ${b}.house AND ${samePlaceSql(a, b)})`,
    },
    {
      code: "nearlySameDoor",
      description: { de: "gleiche Nummer, Strasse fast gleich", en: "same number, street nearly the same" },
      m: 0.08,
      u: 0.00001,
      holds: (a, b) =>
        equal(a.house, b.house) &&
        samePlace(a, b) &&
        a.street !== null &&
        b.street !== null &&
        jaroWinklerSimilarity(a.street, b.street) >= 0.92,
      sql: (a, b) =>
        `(${a}.house = ${b}.house AND ${samePlaceSql(a, b)} AND jaro_winkler_similarity(${a}.street, ${b}.street) >= 0.92)`,
    },
    {
      code: "sameStreet",
      description: { de: "gleiche Strasse", en: "same street" },
      m: 0.07,
      u: 0.0001,
      holds: (a, b) => equal(a.street, b.street) && samePlace(a, b),
      sql: (a, b) => `(${a}.street = ${b}.street AND ${samePlaceSql(a, b)})`,
    },
    {
      code: "samePlace",
      description: { de: "gleicher Ort", en: "same place" },
      m: 0.12,
      u: 0.003,
      holds: samePlace,
      sql: samePlaceSql,
    },
    {
      code: "sameRegion",
      description: { de: "gleiche Region", en: "same region" },
      m: 0.06,
      u: 0.02,
      holds: sameRegion,
      sql: (a, b) => `${a}.postcode[1:5] = ${b}.postcode[1:5]`,
    },
    otherwise(0.07, 0.97687),
  ],
};
