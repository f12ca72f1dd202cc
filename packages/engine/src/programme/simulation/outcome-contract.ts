/** What a drawn world gives, by segment and year; costs are negative, so the first twelve sum to the result. */
export const outcomeFields = [
  "sales",
  "goods",
  "fees",
  "fieldVisits",
  "orderEntry",
  "logistics",
  "experts",
  "contacts",
  "other",
  "acquisition",
  "programme",
  "capacity",
  "new",
  "reactivated",
  "end",
  /** Customers as a mean of the year. */
  "customerYears",
  "customerMinutes",
  "customerMoney",
  "contactPressure",
] as const;
export type OutcomeField = (typeof outcomeFields)[number];
export const moneyFields = outcomeFields.indexOf("capacity") + 1;

/** By role and year: means of the year, positions at its end. */
export const roleFields = ["used", "usedSmall", "capacity", "hired", "added", "waiting"] as const;
export type RoleField = (typeof roleFields)[number];

export const worlds = ["today", "plan"] as const;
export type World = (typeof worlds)[number];

/** Places of the figures of one draw in a row of numbers. */
export interface OutcomeShape {
  readonly segments: number;
  readonly roles: number;
  readonly quarters: number;
}

export const fieldAt = Object.fromEntries(outcomeFields.map((field, index) => [field, index])) as Readonly<
  Record<OutcomeField, number>
>;
export const roleFieldAt = Object.fromEntries(roleFields.map((field, index) => [field, index])) as Readonly<
  Record<RoleField, number>
>;

const years = ({ quarters }: OutcomeShape) => quarters / 4;
const segmentPart = (shape: OutcomeShape) => shape.segments * years(shape) * outcomeFields.length;
const rolePart = (shape: OutcomeShape) => shape.roles * years(shape) * roleFields.length;
const worldPart = (shape: OutcomeShape) => segmentPart(shape) + rolePart(shape) + shape.quarters;
const worldStart = (shape: OutcomeShape, world: World) => (world === "plan" ? worldPart(shape) : 0);

/** Numbers of one draw, both worlds. */
export const outcomeLength = (shape: OutcomeShape) => 2 * worldPart(shape);

/** Where the fields of a segment and year begin. */
export const segmentYearAt = (shape: OutcomeShape, world: World, segment: number, year: number) =>
  worldStart(shape, world) + (segment * years(shape) + year) * outcomeFields.length;

/** Where the fields of a role and year begin. */
export const roleYearAt = (shape: OutcomeShape, world: World, role: number, year: number) =>
  worldStart(shape, world) + segmentPart(shape) + (role * years(shape) + year) * roleFields.length;

/** Result of all small customers in a quarter. */
export const quarterAt = (shape: OutcomeShape, world: World, quarter: number) =>
  worldStart(shape, world) + segmentPart(shape) + rolePart(shape) + quarter;
