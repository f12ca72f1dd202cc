import type { ParetoNbdParams } from "../src/pareto-nbd/contract.ts";
import { gammaSample, type Random } from "./random.ts";

/** Histories with what the customers did afterwards. */
export interface SimulatedHistories {
  readonly frequency: number[];
  readonly recency: number[];
  readonly age: number[];
  /** Purchases within the horizon after the end of observation. */
  readonly future: number[];
}

/** Customers who behave exactly as the Pareto/NBD model says, observed until their age and then for `horizon` more. */
export function simulateParetoNbd(
  next: Random,
  params: ParetoNbdParams | ((customer: number) => ParetoNbdParams),
  customers: number,
  ageOf: (next: Random) => number,
  horizon: number,
): SimulatedHistories {
  const simulated: SimulatedHistories = { frequency: [], recency: [], age: [], future: [] };
  for (let i = 0; i < customers; i++) {
    const { r, alpha, s, beta } = typeof params === "function" ? params(i) : params;
    const age = ageOf(next);
    const rate = gammaSample(next, r) / alpha;
    const leaving = (-Math.log(next()) * beta) / gammaSample(next, s);
    const end = Math.min(leaving, age + horizon);
    let seen = 0;
    let last = 0;
    let later = 0;
    const interval = () => -Math.log(next()) / rate;
    for (let time = interval(); time <= end; time += interval()) {
      if (time > age) {
        later += 1;
      } else {
        seen += 1;
        last = time;
      }
    }
    simulated.frequency.push(seen);
    simulated.recency.push(last);
    simulated.age.push(age);
    simulated.future.push(later);
  }
  return simulated;
}
