/** What is recommended for a customer, on two independent axes; `segments/service-form` decides, these are the names. */

/** How many of the customer's problems we cover, narrow to wide. It follows need alone, never size. */
export const supportBreadths = ["core", "extended", "broad", "comprehensive"] as const;
export type SupportBreadth = (typeof supportBreadths)[number];

/** Through whom or what the customer is served. Size, economics and channel may decide it. */
export const supportForms = ["portal", "poolGeneralist", "namedGeneralist", "partner", "field"] as const;
export type SupportForm = (typeof supportForms)[number];
