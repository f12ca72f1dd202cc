import {
  fieldAt,
  type OutcomeField,
  type OutcomeShape,
  outcomeLength,
  quarterAt,
  type RoleField,
  roleFieldAt,
  roleYearAt,
  segmentYearAt,
  type World,
} from "./outcome-contract.ts";

/** Outcomes of all draws, one after the other, read by what they mean: one number per draw. */
export class OutcomeTable {
  readonly shape: OutcomeShape;
  readonly draws: number;
  /** Customers of each segment before the first quarter. */
  readonly start: readonly number[];
  readonly #outcomes: Float64Array;
  readonly #length: number;

  constructor(shape: OutcomeShape, start: readonly number[], outcomes: Float64Array) {
    this.shape = shape;
    this.start = start;
    this.#outcomes = outcomes;
    this.#length = outcomeLength(shape);
    this.draws = outcomes.length / this.#length;
  }

  /** @param segment null: all together. */
  figure(world: World, segment: number | null, year: number, field: OutcomeField): Float64Array {
    if (segment !== null)
      return this.#column(segmentYearAt(this.shape, world, segment, year) + fieldAt[field]);
    const sum = new Float64Array(this.draws);
    for (let part = 0; part < this.shape.segments; part++) {
      const values = this.#column(segmentYearAt(this.shape, world, part, year) + fieldAt[field]);
      for (let draw = 0; draw < sum.length; draw++) sum[draw]! += values[draw]!;
    }
    return sum;
  }

  role(world: World, role: number, year: number, field: RoleField): Float64Array {
    return this.#column(roleYearAt(this.shape, world, role, year) + roleFieldAt[field]);
  }

  /** Result of a quarter. */
  quarter(world: World, quarter: number): Float64Array {
    return this.#column(quarterAt(this.shape, world, quarter));
  }

  #column(at: number): Float64Array {
    const values = new Float64Array(this.draws);
    for (let draw = 0; draw < values.length; draw++) values[draw] = this.#outcomes[draw * this.#length + at]!;
    return values;
  }
}

/** Value by value: plan − today. */
export const minus = (plan: Float64Array, today: Float64Array): Float64Array =>
  plan.map((value, draw) => value - today[draw]!);
