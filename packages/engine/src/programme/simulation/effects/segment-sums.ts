import { costDrivers } from "../../contracts/drivers.ts";
import type { PreparedBase, YearState } from "./prepared-contract.ts";

/** Figures of a segment; after them the minutes of each role, then of order entry and logistics as sales grow, then as heads. */
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
  "churnFactor",
  "acquisitionFactor",
] as const;
export type SumField = (typeof sumFields)[number];

export const fieldIndex = Object.fromEntries(sumFields.map((field, index) => [field, index])) as Readonly<
  Record<SumField, number>
>;

/** Figures per segment in a sum of `sumRows`. */
export const fieldsOf = ({ base }: Pick<PreparedBase, "base">): number =>
  sumFields.length + base.roles.length + 4;

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
 * Sums of a year by segment of the report into `out` (segments × `fieldsOf`), which is emptied first. Factors come
 * times heads, so that divided by customers they are means.
 */
export function sumRows(
  prepared: PreparedBase,
  year: YearState,
  { heads, volume, kept }: RowWeights,
  out: Float64Array,
): void {
  const fields = fieldsOf(prepared);
  const grown = sumFields.length + year.roleMinutes.length;
  out.fill(0);
  for (const { segment, start, end } of prepared.runs) {
    const at = segment * fields;
    const add = (field: number, column: Float64Array, weight: Float64Array) => {
      out[at + field]! += dot(column, weight, start, end);
    };
    let customers = 0;
    for (let row = start; row < end; row++) customers += heads[row]!;
    out[at + fieldIndex.customers]! += customers;
    if (kept !== null) add(fieldIndex.customerFeesCents, year.keptCents, kept);
    for (const field of boughtFields) add(fieldIndex[field], year[field], volume);
    for (const field of headFields) add(fieldIndex[field], year[field], heads);
    for (const driver of costDrivers)
      add(fieldIndex[driver], year.driverCents[driver], followsSales.has(driver) ? volume : heads);
    for (let role = 0; role < year.roleMinutes.length; role++)
      add(sumFields.length + role, year.roleMinutes[role]!, heads);
    add(grown, year.driverMinutes.orderEntry, volume);
    add(grown + 1, year.driverMinutes.logistics, volume);
    add(grown + 2, year.driverMinutes.orderEntry, heads);
    add(grown + 3, year.driverMinutes.logistics, heads);
  }
}

/** Four sums side by side: one alone would wait for each addition before it starts the next. */
function dot(column: Float64Array, weight: Float64Array, start: number, end: number): number {
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  let row = start;
  for (; row + 3 < end; row += 4) {
    a += column[row]! * weight[row]!;
    b += column[row + 1]! * weight[row + 1]!;
    c += column[row + 2]! * weight[row + 2]!;
    d += column[row + 3]! * weight[row + 3]!;
  }
  for (; row < end; row++) a += column[row]! * weight[row]!;
  return a + b + (c + d);
}

const boughtFields = ["salesCents", "contribution1Cents", "orderFeesCents"] as const;
const headFields = [
  "customerFeesCents",
  "programmeCents",
  "customerMinutes",
  "contactPressure",
  "customerMoneyCents",
  "churnFactor",
  "acquisitionFactor",
] as const;

/** Cost that grows with what a customer buys; visits, talks and the rest are per head. As in the doubling test. */
export const followsSales: ReadonlySet<string> = new Set(["orderEntry", "logistics"]);
