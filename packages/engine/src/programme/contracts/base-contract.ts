import type { CostDriver, PlanningChannel } from "./drivers.ts";

/** A role that works for customers: what it can do, does, and costs. */
export interface RoleCapacity {
  readonly code: string;
  readonly label: { readonly de: string; readonly en: string };
  /** Practical capacity per year; null: no cost pool names it. */
  readonly capacityMinutes: number | null;
  /** Minutes per year for all customers, and of them for small ones. */
  readonly usedMinutes: number;
  readonly usedSmallMinutes: number;
  readonly centsPerMinute: number;
  /** One full-time position. */
  readonly blockMinutes: number;
  /** Cost does not move with the number of customers (management). */
  readonly isFixed: boolean;
}

/** Assignments of price levers need to know which orders lie below their threshold; counted on the actual orders. */
export interface OrdersBelow {
  /** Index in `plan.assignments`. */
  readonly assignment: number;
  /** Orders per year below the threshold outside the exempt channels, per customer of the row. */
  readonly orders: Float64Array;
  readonly salesCents: Float64Array;
  /** Share of the row's customers most of whose orders lie below, 0…1. */
  readonly concernedRatio: Float64Array;
}

/**
 * The small customers of a snapshot as columns: one row per customer (`weight` 1) or one per cell of customers alike (`weight`
 * customers, every other figure the mean of them). All figures are per customer and year. Rows keep their order, so the same
 * snapshot gives the same base to the bit.
 */
export interface PlanningBase {
  readonly snapshotId: string;
  readonly asOf: string;
  readonly currency: string | null;
  /** `small` first; the plan's and the active segments after it, at most 30. */
  readonly segments: readonly { readonly code: string; readonly name: string; readonly customers: number }[];
  readonly rows: number;
  readonly weight: Float64Array;
  /** Bit i: member of `segments[i]`. Customers of a cell share it. */
  readonly segmentMask: Uint32Array;
  readonly customerId: Float64Array | null;
  readonly salesCents: Float64Array;
  /** After goods. Customers without known margin take the base's ratio; see `withoutMargin`. */
  readonly contribution1Cents: Float64Array;
  readonly orders: Float64Array;
  readonly ordersByChannel: Readonly<Record<PlanningChannel, Float64Array>>;
  /** Events, minutes and full cost by driver; orders for orderEntry, visits for fieldVisits, talks and cases for contacts. */
  readonly events: Readonly<Record<CostDriver, Float64Array>>;
  readonly minutes: Readonly<Record<CostDriver, Float64Array>>;
  readonly costCents: Readonly<Record<CostDriver, Float64Array>>;
  readonly avoidableCents: Readonly<Record<CostDriver, Float64Array>>;
  /** Minutes by role, in the order of `roles`. */
  readonly roleMinutes: readonly Float64Array[];
  /** Chance of buying no more within the coming year, 0…1, and expected change of sales of those who stay. */
  readonly churnRatio: Float64Array;
  readonly growthRatio: Float64Array;
  /** Share of the row that is dormant today, 0…1. */
  readonly dormantRatio: Float64Array;
  /** Effective number of need fields; NaN: unknown. */
  readonly needBreadth: Float64Array;
  readonly ordersBelow: readonly OrdersBelow[];
  readonly roles: readonly RoleCapacity[];
  /**
   * Share of a driver's minutes that each role works, in the order of `roles`; sums to 1 or is all 0. Left out: visits are of
   * the field role, experts of the expert role, orders and talks of the generalist role, the rest of the other roles.
   */
  readonly driverRoleRatio?: Readonly<Record<CostDriver, readonly number[]>>;
  /** Minutes and cost of one order by channel at today's process, and of one visit, talk and expert hour. */
  readonly unitCosts: {
    readonly orderEntryCents: Readonly<Record<PlanningChannel, number>>;
    readonly orderEntryMinutes: Readonly<Record<PlanningChannel, number>>;
    readonly visitCents: number;
    readonly contactCents: number;
    readonly expertHourCents: number;
    readonly logisticsCentsPerOrder: number;
  };
  /** Role that keys orders and holds talks; its rate prices moved orders and dialogues. */
  readonly generalistRole: string;
  readonly fieldRole: string;
  readonly expertRole: string;
  /** Share of a driver's cost that is gone so many months after its activity. */
  readonly avoidableRatio: Readonly<
    Record<CostDriver, { readonly "3": number; readonly "12": number; readonly "24": number }>
  >;
  /** Small customers won in the last 12 months. */
  readonly newPerYear: number;
  /** What the base does not know, with what would cure it. */
  readonly unclear: readonly {
    readonly code: string;
    readonly customers: number;
    readonly text: { readonly de: string; readonly en: string };
  }[];
}
