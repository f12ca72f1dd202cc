import type { GammaGammaParams } from "../src/gamma-gamma/contract.ts";
import { gammaSample, type Random } from "./random.ts";

/** Customers who spend exactly as the Gamma-Gamma model says, with one to six purchases. */
export function simulateGammaGamma(next: Random, { p, q, v }: GammaGammaParams, customers: number) {
  const frequency: number[] = [];
  const meanValue: number[] = [];
  for (let i = 0; i < customers; i++) {
    const x = 1 + Math.floor(6 * next());
    const rate = gammaSample(next, q) / v;
    frequency.push(x);
    meanValue.push(gammaSample(next, p * x) / rate / x);
  }
  return { frequency, meanValue };
}
