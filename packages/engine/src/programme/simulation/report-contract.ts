import { z } from "zod";
import { worldSchema } from "../contracts/world-contract.ts";

/**
 * `kleinod simulate --plan FILE --json`, result of the job of `POST /api/programme/simulate`: five years of the small
 * customers by quarter, as today goes on and with the plan. Money in whole cents. In profit and loss gains are positive and
 * costs negative, so that the lines sum to the result.
 */
const text = z.object({ de: z.string(), en: z.string() });
const cents = z.number().int();
const count = z.number();

/** `contribution1` is the subtotal of the two lines before it; `result` is it and everything after it. */
export const profitLines = [
  "sales",
  "goods",
  "contribution1",
  "fees",
  "orderEntry",
  "logistics",
  "fieldVisits",
  "experts",
  "contacts",
  "other",
  "acquisition",
  "programme",
  "capacity",
  "result",
] as const;
export type ProfitLine = (typeof profitLines)[number];

/** Mean over the draws; 10 % and 90 % of them lie below `lowCents` and `highCents`. */
export const moneyBandSchema = z.object({ meanCents: cents, lowCents: cents, highCents: cents });
export type MoneyBand = z.infer<typeof moneyBandSchema>;

/** Mean over the draws with the same two quantiles; not rounded. */
export const numberBandSchema = z.object({ mean: z.number(), low: z.number(), high: z.number() });
export type NumberBand = z.infer<typeof numberBandSchema>;

/** Today goes on, and with the plan, in the same drawn worlds; the difference is of pairs and so sharper than either. */
const inBothWorlds = { today: moneyBandSchema, plan: moneyBandSchema, difference: moneyBandSchema };

export const profitRowSchema = z.object({
  /** Null: all small customers. The means of the segments sum to it. */
  segment: z.string().nullable(),
  /** 1 … 5, counted from `asOf`. */
  year: z.number().int(),
  line: z.enum(profitLines),
  ...inBothWorlds,
});
export type ProfitRow = z.infer<typeof profitRowSchema>;

const fanBand = z.object({ p5: cents, p25: cents, p50: cents, p75: cents, p95: cents });
/** Result of all small customers in a quarter, as quantiles of the draws. */
export const fanPointSchema = z.object({
  /** 0 … 19; `quarters[quarter]` is its last day. */
  quarter: z.number().int(),
  today: fanBand,
  plan: fanBand,
  difference: fanBand,
});
export type FanPoint = z.infer<typeof fanPointSchema>;

/** K20, means over the draws: start + new + reactivated − lost = end. Customers handed over count as lost. */
const customerCounts = z.object({
  start: count,
  new: count,
  reactivated: count,
  lost: count,
  end: count,
});
export type CustomerCounts = z.infer<typeof customerCounts>;

export const customerRowSchema = z.object({
  segment: z.string().nullable(),
  year: z.number().int(),
  today: customerCounts,
  plan: customerCounts,
  /** Customers at the end of the year that the plan has more, with its interval. */
  endDifference: numberBandSchema,
});
export type CustomerRow = z.infer<typeof customerRowSchema>;

const roleYear = z.object({
  /** Minutes of the year for all customers of the company, and of them for small ones. */
  usedMinutes: count,
  usedSmallMinutes: count,
  /** With positions added by the plan and hired. Null: unknown. */
  capacityMinutes: count.nullable(),
  /** Used ÷ capacity in the year; above 1: more work than there is time for. */
  utilisationRatio: z.number().nullable(),
  utilisationHighRatio: z.number().nullable(),
  /** Whole positions hired above target utilisation at the end of the year, mean of the draws. */
  hiredPositions: count,
  /** Positions that the plan adds by decision. */
  addedPositions: count,
  /** Chance that a customer's call waits (Erlang C); only for the role that takes calls, else null. */
  waitingRatio: z.number().nullable(),
});
export type RoleYear = z.infer<typeof roleYear>;

/** K7: attention by role against capacity. */
export const roleRowSchema = z.object({
  role: z.string(),
  label: text,
  year: z.number().int(),
  today: roleYear,
  plan: roleYear,
});
export type RoleRow = z.infer<typeof roleRowSchema>;

export const interactionSchema = z.object({
  /** Each assignment alone: change of the yearly result against today, mean of the five years. */
  singles: z.array(
    z.object({
      /** Index in `plan.assignments`. */
      assignment: z.number().int(),
      option: z.string(),
      segment: z.string(),
      label: text,
      effectCents: cents,
      lowCents: cents,
      highCents: cents,
    }),
  ),
  sumOfSinglesCents: cents,
  bundleCents: cents,
  /** Bundle less the sum of its parts: what the options do to each other (AT6.2). */
  interactionCents: cents,
  lowCents: cents,
  highCents: cents,
  /** Draws behind it; fewer than the simulation where a plan has many assignments. */
  draws: z.number().int(),
});
export type Interaction = z.infer<typeof interactionSchema>;

/** One uncertain number at its low and high value, everything else at its middle. */
export const tornadoBarSchema = z.object({
  key: z.string(),
  label: text,
  /** Change of the yearly result by the plan, mean of the five years. */
  lowResultCents: cents,
  highResultCents: cents,
  unit: z.enum(["ratio", "cents", "minutes", "countPerYear", "months", "years"]),
  lowValue: z.number(),
  highValue: z.number(),
});
export type TornadoBar = z.infer<typeof tornadoBarSchema>;

/** A role hires or lets go whole positions in the middle course of the plan. */
export const capacityStepSchema = z.object({
  quarter: z.number().int(),
  role: z.string(),
  label: text,
  /** Hired in all from this quarter on. */
  positions: z.number().int(),
  /** Yearly cost of all hired positions of the role. */
  costCents: cents,
});
export type CapacityStep = z.infer<typeof capacityStepSchema>;

export const simulationReportSchema = z.object({
  asOf: z.string(),
  currency: z.string().nullable(),
  snapshotId: z.string(),
  plan: z.object({
    name: z.string(),
    /** Null: a plan that is not saved. */
    id: z.number().int().nullable(),
    version: z.number().int().nullable(),
  }),
  seed: z.number().int(),
  draws: z.number().int(),
  resolution: z.enum(["cells", "customers"]),
  /** Rows that were simulated: cells or customers. */
  rows: z.number().int(),
  /** Last day of each of the 20 quarters. */
  quarters: z.array(z.string()),
  /** Disjoint parts: a customer in several belongs to the smallest one. `small` holds those of no other segment. */
  segments: z.array(z.object({ code: z.string(), name: text, customers: count, isRest: z.boolean() })),
  headline: z.object({
    /** Change of the yearly result by the plan, mean of the five years. */
    yearlyDifference: moneyBandSchema,
    /** The same in the fifth year, when everything is taken up. */
    lastYearDifference: moneyBandSchema,
    /** Five years together, discounted to today. */
    presentValueDifference: moneyBandSchema,
    /** Share of the draws in which the five years together gain. */
    chanceOfGain: z.number(),
    /** First quarter in which the summed difference of the means is positive and stays so; null: not within five years. */
    paybackQuarter: z.number().int().nullable(),
  }),
  lines: z.array(profitRowSchema),
  fan: z.array(fanPointSchema),
  customers: z.array(customerRowSchema),
  roles: z.array(roleRowSchema),
  /** K13: minutes a year that the plan asks of customers (+) or saves them (−), all customers of the segment together. */
  customerWork: z.array(
    z.object({
      segment: z.string().nullable(),
      year: z.number().int(),
      minutes: numberBandSchema,
      /** Money that customers win (+) or lose (−) by the plan without counting their time. */
      money: moneyBandSchema,
    }),
  ),
  /** Null: a plan of fewer than two assignments has none. */
  interaction: interactionSchema.nullable(),
  /** Widest spread first. */
  tornado: z.array(tornadoBarSchema),
  steps: z.array(capacityStepSchema),
  /** Unsolicited contacts per customer and year that the plan adds in its last year (K28). */
  contactPressure: z.array(z.object({ segment: z.string().nullable(), perCustomerYear: z.number() })),
  /** Standard error of `headline.yearlyDifference.meanCents`; more draws make it smaller. */
  monteCarloErrorCents: cents,
  assumptions: z.array(
    z.object({
      key: z.string(),
      label: text,
      unit: tornadoBarSchema.shape.unit,
      low: z.number(),
      mid: z.number(),
      high: z.number(),
      source: z.enum(["assumption", "expert", "experiment"]),
      grade: z.string().nullable(),
    }),
  ),
  world: worldSchema,
  unclear: z.array(z.object({ code: z.string(), customers: count, text })),
  notes: z.array(text),
});
export type SimulationReport = z.infer<typeof simulationReportSchema>;

/** Body of `POST /api/programme/simulate` beside `plan` or `planId`. */
export const simulationOptionsSchema = z.object({
  /** Drawn worlds; by default 400 for cells and 20 for customers. */
  draws: z.number().int().min(1).max(5_000).optional(),
  seed: z.number().int().min(0).max(4_294_967_295).default(1),
  resolution: z.enum(["cells", "customers"]).default("cells"),
});
export type SimulationOptions = z.infer<typeof simulationOptionsSchema>;
