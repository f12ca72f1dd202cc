/** One figure of a benchmark. */
export interface Measurement {
  /** What was done, with its size: "import Online Retail II (1,067,370 lines)". */
  readonly name: string;
  readonly value: number;
  /** For example "s", "ms", "GB", "lines/s". A unit per time (with "/") is better when higher, any other when lower. */
  readonly unit: string;
  /** From DESIGN; absent where there is none. Same unit as the value. */
  readonly budget?: number;
  /** How it was measured, or why a budget is missed. */
  readonly note?: string;
}

/** What every file directly in `bench/` exports as `run`. A module without outside data that it needs returns no measurements. */
export type Bench = () => Promise<Measurement[]>;

/** "yes", "missed by 12 %", or "" without a budget. */
export function verdict({ value, unit, budget }: Measurement): string {
  if (budget === undefined) return "";
  const excess = unit.includes("/") ? budget / value - 1 : value / budget - 1;
  if (excess <= 0) return "yes";
  return `missed by ${Math.max(1, Math.round(excess * 100))} %`;
}

/** Three significant digits, grouped by thousands: 1,067,000; 12.3; 0.0457. */
export function figure(value: number): string {
  const rounded = Number(value.toPrecision(3));
  return rounded.toLocaleString("en", { maximumSignificantDigits: 3 });
}
