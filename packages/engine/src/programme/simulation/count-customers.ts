import { sliceBase } from "../condense-base.ts";
import type { PlanningBase } from "../contracts/base-contract.ts";
import type { Drawn } from "../draw-assumptions.ts";
import { hashText, hashWith, unitInterval } from "../random.ts";
import type { ResolvedPlan } from "../resolve-plan.ts";
import { applyEffects, numericEffects } from "./effects/apply-effects.ts";
import { reportSegments } from "./effects/prepare-base.ts";
import type { PreparedPlan, YearState } from "./effects/prepared-contract.ts";
import { fieldsOf, sumRows } from "./effects/segment-sums.ts";
import { newYearState, resetYear } from "./effects/year-state.ts";
import type { World } from "./outcome-contract.ts";
import {
  prepareSimulation,
  rowsBySegment,
  type SimulatedBase,
  type SimulationSettings,
  simulateBase,
} from "./prepare-simulation.ts";
import { quarterCount } from "./quarters.ts";
import type { CountedCustomers, WorldCourse } from "./simulate-draw.ts";

/** One drawn world in which customers are counted one by one. */
export interface CountedDraw {
  readonly draw: number;
  readonly drawn: Drawn;
  readonly course: WorldCourse;
}

/** Customers that are worked through together: their columns fit into the processor's cache. */
const blockRows = 1_024;

/**
 * Follows every customer of a base by itself: whether it takes an option up, leaves because of it, or is lost is decided by
 * random numbers of its own (seed, customer, draw). Yields the customers done, returns sums per draw.
 * @throws RangeError for a base of cells.
 */
export function* countCustomers(
  base: PlanningBase,
  resolved: ResolvedPlan,
  settings: SimulationSettings,
  seed: number,
  draws: readonly CountedDraw[],
): Generator<number, readonly CountedCustomers[]> {
  if (base.customerId === null)
    throw new RangeError("customerId is null; expected a base of single customers.");
  const order = rowsBySegment(reportSegments(base));
  const tables = draws.map(() => new SumTable(base));
  let states: { readonly rows: number; readonly plan: YearState; readonly today: YearState } | undefined;
  for (let start = 0; start < order.length; start += blockRows) {
    const rows = order.subarray(start, Math.min(order.length, start + blockRows));
    const block = simulateBase(sliceBase(base, rows), settings, { asIs: true });
    const { plan } = prepareSimulation(block, resolved);
    if (states === undefined || states.rows !== rows.length)
      states = { rows: rows.length, plan: newYearState(block.prepared), today: newYearState(block.prepared) };
    resetYear(states.today, block.prepared);
    states.today.driverCents.orderEntry.set(block.prepared.base.costCents.orderEntry);
    states.today.driverMinutes.orderEntry.set(block.prepared.base.minutes.orderEntry);
    const run = new Block(block, plan, states.plan, states.today, seed);
    for (const [index, draw] of draws.entries()) run.count(draw, tables[index]!);
    yield start + rows.length;
  }
  return tables;
}

/** Sums per world and quarter, as `sumRows` makes them, and customers at its end by segment. */
class SumTable implements CountedCustomers {
  readonly #sums: Readonly<Record<World, readonly Float64Array[]>>;
  readonly #end: Readonly<Record<World, readonly Float64Array[]>>;

  constructor(base: PlanningBase) {
    const length = base.segments.length * fieldsOf({ base });
    const table = (size: number) => Array.from({ length: quarterCount }, () => new Float64Array(size));
    this.#sums = { today: table(length), plan: table(length) };
    this.#end = { today: table(base.segments.length), plan: table(base.segments.length) };
  }

  sums(world: World, quarter: number): Float64Array {
    return this.#sums[world][quarter]!;
  }

  end(world: World, quarter: number): Float64Array {
    return this.#end[world][quarter]!;
  }
}

class Block {
  readonly #block: SimulatedBase;
  readonly #plan: PreparedPlan;
  readonly #year: YearState;
  readonly #today: YearState;
  readonly #seed: number;
  readonly #sums: Float64Array;
  readonly #chances: readonly Float64Array[];
  readonly #takenUp: readonly Float64Array[];
  readonly #life: Float64Array;
  readonly #leaves: Float64Array;
  readonly #hazard: Float64Array;
  readonly #heads: Float64Array;
  readonly #volume: Float64Array;
  readonly #kept: Float64Array;

  constructor(block: SimulatedBase, plan: PreparedPlan, year: YearState, today: YearState, seed: number) {
    const { base } = block.prepared;
    const column = () => new Float64Array(base.rows);
    this.#block = block;
    this.#plan = plan;
    this.#year = year;
    this.#today = today;
    this.#seed = seed;
    this.#sums = new Float64Array(base.segments.length * fieldsOf(block.prepared));
    this.#chances = plan.assignments.map(column);
    this.#takenUp = plan.assignments.map(column);
    this.#life = column();
    this.#leaves = column();
    this.#hazard = column();
    this.#heads = column();
    this.#volume = column();
    this.#kept = column();
  }

  count(draw: CountedDraw, table: CountedCustomers): void {
    this.#draw("life", draw.draw, this.#life);
    this.#draw("leaves", draw.draw, this.#leaves);
    // A lifetime in hazard: lost once the hazard that has added up exceeds it.
    for (let row = 0; row < this.#life.length; row++) this.#life[row] = -Math.log(this.#life[row]!);
    for (const [position, { assignment }] of this.#plan.assignments.entries())
      this.#draw(`takesUp.${assignment.option}`, draw.draw, this.#chances[position]!);
    this.#countToday(draw, table);
    this.#countPlan(draw, table);
  }

  /** A number of its own for every customer. */
  #draw(stream: string, draw: number, out: Float64Array): void {
    const hash = hashWith(hashWith(hashText(stream), this.#seed), draw);
    const ids = this.#block.prepared.base.customerId!;
    for (let row = 0; row < out.length; row++) out[row] = unitInterval(hashWith(hash, ids[row]!));
  }

  #countToday({ course }: CountedDraw, table: CountedCustomers): void {
    const { hazard, growth, prepared } = this.#block;
    const { weight, rows } = prepared.base;
    for (let quarter = 0; quarter < quarterCount; quarter++) {
      const waited = course.waited.today[quarter]!;
      const [midWaited, endWaited] = [-Math.log(waited.mid), -Math.log(waited.end)];
      const factor = growth[quarter]!;
      const end = table.end("today", quarter);
      for (let row = 0; row < rows; row++) {
        const life = this.#life[row]!;
        const heads = life > (hazard[row]! * (quarter + 0.5)) / 4 + midWaited ? weight[row]! : 0;
        this.#heads[row] = heads;
        this.#volume[row] = heads * factor[row]!;
        if (life > (hazard[row]! * (quarter + 1)) / 4 + endWaited)
          end[prepared.reportSegment[row]!]! += weight[row]!;
      }
      this.#add(this.#today, null, table.sums("today", quarter));
    }
  }

  #countPlan({ drawn, course }: CountedDraw, table: CountedCustomers): void {
    const { hazard, growth, prepared } = this.#block;
    const { weight, rows } = prepared.base;
    const { present, churnFactor } = this.#year;
    const effects = numericEffects(this.#plan, drawn);
    this.#hazard.fill(0);
    for (let quarter = 0; quarter < quarterCount; quarter++) {
      if (this.#takeUp(course, quarter)) applyEffects(this.#plan, effects, this.#takenUp, this.#year);
      const waited = course.waited.plan[quarter]!;
      const [midWaited, endWaited] = [-Math.log(waited.mid), -Math.log(waited.end)];
      const factor = growth[quarter]!;
      const end = table.end("plan", quarter);
      for (let row = 0; row < rows; row++) {
        const life = this.#life[row]!;
        const more = (hazard[row]! * churnFactor[row]!) / 4;
        const before = this.#hazard[row]!;
        const isPresent = this.#leaves[row]! >= 1 - present[row]!;
        const customers = life > before + more / 2 + midWaited ? weight[row]! : 0;
        const heads = isPresent ? customers : 0;
        this.#heads[row] = heads;
        this.#volume[row] = heads * factor[row]!;
        this.#kept[row] = customers * factor[row]!;
        this.#hazard[row] = before + more;
        if (isPresent && life > before + more + endWaited) end[prepared.reportSegment[row]!]! += weight[row]!;
      }
      this.#add(this.#year, this.#kept, table.sums("plan", quarter));
    }
  }

  /** @returns whether the year has to be worked out anew. */
  #takeUp({ takenUp }: WorldCourse, quarter: number): boolean {
    let isNew = quarter === 0;
    for (const [position, { rows }] of this.#plan.assignments.entries()) {
      const share = takenUp[quarter]![position]!;
      if (quarter > 0 && share === takenUp[quarter - 1]![position]!) continue;
      const [chances, taken] = [this.#chances[position]!, this.#takenUp[position]!];
      for (let index = 0; index < rows.length; index++) {
        const row = rows[index]!;
        const takes = chances[row]! < share ? 1 : 0;
        if (takes === taken[row]) continue;
        taken[row] = takes;
        isNew = true;
      }
    }
    return isNew;
  }

  #add(year: YearState, kept: Float64Array | null, into: Float64Array): void {
    const weights = { heads: this.#heads, volume: this.#volume, kept };
    sumRows(this.#block.prepared, year, weights, this.#sums);
    for (let index = 0; index < into.length; index++) into[index]! += this.#sums[index]!;
  }
}
