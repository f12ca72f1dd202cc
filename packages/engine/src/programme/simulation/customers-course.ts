import { applyEffects } from "./effects/apply-effects.ts";
import type { NumericEffect, YearState } from "./effects/prepared-contract.ts";
import { fieldsOf, sumRows } from "./effects/segment-sums.ts";
import { newYearState } from "./effects/year-state.ts";
import type { Simulation } from "./prepare-simulation.ts";

/**
 * Today's customers with the plan, quarter by quarter, as expectations per row: who is left of them, what they buy and cost.
 * Used again for every draw; nothing is allocated between.
 */
export class CustomersCourse {
  readonly #simulation: Simulation;
  readonly #year: YearState;
  readonly #takenUp: readonly Float64Array[];
  readonly #last: Float64Array;
  readonly #alive: Float64Array;
  /** Survival of an eighth of a year by row, at today's and at the plan's churn. */
  readonly #usual: Float64Array;
  readonly #survival: Float64Array;
  readonly #heads: Float64Array;
  readonly #volume: Float64Array;
  readonly #kept: Float64Array;
  #effects: readonly NumericEffect[] = [];
  #isStarted = false;
  /** After `advance`: sums of the quarter as yearly rates, customers at its end, and everybody as if none had left. */
  readonly sums: Float64Array;
  readonly end: Float64Array;
  readonly everybody: Float64Array;

  constructor(simulation: Simulation) {
    const { prepared, hazard } = simulation.simulated;
    const { rows, segments } = prepared.base;
    const column = () => new Float64Array(rows);
    this.#simulation = simulation;
    this.#year = newYearState(prepared);
    this.#takenUp = simulation.plan.assignments.map(column);
    this.#last = new Float64Array(simulation.plan.assignments.length);
    this.#alive = column();
    this.#usual = hazard.map((value) => Math.exp(-value / 8));
    this.#survival = column();
    this.#heads = column();
    this.#volume = column();
    this.#kept = column();
    this.sums = new Float64Array(segments.length * fieldsOf(prepared));
    this.everybody = new Float64Array(this.sums.length);
    this.end = new Float64Array(segments.length);
  }

  start(effects: readonly NumericEffect[]): void {
    this.#effects = effects;
    this.#alive.fill(1);
    this.#isStarted = false;
  }

  /**
   * @param takenUp share by assignment in this quarter.
   * @param waited share of the customers whom waiting has not driven away, in the middle and at the end of the quarter.
   */
  advance(
    quarter: number,
    takenUp: Float64Array,
    waited: { readonly mid: number; readonly end: number },
  ): void {
    const { simulated } = this.#simulation;
    const { prepared, growth } = simulated;
    if (!this.#isStarted || takenUp.some((share, position) => share !== this.#last[position]))
      this.#apply(takenUp);
    const { weight, rows } = prepared.base;
    const { present } = this.#year;
    const factor = growth[quarter]!;
    this.end.fill(0);
    for (let row = 0; row < rows; row++) {
      const middle = this.#alive[row]! * this.#survival[row]!;
      const customers = weight[row]! * middle * waited.mid;
      const heads = customers * present[row]!;
      const end = middle * this.#survival[row]!;
      this.#heads[row] = heads;
      this.#volume[row] = heads * factor[row]!;
      this.#kept[row] = customers * factor[row]!;
      this.#alive[row] = end;
      this.end[prepared.reportSegment[row]!]! += weight[row]! * end * waited.end * present[row]!;
    }
    sumRows(prepared, this.#year, { heads: this.#heads, volume: this.#volume, kept: this.#kept }, this.sums);
  }

  /** Dormant customers of an assignment's rows by segment: all of today, and those of them who are gone by now. */
  dormant(position: number, all: Float64Array, gone: Float64Array): void {
    const { plan, simulated } = this.#simulation;
    const { base, reportSegment } = simulated.prepared;
    all.fill(0);
    gone.fill(0);
    for (const row of plan.assignments[position]!.rows) {
      const dormant = base.weight[row]! * base.dormantRatio[row]!;
      all[reportSegment[row]!]! += dormant;
      gone[reportSegment[row]!]! += dormant * (1 - this.#alive[row]!);
    }
  }

  #apply(takenUp: Float64Array): void {
    const { plan, simulated } = this.#simulation;
    for (const [position, share] of takenUp.entries()) this.#takenUp[position]!.fill(share);
    this.#last.set(takenUp);
    this.#isStarted = true;
    applyEffects(plan, this.#effects, this.#takenUp, this.#year);
    const { weight, rows } = simulated.prepared.base;
    const { churnFactor } = this.#year;
    for (let row = 0; row < rows; row++) {
      const factor = churnFactor[row]!;
      this.#survival[row] = factor === 1 ? this.#usual[row]! : this.#usual[row]! ** factor;
    }
    sumRows(simulated.prepared, this.#year, { heads: weight, volume: weight, kept: null }, this.everybody);
  }
}
