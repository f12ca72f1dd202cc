import type { BgBbParams } from "../src/bg-bb/contract.ts";
import { betaSample, type Random } from "./random.ts";

/** Customers who behave exactly as the BG/BB model says over `opportunities` of each and then over `horizon` more. */
export function simulateBgBb(
  next: Random,
  { alpha, beta, gamma, delta }: BgBbParams,
  customers: number,
  opportunitiesOf: (next: Random) => number,
  horizon: number,
): { frequency: number[]; recency: number[]; opportunities: number[]; future: number[] } {
  const frequency: number[] = [];
  const recency: number[] = [];
  const opportunities: number[] = [];
  const future: number[] = [];
  for (let i = 0; i < customers; i++) {
    const n = opportunitiesOf(next);
    const buying = betaSample(next, alpha, beta);
    const leaving = betaSample(next, gamma, delta);
    let seen = 0;
    let last = 0;
    let later = 0;
    for (let t = 1; t <= n + horizon; t++) {
      if (next() < leaving) break;
      if (next() >= buying) continue;
      if (t > n) later += 1;
      else {
        seen += 1;
        last = t;
      }
    }
    frequency.push(seen);
    recency.push(last);
    opportunities.push(n);
    future.push(later);
  }
  return { frequency, recency, opportunities, future };
}
