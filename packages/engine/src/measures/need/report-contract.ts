import { z } from "zod";
import { supportBreadths, supportForms } from "./recommendation-contract.ts";

const count = z.number().int();
const ratio = z.number();
const moneyOrUnclear = z.number().int().nullable();
const text = z.object({ de: z.string(), en: z.string() });

/** Why a figure of this report is null or less sharp than it could be, and what would cure it. */
export const needUnclearSchema = z.object({
  field: z.string(),
  /** `saleLinesMissing`, `productGroupMissing`, `casesMissing`, `activitiesMissing`, `branchMissing`, `staffMissing`. */
  reason: z.string(),
  cure: text,
});

/** K25: does recommended breadth depend on size once need is held fixed? Around zero is right. */
export const sizeDependenceSchema = z.object({
  customers: count,
  /** Partial correlation of support breadth with the logarithm of sales, given the need profile; −1 … 1. */
  partialCorrelation: ratio.nullable(),
  low: ratio.nullable(),
  high: ratio.nullable(),
  /** Customers whose sizes were exchanged in thought, and how many would then get another breadth or another form. */
  swapped: count,
  breadthChanged: count,
  breadthChangedRatio: ratio.nullable(),
  formChanged: count,
  /** True when |r| < 0.1 and at most 2 % change; null when it cannot be told. */
  isInvariant: z.boolean().nullable(),
  sentence: text,
});

export const needRowSchema = z.object({
  id: count,
  customerId: count,
  name: z.string(),
  accountKey: z.string(),
  branch: z.string().nullable(),
  city: z.string().nullable(),
  sizeClass: z.string(),
  salesLast12Cents: moneyOrUnclear,
  /** Effective number of need fields, ≥ 1; null while nothing tells a field. */
  needBreadth: ratio.nullable(),
  needFields: count.nullable(),
  /** Spend per covered field ÷ median of comparable firms. */
  needDepth: ratio.nullable(),
  /** Distinct need fields plus distinct reasons of cases and contacts. */
  needVariety: count.nullable(),
  /** Share of expedited orders and urgent cases; null without order headers and cases. */
  needUrgency: ratio.nullable(),
  supportBreadth: z.enum(supportBreadths).nullable(),
  supportForm: z.enum(supportForms).nullable(),
  /** Fields that this customer covers with us, strongest first. */
  fields: z.array(z.object({ field: z.string(), salesCents: count, share: ratio })),
  reasons: z.array(text),
});

/** `GET /api/reports/needs` and `kleinod report needs --json`. */
export const needsSchema = z.object({
  asOf: z.string(),
  currency: z.string().nullable(),
  /** Customers with a need profile, and all. */
  known: count,
  total: count,
  /** What the profile is drawn from. */
  sources: z.object({ purchases: z.boolean(), cases: z.boolean(), contacts: z.boolean() }),
  fields: z.array(
    z.object({
      field: z.string(),
      customers: count,
      salesCents: count,
      /** Of all customers with a profile. */
      customerShare: ratio,
      medianCents: moneyOrUnclear,
      /** Customers with a gap in this field, and what the gaps are worth together (expected money × share). */
      gaps: count,
      gapCents: moneyOrUnclear,
    }),
  ),
  /** Customers by effective number of need fields: [from, to), `to` null for the last. */
  breadths: z.array(
    z.object({ from: ratio, to: ratio.nullable(), small: count, large: count, other: count }),
  ),
  /** Recommended breadth × form, per size class. */
  recommendations: z.array(
    z.object({
      supportBreadth: z.enum(supportBreadths),
      supportForm: z.enum(supportForms),
      small: count,
      large: count,
      other: count,
    }),
  ),
  sizeDependence: sizeDependenceSchema,
  unclear: z.array(needUnclearSchema),
  /** Page of the customers that the filters leave, broadest need first; `rowsTotal` counts them all. */
  rowsTotal: count,
  rows: z.array(needRowSchema),
});
export type NeedsReport = z.infer<typeof needsSchema>;

export const peerLevels = ["branchStaffRegion", "branchStaff", "branch", "all"] as const;
export type PeerLevel = (typeof peerLevels)[number];

export const needGapRowSchema = z.object({
  customerId: count,
  name: z.string(),
  accountKey: z.string(),
  city: z.string().nullable(),
  region: z.string().nullable(),
  branch: z.string().nullable(),
  staffClass: z.string().nullable(),
  phone: z.string().nullable(),
  contactName: z.string().nullable(),
  owner: z.string().nullable(),
  sizeClass: z.string(),
  rhythmState: z.string(),
  lastPurchase: z.string().nullable(),
  salesLast12Cents: moneyOrUnclear,
  shareOfWallet: ratio.nullable(),
  field: z.string(),
  /** Who it is compared with: the narrowest group that is large enough. */
  peerLevel: z.enum(peerLevels),
  peers: count,
  peersBuying: count,
  peerShare: ratio,
  /** 80 % interval of the share. */
  shareLow: ratio,
  shareHigh: ratio,
  /** Median and quartiles of what peers who buy it spend on this field with us in 12 months. */
  worthCents: count,
  worthLowCents: count,
  worthHighCents: count,
  /** worth × peer share; the order of the list. */
  expectedCents: count,
  reason: text,
  note: z.string().nullable(),
});

/** `GET /api/reports/need-gaps`, `.xlsx`, `.csv`: the call list, most expected first. */
export const needGapsSchema = z.object({
  asOf: z.string(),
  currency: z.string().nullable(),
  /** Of the whole list, not of the page. */
  total: count,
  customers: count,
  expectedCents: moneyOrUnclear,
  /** What the filters offer. */
  choices: z.object({
    branches: z.array(z.string()),
    regions: z.array(z.string()),
    fields: z.array(z.string()),
  }),
  unclear: z.array(needUnclearSchema),
  rows: z.array(needGapRowSchema),
});
export type NeedGapsReport = z.infer<typeof needGapsSchema>;
export type NeedGapRow = z.infer<typeof needGapRowSchema>;
