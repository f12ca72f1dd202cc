import type { BgNbdParams } from "@kleinod/btyd";
import { betaSample, gammaSample, random } from "../../packages/btyd/test/random.ts";

/**
 * Customers who behave as BG/NBD says, who came on any day of three years and are looked at at its end; in weeks, with purchases
 * on whole days as logs have them.
 */
export function simulatedCustomers(customers: number, { r, alpha, a, b }: BgNbdParams) {
  const next = random(11);
  const frequency = new Float64Array(customers);
  const recency = new Float64Array(customers);
  const age = new Float64Array(customers);
  for (let i = 0; i < customers; i++) {
    const days = 1 + Math.floor(1095 * next());
    const rate = gammaSample(next, r) / alpha / 7;
    const leaving = betaSample(next, a, b);
    let time = -Math.log(next()) / rate;
    let last = 0;
    while (time <= days) {
      const day = Math.ceil(time);
      // Purchases on one day count once.
      if (day > last) frequency[i]! += 1;
      last = day;
      if (next() < leaving) break;
      time += -Math.log(next()) / rate;
    }
    recency[i] = last / 7;
    age[i] = days / 7;
  }
  return { frequency, recency, age };
}

/** A log of purchases in the order of time: text for customers and days, as it comes out of a file. */
export function simulatedLog(rows: number, customers: number) {
  const next = random(12);
  const firstDay = Date.UTC(2022, 0, 1);
  const customer: string[] = [];
  const time: string[] = [];
  const value = new Float64Array(rows);
  for (let row = 0; row < rows; row++) {
    customer.push(`C${Math.floor(customers * next())}`);
    const day = Math.floor((row / rows) * 1095);
    time.push(new Date(firstDay + day * 86_400_000).toISOString().slice(0, 10));
    value[row] = Math.round(10_000 * next()) / 100;
  }
  return { customer, time, value };
}
