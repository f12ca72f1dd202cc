import { z } from "zod";
import { elementProposals } from "./offer-states-contract.ts";

const text = z.object({ de: z.string(), en: z.string() });
const ratio = z.number().nullable();

/** What people know of a service element and no file says. */
export const elementProfileSchema = z.object({
  element: z.string().trim().min(1).max(120),
  /** Code of the role that does the work; null: priced with the mean rate. */
  role: z.string().max(40).nullable(),
  /** How often somebody touches it by hand each time it is used; null: not counted. */
  manualTouchesPerUse: z.number().min(0).max(1_000).nullable(),
  /** Advice, training, help with the customer's own problem; null: told from its name. */
  isAdvice: z.boolean().nullable(),
});
export type ElementProfile = z.infer<typeof elementProfileSchema>;

/** A service element: used × valued × cost, by the small customers of the snapshot in the last 12 months. */
export const elementRowSchema = z.object({
  element: z.string(),
  /** Customers who were offered it or used it. */
  offered: z.number().int(),
  users: z.number().int(),
  uses: z.number().int(),
  /** Users ÷ small customers who bought or used anything; null without any. */
  userRatio: ratio,
  /** Users who named a reason to stay with it; null: nobody was asked about any element. */
  namedAsReason: z.number().int().nullable(),
  /** Named ÷ users, with its 80 % interval (Wilson); a user who said nothing counts as not naming it. */
  reasonToStayRatio: ratio,
  reasonToStayLow: ratio,
  reasonToStayHigh: ratio,
  /** The commonest reasons in the customers' words, at most three. */
  reasons: z.array(z.string()),
  minutes: z.number(),
  /** Times that nobody clocked; they count with the element's mean, or with the usual minutes. */
  withoutMinutes: z.number().int(),
  /** Minutes × rate of the role; low and high with the cheapest and dearest role where nobody named one. */
  costCents: z.number().int(),
  costLowCents: z.number().int(),
  costHighCents: z.number().int(),
  role: z.string().nullable(),
  roleIsAssumed: z.boolean(),
  /** Of the cost of all service elements; null without any cost. */
  costShareRatio: ratio,
  /** Cost ÷ users; null: nobody uses it. */
  unitCostCentsPerCustomerYear: z.number().int().nullable(),
  /** Touches by hand per user and year; null: nobody counted. */
  manualTouches: z.number().nullable(),
  manualTouchesPerUse: z.number().nullable(),
  /** Null: neither a person nor its name says. */
  isAdvice: z.boolean().nullable(),
  adviceIsAssumed: z.boolean(),
  /** Larger customers who use it, and their share. */
  largeUsers: z.number().int(),
  largeUserRatio: ratio,
  proposal: z.enum(elementProposals),
  sentence: text,
});
export type ElementRow = z.infer<typeof elementRowSchema>;

/** GET /api/programme/elements */
export const elementReportSchema = z.object({
  asOf: z.string(),
  snapshotId: z.string(),
  currency: z.string().nullable(),
  /** Small customers who bought or used an element in 12 months. */
  customers: z.number().int(),
  largeCustomers: z.number().int(),
  costCents: z.number().int(),
  /** Mean cents per minute of all work for customers, and of the cheapest and dearest role; null: no cost pools. */
  rate: z.object({ mean: z.number(), low: z.number(), high: z.number() }).nullable(),
  /** Dearest first. */
  elements: z.array(elementRowSchema),
  /** Roles of the company, for the form. */
  roles: z.array(z.object({ code: z.string(), label: text })),
  sentence: text,
  unclear: z.array(z.object({ field: z.string(), text })),
});
export type ElementReport = z.infer<typeof elementReportSchema>;
