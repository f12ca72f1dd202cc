import { z } from "zod";
import { unclearSchema, whaleSchema } from "../reports.ts";

/** The economics report: the same document in the app, in the API and from `kleinod report economics --json`. */
const count = z.number().int();
const cents = z.number().int();
const centsOrUnclear = z.number().int().nullable();
const text = z.object({ de: z.string(), en: z.string() });

/** Entry channel as in facts/events/contract.ts; `unknown` where it cannot be told. */
const channel = z.string();

/** Losses are positive cents: Σ of −contribution over customers below zero. */
const lossesSchema = z.object({
  customers: count,
  negative: count,
  negativeRatio: z.number().nullable(),
  lossCents: cents,
});

/** Always both sizes: a list of small losses alone would be a list of people to send away (domain.md §0.1 finding 4). */
const lossesBySizeSchema = z.object({ small: lossesSchema, large: lossesSchema, sizeUnclear: lossesSchema });

export const worstRowSchema = z.object({
  /** 1 = largest loss. */
  rank: count,
  customerId: count,
  name: z.string(),
  accountKey: z.string(),
  sizeClass: z.string(),
  salesCents: centsOrUnclear,
  contribution1Cents: centsOrUnclear,
  fullCents: centsOrUnclear,
  avoidableCents: centsOrUnclear,
  contributionFullCents: centsOrUnclear,
  contributionAvoidableCents: centsOrUnclear,
});

export const orderClassSchema = z.object({
  fromCents: cents,
  /** Null: no upper end. */
  toCents: cents.nullable(),
  orders: count,
  smallCustomerOrders: count,
  salesCents: cents,
  /** Order value × gross margin of the customer; null while cost of goods is missing. */
  contribution1Cents: centsOrUnclear,
  fullCents: cents,
  avoidableCents: cents,
  /** Share of the orders whose contribution I does not cover their order cost; null without margins. */
  belowBreakEven: z.object({ full: z.number().nullable(), avoidable: z.number().nullable() }),
});

/** Entry + pick, pack and ship + invoice = order cost, cents per order. */
const orderCostSchema = z.object({
  entryCents: cents,
  logisticsCents: cents,
  invoiceCents: cents,
  orderCents: cents,
});

export const breakEvenSchema = z.object({
  channel,
  label: text,
  orders: count,
  marginRatio: z.number().nullable(),
  full: orderCostSchema,
  avoidable: orderCostSchema,
  /** K6 = order cost ÷ gross margin, rounded up to the cent; null while the margin is unknown or not positive. */
  breakEvenCents: z.object({ full: centsOrUnclear, avoidable: centsOrUnclear }),
  /** What a small order must bring at least: cost of its goods + order cost. */
  priceFloor: z
    .object({
      /** Median value of the small customers' orders below the full break-even; what the floor is said of. */
      orderCents: cents,
      goodsCents: cents,
      fullCents: cents,
      avoidableCents: cents,
    })
    .nullable(),
});

const activityCostSchema = z.object({
  activity: z.string(),
  label: text,
  isAllocated: z.boolean(),
  isAssumption: z.boolean(),
  events: count,
  loggedEvents: count,
  minutes: z.number(),
  fullCents: cents,
  avoidableCents: cents,
  /** Cost ÷ customers of that size with any effort; null without such customers. */
  perCustomer: z.object({
    all: z.number().nullable(),
    small: z.number().nullable(),
    large: z.number().nullable(),
  }),
});

const scalePointSchema = z.object({
  customers: count,
  /** customers ÷ customers of today. */
  ratio: z.number(),
  fixedCents: cents,
  stepCents: cents,
  variableCents: cents,
  totalCents: cents,
  perCustomerCents: cents,
  /** Arc elasticity of total cost over ±20 % of the number; below 1: economies of scale. */
  elasticity: z.number().nullable(),
});

export const economicsSchema = z.object({
  asOf: z.string(),
  currency: z.string().nullable(),
  /** Of the avoidable cost: 3, 12 or 24 months. */
  horizonMonths: count,
  /** False while no cost to serve is computed: then only what orders alone say is filled. */
  hasCostToServe: z.boolean(),
  /** True while any activity or rate behind the figures is an assumption. */
  assumed: z.boolean(),
  customers: z.object({ total: count, small: count, large: count, sizeUnclear: count }),
  /** The curve on the chosen basis, over all customers. */
  whale: whaleSchema,
  /** The 200 with the lowest contribution on the basis of the curve, of whatever size; null on the basis sales. */
  worst: z
    .object({
      basis: z.enum(["contribution1", "full", "avoidable"]),
      rows: z.array(worstRowSchema).max(200),
      /** How many of the rows are below zero. */
      negative: count,
      bySize: z.object({
        small: z.object({ customers: count, lossCents: cents }),
        large: z.object({ customers: count, lossCents: cents }),
        sizeUnclear: z.object({ customers: count, lossCents: cents }),
      }),
      /** Both facts of finding 4: who is in the list, and where the sum of all losses lies. */
      sentence: text,
    })
    .nullable(),
  /** Over all customers; null while the contribution is unclear. */
  losses: z.object({ full: lossesBySizeSchema.nullable(), avoidable: lossesBySizeSchema.nullable() }),
  smallOrders: z
    .object({
      classes: z.array(orderClassSchema),
      orders: count,
      belowBreakEven: z.object({ full: z.number().nullable(), avoidable: z.number().nullable() }),
    })
    .nullable(),
  breakEven: z.array(breakEvenSchema),
  activities: z.array(activityCostSchema),
  /** Heat map; channel `unknown` where an event has none. */
  activityChannels: z.array(
    z.object({
      activity: z.string(),
      channel,
      events: count,
      minutes: z.number(),
      fullCents: cents,
      avoidableCents: cents,
    }),
  ),
  /** A projection, never a measurement: today's minutes per customer, capacity added in whole blocks. */
  scale: z
    .object({
      isProjection: z.literal(true),
      customers: count,
      /** From 0.25 to 2 times the customers of today. */
      points: z.array(scalePointSchema),
      /** Arc elasticity from N to 2N; null without cost. */
      doublingElasticity: z.number().nullable(),
      pools: z.array(
        z.object({
          code: z.string(),
          label: text,
          kind: z.enum(["fixed", "step"]),
          costCents: cents,
          /** Blocks of capacity today; 1 for a fixed pool. */
          blocks: count,
          blockCents: cents,
          /** Customers that one block carries; null for a fixed pool or an unused one. */
          customersPerBlock: z.number().nullable(),
          isAssumption: z.boolean(),
        }),
      ),
      variableCentsPerCustomer: z.number(),
      assumptions: z.array(text),
    })
    .nullable(),
  /** Size × potential, in classes of a 1-2-5 scale; null while potential is unknown, `unclear` says what would cure it. */
  sizePotential: z
    .object({
      bins: z.array(
        z.object({
          salesFromCents: cents,
          salesToCents: cents.nullable(),
          potentialFromCents: cents,
          potentialToCents: cents.nullable(),
          customers: count,
          small: count,
          large: count,
          salesCents: cents,
          potentialCents: cents,
        }),
      ),
      /** Customers without a potential. */
      unclear: count,
    })
    .nullable(),
  unclear: z.array(unclearSchema.extend({ cure: text.optional() })),
});
export type Economics = z.infer<typeof economicsSchema>;
export type WorstRow = z.infer<typeof worstRowSchema>;
export type OrderClass = z.infer<typeof orderClassSchema>;
export type BreakEven = z.infer<typeof breakEvenSchema>;
export type LossesBySize = z.infer<typeof lossesBySizeSchema>;
