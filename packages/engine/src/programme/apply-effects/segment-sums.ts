import { costDrivers } from "../contracts/drivers.ts";
import type { PreparedBase, YearState } from "./prepared-contract.ts";

/** Figures of a segment; after them the minutes of each role, then of order entry and logistics that follow sales. */
export const sumFields = [
  "customers",
  "salesCents",
  "contribution1Cents",
  "orderFeesCents",
  "customerFeesCents",
  ...costDrivers,
  "programmeCents",
  "customerMinutes",
  "contactPressure",
  "customerMoneyCents",
  "churn",
  "acquisition",
] as const;
export type SumField = (typeof sumFields)[number];

export const fieldIndex = Object.fromEntries(sumFields.map((field, index) => [field, index])) as Readonly<
  Record<SumField, number>
>;

/** Figures per segment in a sum of `sumRows`. */
export const fieldsOf = ({ base }: PreparedBase): number => sumFields.length + base.roles.length + 2;

/** Customers behind each row. */
export interface RowWeights {
  /** There at all: what a customer costs whatever it buys. */
  readonly heads: Float64Array;
  /** There, times the growth of what they buy: sales, orders and what follows them. */
  readonly volume: Float64Array;
  /** As if none had been handed over, for the commission kept; null: leave it out. */
  readonly kept: Float64Array | null;
}

/**
 * Sums of a year by segment of the report into `out` (segments × `fieldsOf`), which is emptied first. Churn and acquisition
 * come as factors times heads, so that divided by customers they are means.
 */
export function sumRows(
  prepared: PreparedBase,
  year: YearState,
  { heads, volume, kept }: RowWeights,
  out: Float64Array,
): void {
  const fields = fieldsOf(prepared);
  const { rows, churnRatio } = prepared.base;
  const segmentOf = prepared.reportSegment;
  out.fill(0);
  const add = (field: number, column: Float64Array, weight: Float64Array) => {
    for (let row = 0; row < rows; row++)
      out[segmentOf[row]! * fields + field]! += column[row]! * weight[row]!;
  };
  for (let row = 0; row < rows; row++) {
    const at = segmentOf[row]! * fields;
    out[at + fieldIndex.customers]! += heads[row]!;
    out[at + fieldIndex.churn]! += Math.min(1, churnRatio[row]! * year.churnFactor[row]!) * heads[row]!;
    if (kept !== null) out[at + fieldIndex.customerFeesCents]! += year.keptCents[row]! * kept[row]!;
  }
  for (const field of ["salesCents", "contribution1Cents", "orderFeesCents"] as const)
    add(fieldIndex[field], year[field], volume);
  for (const driver of costDrivers)
    add(fieldIndex[driver], year.driverCents[driver], followsSales.has(driver) ? volume : heads);
  add(fieldIndex.customerFeesCents, year.customerFeesCents, heads);
  add(fieldIndex.programmeCents, year.programmeCents, heads);
  add(fieldIndex.customerMinutes, year.customerMinutes, heads);
  add(fieldIndex.contactPressure, year.contactPressure, heads);
  add(fieldIndex.customerMoneyCents, year.customerMoneyCents, heads);
  add(fieldIndex.acquisition, year.acquisitionFactor, heads);
  for (const [role, minutes] of year.roleMinutes.entries()) add(sumFields.length + role, minutes, heads);
  const grown = sumFields.length + year.roleMinutes.length;
  add(grown, year.driverMinutes.orderEntry, volume);
  add(grown + 1, year.driverMinutes.logistics, volume);
}

/** Cost that grows with what a customer buys; visits, talks and the rest are per head. As in the doubling test. */
export const followsSales: ReadonlySet<string> = new Set(["orderEntry", "logistics"]);
