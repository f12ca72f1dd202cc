import { z } from "zod";
import { flipDrivers } from "../contracts/drivers.ts";

/**
 * The doubling test: the same document in the app, in the API, on the board's page and from `kleinod report doubling --json`.
 * Amounts are whole cents of a steady year at full cost rates; gains are positive. "The plan" is what holds once every option is
 * fully taken up.
 */
const count = z.number().int();
const cents = z.number().int();
const text = z.object({ de: z.string(), en: z.string() });

/** Where the money of a new customer goes: every line of `parts` has one of these. They sum to the marginal contribution. */
export const doublingParts = ["sales", "fees", "programme", ...flipDrivers] as const;
export type DoublingPart = (typeof doublingParts)[number];

/** A line of a new customer's year; costs are negative. `sales` is the contribution after goods. */
export const doublingPartSchema = z.object({ part: z.enum(doublingParts), label: text, cents });

export const flipRankSchema = z.object({
  driver: z.enum(flipDrivers),
  label: text,
  /** Cost per new customer and year. */
  costCents: cents,
  /** What the plan changes of it per new customer and year, gain positive; null: without a plan. */
  changeCents: cents.nullable(),
  /** Part of the difference today → plan, 1 = all of it; may be negative or above 1. Null: no plan, or it changes nothing. */
  shareOfDifference: z.number().nullable(),
  /** Relative change of this driver alone that makes the result zero (−0.2 = a fifth less); null: none does. */
  relativeChangeToZero: z.number().nullable(),
});

/** One shape for today and for the plan, in total and per segment. */
export const doublingOutcomeSchema = z.object({
  /** Contribution of one more customer and year at full cost rates, before what it cost to win it. */
  marginalBeforeAcquisitionPerCustomerYearCents: cents,
  /** The same, less acquisition spread over the years that the customer stays. */
  marginalAfterAcquisitionPerCustomerYearCents: cents,
  /** What a year brings more with 2 N customers than with N: N × after − platform − idle part of hired positions − waiting. */
  yearlyResultCents: cents,
  /** 10 % and 90 % of the drawn worlds lie below. */
  lowCents: cents,
  highCents: cents,
  /** Numbers of customers from which growing from today's number pays, ascending; several with step costs, or none. */
  breakEvenN: z.array(count),
  /** With a plan: largest share of the difference today → plan. Without: smallest relative change that makes the result zero. */
  flipDriver: z.enum(flipDrivers),
  /** All drivers, in the order of `flipDriver`. */
  flipRanking: z.array(flipRankSchema),
  parts: z.array(doublingPartSchema),
  /** Cost of the programme a year, whatever the number of customers; the growth carries all of it. ≥ 0. */
  platformCents: cents,
  /** Paid but idle part of the positions that the doubling makes us hire. ≥ 0. */
  stepCents: cents,
  /** Contribution lost because customers wait longer. ≥ 0. */
  congestionCents: cents,
  acquisitionCents: cents,
  lifetimeYears: z.number(),
  /** Largest number up to which growth pays without interruption from the last break-even; null: no end up to 20 N, or none. */
  paysUpToN: count.nullable(),
});
export type DoublingOutcome = z.infer<typeof doublingOutcomeSchema>;

const pointOutcome = z.object({
  /** Change of the yearly result against today's number of customers. */
  resultCents: cents,
  stepCents: cents,
  congestionCents: cents,
  /** Chance that a customer's call has to wait at this number, 0…1; null: no capacity known. */
  waitingRatio: z.number().nullable(),
});

export const doublingPointSchema = z.object({
  /** Against today's number of customers. */
  ratio: z.number(),
  customers: count,
  today: pointOutcome,
  plan: pointOutcome.nullable(),
});
export type DoublingPoint = z.infer<typeof doublingPointSchema>;

/** A role that has to hire at this number of customers. */
export const doublingStepSchema = z.object({
  scenario: z.enum(["today", "plan"]),
  role: z.string(),
  label: text,
  atCustomers: count,
  /** Positions hired in all, this one included. */
  positions: count,
  /** Yearly cost of the position. */
  costCents: cents,
});

/** What would have to be true of one number alone so that doubling pays exactly. */
export const goalSeekSchema = z.object({
  /** Code of the number, e.g. `acquisitionCents`, `lifetimeYears`, `fieldVisits`. */
  parameter: z.string(),
  label: text,
  unit: z.enum(["cents", "ratio", "years", "customers"]),
  today: z.number(),
  needed: z.number().nullable(),
  /** −0.2: a fifth less. */
  relativeChange: z.number().nullable(),
  /** False: no possible value does it; the reason says why. */
  isReachable: z.boolean(),
  reason: text.nullable(),
});
export type GoalSeek = z.infer<typeof goalSeekSchema>;

/** Table today → plan per new customer and year; the changes sum to the difference of the marginal contribution. */
export const differenceRowSchema = z.object({
  part: z.enum(doublingParts),
  label: text,
  todayCents: cents,
  planCents: cents,
  changeCents: cents,
});

export const doublingReportSchema = z.object({
  asOf: z.string(),
  currency: z.string().nullable(),
  snapshotId: z.string(),
  /** Name of the plan; null: without one. */
  planName: z.string().nullable(),
  /** Small customers of today, N. */
  customers: count,
  today: doublingOutcomeSchema,
  plan: doublingOutcomeSchema.nullable(),
  /** Disjoint: a customer of several belongs to the smallest; `customers` counts accordingly. `small` is not repeated here. */
  segments: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      customers: count,
      today: doublingOutcomeSchema,
      plan: doublingOutcomeSchema.nullable(),
    }),
  ),
  /** The verdict with amounts and uncertainty. */
  sentence: text,
  /** The sentences behind it: driver that flips the sign, break-even, steps. */
  because: z.array(text),
  difference: z.array(differenceRowSchema),
  curve: z.array(doublingPointSchema),
  steps: z.array(doublingStepSchema),
  whatWouldHaveToBeTrue: z.object({
    today: z.array(goalSeekSchema),
    plan: z.array(goalSeekSchema).nullable(),
  }),
  /** Contribution of customers that outgrow the size line; its own line, in no other number here; 0 by default. */
  growthOptionCents: cents,
  assumptions: z.array(
    z.object({
      key: z.string(),
      label: text,
      unit: z.string(),
      low: z.number(),
      mid: z.number(),
      high: z.number(),
      source: z.enum(["assumption", "expert", "experiment", "ownData"]),
      grade: z.string().nullable(),
      note: z.string().nullable(),
    }),
  ),
  notes: z.array(text),
  unclear: z.array(z.object({ code: z.string(), customers: count, text })),
});
export type DoublingReport = z.infer<typeof doublingReportSchema>;
