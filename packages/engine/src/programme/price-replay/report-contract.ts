import { z } from "zod";
import { planningChannels } from "../contracts/drivers.ts";

const text = z.object({ de: z.string(), en: z.string() });
const cents = z.number().int();
const count = z.number().nonnegative();
const ratio = z.number().min(0).max(1);

/** What the customers would have answered, as counts and cents of the last 12 months. */
export const replayOutcomeSchema = z.object({
  /** Orders that carry the fee, or take the bonus. */
  payingOrders: count,
  /** Orders whose fee our own people waive. */
  waivedOrders: count,
  /** Orders that are put together with another one; every second of them falls away. */
  consolidatedOrders: count,
  movedOrders: count,
  /** Orders below a minimum that are neither made nor put together. */
  lostOrders: count,
  /** Customers who leave, an expectation. */
  customersLost: count,
  /** Fees net of waived ones (+), bonuses (−). */
  feeCents: cents,
  /** Entry and logistics of the orders that fall away, at full cost. */
  consolidationCents: cents,
  /** Entry that another channel takes with less work, at full cost. */
  movingCents: cents,
  /** Contribution I less avoidable cost that goes with customers and orders lost: a loss is negative. */
  lostContributionCents: cents,
  /** The same at full cost; may be a gain where those who leave did not pay for their service. */
  lostContributionFullCents: cents,
  /** Fees + consolidation + moving + lost contribution at avoidable cost. */
  netCents: cents,
});
export type ReplayOutcome = z.infer<typeof replayOutcomeSchema>;

/** One price lever of the plan, replayed alone on the orders of the last 12 months. */
export const replayedLeverSchema = z.object({
  /** Index in `plan.assignments`. */
  assignment: z.number().int(),
  option: z.string(),
  name: text,
  segment: z.string(),
  /** Null: a price per channel, without a threshold. */
  thresholdCents: cents.nullable(),
  /** Fee (+) or bonus (−) per order; null: a minimum, nothing is charged. */
  feeCents: cents.nullable(),
  exemptChannels: z.array(z.enum(planningChannels)),
  customers: z.number().int(),
  /** Customers most of whose orders are concerned; null: not counted for a price per channel. */
  customersConcerned: count.nullable(),
  orders: count,
  ordersConcerned: count,
  /** Expected shares behind the outcome, with where they come from. */
  responses: z.array(
    z.object({
      key: z.string(),
      label: text,
      mid: z.number(),
      low: z.number(),
      high: z.number(),
      source: z.string(),
    }),
  ),
  outcome: replayOutcomeSchema,
  /** Least and most net over all corners of the expected shares; they are no interval of probability. */
  netLowCents: cents,
  netHighCents: cents,
  /** By channel and class of order value; only orders that have a value. Sums of `ordersConcerned` may therefore be lower. */
  table: z.array(
    z.object({
      channel: z.enum(planningChannels),
      fromCents: cents,
      /** Null: open above. */
      toCents: cents.nullable(),
      orders: z.number().int(),
      salesCents: cents,
      ordersConcerned: z.number().int(),
      ratioConcerned: ratio,
      feeCents: cents,
    }),
  ),
});
export type ReplayedLever = z.infer<typeof replayedLeverSchema>;

/** `kleinod report price-replay --plan FILE --json` (AT4.6). */
export const priceReplaySchema = z.object({
  snapshotId: z.string(),
  asOf: z.string(),
  currency: z.string().nullable(),
  planName: z.string(),
  /** Months of orders that are replayed. */
  months: z.literal(12),
  levers: z.array(replayedLeverSchema),
  notes: z.array(text),
  unclear: z.array(z.object({ code: z.string(), customers: z.number().int(), text })),
});
export type PriceReplay = z.infer<typeof priceReplaySchema>;

/** What a replay cannot say. */
export const replayNotes: PriceReplay["notes"] = [
  {
    de: "Die Bestellungen sind die tatsächlichen der letzten 12 Monate; wie Kunden antworten, ist eine Annahme. Den Trend einer Kontrollgruppe zieht erst ein Versuch ab, also ist das Ergebnis keine gemessene Wirkung.",
    en: "The orders are the actual ones of the last 12 months; how customers respond is an assumption. Only an experiment takes off the trend of a control group, so the result is no measured effect.",
  },
  {
    de: "Jeder Preishebel ist für sich gerechnet. Was sie zusammen bewirken, zeigt die Simulation.",
    en: "Every price lever is computed by itself. What they do together is shown by the simulation.",
  },
];
