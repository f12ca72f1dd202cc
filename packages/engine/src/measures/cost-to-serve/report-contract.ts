/** The reports on cost to serve: the same document in the app, in the API and from `kleinod report cost-to-serve --json`. */
import { z } from "zod";

const count = z.number().int();
const cents = z.number().int();
const centsOrUnclear = cents.nullable();
const text = z.object({ de: z.string(), en: z.string() });
const ratioOrUnclear = z.number().nullable();

/** Something that could not be counted: where it stands, what it is, why. Everything else is computed. */
export const costProblemSchema = z.object({
  /** poolWithoutCapacity, poolWithoutCost, poolPeriodInvalid, overlappingPools, unknownRole, negativeMinutes, equationInvalid, poolOverloaded, … */
  code: z.string(),
  /** File, or the parameter that holds it. */
  file: z.string().nullable(),
  /** Line of the file, counted like an editor does; null where it is no file. */
  line: count.nullable(),
  value: z.string().nullable(),
  /** How often, when the same thing stands in many lines (`line` is then the first). */
  times: count,
  message: text,
});
export type CostProblem = z.infer<typeof costProblemSchema>;

export const costTiers = ["T0", "T1", "T2", "T3", "T4"] as const;

/** One customer of the list. Money is of the 12 months up to asOf, in company currency. */
export const costCustomerSchema = z.object({
  /** customerId. */
  id: count,
  name: z.string(),
  accountKey: z.string(),
  sizeClass: z.string(),
  salesCents: centsOrUnclear,
  ordersLast12: count,
  fullCents: cents,
  /** What would disappear within the horizon. */
  avoidableCents: cents,
  horizonMonths: count,
  /** 80 % interval of fullCents. */
  lowCents: cents,
  highCents: cents,
  /** Data tier behind this customer's cost. */
  tier: z.enum(costTiers),
  /** Neither entry channel nor activities are known: no automatic action uses the figure. */
  isUnclear: z.boolean(),
  minutes: z.number(),
  /** After cost of goods; null while that is unknown, and then all below. */
  contribution1Cents: centsOrUnclear,
  /** Minus what the customer caused directly. */
  contribution2Cents: centsOrUnclear,
  /** Minus all of fullCents. */
  contribution3Cents: centsOrUnclear,
  /** contribution1 minus avoidableCents: the figure for decisions. */
  contributionAvoidableCents: centsOrUnclear,
  /** Avoidable contribution under the best feasible service model, with its interval. */
  servableContributionCents: centsOrUnclear,
  servableLowCents: centsOrUnclear,
  servableHighCents: centsOrUnclear,
});

export const costToServeReportSchema = z.object({
  asOf: z.string(),
  /** First day that counts. */
  from: z.string(),
  currency: z.string().nullable(),
  horizonMonths: count,
  pools: z.array(
    z.object({
      code: z.string(),
      label: z.string().nullable(),
      role: z.string(),
      /** Share of the pool that falls into the 12 months. */
      costCents: cents,
      capacityMinutes: z.number(),
      usedMinutes: z.number(),
      /** Never negative: overload is `overloadMinutes`. */
      unusedMinutes: z.number(),
      unusedCents: cents,
      overloadMinutes: z.number(),
      isOverloaded: z.boolean(),
      /** costCents ÷ capacity, or ÷ used minutes when overloaded. */
      centsPerMinute: z.number(),
    }),
  ),
  reconciliation: z.object({
    /** Pool cost that customers caused. */
    customersCents: cents,
    unusedCents: cents,
    /** Pool cost of events without a customer. */
    unassignedCents: cents,
    poolsCents: cents,
    /** customers + unused + unassigned − pools; always 0. */
    differenceCents: cents,
    /** Besides the pools: priced at an assumed rate because the role had no pool on the day. */
    assumedCents: cents,
    /** Besides the pools: money that files state (freight, returns). */
    directCents: cents,
    byPool: z.array(
      z.object({
        code: z.string(),
        customersCents: cents,
        unusedCents: cents,
        unassignedCents: cents,
        poolsCents: cents,
        differenceCents: cents,
      }),
    ),
  }),
  /** Of small customers with a known contribution I. */
  negative: z.object({
    /** Share with a negative contribution at full cost; null while contribution I is unknown of all. */
    fullRatio: ratioOrUnclear,
    avoidableRatio: ratioOrUnclear,
    fullCustomers: count,
    avoidableCustomers: count,
    /** Negative today, not negative under the best feasible model. */
    servableCustomers: count,
    /** Customers behind the shares. */
    known: count,
    /** Small customers whose contribution I is unknown. */
    unclear: count,
  }),
  totals: z.object({
    customers: count,
    unclear: count,
    fullCents: cents,
    avoidableCents: cents,
    lowCents: cents,
    highCents: cents,
    minutes: z.number(),
  }),
  sizes: z.array(
    z.object({
      sizeClass: z.string(),
      customers: count,
      fullCents: cents,
      avoidableCents: cents,
      /** Sums of the customers' intervals: what is unsure about an equation is unsure for all of them alike. */
      lowCents: cents,
      highCents: cents,
      minutes: z.number(),
      /** Minutes of our people per customer and year (K7). */
      minutesPerCustomer: z.number().nullable(),
    }),
  ),
  activities: z.array(
    z.object({
      activity: z.string(),
      label: text,
      role: z.string(),
      roleLabel: text,
      customers: count,
      events: z.number(),
      /** Events whose minutes somebody logged. */
      loggedEvents: z.number(),
      minutes: z.number(),
      fullCents: cents,
      avoidableCents: cents,
      isAssumption: z.boolean(),
      grade: z.string(),
      equation: z.string(),
    }),
  ),
  tiers: z.array(z.object({ tier: z.enum(costTiers), customers: count })),
  /** Of the whole list; `customers` is a page of it. */
  total: count,
  limit: count,
  offset: count,
  customers: z.array(costCustomerSchema),
  problems: z.array(costProblemSchema),
  unclear: z.array(z.object({ field: z.string(), reason: z.string() })),
});
export type CostToServeReport = z.infer<typeof costToServeReportSchema>;

/** Where an event stands: file and line, or "entered in the app". */
const placeSchema = z.object({
  source: z.string().nullable(),
  file: z.string().nullable(),
  line: count.nullable(),
});

/** What one customer's cost is made of, down to each order, talk and case. */
export const customerCostSchema = z.object({
  asOf: z.string(),
  from: z.string(),
  currency: z.string().nullable(),
  horizonMonths: count,
  customer: costCustomerSchema,
  activities: z.array(
    z.object({
      activity: z.string(),
      label: text,
      role: z.string(),
      roleLabel: text,
      /** Null: priced at the assumed rate of the role, or money that a file states. */
      pool: z.string().nullable(),
      channel: z.string().nullable(),
      events: z.number(),
      loggedEvents: z.number(),
      minutes: z.number(),
      centsPerMinute: z.number().nullable(),
      fullCents: cents,
      avoidableCents: cents,
      avoidableRatio: z.number(),
      equation: z.string(),
      isAssumption: z.boolean(),
      grade: z.string(),
    }),
  ),
  /** Newest first; the cents of the entries of an activity sum to the activity. */
  entries: z.array(
    z.object({
      activity: z.string(),
      label: text,
      event: z.string(),
      /** Number of the order, invoice, case …; null for a customer year. */
      key: z.string().nullable(),
      date: z.string(),
      channel: z.string().nullable(),
      role: z.string(),
      person: z.string().nullable(),
      reason: z.string().nullable(),
      /** Values that went into the equation. */
      drivers: z.record(z.string(), z.number()),
      minutes: z.number(),
      /** True: logged minutes; false: from the equation. */
      isLogged: z.boolean(),
      fullCents: cents,
      place: placeSchema,
    }),
  ),
  /** Entries altogether; at most 2000 are listed. */
  totalEntries: count,
  /** Expected contribution of the next years net of avoidable cost; null while it cannot be told. */
  lifetime: z
    .object({
      netCents: cents,
      lowCents: cents,
      highCents: cents,
      months: count,
      /** Expected purchases and active years, discounted. */
      orders: z.number(),
      activeYears: z.number(),
      contributionPerOrderCents: cents,
      costPerOrderCents: cents,
      /** Avoidable cost of a year besides orders. */
      upkeepCents: cents,
      /** What running contracts explain of the last 12 months' sales; 0 without any, as the three below. */
      contractRatio: z.number(),
      contractYears: z.number(),
      /** Within the reach: their contribution, and the avoidable cost of the orders they explain. */
      contractContributionCents: cents,
      contractCostCents: cents,
      /** How it comes about, and for a negative one where to start. */
      sentence: text,
    })
    .nullable(),
});
export type CustomerCost = z.infer<typeof customerCostSchema>;
