import type { Cents, PlainDate } from "../units.ts";

/** Code of a parameter that a measure or a segment reads; `segments/parameters.ts` defines them. */
export type ParameterCode = string;

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
  /** Every parameter by its code, checked against its own schema; measures with many of them read their own here. */
  readonly values: Readonly<Record<ParameterCode, unknown>>;
}
