import { type Comparison, otherwise } from "../comparison.ts";

/**
 * E-mail address and the domain a firm owns. Domains of free-mail providers are no domain: accounts with such an
 * address agree only if the whole address does, and differing ones say nothing.
 */
export const mailComparison: Comparison = {
  field: "mail",
  description: { de: "E-Mail und Domäne", en: "E-mail and domain" },
  known: (a, b) => (a.domain !== null && b.domain !== null) || (a.email !== null && a.email === b.email),
  knownSql: (a, b) =>
    `((${a}.domain IS NOT NULL AND ${b}.domain IS NOT NULL) OR coalesce(${a}.email = ${b}.email, false))`,
  levels: [
    {
      code: "sameAddress",
      description: { de: "gleiche Adresse", en: "same address" },
      m: 0.4,
      u: 0.000003,
      holds: (a, b) => a.email !== null && a.email === b.email,
      sql: (a, b) => `${a}.email = ${b}.email`,
    },
    {
      code: "sameDomain",
      description: { de: "gleiche eigene Domäne", en: "same domain of their own" },
      m: 0.4,
      u: 0.00002,
      holds: (a, b) => a.domain !== null && a.domain === b.domain,
      sql: (a, b) => `${a}.domain = ${b}.domain`,
      termShare: "domain_share",
    },
    otherwise(0.2, 0.999977),
  ],
};
