import { z } from "zod";
import { unclearSchema } from "../reports.ts";

/** The forecast report: the same document in the app, in the API and from `kleinod report forecast --json`. */
const count = z.number().int();
const cents = z.number().int();
const day = z.string();
const text = z.object({ de: z.string(), en: z.string() });

/** Models of repeat purchases that may be chosen, in the order that decides when all else is equal. */
export const forecastModels = ["bgNbd", "mbgNbd", "paretoNbd", "mbgCnbdK"] as const;
export type ForecastModel = (typeof forecastModels)[number];

/** What a model must be better than; never chosen. `nbd`: nobody leaves. `sameAsBefore`: as many purchases as in the months before. */
export const forecastBenchmarks = ["nbd", "sameAsBefore"] as const;
export type ForecastBenchmark = (typeof forecastBenchmarks)[number];

/**
 * Why this model: it forecast the last months best (`bestForecast`); several were equally good and its total was nearest
 * (`nearestTotal`); it stands because there was no comparison (`historyTooShort`, `tooFewRepeatCustomers`: before the cut);
 * because no candidate could be fitted before the cut (`noCandidateFitted`); or because whatever forecast better could not be
 * fitted on all data (`betterOnesNotFitted`).
 */
export const choiceReasons = [
  "bestForecast",
  "nearestTotal",
  "historyTooShort",
  "tooFewRepeatCustomers",
  "noCandidateFitted",
  "betterOnesNotFitted",
] as const;
export type ChoiceReason = (typeof choiceReasons)[number];

const warningSchema = z.object({
  /** Code of the fit's warning, e.g. `weaklyIdentified`. */
  code: z.string(),
  /** What it means for the reader. */
  text,
  /** The fit's own sentence with its numbers, in English, and what it did about it. */
  detail: z.string(),
});

const forecasterSchema = z.object({
  code: z.enum([...forecastModels, ...forecastBenchmarks]),
  /** Name of the model in the literature, or what the benchmark supposes. */
  label: text,
  /** The same without jargon, for everybody. */
  plain: text,
  isBenchmark: z.boolean(),
  isChosen: z.boolean(),
  /** False: its fit before the cut failed, see `warnings`; it is shown and cannot be chosen. */
  isUsable: z.boolean(),
  /** Purchase days that it expected of all compared customers after the cut. */
  predictedOrders: z.number(),
  /** Root mean squared error per customer, in purchase days; the lowest wins. */
  rmse: z.number(),
  /** Mean absolute error per customer. Shown, not used: a forecast of zero for everyone is good at it. */
  mae: z.number(),
  /** Mean squared error of ln(1 + purchase days). */
  msle: z.number(),
  /** (predicted − actual) ÷ actual of the total; null without any purchase after the cut. */
  biasRatio: z.number().nullable(),
  /** Pearson correlation of predicted and actual over customers; null where one of them does not vary. */
  correlation: z.number().nullable(),
  /** Expected purchase days per customer after the cut, by `byFrequency` of the hold-out, same order. */
  expectedByFrequency: z.array(z.number()),
  warnings: z.array(warningSchema),
});
export type Forecaster = z.infer<typeof forecasterSchema>;

export const forecastSchema = z.object({
  asOf: day,
  /** Company currency; null while no file named one. */
  currency: z.string().nullable(),
  /** `tooLittleHistory`: fewer than 20 customers bought again; then `unclear` says what cures it and all else is null or empty. */
  state: z.enum(["forecast", "tooLittleHistory"]),
  /** The model behind every expectation. */
  model: z
    .object({
      code: z.enum(forecastModels),
      label: text,
      /** What it supposes, in one sentence without formulas. */
      supposes: text,
      source: z.string(),
      reason: z.enum(choiceReasons),
      /** The reason with its numbers, as a sentence. */
      reasonText: text,
      /** Customers behind the fit; `isSample` when that is an even sample of a large base. */
      customers: count,
      isSample: z.boolean(),
      logLikelihood: z.number(),
      /** Low and high are a 90 % interval; null where the data do not bear one. Times in days. */
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
  /** How candidates forecast the company's own last months; null without a comparison (see `model.reason`). */
  holdout: z
    .object({
      /** Fitted on purchases up to this day, judged by those after it up to asOf. */
      cut: day,
      months: count,
      days: count,
      /** Customers with a purchase up to the cut, and those of them that were compared: an even sample of a large base. */
      customersBefore: count,
      customersCompared: count,
      /** Purchase days after the cut of the compared customers. */
      actualOrders: count,
      /** Best first, by `rmse`; benchmarks among them. */
      forecasters: z.array(forecasterSchema),
      /** Customers by repeat purchases up to the cut; the last group holds all with as many or more. */
      byFrequency: z.array(
        z.object({
          frequency: count,
          isOrMore: z.boolean(),
          customers: count,
          /** Purchase days per customer after the cut. */
          actual: z.number(),
        }),
      ),
      /** How often the interval per customer held: at least `level` of the counts should lie inside. */
      interval: z.object({ level: z.number(), insideRatio: z.number() }),
    })
    .nullable(),
  /**
   * Repeat purchase days per month of all customers who first bought up to the cut, against what the chosen model, fitted at the
   * cut, expects: up to it of customers of that age, after it of these customers given what they had bought. Oldest first, at most
   * 60 months; cumulative since the data begin, the expectation after the cut on top of what was bought by then. Empty without a cut.
   */
  tracking: z.array(
    z.object({
      /** The month is (from, to]. */
      from: day,
      to: day,
      isHoldout: z.boolean(),
      actualOrders: count,
      expectedOrders: z.number(),
      actualCumulative: count,
      expectedCumulative: z.number(),
    }),
  ),
  /** Of all customers over (asOf, asOf + 12 months]. Low and high hold what the parameters leave open and, with a hold-out, the chance in what customers do, at `level`. */
  next12: z
    .object({
      customers: count,
      level: z.number(),
      /** Purchase days; the interval is null where the data bear none. */
      orders: z.object({ expected: z.number(), low: z.number().nullable(), high: z.number().nullable() }),
      /** Null where the value of a purchase could not be estimated. */
      salesCents: z.object({ expected: cents, low: cents.nullable(), high: cents.nullable() }).nullable(),
      /** Purchase days in (asOf − 12 months, asOf], to compare with. */
      ordersLast12: count,
      /** Sum of the customers' probabilities of being active. */
      activeCustomers: z.number(),
    })
    .nullable(),
  unclear: z.array(unclearSchema.extend({ cure: text.optional() })),
});
export type Forecast = z.infer<typeof forecastSchema>;
