import type { Cents, PlainDate } from "../units.ts";

/** Codes of the parameters that measures and size classes read; `segments/parameters.ts` defines them. */
export const parameterCodes = [
  "company.currency",
  "company.rates",
  "size.lineCents",
  "size.hysteresisRatio",
  "rhythm.slowingQuantile",
  "rhythm.dormantQuantile",
  "rhythm.lostProbability",
  "rhythm.peerWeight",
  "margin.byGroup",
] as const;
export type ParameterCode = (typeof parameterCodes)[number];

/** The parameters as the calculations need them. */
export interface MeasureSettings {
  /** Last day that counts. */
  readonly asOf: PlainDate;
  /** Null while no file named a currency: then lines and costs without a currency count as they stand. */
  readonly currency: string | null;
  /** Company currency per unit of a foreign currency. */
  readonly rates: Readonly<Record<string, number>>;
  /** Null: the proposal holds. */
  readonly sizeLineCents: Cents | null;
  readonly hysteresisRatio: number;
  readonly slowingQuantile: number;
  readonly dormantQuantile: number;
  readonly lostProbability: number;
  /** Own gaps that the peer group weighs as much as, ≥ 0. */
  readonly peerWeight: number;
  /** Assumed margin per product group, `*` for all others; empty: nothing is assumed. */
  readonly marginByGroup: Readonly<Record<string, number>>;
}
