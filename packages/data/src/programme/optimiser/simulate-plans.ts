import { waitingRatio } from "@kleinod/engine/programme/capacity/erlang-c.ts";
import type { PlanningBase } from "@kleinod/engine/programme/contracts/base-contract.ts";
import type { LeverPlan } from "@kleinod/engine/programme/contracts/plan-contract.ts";
import { drawAssumptions } from "@kleinod/engine/programme/draw-assumptions.ts";
import { leverOptions } from "@kleinod/engine/programme/lever-options.ts";
import { type PriceIndex, priceIndexOf } from "@kleinod/engine/programme/optimiser/price-plan.ts";
import type { SimulatedPlan } from "@kleinod/engine/programme/optimiser/rank-plans.ts";
import { type ResolveSettings, resolvePlan } from "@kleinod/engine/programme/resolve-plan.ts";
import {
  moneyFields,
  outcomeLength,
  segmentYearAt,
  type World,
} from "@kleinod/engine/programme/simulation/outcome-contract.ts";
import { prepareSimulation, simulateBase } from "@kleinod/engine/programme/simulation/prepare-simulation.ts";
import { DrawSimulator } from "@kleinod/engine/programme/simulation/simulate-draw.ts";
import { roundHalfAway } from "@kleinod/engine/units.ts";

export interface SimulatePlansOptions {
  /** Made for the price plan of the candidates. */
  readonly base: PlanningBase;
  readonly prices: PriceIndex;
  readonly settings: ResolveSettings;
  readonly draws: number;
  readonly seed: number;
  readonly pause: () => Promise<void>;
  readonly onPlan?: (done: number, total: number) => void;
}

/**
 * The full simulation of plans made of the candidates: change of the yearly result against today, mean of its five years, over
 * the same drawn worlds for all of them, so that their order is sharp.
 */
export async function simulatePlans(
  plans: readonly LeverPlan[],
  { base, prices, settings, draws, seed, pause, onPlan }: SimulatePlansOptions,
): Promise<SimulatedPlan[]> {
  const simulated = simulateBase(base, { waitingRatio });
  const { shape } = simulated;
  const years = shape.quarters / 4;
  const outcome = new Float64Array(outcomeLength(shape));
  const yearlyResult = (world: World) => {
    let sum = 0;
    for (let segment = 0; segment < shape.segments; segment++) {
      for (let year = 0; year < years; year++) {
        const at = segmentYearAt(shape, world, segment, year);
        for (let field = 0; field < moneyFields; field++) sum += outcome[at + field]!;
      }
    }
    return sum / years;
  };
  const found: SimulatedPlan[] = [];
  for (const [index, plan] of plans.entries()) {
    onPlan?.(index, plans.length);
    const resolved = resolvePlan(plan, leverOptions, base, settings);
    const assignments = resolved.assignments.map((assignment, place) => {
      const { option, params } = plan.assignments[place]!;
      return { ...assignment, index: priceIndexOf(prices, option, params) };
    });
    const own = { ...resolved, assignments };
    const simulator = new DrawSimulator(prepareSimulation(simulated, own));
    const differences: number[] = [];
    for (let draw = 0; draw < draws; draw++) {
      simulator.run(drawAssumptions(own, { seed, draw }), outcome);
      differences.push(yearlyResult("plan") - yearlyResult("today"));
      await pause();
    }
    const sorted = differences.sort((a, b) => a - b);
    found.push({
      meanCents: roundHalfAway(differences.reduce((sum, value) => sum + value, 0) / draws),
      low10Cents: roundHalfAway(quantile(sorted, 0.1)),
    });
  }
  return found;
}

/** Linear between neighbours. */
function quantile(sorted: readonly number[], probability: number): number {
  const place = probability * (sorted.length - 1);
  const below = Math.floor(place);
  const [low, high] = [sorted[below]!, sorted[Math.min(below + 1, sorted.length - 1)]!];
  return low + (place - below) * (high - low);
}
