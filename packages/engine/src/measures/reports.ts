import { z } from "zod";

/** The reports of issue-stage "measures": the same document in the app, in the API and from `kleinod report --json`. */
const count = z.number().int();
const moneyOrUnclear = z.number().int().nullable();

export const unclearSchema = z.object({
  field: z.string(),
  /** Code of the reason, e.g. `costOfGoodsMissing`, `currencyMissing`, `unconverted`, `tooLittleHistory`. */
  reason: z.string(),
});

export const overviewSchema = z.object({
  asOf: z.string(),
  /** Company currency; null while no file named one. */
  currency: z.string().nullable(),
  /** T0 … T4 of domain.md §0.4. */
  dataTier: z.enum(["T0", "T1", "T2", "T3", "T4"]),
  /** total = small + large + sizeUnclear = active + slowing + dormant + lost + neverBought + rhythmUnclear. */
  customers: z.object({
    total: count,
    small: count,
    large: count,
    sizeUnclear: count,
    active: count,
    slowing: count,
    dormant: count,
    lost: count,
    neverBought: count,
    rhythmUnclear: count,
    new: count,
    reactivated: count,
  }),
  /** Of customers, in company currency; `last12` is (asOf − 12 months, asOf]. */
  salesCents: z.object({ last12: moneyOrUnclear, previous12: moneyOrUnclear }),
  contributionCents: z.object({ last12: moneyOrUnclear }),
  orders: z.object({ last12: count, medianCents: moneyOrUnclear }),
  withoutCustomer: z.object({ lines: count, salesCents: moneyOrUnclear }),
  /** Every line, whatever it is: products, fees, lines without a customer. */
  totals: z.object({ lines: count, documents: count, amountCents: count }),
  unclear: z.array(unclearSchema),
  /** The same for small customers alone; null while no size line is set. */
  small: z
    .object({
      salesCents: z.object({ last12: moneyOrUnclear, previous12: moneyOrUnclear }),
      contributionCents: z.object({ last12: moneyOrUnclear }),
      orders: z.object({ last12: count, medianCents: moneyOrUnclear }),
      new: count,
      lost: count,
      reactivated: count,
      states: z.object({
        active: count,
        slowing: count,
        dormant: count,
        lost: count,
        neverBought: count,
        rhythmUnclear: count,
      }),
    })
    .nullable(),
  sizeLine: z.object({ cents: count, isProposal: z.boolean() }).nullable(),
  /** Sales per calendar month, oldest first, of customers; for the trend picture. */
  months: z.array(z.object({ month: z.string(), salesCents: count, smallSalesCents: count, orders: count })),
  /** Order values of the last 12 months in classes of a 1-2-5 scale. */
  orderSizes: z.array(
    z.object({
      fromCents: count,
      toCents: count.nullable(),
      orders: count,
      smallOrders: count,
      salesCents: count,
    }),
  ),
  /** What changed since the last import; empty before the second batch. */
  sinceLastImport: z.object({
    batchId: z.string().nullable(),
    importedAt: z.string().nullable(),
    newCustomers: count,
    newLines: count,
    salesCents: moneyOrUnclear,
    becameDormant: count,
    reactivated: count,
    /** False while there is no earlier snapshot to compare with. */
    comparable: z.boolean(),
  }),
  /** What is known of the customers, and what the next data would bring. */
  dataHealth: z.object({
    shares: z.array(z.object({ field: z.string(), known: count, total: count })),
    nextTier: z
      .object({
        tier: z.string(),
        needs: z.object({ de: z.string(), en: z.string() }),
        brings: z.object({ de: z.string(), en: z.string() }),
      })
      .nullable(),
    unconvertedLines: count,
    openProblems: count,
  }),
});
export type Overview = z.infer<typeof overviewSchema>;

export const whaleBases = ["sales", "contribution1", "full", "avoidable"] as const;
export type WhaleBasis = (typeof whaleBases)[number];

export const whaleSchema = z.object({
  asOf: z.string(),
  currency: z.string().nullable(),
  /**
   * `sales`: a concentration curve, not a whale; `contribution1`: after cost of goods; `full`: contribution III, after all
   * cost to serve; `avoidable`: after the cost to serve that would disappear within the horizon.
   */
  basis: z.enum(whaleBases),
  customers: count,
  totalCents: count,
  peakCents: count,
  /** peak ÷ total; null when the total is not positive (then show currency, not percent). */
  peakRatio: z.number().nullable(),
  /** At most 400 points of the cumulated curve, customers sorted by value descending; first and last included. */
  points: z.array(
    z.object({
      /** Customers cumulated up to this point. */
      customers: count,
      cumulativeCents: count,
      /** Of the customers since the previous point, how many are large. */
      large: count,
      small: count,
    }),
  ),
  /** Where the sizes stand along the curve: equal steps of customers, at most 100. */
  rug: z.array(z.object({ customers: count, small: count, large: count })),
  /** Share of the top 1, 5, 10, 20, 50 % in the total; null when the total is not positive. */
  topShares: z.array(z.object({ topRatio: z.number(), customers: count, shareRatio: z.number().nullable() })),
  assumed: z.boolean(),
  unclear: z.array(unclearSchema),
});
export type Whale = z.infer<typeof whaleSchema>;

export const quietRowSchema = z.object({
  customerId: count,
  name: z.string(),
  accountKey: z.string(),
  city: z.string().nullable(),
  phone: z.string().nullable(),
  contactName: z.string().nullable(),
  owner: z.string().nullable(),
  sizeClass: z.string(),
  rhythmState: z.string(),
  atStakeCents: moneyOrUnclear,
  lastPurchase: z.string().nullable(),
  lastOrderCents: moneyOrUnclear,
  daysSinceLast: count.nullable(),
  usualGapDays: z.number().nullable(),
  dormantAfterDays: z.number().nullable(),
  probabilityActive: z.number().nullable(),
  /** Days before asOf of the purchases within the last 24 months, newest first, at most 60: the rhythm strip. */
  purchaseDaysAgo: z.array(count),
  /** Why this customer is on the list, in one sentence. */
  reason: z.object({ de: z.string(), en: z.string() }),
  note: z.string().nullable(),
});
export const quietSchema = z.object({
  asOf: z.string(),
  currency: z.string().nullable(),
  total: count,
  atStakeCents: moneyOrUnclear,
  rows: z.array(quietRowSchema),
});
export type QuietReport = z.infer<typeof quietSchema>;

/** A condition of the explorer; several are joined with "and". */
export const customerFilterSchema = z.object({
  column: z.string(),
  op: z.enum(["eq", "ne", "in", "ge", "le", "contains", "isNull", "notNull"]),
  value: z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]).optional(),
});
export type CustomerFilter = z.infer<typeof customerFilterSchema>;

export const customerQuerySchema = z.object({
  /** Free text over name, account number, city, phone, e-mail. */
  search: z.string().optional(),
  filters: z.array(customerFilterSchema).default([]),
  /** Column code, with `-` in front for descending. */
  sort: z.string().default("-salesLast12Cents"),
  /** Column codes; empty: the default columns. */
  columns: z.array(z.string()).default([]),
  limit: z.number().int().min(1).max(1000).default(100),
  offset: z.number().int().min(0).default(0),
});
export type CustomerQuery = z.input<typeof customerQuerySchema>;

export const customerPageSchema = z.object({
  asOf: z.string(),
  currency: z.string().nullable(),
  total: count,
  columns: z.array(z.string()),
  rows: z.array(z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))),
});
export type CustomerPage = z.infer<typeof customerPageSchema>;

export const customerDetailSchema = z.object({
  asOf: z.string(),
  currency: z.string().nullable(),
  /** All columns of the customer table. */
  figures: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  unclear: z.array(unclearSchema),
  accounts: z.array(
    z.object({
      accountId: count,
      source: z.string(),
      accountKey: z.string(),
      name: z.string().nullable(),
      street: z.string().nullable(),
      postcode: z.string().nullable(),
      city: z.string().nullable(),
      country: z.string().nullable(),
      phone: z.string().nullable(),
      email: z.string().nullable(),
      vatId: z.string().nullable(),
      branch: z.string().nullable(),
      employees: z.number().nullable(),
      opinionClass: z.string().nullable(),
    }),
  ),
  contacts: z.array(
    z.object({
      name: z.string(),
      role: z.string().nullable(),
      phone: z.string().nullable(),
      email: z.string().nullable(),
    }),
  ),
  /** Purchases (orders with positive product value), oldest first, for the rhythm chart. */
  purchases: z.array(z.object({ date: z.string(), orders: count, valueCents: count })),
  months: z.array(z.object({ month: z.string(), salesCents: count })),
  productGroups: z.array(z.object({ group: z.string(), salesCents: count, share: z.number() })),
  products: z.array(
    z.object({
      productCode: z.string(),
      productName: z.string().nullable(),
      quantity: z.number(),
      salesCents: count,
      lastBought: z.string(),
    }),
  ),
  note: z.string().nullable(),
});
export type CustomerDetail = z.infer<typeof customerDetailSchema>;

export const customerDocumentsSchema = z.object({
  total: count,
  rows: z.array(
    z.object({
      documentNumber: z.string(),
      documentType: z.string(),
      date: z.string().nullable(),
      accountKey: z.string(),
      lines: count,
      productCents: count,
      amountCents: count,
      currency: z.string().nullable(),
      batchId: z.string(),
    }),
  ),
});
export type CustomerDocuments = z.infer<typeof customerDocumentsSchema>;

/** "What am I made of?": the contract of one figure, its inputs and parameters, down to one customer's documents. */
export const explanationSchema = z.object({
  code: z.string(),
  label: z.object({ de: z.string(), en: z.string() }),
  question: z.object({ de: z.string(), en: z.string() }),
  unit: z.string(),
  period: z.string(),
  nullRule: z.object({ de: z.string(), en: z.string() }),
  formula: z.string(),
  source: z.object({ de: z.string(), en: z.string() }),
  limits: z.array(z.object({ de: z.string(), en: z.string() })),
  /** What its calculation found in this company's own data, e.g. which purchase model was chosen; empty for most figures. */
  findings: z.array(z.object({ de: z.string(), en: z.string() })),
  inputs: z.array(z.string()),
  parameters: z.array(
    z.object({ code: z.string(), value: z.unknown(), version: count, isAssumption: z.boolean() }),
  ),
  dataTier: z.string(),
  sql: z.string(),
});
export type Explanation = z.infer<typeof explanationSchema>;
