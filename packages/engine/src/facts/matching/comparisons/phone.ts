import { bothKnownSql, type Comparison, otherwise } from "../comparison.ts";

/** Numbers of one switchboard differ in the last two digits. */
const stem = (phone: string | null): string => (phone ?? "").slice(0, -2);

/** Phone number as digits with calling code. */
export const phoneComparison: Comparison = {
  field: "phone",
  description: { de: "Telefon", en: "Phone" },
  known: (a, b) => a.phone !== null && b.phone !== null,
  knownSql: bothKnownSql("phone"),
  levels: [
    {
      code: "same",
      description: { de: "gleich", en: "same" },
      m: 0.7,
      u: 0.000005,
      holds: (a, b) => a.phone === b.phone,
      sql: (a, b) => `${a}.phone = ${b}.phone`,
      termShare: "phone_share",
    },
    {
      code: "sameSwitchboard",
      description: { de: "gleich bis auf die letzten zwei Ziffern", en: "same but for the last two digits" },
      m: 0.08,
      u: 0.00005,
      holds: (a, b) => stem(a.phone) === stem(b.phone),
      sql: (a, b) => `${a}.phone[1:-3] = ${b}.phone[1:-3]`,
    },
    otherwise(0.22, 0.999945),
  ],
};
