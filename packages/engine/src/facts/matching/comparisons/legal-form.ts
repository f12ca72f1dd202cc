import { bothKnownSql, type Comparison, otherwise } from "../comparison.ts";

/** Class of legal form. Weak evidence: sole traders become companies, and clerks leave the form out. */
export const legalFormComparison: Comparison = {
  field: "legalForm",
  description: { de: "Rechtsform", en: "Legal form" },
  known: (a, b) => a.legalForm !== null && b.legalForm !== null,
  knownSql: bothKnownSql("legal_form"),
  levels: [
    {
      code: "same",
      description: { de: "gleich", en: "same" },
      m: 0.88,
      u: 0.35,
      holds: (a, b) => a.legalForm === b.legalForm,
      sql: (a, b) => `${a}.legal_form = ${b}.legal_form`,
    },
    otherwise(0.12, 0.65),
  ],
};
