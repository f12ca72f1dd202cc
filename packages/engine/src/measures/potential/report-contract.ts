import { z } from "zod";
import { needGapRowSchema, needRowSchema, needUnclearSchema } from "../need/report-contract.ts";

const count = z.number().int();
const ratio = z.number();
const moneyOrUnclear = z.number().int().nullable();
const text = z.object({ de: z.string(), en: z.string() });

/** Why a potential is unclear. */
export const potentialUnclearReasons = [
  /** Nobody in the cell (branch × staff) was ever contacted, so that neglect and small demand cannot be told apart. */
  "neverContactedCell",
  /** Too few customers with sales to compare with. */
  "tooFewPeers",
  "saleLinesMissing",
] as const;

export const potentialRowSchema = z.object({
  id: count,
  accountKey: z.string(),
  name: z.string(),
  branch: z.string().nullable(),
  staffClass: z.string().nullable(),
  region: z.string().nullable(),
  sizeClass: z.string(),
  salesLast12Cents: moneyOrUnclear,
  /** Null exactly when unclear. */
  potentialCents: moneyOrUnclear,
  lowCents: moneyOrUnclear,
  highCents: moneyOrUnclear,
  /** Sales ÷ potential, at most 1; null when the potential is unclear. */
  shareOfWallet: ratio.nullable(),
  isUnclear: z.boolean(),
  unclearReason: z.enum(potentialUnclearReasons).nullable(),
  /** Contacts by us within the last 24 months; null while no contact is known of anybody. */
  contacts: count.nullable(),
  /** Most expected first. */
  needGaps: z.array(
    z.object({
      field: z.string(),
      peerShare: ratio,
      shareLow: ratio,
      shareHigh: ratio,
      peers: count,
      worthCents: count,
      expectedCents: count,
    }),
  ),
});

/** `GET /api/reports/potential` and `kleinod report potential --json`. */
export const potentialSchema = z.object({
  asOf: z.string(),
  currency: z.string().nullable(),
  /** Quantile of spend among like firms, e.g. 0.8. */
  quantile: ratio,
  /** True while no activity of ours is known: the potential is not corrected for contact, its interval is wider. */
  exposureUnknown: z.boolean(),
  /** How the model was fitted; null when it could not be. */
  model: z
    .object({
      customers: count,
      sampled: count,
      /** Median contacts by us per customer at which the potential is stated: window, the 12 months before, visits in both. */
      medianContacts: ratio.nullable(),
      medianContactsBefore: ratio.nullable(),
      medianVisits: ratio.nullable(),
      /** What ten more contacts go along with in spend, as a ratio; an association, no effect. */
      contactsAssociation: ratio.nullable(),
      /** Share of the customers who spend less than their prediction; near `quantile` when well calibrated. */
      belowRatio: ratio,
    })
    .nullable(),
  customersTotal: count,
  unclearCustomers: count,
  /** Σ over customers with a clear potential; who buys more from us already counts with the sales. */
  potentialCents: moneyOrUnclear,
  salesCents: moneyOrUnclear,
  shareOfWallet: ratio.nullable(),
  /** By branch, largest open amount first, at most 40. */
  branches: z.array(
    z.object({
      branch: z.string().nullable(),
      customers: count,
      unclearCustomers: count,
      potentialCents: moneyOrUnclear,
      salesCents: moneyOrUnclear,
      shareOfWallet: ratio.nullable(),
    }),
  ),
  /** Sales × potential on a log scale in classes of 1-2-5, for the map; `fromCents` 0 holds all below. */
  map: z.array(
    z.object({
      salesFromCents: count,
      potentialFromCents: count,
      customers: count,
      small: count,
      large: count,
      openCents: count,
    }),
  ),
  /** Cells in which nobody was contacted, largest first, at most 50, with what would cure it. */
  neverContactedCells: z.array(
    z.object({
      branch: z.string().nullable(),
      staffClass: z.string().nullable(),
      customers: count,
      cure: text,
    }),
  ),
  unclear: z.array(needUnclearSchema),
  /** Customers that the filters leave; `customers` is a page, most open potential first. */
  total: count,
  customers: z.array(potentialRowSchema),
});
export type PotentialReport = z.infer<typeof potentialSchema>;
export type PotentialRow = z.infer<typeof potentialRowSchema>;

/** One of three numbers that must never be mixed: an amount with its interval, or unclear with the reason. */
export const estimateSchema = z.object({
  cents: moneyOrUnclear,
  lowCents: moneyOrUnclear,
  highCents: moneyOrUnclear,
  /** Null when the amount is known. `noExperiment`, `costOfGoodsMissing`, `costToServeMissing`, `neverContactedCell` … */
  unclearReason: z.string().nullable(),
  /** What it says, in one sentence. */
  sentence: text,
});

/** `GET /api/customers/{id}/need`: need, gaps, potential and the three numbers of one customer. */
export const customerNeedSchema = z.object({
  asOf: z.string(),
  currency: z.string().nullable(),
  profile: needRowSchema,
  gaps: z.array(needGapRowSchema),
  potential: potentialRowSchema.omit({ needGaps: true }),
  exposureUnknown: z.boolean(),
  threeNumbers: z.object({
    /** Contribution II of the last 12 months at avoidable cost, under today's model. */
    today: estimateSchema,
    /** Contribution under the best feasible model. */
    servable: estimateSchema,
    /** Causal response to being developed: only experiments tell it. */
    uplift: estimateSchema,
  }),
  unclear: z.array(needUnclearSchema),
});
export type CustomerNeed = z.infer<typeof customerNeedSchema>;
