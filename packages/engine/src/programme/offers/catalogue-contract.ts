import { z } from "zod";
import { findingSchema } from "../contracts/finding-contract.ts";
import { elementReportSchema } from "./element-contract.ts";
import { leanOfferSchema } from "./offer-contract.ts";
import { transferReportSchema } from "./transfer-contract.ts";

const text = z.object({ de: z.string(), en: z.string() });
const interval = z.object({ cents: z.number().int(), low: z.number().int(), high: z.number().int() });

/** What a lean offer lacks before it may be published (AT5.2). */
export const missingParts = ["core", "centsPerCustomerYear", "manualTouches"] as const;
export type MissingPart = (typeof missingParts)[number];

/** Whether larger customers would take the lean offer instead of what they have (AT5.3). */
export const cannibalisationSchema = z.object({
  /** Larger customers all of whose used elements are in the offer or can be chosen. */
  customers: z.number().int(),
  ofLarge: z.number().int(),
  salesCents: z.number().int(),
  /** Sales that moving down would cost per year: middle, 10 % and 90 % quantile. */
  atRisk: interval,
  /** Share that moves and share of sales that it costs, as assumed. */
  assumed: z.object({
    switchRatio: z.object({ low: z.number(), mid: z.number(), high: z.number() }),
    lostSalesRatio: z.object({ low: z.number(), mid: z.number(), high: z.number() }),
  }),
  /** An element that larger customers want and small ones rarely use: whoever wants it stays by own choice. */
  fence: z
    .object({
      /** Null: no element sets them apart, so the way of ordering does. */
      element: z.string().nullable(),
      largeUserRatio: z.number().nullable(),
      smallUserRatio: z.number().nullable(),
      /** Still eligible with the fence; null: unknown until it was tried. */
      customers: z.number().int().nullable(),
      atRisk: interval.nullable(),
      sentence: text,
    })
    /** Null: nobody is eligible. */
    .nullable(),
  sentence: text,
});
export type Cannibalisation = z.infer<typeof cannibalisationSchema>;

/** GET /api/programme/offers/{code}/check */
export const offerCheckSchema = z.object({
  code: z.string(),
  version: z.number().int(),
  missing: z.array(z.object({ part: z.enum(missingParts), sentence: text })),
  /** OF01 advice removed where need is broad (AT5.5), OF02 a reason to stay removed. */
  findings: z.array(findingSchema),
  cannibalisation: cannibalisationSchema.nullable(),
  /** From the elements in the core, as a start for the form; null: unknown. */
  suggestedCentsPerCustomerYear: z.number().int().nullable(),
  suggestedManualTouches: z.number().nullable(),
  canPublish: z.boolean(),
});
export type OfferCheck = z.infer<typeof offerCheckSchema>;

/** An offer with its newest versions, the published one first where there is one. */
export const offerWithCheckSchema = z.object({
  code: z.string(),
  published: leanOfferSchema.nullable(),
  draft: leanOfferSchema.nullable(),
  versions: z.array(leanOfferSchema.pick({ version: true, state: true, author: true, madeAt: true })),
  /** Of the draft, else of the published version; null: all retired. */
  check: offerCheckSchema.nullable(),
});
export type OfferWithCheck = z.infer<typeof offerWithCheckSchema>;

/** GET /api/reports/catalogue, `kleinod report catalogue --json` */
export const catalogueReportSchema = z.object({
  elements: elementReportSchema,
  offers: z.array(offerWithCheckSchema),
  transfers: transferReportSchema,
});
export type CatalogueReport = z.infer<typeof catalogueReportSchema>;
