import type { LeverPlan } from "../contracts/plan-contract.ts";
import type { RankedPlan } from "./report-contract.ts";

/** What the full simulation says of a plan: change of the yearly result against today. */
export interface SimulatedPlan {
  readonly meanCents: number;
  readonly low10Cents: number;
}

interface LinearPlan {
  readonly plan: LeverPlan;
  readonly cents: number;
  readonly difference: RankedPlan["difference"];
}

/** Plans in the order of their simulated mean, with their place by the 10 % quantile. `plans` are in linear order. */
export function rankPlans(
  plans: readonly LinearPlan[],
  simulated: readonly (SimulatedPlan | null)[],
): RankedPlan[] {
  const figures = plans.map(({ cents }, index) => ({ cents, simulated: simulated[index] ?? null, index }));
  // Plans that nobody simulated stand behind those that somebody did.
  const byMean = [...figures].sort(
    (a, b) =>
      Number(b.simulated !== null) - Number(a.simulated !== null) ||
      (b.simulated?.meanCents ?? b.cents) - (a.simulated?.meanCents ?? a.cents) ||
      a.index - b.index,
  );
  const byLow = figures
    .filter((one) => one.simulated !== null)
    .sort((a, b) => b.simulated!.low10Cents - a.simulated!.low10Cents || a.index - b.index);
  return byMean.map(({ index, cents, simulated: found }, rank) => {
    const place = byLow.findIndex((one) => one.index === index);
    return {
      plan: plans[index]!.plan,
      linearRank: index + 1,
      linearCents: cents,
      simulatedMeanCents: found?.meanCents ?? null,
      simulatedLow10Cents: found?.low10Cents ?? null,
      rank: rank + 1,
      rankByLow10: place < 0 ? null : place + 1,
      difference: plans[index]!.difference,
    };
  });
}
