import { z } from "zod";
import { unclearSchema } from "../reports.ts";

/** The triangle report: the same document in the app, in the API and from `kleinod report triangle --json`. */
const count = z.number().int();
const cents = z.number().int();
const text = z.object({ de: z.string(), en: z.string() });
const ratioOrUnclear = z.number().min(0).max(1).nullable();

/** Small value, varied need, high effort. */
export const corners = ["value", "need", "effort"] as const;
export type Corner = (typeof corners)[number];

/** Contact caused by our own failure, by a need, or not to be told. */
export const demandKinds = ["failure", "value", "unknown"] as const;
export type DemandKind = (typeof demandKinds)[number];

/** The order in which a relation is worked on; ending it comes last and only when all others are exhausted. */
export const ladderSteps = ["reassess", "educate", "renegotiate", "migrate", "end"] as const;
export type LadderStep = (typeof ladderSteps)[number];

/** Who can change it. `sales` is inside sales; process owners own the process that causes the contact. */
export const addressees = [
  "insideSalesLead",
  "productAndPrice",
  "logistics",
  "billing",
  "serviceProcess",
  "quality",
  "deliveryProcess",
  "orderProcess",
  "digital",
  "expertLead",
] as const;
export type Addressee = (typeof addressees)[number];

export const meansSchema = z.object({
  code: z.string(),
  label: text,
  /** What is done, in one sentence. */
  description: text,
  corner: z.enum(corners),
  ladderStep: z.enum(ladderSteps),
  addressee: z.enum(addressees),
  /** Expected money per year on avoidable cost and contribution; low and high are an 80 % interval. */
  effectCents: cents,
  lowCents: cents,
  highCents: cents,
  /** Extra minutes per year that all customers of the case type spend; negative: they are relieved. */
  customerMinutes: z.number(),
  /** One-off and yearly minutes of ours, first year. */
  ourMinutes: z.number(),
  /** Evidence grade A … D of the effect; everything below A is an assumption. */
  grade: z.string(),
});

/** Over customers of small value per contact, in the triangle or not: there the means apply. */
export const caseTypeSchema = z.object({
  /** Key for `/api/reports/triangle/customers?caseType=`. */
  code: z.string(),
  /** As the data says; null: not said. At T1 `smallOrder`. */
  reason: z.string().nullable(),
  reasonLabel: text,
  needField: z.string().nullable(),
  channel: z.string().nullable(),
  channelLabel: text,
  customers: count,
  /** Of them in the triangle. */
  triangleCustomers: count,
  contacts: count,
  minutes: z.number(),
  /** Full cost of the contacts and of what they cause. */
  costCents: cents,
  avoidableCents: cents,
  demand: z.enum(demandKinds),
  /** Failure contacts ÷ contacts of customers, at least: unknown ones count as none; null while nothing is known. */
  failureShare: ratioOrUnclear,
  unknownShare: ratioOrUnclear,
  transfers: count,
  reopenings: count,
  /** Ternary plot: shares that add up to 1, the larger the closer to that corner. */
  coordinates: z.object({ value: z.number(), need: z.number(), effort: z.number() }),
  /** The corner to shrink. */
  corner: z.enum(corners),
  cornerReason: text,
  effectCents: cents,
  lowCents: cents,
  highCents: cents,
  customerMinutes: z.number(),
  addressee: z.enum(addressees),
  addresseeLabel: text,
  /**
   * Most expected money first, with two exceptions: above 30 % failure what we cause ourselves comes first (AT3.5), and
   * ending the relation always comes last, after at least one of each earlier step of the ladder (AT3.3).
   */
  means: z.array(meansSchema),
});

export const triangleSchema = z.object({
  asOf: z.string(),
  currency: z.string().nullable(),
  /** `orders`: judged from orders alone (T1), with wider uncertainty; `contacts`: with activities or cases. */
  evidence: z.enum(["orders", "contacts"]),
  borders: z.object({
    valuePerContactCents: cents,
    needVariety: z.number(),
    effortRatio: z.number(),
    isAssumption: z.boolean(),
  }),
  /** total = inTriangle + outside + unclear. Customers of all sizes are judged alike. */
  customers: z.object({
    total: count,
    inTriangle: count,
    outside: count,
    unclear: count,
    /** In the triangle even at the low end of the cost interval, and possibly at its high end. */
    certain: count,
    possible: count,
    /** Of those in the triangle. */
    small: count,
    large: count,
    /** Judged customers at each corner alone. */
    lowValue: count,
    variedNeed: count,
    highEffort: count,
  }),
  costCents: cents,
  /** K12 over all contacts. */
  demand: z.object({
    contacts: count,
    failure: count,
    value: count,
    unknown: count,
    /** Failure ÷ (failure + value). */
    failureShare: ratioOrUnclear,
    /** With every unknown contact counted as value and as failure. */
    low: ratioOrUnclear,
    high: ratioOrUnclear,
    failureCents: cents,
  }),
  /** Case types altogether; the list holds those with the most expected money, at most 500. */
  caseTypesTotal: count,
  /** Most expected money first. */
  caseTypes: z.array(caseTypeSchema),
  /** What to say first, to whom; a case type with more than 30 % failure goes to the process owner (AT3.5). */
  findings: z.array(
    z.object({
      caseType: z.string(),
      addressee: z.enum(addressees),
      addresseeLabel: text,
      sentence: text,
      effectCents: cents,
      lowCents: cents,
      highCents: cents,
      isFailure: z.boolean(),
    }),
  ),
  /** Reasons that no rule knows: to be told apart in the parameter `demand.byReason`. */
  unknownReasons: z.array(z.object({ reason: z.string(), contacts: count })),
  unclear: z.array(unclearSchema.extend({ cure: text.optional() })),
});
export type Triangle = z.infer<typeof triangleSchema>;
export type CaseType = z.infer<typeof caseTypeSchema>;
export type Means = z.infer<typeof meansSchema>;

export const triangleCustomersSchema = z.object({
  asOf: z.string(),
  currency: z.string().nullable(),
  /** Null: all customers of the triangle. */
  caseType: z.string().nullable(),
  total: count,
  /** Most cost first; the address is the case type, the list serves those who work on it. */
  rows: z.array(
    z.object({
      customerId: count,
      name: z.string(),
      accountKey: z.string(),
      sizeClass: z.string(),
      /** Null: unclear. */
      inTriangle: z.boolean().nullable(),
      contacts: count.nullable(),
      valuePerContactCents: cents.nullable(),
      needVariety: z.number().nullable(),
      effortRatio: z.number().nullable(),
      fullCents: cents.nullable(),
      avoidableCents: cents.nullable(),
      salesCents: cents.nullable(),
    }),
  ),
});
export type TriangleCustomers = z.infer<typeof triangleCustomersSchema>;
