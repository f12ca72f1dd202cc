import { distinctValues } from "../numerics/distinct-values.ts";
import { outOfRange } from "../out-of-range.ts";
import type { DurationColumns } from "./contract.ts";

/** Durations at which somebody ended, rising, with the cases at risk and the endings there. */
export interface DurationTable {
  readonly times: Float64Array;
  readonly atRisk: Float64Array;
  readonly events: Float64Array;
  readonly cases: number;
  readonly longest: number;
}

/** @throws RangeError when the columns differ in length, or naming the first value that no case can have. */
export function durationTable(data: DurationColumns): DurationTable {
  checkDurations(data);
  const { durations, ended, weight } = data;
  const { values, indexOfRow } = distinctValues(durations);
  const left = new Float64Array(values.length);
  const events = new Float64Array(values.length);
  for (let row = 0; row < durations.length; row++) {
    const count = weight?.[row] ?? 1;
    const position = indexOfRow[row]!;
    left[position]! += count;
    if (Number(ended[row]) === 1) events[position]! += count;
  }
  const order = Uint32Array.from(values.keys()).sort((a, b) => values[a]! - values[b]!);
  const atRisk = new Float64Array(values.length);
  let cases = 0;
  for (let i = order.length - 1; i >= 0; i--) {
    cases += left[order[i]!]!;
    atRisk[order[i]!] = cases;
  }
  const kept = order.filter((position) => events[position]! > 0);
  return {
    times: Float64Array.from(kept, (position) => values[position]!),
    atRisk: Float64Array.from(kept, (position) => atRisk[position]!),
    events: Float64Array.from(kept, (position) => events[position]!),
    cases,
    longest: order.length === 0 ? 0 : values[order[order.length - 1]!]!,
  };
}

function checkDurations({ durations, ended, weight }: DurationColumns): void {
  for (const [name, column] of [
    ["ended", ended],
    ["weight", weight],
  ] as const) {
    if (column !== undefined && column.length !== durations.length) {
      throw outOfRange(`length of ${name}`, column.length, `${durations.length}, the length of durations`);
    }
  }
  for (let row = 0; row < durations.length; row++) {
    const duration = durations[row]!;
    if (!(duration >= 0 && duration < Number.POSITIVE_INFINITY)) {
      throw outOfRange(`durations of row ${row}`, duration, "a finite number ≥ 0");
    }
    if (Number(ended[row]) !== 0 && Number(ended[row]) !== 1) {
      throw outOfRange(`ended of row ${row}`, ended[row], "0, 1, false or true");
    }
    const count = weight?.[row] ?? 1;
    if (!(count > 0 && count < Number.POSITIVE_INFINITY)) {
      throw outOfRange(`weight of row ${row}`, count, "a finite number > 0");
    }
  }
}
