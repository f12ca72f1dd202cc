import type { PlanningBase } from "../contracts/base-contract.ts";
import { type Drawn, drawAssumptions } from "../draw-assumptions.ts";
import type { ResolvedPlan } from "../resolve-plan.ts";
import { type CountedDraw, countCustomers } from "./count-customers.ts";
import { outcomeLength, quarterAt } from "./outcome-contract.ts";
import {
  prepareSimulation,
  type SimulatedBase,
  type SimulationSettings,
  simulateBase,
} from "./prepare-simulation.ts";
import { quarterCount, yearCount } from "./quarters.ts";
import { DrawSimulator } from "./simulate-draw.ts";

/** A part of a simulation that can run by itself, on any thread. */
export type SimulationTask =
  /** Outcomes of draws, one after the other (`outcomeLength` numbers each). */
  | { readonly kind: "draws"; readonly from: number; readonly to: number }
  /** Per draw: change of the yearly result by the whole plan, then by each assignment alone. */
  | { readonly kind: "singles"; readonly from: number; readonly to: number }
  /** Per key: change of the yearly result with it at its low and at its high value, all else in the middle. */
  | { readonly kind: "tornado"; readonly keys: readonly string[] }
  /** Per quarter and role: positions hired in the plan's middle course. */
  | { readonly kind: "hired" };

/** What the tasks of one simulation share. */
export interface SimulationJob {
  readonly base: PlanningBase;
  readonly resolved: ResolvedPlan;
  readonly seed: number;
  readonly resolution: "cells" | "customers";
}

/** Works through the tasks of a job. Yields after every little while, so that whoever runs it can report and stop. */
export class SimulationTasks {
  readonly #job: SimulationJob;
  readonly #settings: SimulationSettings;
  readonly #simulated: SimulatedBase;

  constructor(job: SimulationJob, settings: SimulationSettings) {
    this.#job = job;
    this.#settings = settings;
    this.#simulated = simulateBase(job.base, settings);
  }

  /** Customers of each segment at the start. */
  get start(): readonly number[] {
    return [...this.#simulated.customers];
  }

  get shape() {
    return this.#simulated.shape;
  }

  /** Yields how much of the task is done, 0…1. */
  *run(task: SimulationTask): Generator<number, Float64Array> {
    switch (task.kind) {
      case "draws":
        return this.#job.resolution === "cells" ? yield* this.#cells(task) : yield* this.#customers(task);
      case "singles":
        return yield* this.#singles(task);
      case "tornado":
        return yield* this.#tornado(task.keys);
      case "hired":
        return this.#hired();
    }
  }

  *#cells({ from, to }: { readonly from: number; readonly to: number }): Generator<number, Float64Array> {
    const simulator = this.#simulator(this.#job.resolved);
    const length = outcomeLength(this.shape);
    const outcomes = new Float64Array((to - from) * length);
    for (let draw = from; draw < to; draw++) {
      const start = (draw - from) * length;
      simulator.run(this.#drawn(draw), outcomes.subarray(start, start + length));
      if ((draw - from) % 20 === 19) yield (draw + 1 - from) / (to - from);
    }
    return outcomes;
  }

  /** The course of every world comes from the cells; then each customer meets it on its own. */
  *#customers({ from, to }: { readonly from: number; readonly to: number }): Generator<number, Float64Array> {
    const { base, resolved, seed } = this.#job;
    const simulator = this.#simulator(resolved);
    const length = outcomeLength(this.shape);
    const outcomes = new Float64Array((to - from) * length);
    const draws: CountedDraw[] = [];
    for (let draw = from; draw < to; draw++) {
      const drawn = this.#drawn(draw);
      draws.push({ draw, drawn, course: simulator.run(drawn, outcomes.subarray(0, length)) });
    }
    const counting = countCustomers(base, resolved, this.#settings, seed, draws);
    let step = counting.next();
    while (!step.done) {
      yield step.value / base.rows;
      step = counting.next();
    }
    for (const [index, counted] of step.value.entries())
      simulator.run(draws[index]!.drawn, outcomes.subarray(index * length, (index + 1) * length), counted);
    return outcomes;
  }

  *#singles({ from, to }: { readonly from: number; readonly to: number }): Generator<number, Float64Array> {
    const { resolved } = this.#job;
    const plans = [resolved, ...resolved.assignments.map((only) => ({ ...resolved, assignments: [only] }))];
    const effects = new Float64Array((to - from) * plans.length);
    const outcome = new Float64Array(outcomeLength(this.shape));
    for (const [index, plan] of plans.entries()) {
      const simulator = this.#simulator(plan);
      for (let draw = from; draw < to; draw++) {
        simulator.run(this.#drawn(draw), outcome);
        effects[(draw - from) * plans.length + index] = this.#yearlyDifference(outcome);
      }
      yield (index + 1) / plans.length;
    }
    return effects;
  }

  *#tornado(keys: readonly string[]): Generator<number, Float64Array> {
    const { resolved } = this.#job;
    const simulator = this.#simulator(resolved);
    const middle = drawAssumptions(resolved, "mid");
    const values = new Map(resolved.assumptions.map(({ key, value }) => [key, value]));
    const outcome = new Float64Array(outcomeLength(this.shape));
    const results = new Float64Array(2 * keys.length);
    for (const [index, key] of keys.entries()) {
      const { low, high } = values.get(key)!;
      for (const [side, value] of [low, high].entries()) {
        simulator.run(new Map([...middle, [key, value]]), outcome);
        results[2 * index + side] = this.#yearlyDifference(outcome);
      }
      yield (index + 1) / keys.length;
    }
    return results;
  }

  #hired(): Float64Array {
    const { roles } = this.shape;
    const { resolved } = this.#job;
    const outcome = new Float64Array(outcomeLength(this.shape));
    const { hired } = this.#simulator(resolved).run(drawAssumptions(resolved, "mid"), outcome);
    const table = new Float64Array(quarterCount * roles);
    for (const [quarter, positions] of hired.entries()) table.set(positions, quarter * roles);
    return table;
  }

  #simulator(resolved: ResolvedPlan): DrawSimulator {
    return new DrawSimulator(prepareSimulation(this.#simulated, resolved));
  }

  #drawn(draw: number): Drawn {
    return drawAssumptions(this.#job.resolved, { seed: this.#job.seed, draw });
  }

  #yearlyDifference(outcome: Float64Array): number {
    let sum = 0;
    for (let quarter = 0; quarter < quarterCount; quarter++)
      sum +=
        outcome[quarterAt(this.shape, "plan", quarter)]! - outcome[quarterAt(this.shape, "today", quarter)]!;
    return sum / yearCount;
  }
}
