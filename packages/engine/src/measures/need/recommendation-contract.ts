import type { Text } from "../measure-contract.ts";

/** What is recommended for a customer, on two independent axes; `segments/service-form` decides, these are the names. */

/** How many of the customer's problems we cover, narrow to wide. It follows need alone, never size. */
export const supportBreadths = ["core", "extended", "broad", "comprehensive"] as const;
export type SupportBreadth = (typeof supportBreadths)[number];

/** Through whom or what the customer is served. Size, economics and channel may decide it. */
export const supportForms = ["portal", "poolGeneralist", "namedGeneralist", "partner", "field"] as const;
export type SupportForm = (typeof supportForms)[number];

/** As shown to people. */
export const supportBreadthNames: Readonly<Record<SupportBreadth, Text>> = {
  core: { de: "Kernunterstützung", en: "core support" },
  extended: { de: "erweiterte Unterstützung", en: "extended support" },
  broad: { de: "breite Unterstützung", en: "broad support" },
  comprehensive: { de: "umfassende Unterstützung", en: "comprehensive support" },
};
export const supportFormNames: Readonly<Record<SupportForm, Text>> = {
  portal: { de: "Portal", en: "portal" },
  poolGeneralist: { de: "Generalisten-Team", en: "team of generalists" },
  namedGeneralist: { de: "fester Generalist", en: "named generalist" },
  partner: { de: "Partner", en: "partner" },
  field: { de: "Aussendienst", en: "field sales" },
};
