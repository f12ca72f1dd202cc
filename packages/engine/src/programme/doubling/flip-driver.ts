import { type FlipDriver, flipDrivers } from "../contracts/drivers.ts";
import type { DoublingCase } from "./doubling-case.ts";
import { type MarginalCustomer, marginalCustomer } from "./marginal-customer.ts";

/** How much a driver has to do with the sign of the doubling test; cents per new customer and year, not rounded. */
export interface FlipRank {
  readonly driver: FlipDriver;
  readonly costCents: number;
  readonly changeCents: number | null;
  readonly shareOfDifference: number | null;
  readonly relativeChangeToZero: number | null;
}

interface FlipInput {
  readonly world: DoublingCase;
  /** Result of doubling in this world. */
  readonly resultCents: number;
  /** Today's marginal customer, when this world is a plan's. */
  readonly today?: MarginalCustomer | undefined;
}

/** Differences below half a cent are none. */
const halfCent = 0.5;

/**
 * Drivers by what flips the sign, first the one that does. With a plan: largest share of the difference today → plan.
 * Without one, or when the plan changes nothing: smallest relative change of one driver that makes the result zero, which for
 * equal money is the largest cost. Ties keep the order of `flipDrivers`.
 */
export function flipRanking({ world, resultCents, today }: FlipInput): FlipRank[] {
  const own = marginalCustomer(world);
  const difference = today === undefined ? 0 : own.afterCents - today.afterCents;
  const ranks = flipDrivers.map((driver): FlipRank => {
    const costCents = -own.parts[driver];
    const change = today === undefined ? null : own.parts[driver] - today.parts[driver];
    const needed = costCents > 0 ? resultCents / (world.customers * costCents) : null;
    return {
      driver,
      costCents,
      changeCents: change,
      shareOfDifference: change === null || Math.abs(difference) < halfCent ? null : change / difference,
      relativeChangeToZero: needed === null || needed < -1 ? null : needed,
    };
  });
  const weight =
    Math.abs(difference) < halfCent
      ? (rank: FlipRank) => rank.costCents
      : (rank: FlipRank) => rank.shareOfDifference ?? Number.NEGATIVE_INFINITY;
  return ranks.sort((a, b) => weight(b) - weight(a));
}
