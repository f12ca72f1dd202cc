import type { BgNbdParams, CnbdVariant } from "../src/bg-cnbd-k/contract.ts";
import { betaSample, gammaSample, type Random } from "./random.ts";

export interface SimulatedHistories {
  readonly frequency: number[];
  readonly recency: number[];
  readonly age: number[];
  readonly sumLogIntervals: number[];
  /** Purchases in the horizon after the end of observation. */
  readonly future: number[];
}

/** Customers who behave exactly as a model of the BG/NBD family says, observed until `ageOf` and then for `horizon` more. */
export function simulateCnbd(
  next: Random,
  { k, leavesAtFirst }: CnbdVariant,
  { r, alpha, a, b }: BgNbdParams,
  customers: number,
  ageOf: (next: Random) => number,
  horizon = 0,
): SimulatedHistories {
  const columns: SimulatedHistories = {
    frequency: [],
    recency: [],
    age: [],
    sumLogIntervals: [],
    future: [],
  };
  for (let i = 0; i < customers; i++) {
    const age = ageOf(next);
    const rate = gammaSample(next, r) / alpha;
    const leaving = betaSample(next, a, b);
    let seen = 0;
    let last = 0;
    let logs = 0;
    let later = 0;
    let hasLeft = leavesAtFirst && next() < leaving;
    for (let time = 0; !hasLeft; ) {
      let interval = 0;
      for (let stage = 0; stage < k; stage++) interval -= Math.log(next()) / rate;
      time += interval;
      if (time > age + horizon) break;
      if (time <= age) {
        seen += 1;
        last = time;
        logs += Math.log(interval);
      } else {
        later += 1;
      }
      hasLeft = next() < leaving;
    }
    columns.frequency.push(seen);
    columns.recency.push(last);
    columns.age.push(age);
    columns.sumLogIntervals.push(logs);
    columns.future.push(later);
  }
  return columns;
}
