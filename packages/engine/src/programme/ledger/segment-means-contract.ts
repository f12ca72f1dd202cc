import type { CostDriver, PlanningChannel } from "../contracts/drivers.ts";

/** What a customer of a segment does in a year on average: what the ledger needs to know of the planning base. */
export interface SegmentMeans {
  readonly customers: number;
  readonly salesCents: number;
  /** Orders per year and customer. */
  readonly ordersByChannel: Readonly<Record<PlanningChannel, number>>;
  /** Events per year and customer, e.g. visits. */
  readonly events: Readonly<Record<CostDriver, number>>;
  /** Orders per year and customer below the threshold of an assignment (index in the plan), outside its exempt channels. */
  readonly ordersBelow: ReadonlyMap<number, number>;
}
