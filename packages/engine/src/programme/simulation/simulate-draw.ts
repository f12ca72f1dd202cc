import type { Drawn } from "../draw-assumptions.ts";
import { CapacityCourse } from "./capacity-course.ts";
import { CustomersCourse } from "./customers-course.ts";
import { numericEffects } from "./effects/apply-effects.ts";
import type { NumericEffect } from "./effects/prepared-contract.ts";
import { fieldIndex } from "./effects/segment-sums.ts";
import { Newcomers } from "./newcomers.ts";
import { roleFieldAt, roleYearAt, type World } from "./outcome-contract.ts";
import type { Simulation } from "./prepare-simulation.ts";
import { QuarterBook } from "./quarter-book.ts";
import { shareIn, takenUpIn, yearOf } from "./quarters.ts";

/** Today's customers counted one by one, in the place of their expectation. */
export interface CountedCustomers {
  sums(world: World, quarter: number): Float64Array;
  end(world: World, quarter: number): Float64Array;
}

/** What a world does to today's customers apart from their rows: who takes up what when, and whom waiting drives away. */
export interface WorldCourse {
  /** Per quarter: share by assignment. */
  readonly takenUp: readonly Float64Array[];
  /** Per world and quarter: share whom waiting has not driven away. */
  readonly waited: Readonly<Record<World, readonly { readonly mid: number; readonly end: number }[]>>;
  /** Whole positions hired in the plan, per quarter and role. */
  readonly hired: readonly Float64Array[];
}

/** Runs drawn worlds one after the other on one prepared simulation. */
export class DrawSimulator {
  readonly #simulation: Simulation;
  readonly #customers: CustomersCourse;

  constructor(simulation: Simulation) {
    this.#simulation = simulation;
    this.#customers = new CustomersCourse(simulation);
  }

  /** Both worlds of a draw; its figures go to `outcome` (`outcomeLength` numbers). */
  run(drawn: Drawn, outcome: Float64Array, counted: CountedCustomers | null = null): WorldCourse {
    const { plan, resolved, simulated } = this.#simulation;
    const effects = numericEffects(plan, drawn);
    const takenUp = Array.from({ length: simulated.shape.quarters }, (_, quarter) =>
      Float64Array.from(resolved.assignments, ({ fromMonths, rampKey }) =>
        takenUpIn(quarter, fromMonths, drawn.get(rampKey) ?? 0),
      ),
    );
    outcome.fill(0);
    const today = this.#runWorld("today", [], takenUp, drawn, outcome, counted);
    const planned = this.#runWorld("plan", effects, takenUp, drawn, outcome, counted);
    return { takenUp, waited: { today: today.waited, plan: planned.waited }, hired: planned.hired };
  }

  #runWorld(
    world: World,
    effects: readonly NumericEffect[],
    takenUp: readonly Float64Array[],
    drawn: Drawn,
    outcome: Float64Array,
    counted: CountedCustomers | null,
  ) {
    const { simulated, resolved } = this.#simulation;
    const { shape, prepared } = simulated;
    const capacity = new CapacityCourse(simulated, resolved.world.targetUtilisationRatio);
    const newcomers = new Newcomers(simulated);
    const book = new QuarterBook(simulated, world, outcome);
    const number = (key: string, otherwise: number) => drawn.get(key) ?? otherwise;
    const lifetime = number("world.newCustomerLifetimeYears", 4);
    const usualRatio = number("world.newCustomerSalesRatio", 1);
    const usualCents = number("world.acquisitionCents", 0);
    const customersToday = simulated.customers.reduce((sum, count) => sum + count, 0);
    const added = new Float64Array(shape.roles);
    const returned = effects.map(() => new Float64Array(shape.segments));
    const waited: { mid: number; end: number }[] = [];
    const hired: Float64Array[] = [];
    let left = 1;
    if (world === "plan") this.#customers.start(effects);
    for (let quarter = 0; quarter < shape.quarters; quarter++) {
      const waitsMore = Math.max(0, (capacity.waitingRatio ?? 0) - (capacity.waitingToday ?? 0));
      const driven = quarter === 0 ? 0 : number("world.congestionChurnRatio", 0) * waitsMore;
      const stay = { mid: left * Math.exp(-driven / 8), end: left * Math.exp(-driven / 4) };
      left = stay.end;
      waited.push(stay);
      if (world === "plan") this.#customers.advance(quarter, takenUp[quarter]!, stay);
      const everybody = world === "plan" ? this.#customers.everybody : simulated.everybody;
      const own = world === "plan" ? this.#customers.sums : simulated.todaySums[quarter]!;
      const ownEnd = world === "plan" ? this.#customers.end : simulated.todayEnd[quarter]!;
      // Sums of today's world are made once for all draws, so waiting is still to be taken off.
      const scale = counted === null && world === "today" ? stay : { mid: 1, end: 1 };
      const sums = counted?.sums(world, quarter) ?? own;
      const end = counted?.end(world, quarter) ?? ownEnd;

      newcomers.begin();
      const mean = (segment: number, field: number) => book.mean(everybody, segment, field);
      for (let segment = 0; segment < shape.segments; segment++) {
        const share = customersToday > 0 ? simulated.customers[segment]! / customersToday : 0;
        const cents = usualCents * mean(segment, fieldIndex.acquisitionFactor);
        newcomers.add(segment, (prepared.base.newPerYear * share) / 4, usualRatio, cents);
      }
      added.fill(0);
      book.begin(quarter, sums, scale.mid, everybody);
      for (const [index, effect] of effects.entries())
        this.#planEffect(effect, index, quarter, {
          takenUp,
          newcomers,
          added,
          book,
          returned,
          usualRatio,
          mean,
        });
      for (let segment = 0; segment < shape.segments; segment++) {
        const hazard = mean(segment, fieldIndex.churnFactor) / lifetime + driven;
        const customers = newcomers.advance(segment, hazard) + end[segment]! * scale.end;
        book.addSegment(segment, newcomers, customers);
      }
      capacity.advance(quarter, book.smallMinutes, added);
      book.finish(capacity);
      hired.push(capacity.hired.slice());
      this.#noteRoles(world, quarter, capacity, book, added, outcome);
    }
    return { waited, hired };
  }

  #planEffect(
    effect: NumericEffect,
    index: number,
    quarter: number,
    at: {
      readonly takenUp: readonly Float64Array[];
      readonly newcomers: Newcomers;
      readonly added: Float64Array;
      readonly book: QuarterBook;
      readonly returned: readonly Float64Array[];
      readonly usualRatio: number;
      readonly mean: (segment: number, field: number) => number;
    },
  ): void {
    const { plan, simulated } = this.#simulation;
    const { position } = plan.steps[index]!;
    const { assignment, customers } = plan.assignments[position]!;
    const { segments } = simulated.shape;
    const { newcomers } = at;
    if (effect.kind === "addCapacity") {
      const role = simulated.prepared.roleIndex(effect.role);
      if (role >= 0) at.added[role]! += effect.positions * takenUpIn(quarter, assignment.fromMonths, 0);
    } else if (effect.kind === "fixedCost") {
      const yearly = effect.centsPerYear * takenUpIn(quarter, assignment.fromMonths, 0);
      // A quarter holds a fourth of yearly cost; what is paid once is paid in its quarter.
      const cents = yearly + 4 * effect.oneOffCents * shareIn(quarter, assignment.fromMonths, 0);
      at.book.addFixedCost(customers, cents);
    } else if (effect.kind === "acquire") {
      const share = shareIn(quarter, assignment.fromMonths, effect.overMonths);
      const ratio = Math.max(0, effect.growthRatio) * share;
      if (ratio === 0) return;
      for (let segment = 0; segment < segments; segment++) {
        const cents = effect.centsPerCustomer * at.mean(segment, fieldIndex.acquisitionFactor);
        newcomers.add(segment, customers[segment]! * ratio, effect.salesRatio, cents);
      }
    } else if (effect.kind === "reactivate") {
      const ratio = (Math.min(1, Math.max(0, effect.ratioPerYear)) * at.takenUp[quarter]![position]!) / 4;
      if (ratio === 0) return;
      const all = new Float64Array(segments);
      const gone = new Float64Array(segments);
      this.#customers.dormant(position, all, gone);
      const before = at.returned[index]!;
      for (let segment = 0; segment < segments; segment++) {
        const back = Math.min(
          ratio * Math.max(0, all[segment]! - before[segment]!),
          Math.max(0, gone[segment]! - before[segment]!),
        );
        before[segment]! += back;
        newcomers.add(segment, back, at.usualRatio, effect.centsPerCustomer, true);
      }
    }
  }

  #noteRoles(
    world: World,
    quarter: number,
    capacity: CapacityCourse,
    { smallMinutes }: QuarterBook,
    added: Float64Array,
    outcome: Float64Array,
  ): void {
    const { shape, prepared } = this.#simulation.simulated;
    for (let role = 0; role < shape.roles; role++) {
      const at = roleYearAt(shape, world, role, yearOf(quarter));
      outcome[at + roleFieldAt.used]! += capacity.usedMinutes[role]! / 4;
      outcome[at + roleFieldAt.usedSmall]! += smallMinutes[role]! / 4;
      outcome[at + roleFieldAt.capacity]! += capacity.capacityMinutes[role]! / 4;
      outcome[at + roleFieldAt.hired] = capacity.hired[role]!;
      outcome[at + roleFieldAt.added] = added[role]!;
      if (role === prepared.generalist)
        outcome[at + roleFieldAt.waiting]! += (capacity.waitingRatio ?? 0) / 4;
    }
  }
}
