/** `GET /api/reports/responsibility` and `kleinod report responsibility --json`. */
import { z } from "zod";
import { unclearSchema } from "../../measures/reports.ts";
import { promiseSchema } from "../promises/promise-contract.ts";
import { handoverSchema, responsibilityOrigins, responsibleTypes } from "./rule-contract.ts";

const count = z.number().int();
const cents = z.number().int();
const centsOrUnclear = cents.nullable();
const ratioOrUnclear = z.number().nullable();
const text = z.object({ de: z.string(), en: z.string() });
const responsibleType = z.enum(responsibleTypes);

/** Who looks after comparable customers, most first. */
const proposalSchema = z.object({
  type: responsibleType,
  name: z.string(),
  /** Comparable customers whom this one looks after, and their share among all comparable ones that have somebody. */
  neighbours: count,
  shareRatio: z.number(),
  basis: z.enum(["branchRegion", "branch", "region", "all"]),
});

export const gapReasons = ["nobodyNamed", "partnerEnded", "newCustomer"] as const;

export const gapSchema = z.object({
  customerId: count,
  name: z.string(),
  accountKey: z.string(),
  city: z.string().nullable(),
  branch: z.string().nullable(),
  region: z.string().nullable(),
  sizeClass: z.string(),
  rhythmState: z.string(),
  salesLast12Cents: centsOrUnclear,
  /** Also without a responsible, a promise holds. */
  serviceCategory: z.string(),
  why: z.object({ code: z.enum(gapReasons), text }),
  proposals: z.array(proposalSchema),
});
export type ResponsibilityGap = z.infer<typeof gapSchema>;

/** A promise of one category, kept or not. There is no figure over several categories, on purpose (K9). */
export const promiseKeptSchema = z.object({
  /** Code of the category. */
  category: z.string(),
  label: text,
  /** True while the shipped wording and time hold. */
  isAssumption: z.boolean(),
  promise: promiseSchema,
  customers: count,
  /** Cases whose answer was due in the 12 months and that can be judged: kept + broken. */
  due: count,
  kept: count,
  broken: count,
  /** Cases of which the file gives the day only, or no answer: cannot be judged. */
  unclear: count,
  /** Open and not due yet. */
  pending: count,
  keptRatio: ratioOrUnclear,
  /** 80 % interval (Wilson), opened by the unclear ones. */
  low: ratioOrUnclear,
  high: ratioOrUnclear,
  /** The 12 months before. */
  previous: z.object({ due: count, kept: count, keptRatio: ratioOrUnclear }),
  /** keptRatio minus that of the 12 months before. */
  trendRatio: ratioOrUnclear,
  /** Every week (its Monday) with something due, oldest first. */
  weeks: z.array(z.object({ week: z.string(), due: count, kept: count })),
  /** At most 5 with most broken promises. */
  worstWeeks: z.array(z.object({ week: z.string(), due: count, kept: count })),
  /** K7: minutes of our people, used and planned. */
  attention: z.object({
    usedMinutes: z.number().nullable(),
    usedPerCustomer: z.number().nullable(),
    plannedPerCustomer: z.number().nullable(),
    plannedMinutes: z.number().nullable(),
  }),
});

const leakPart = z.object({
  minutes: z.number(),
  costCents: cents,
  events: count,
});

/** K8: time of specialist roles at small customers that nobody assigned to them ÷ all time of these roles. */
export const leakSchema = z.object({
  /** Null while no specialist role logs anything. */
  ratio: ratioOrUnclear,
  /** Equal to ratio when everything is logged; else from "all unlogged work is elsewhere" to "all of it is at small customers". */
  low: ratioOrUnclear,
  high: ratioOrUnclear,
  hours: z.number(),
  hoursLow: z.number(),
  hoursHigh: z.number(),
  costCents: cents,
  costLowCents: cents,
  costHighCents: cents,
  /** Of these roles, wherever it went. */
  totalHours: z.number(),
  totalCostCents: cents,
  /** Share of the minutes that equations estimate because nobody logged them. */
  estimatedRatio: ratioOrUnclear,
  /** Declared as wanted: by promise, rule, reason or customer. */
  legitimate: leakPart,
  /** Part of the leak at customers for whom the person stands in the master data: assign or hand over. */
  ownerInMasterData: leakPart,
  byRole: z.array(
    z.object({
      role: z.string(),
      label: text,
      unloggedRatio: z.number(),
      centsPerMinute: z.number(),
      rateIsAssumed: z.boolean(),
      totalMinutes: z.number(),
      leakMinutes: z.number(),
      ratio: ratioOrUnclear,
      low: ratioOrUnclear,
      high: ratioOrUnclear,
      costCents: cents,
    }),
  ),
  /** Null: no reason given. */
  byReason: z.array(
    z.object({
      reason: z.string().nullable(),
      minutes: z.number(),
      costCents: cents,
      events: count,
      shareRatio: z.number(),
    }),
  ),
  /** Where the time of specialists goes, for the flow picture: role → reason → size and category. */
  flows: z.array(
    z.object({
      role: z.string(),
      reason: z.string().nullable(),
      /** `none`: the event names no customer. */
      sizeClass: z.string(),
      category: z.string().nullable(),
      minutes: z.number(),
      costCents: cents,
      events: count,
      isLeak: z.boolean(),
      isLegitimate: z.boolean(),
    }),
  ),
  /** From the latest time sampling, beside the logs; null without one. */
  fromTimeSample: z
    .object({
      campaignId: z.string(),
      name: z.string(),
      samples: count,
      ratio: z.number(),
      low: z.number(),
      high: z.number(),
    })
    .nullable(),
});

const mismatchRow = z.object({
  customerId: count,
  name: z.string(),
  accountKey: z.string(),
  sizeClass: z.string(),
  category: z.string(),
  responsible: z.string().nullable(),
  salesLast12Cents: centsOrUnclear,
  reasons: z.array(text),
});

export const responsibilityReportSchema = z.object({
  asOf: z.string(),
  /** First day of the 12 months. */
  from: z.string(),
  currency: z.string().nullable(),
  /** Active customers: not lost by their own rhythm, not deleted. customers = person + pool + partner + ownUnit + gaps. */
  coverage: z.object({
    customers: count,
    person: count,
    pool: count,
    partner: count,
    ownUnit: count,
    gaps: count,
    byOrigin: z.array(z.object({ origin: z.enum(responsibilityOrigins), customers: count })),
  }),
  rules: z.array(z.object({ code: z.string(), label: text, customers: count })),
  /** Of the whole list, not of the page. */
  gapsTotal: count,
  gaps: z.array(gapSchema),
  /** The same gaps put together, largest first: assign a group at once with these filters. */
  gapGroups: z.array(
    z.object({
      branch: z.string().nullable(),
      region: z.string().nullable(),
      customers: count,
      salesLast12Cents: centsOrUnclear,
      proposals: z.array(proposalSchema),
    }),
  ),
  /** Who looks after how many; the 200 with most customers, by customers. */
  responsibles: z.array(
    z.object({ type: responsibleType, name: z.string(), customers: count, small: count, large: count }),
  ),
  promises: z.array(promiseKeptSchema),
  /** Cases that name no customer belong to no category. */
  casesWithoutCustomer: count,
  /** K7 over all: capacity of the attention roles' pools; null without pools. */
  attention: z.object({
    usedMinutes: z.number().nullable(),
    capacityMinutes: z.number().nullable(),
    capacityPerCustomer: z.number().nullable(),
    roles: z.array(z.string()),
  }),
  leak: leakSchema,
  mismatch: z.object({
    /** Small customers with a broad need and little attention, or a broken promise. */
    underSupported: z.object({
      total: count,
      rows: z.array(
        mismatchRow.extend({
          needBreadth: z.number().nullable(),
          attentionMinutes: z.number().nullable(),
          brokenPromises: count,
        }),
      ),
    }),
    /** Large customers with specialists of their own who use little of what we offer: suggestion `leaner`. */
    overRitualised: z.object({
      total: count,
      minutes: z.number(),
      costCents: cents,
      rows: z.array(
        mismatchRow.extend({
          suggestion: z.literal("leaner"),
          ownSpecialists: count,
          elementsOffered: count,
          elementsUsed: count,
          usedRatio: ratioOrUnclear,
          visits: count,
          /** What a leaner service would free in a year. */
          savedMinutes: z.number(),
          savedCents: cents,
        }),
      ),
    }),
  }),
  /** Newest first, at most 100. */
  handovers: z.array(handoverSchema),
  unclear: z.array(unclearSchema),
});
export type ResponsibilityReport = z.infer<typeof responsibilityReportSchema>;
