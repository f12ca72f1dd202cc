import { z } from "zod";
import { unclearSchema } from "../reports.ts";

/** The contracts report: the same document in the app, in the API and from `kleinod report contracts --json`. */
const count = z.number().int();
const cents = z.number().int();
const day = z.string();
const ratio = z.number().min(0).max(1);
const text = z.object({ de: z.string(), en: z.string() });

/** What tells how long contracts last, the simpler first. `kaplanMeier`: observed, without a model. */
export const renewalModels = ["shiftedBetaGeometric", "betaDiscreteWeibull", "kaplanMeier"] as const;
export type RenewalModel = (typeof renewalModels)[number];

/**
 * Why this model: it predicted the dropped periods better (`betterForecast`); the other was no better and this one is the
 * simpler (`simplerAsGood`); there was too little to drop (`tooShortForHoldout`: the simpler model stands); contracts end at any
 * time (`irregularTerms`) or too few have ended for a model (`fewEnded`): then what was observed is taken as it is.
 */
export const renewalChoiceReasons = [
  "betterForecast",
  "simplerAsGood",
  "tooShortForHoldout",
  "irregularTerms",
  "fewEnded",
] as const;
export type RenewalChoiceReason = (typeof renewalChoiceReasons)[number];

const warningSchema = z.object({
  /** Code of the fit's warning, e.g. `weaklyIdentified`. */
  code: z.string(),
  /** What it means for the reader. */
  text,
  /** The fit's own sentence with its numbers, in English, and what it did about it. */
  detail: z.string(),
});
export type RenewalWarning = z.infer<typeof warningSchema>;

const candidateSchema = z.object({
  code: z.enum(renewalModels),
  label: text,
  isChosen: z.boolean(),
  /** Contracts that it expected to end at the dropped renewals. */
  predictedEnded: z.number(),
  /** Mean of −ln(probability of what happened) per dropped renewal; the lower, the better. */
  logLoss: z.number(),
  /** Root mean squared error of the share that ends, over renewals by number, weighted by contracts. */
  rmse: z.number(),
  warnings: z.array(warningSchema),
});
export type RenewalCandidate = z.infer<typeof candidateSchema>;

const endingRowSchema = z.object({
  source: z.string(),
  contractNumber: z.string(),
  /** Null when the contract names no known customer. */
  customerId: count.nullable(),
  name: z.string().nullable(),
  accountKey: z.string().nullable(),
  city: z.string().nullable(),
  phone: z.string().nullable(),
  sizeClass: z.string().nullable(),
  product: z.string().nullable(),
  startedOn: day,
  /** Last day: agreed, after notice, or of the running term where no end is agreed. */
  endsOn: day,
  daysLeft: count,
  /** Latest day for notice; null without a notice period or after notice. May have passed. */
  noticeBy: day.nullable(),
  /** Notice was given: it ends for certain. */
  isCancelled: z.boolean(),
  incomePerYearCents: cents.nullable(),
  /** That the contract is renewed at this end; 0 after notice, null where it cannot be told. */
  probability: ratio.nullable(),
  /** Of the customer in the last 12 months: cost that would disappear with it. */
  costAvoidableCents: cents.nullable(),
  /** Of the customer in the last 12 months: contribution at avoidable cost. */
  contributionAvoidableCents: cents.nullable(),
});
export type EndingContract = z.infer<typeof endingRowSchema>;

export const contractsReportSchema = z.object({
  asOf: day,
  /** Company currency; null while no file named one. */
  currency: z.string().nullable(),
  /** `noContracts`: none are imported; `tooFewEnded`: fewer than 5 have ended, nothing can be told about renewal. */
  state: z.enum(["known", "tooFewEnded", "noContracts"]),
  totals: z.object({
    /** In force at asOf. */
    running: count,
    /** Of the running ones: notice was given. */
    cancelled: count,
    ended: count,
    /** Agreed, begins after asOf. */
    ahead: count,
    /** Running ones that name no customer. */
    withoutCustomer: count,
    /** Running ones whose income is not known; not in the sums. */
    withoutIncome: count,
    /** Customers with a running contract. */
    customers: count,
    /** Of the running ones; null when none has a known income. */
    incomePerYearCents: cents.nullable(),
    /** Customers below the size line among `customers`, and their part of the income; null while no size is known. */
    smallCustomers: count.nullable(),
    smallIncomePerYearCents: cents.nullable(),
    smallIncomeRatio: ratio.nullable(),
    /** What is left of today's income in 12 months, as an expectation with its 80 % interval from the model and the chance of each contract. */
    incomeIn12MonthsCents: z
      .object({ expected: cents, low: cents.nullable(), high: cents.nullable() })
      .nullable(),
  }),
  /** Time between two renewals that the model counts in. */
  period: z
    .object({
      months: count,
      /** `commonestTerm` of the contracts, or a year where no term is known. */
      basis: z.enum(["commonestTerm", "default"]),
      /** Share of the contracts with a term that have this one; null without any. */
      ratio: ratio.nullable(),
      /** Share of the ended ones that ended within 15 % of a whole period; null when none has ended. */
      regularRatio: ratio.nullable(),
    })
    .nullable(),
  /** What tells how long contracts last; null unless `state` is `known`. */
  model: z
    .object({
      code: z.enum(renewalModels),
      label: text,
      /** What it supposes, in one sentence without formulas. */
      supposes: text,
      source: z.string(),
      reason: z.enum(renewalChoiceReasons),
      /** The reason with its numbers, as a sentence. */
      reasonText: text,
      /** Contracts behind it, after joining renewals under a new number, and those of them that have ended. */
      contracts: count,
      ended: count,
      /** Renewals under a new number that were joined to the contract before. */
      joined: count,
      /** Null for `kaplanMeier`. */
      logLikelihood: z.number().nullable(),
      /** Low and high are an 80 % interval; null where the data do not bear one. Empty for `kaplanMeier`. */
      parameters: z.array(
        z.object({
          code: z.string(),
          meaning: text,
          value: z.number(),
          standardError: z.number().nullable(),
          low: z.number().nullable(),
          high: z.number().nullable(),
        }),
      ),
      warnings: z.array(warningSchema),
    })
    .nullable(),
  /** Both models judged by the last renewals, which they did not see; null without a comparison (see `model.reason`). */
  holdout: z
    .object({
      /** Fitted on renewals up to this day, judged by those after it up to asOf. */
      cut: day,
      periods: count,
      /** Renewals after the cut, and how many of them did not happen. */
      renewals: count,
      ended: count,
      /** Best first. */
      candidates: z.array(candidateSchema),
    })
    .nullable(),
  /**
   * By number of periods, the start (0) first: what was observed (Kaplan–Meier with its standard error) against the chosen
   * model; behind the last observed period the expectation alone, at most 5 more.
   */
  survival: z.array(
    z.object({
      period: count,
      months: count,
      /** Contracts of which it is known whether they were renewed at the end of the period. */
      atRisk: count,
      ended: count,
      /** Share of contracts still there after so many periods; null behind what was observed. */
      observed: ratio.nullable(),
      standardError: z.number().nullable(),
      expected: ratio.nullable(),
      /** 80 % interval of the expectation from the model's parameters. */
      expectedLow: ratio.nullable(),
      expectedHigh: ratio.nullable(),
      /** Of those that came to the end of this period, the share renewed; null for period 0. */
      retentionObserved: ratio.nullable(),
      retentionExpected: ratio.nullable(),
    }),
  ),
  /** Why contracts ended, the commonest first, at most 10; without a reason in the file: not listed. */
  reasons: z.array(z.object({ reason: z.string(), contracts: count })),
  /** Running contracts whose term ends soon, soonest first: the call list. */
  ending: z.object({
    withinDays: count,
    total: count,
    /** Of all of them; null when none has a known income. */
    incomePerYearCents: cents.nullable(),
    rows: z.array(endingRowSchema),
  }),
  unclear: z.array(unclearSchema.extend({ cure: text.optional() })),
});
export type ContractsReport = z.infer<typeof contractsReportSchema>;
