import { type Comparison, otherwise } from "../comparison.ts";
import type { MatchRecord } from "../match-record.ts";
import { levenshteinDistance } from "../string-similarity.ts";

const isInvalid = (record: MatchRecord): boolean => record.vatIdStatus === "invalid";

function isOneDigitOff(a: MatchRecord, b: MatchRecord): boolean {
  return (isInvalid(a) || isInvalid(b)) && levenshteinDistance(a.vatId ?? "", b.vatId ?? "") === 1;
}

const isOneDigitOffSql = (a: string, b: string): string =>
  `((${a}.vat_id_status = 'invalid' OR ${b}.vat_id_status = 'invalid') AND levenshtein(${a}.vat_id, ${b}.vat_id) = 1)`;

/**
 * VAT or company id. Ids of two countries are no contradiction: a firm may be registered in both. An id with a wrong
 * check digit speaks only if it equals the other one or is one digit off it.
 */
export const vatIdComparison: Comparison = {
  field: "vatId",
  description: { de: "UID / USt-IdNr.", en: "VAT id" },
  known: (a, b) =>
    a.vatId !== null &&
    b.vatId !== null &&
    (a.vatId === b.vatId ||
      isOneDigitOff(a, b) ||
      (!isInvalid(a) && !isInvalid(b) && a.vatId.slice(0, 2) === b.vatId.slice(0, 2))),
  knownSql: (a, b) =>
    `(${a}.vat_id IS NOT NULL AND ${b}.vat_id IS NOT NULL AND (${a}.vat_id = ${b}.vat_id OR ${isOneDigitOffSql(a, b)}
      OR (${a}.vat_id_status <> 'invalid' AND ${b}.vat_id_status <> 'invalid' AND ${a}.vat_id[1:2] = ${b}.vat_id[1:2])))`,
  levels: [
    {
      code: "same",
      description: { de: "gleich", en: "same" },
      m: 0.93,
      u: 0.000001,
      holds: (a, b) => a.vatId === b.vatId && !isInvalid(a),
      sql: (a, b) => `(${a}.vat_id = ${b}.vat_id AND ${a}.vat_id_status <> 'invalid')`,
    },
    {
      code: "sameUnchecked",
      description: { de: "gleich, aber Prüfziffer falsch", en: "same, but the check digit is wrong" },
      m: 0.01,
      u: 0.00001,
      holds: (a, b) => a.vatId === b.vatId,
      sql: (a, b) => `${a}.vat_id = ${b}.vat_id`,
    },
    {
      code: "oneDigitOff",
      description: {
        de: "eine Ziffer verschieden, Prüfziffer falsch",
        en: "one digit off, check digit wrong",
      },
      m: 0.03,
      u: 0.000001,
      holds: isOneDigitOff,
      sql: isOneDigitOffSql,
    },
    otherwise(0.03, 0.999988),
  ],
};
