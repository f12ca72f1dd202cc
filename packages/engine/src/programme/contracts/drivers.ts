/**
 * What drives the cost of serving a customer, coarse enough that a head of small customers can steer by it. Every
 * activity of cost to serve belongs to exactly one driver, so the drivers sum to full cost to serve.
 */
export const costDrivers = [
  "fieldVisits",
  "orderEntry",
  "logistics",
  "experts",
  "contacts",
  "other",
] as const;
export type CostDriver = (typeof costDrivers)[number];

/** What can flip the sign of the doubling test: a cost driver, or what it costs to win a customer. */
export const flipDrivers = [...costDrivers, "acquisition"] as const;
export type FlipDriver = (typeof flipDrivers)[number];

/** Channels of orders as rows of `PlanningBase.ordersByChannel`; the last one holds orders of unknown channel. */
export const planningChannels = [
  "phone",
  "mail",
  "web",
  "field",
  "edi",
  "counter",
  "partner",
  "unknown",
] as const;
export type PlanningChannel = (typeof planningChannels)[number];

interface ActivityFacts {
  readonly event: string;
  readonly activityType?: string | null | undefined;
}

/** The driver of an activity of cost to serve, by what happens and by the role that did it. */
export function driverOf({ event, activityType }: ActivityFacts, role: string): CostDriver {
  if (event === "order") return "orderEntry";
  if (event === "delivery" || event === "freight") return "logistics";
  if (event !== "activity" && event !== "case") return "other";
  if (role === "expert" || activityType === "expert") return "experts";
  if (activityType === "visit" || activityType === "meeting") return "fieldVisits";
  return "contacts";
}
