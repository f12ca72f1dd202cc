import type { OrdersBelow, PlanningBase } from "../../contracts/base-contract.ts";
import { type CostDriver, type PlanningChannel, planningChannels } from "../../contracts/drivers.ts";
import type { LeverEffect, LeverEffectKind } from "../../contracts/effect-contract.ts";
import type { ResolvedAssignment } from "../../resolve-plan.ts";

/** Channels of a row lie side by side: row × `channelCount` + index of the channel. */
export const channelCount = planningChannels.length;
export const channelIndex = (channel: PlanningChannel) => planningChannels.indexOf(channel);

/** What does not change from draw to draw and quarter to quarter, worked out once. */
export interface PreparedBase {
  readonly base: PlanningBase;
  /** Segment that a row is reported in: its smallest one. Index in `base.segments`; 0: of no other segment. */
  readonly reportSegment: Uint8Array;
  /** Neighbouring rows of one segment, from `start` to before `end`; sums are fast where runs are long. */
  readonly runs: readonly { readonly segment: number; readonly start: number; readonly end: number }[];
  /** Orders, cost and minutes of their entry by row and channel; see `channelAt`. Sum to the row's figures. */
  readonly orders: Float64Array;
  readonly entryCents: Float64Array;
  readonly entryMinutes: Float64Array;
  readonly generalist: number;
  readonly field: number;
  readonly expert: number;
  /** Index of a role by code, and by what effects call it; −1: nobody has it. */
  readonly roleIndex: (code: string) => number;
  readonly centsPerMinute: readonly number[];
  /** Roles that work a driver's minutes, with their shares. */
  readonly driverRoles: Readonly<
    Record<CostDriver, readonly { readonly role: number; readonly ratio: number }[]>
  >;
}

/** An effect with numbers in the place of assumptions. */
export type NumericEffect = LeverEffect extends infer Effect
  ? Effect extends unknown
    ? { readonly [Key in keyof Effect]: Exclude<Effect[Key], { readonly assumption: string }> }
    : never
  : never;
export type NumericEffectOf<Kind extends LeverEffectKind> = Extract<NumericEffect, { readonly kind: Kind }>;

/** An assignment on the rows of a base. */
export interface PreparedAssignment {
  readonly assignment: ResolvedAssignment;
  /** Rows that it acts on: the same option for a smaller segment goes before it. */
  readonly rows: Int32Array;
  /** Customers of these rows by segment of the report. */
  readonly customers: Float64Array;
}

/** One effect in the order in which effects act on a row. */
export interface PlanStep {
  /** Index in `assignments`. */
  readonly position: number;
  readonly effect: LeverEffect;
  /** Price levers: orders below their threshold, and today's orders outside the exempt channels. */
  readonly below: { readonly found: OrdersBelow; readonly openOrders: Float64Array } | null;
}

export interface PreparedPlan {
  readonly prepared: PreparedBase;
  readonly assignments: readonly PreparedAssignment[];
  readonly steps: readonly PlanStep[];
}

/** A year of every row, per customer, as the plan has it so far. Written by effects one after the other. */
export interface YearState {
  /** By row and channel; see `channelAt`. */
  readonly orders: Float64Array;
  readonly entryCents: Float64Array;
  readonly entryMinutes: Float64Array;
  /** `orderEntry` is the sum of the channels once all effects are applied. */
  readonly driverCents: Readonly<Record<CostDriver, Float64Array>>;
  readonly driverMinutes: Readonly<Record<CostDriver, Float64Array>>;
  readonly visits: Float64Array;
  readonly salesCents: Float64Array;
  readonly contribution1Cents: Float64Array;
  /** Fees that follow the orders, and those that every customer pays (grants are negative). */
  readonly orderFeesCents: Float64Array;
  readonly customerFeesCents: Float64Array;
  readonly programmeCents: Float64Array;
  readonly roleMinutes: readonly Float64Array[];
  /** Own time that customers spend more (+) or less (−), unsolicited contacts and money that they win (+) or lose (−). */
  readonly customerMinutes: Float64Array;
  readonly contactPressure: Float64Array;
  readonly customerMoneyCents: Float64Array;
  /** Factor on the yearly chance of losing a customer, and on the cost of winning one. */
  readonly churnFactor: Float64Array;
  readonly acquisitionFactor: Float64Array;
  /** Share of the customers that the plan has not made leave or handed over. */
  readonly present: Float64Array;
  /** Commission kept of those handed over, per customer of the row before it was. */
  readonly keptCents: Float64Array;
}
