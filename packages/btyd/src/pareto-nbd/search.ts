import type { Ridge } from "../fits/fit-by-likelihood.ts";
import type { ParetoNbdParams } from "./contract.ts";

/** What every fit of the Pareto/NBD family searches, in this order; effects of covariates follow. */
export const NAMES = ["r", "alpha", "s", "beta"] as const;

/** Customers with a repeat purchase that a parameter needs. */
export const MIN_REPEAT_CUSTOMERS_PER_PARAMETER = 5;

/** In scaled time, where the mean age is 10: half of the customers gone by then, and two far from it. */
const STARTS: readonly ParetoNbdParams[] = [
  { r: 0.7, alpha: 4, s: 0.7, beta: 5 },
  { r: 1.5, alpha: 2, s: 1.5, beta: 20 },
  { r: 0.3, alpha: 10, s: 0.5, beta: 1 },
];

/** Starts in search coordinates, without any effect of the covariates. */
export function searchStarts(effects: number): number[][] {
  return STARTS.map(({ r, alpha, s, beta }) => [
    ...[r, alpha, s, beta].map(Math.log),
    ...new Array<number>(effects).fill(0),
  ]);
}

/** Customers who hardly differ in their rate of buying, or of leaving, leave its mean known but not its spread. */
export function ridges(effects: number): Ridge[] {
  const zeros = new Array<number>(effects).fill(0);
  return [
    {
      direction: [Math.LN2, Math.LN2, 0, 0, ...zeros],
      message: ([r, alpha]) =>
        `r = ${r!.toPrecision(4)} and alpha = ${alpha!.toPrecision(4)} could be twice as large: rely on r / alpha only.`,
    },
    {
      direction: [0, 0, Math.LN2, Math.LN2, ...zeros],
      message: ([, , s, beta]) =>
        `s = ${s!.toPrecision(4)} and beta = ${beta!.toPrecision(4)} could be twice as large: rely on s / beta only.`,
    },
  ];
}
