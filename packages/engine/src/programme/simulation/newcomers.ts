import type { SimulatedBase } from "./prepare-simulation.ts";

/**
 * Customers who come within the five years, by segment: as a number and as what they buy together against the mean customer of
 * the segment (dilution). They are like the mean customer otherwise and stay for their lifetime.
 */
export class Newcomers {
  readonly #count: Float64Array;
  readonly #buying: Float64Array;
  /** In the quarter at hand: mean number, mean of what they buy, number at its end, and cost of winning them. */
  readonly mid: Float64Array;
  readonly midBuying: Float64Array;
  readonly acquisitionCents: Float64Array;
  readonly came: Float64Array;
  readonly returned: Float64Array;
  readonly #comingBuying: Float64Array;

  constructor({ shape }: SimulatedBase) {
    const column = () => new Float64Array(shape.segments);
    this.#count = column();
    this.#buying = column();
    this.mid = column();
    this.midBuying = column();
    this.acquisitionCents = column();
    this.came = column();
    this.returned = column();
    this.#comingBuying = column();
  }

  /** Begins a quarter in which nobody has come yet. */
  begin(): void {
    for (const column of [this.acquisitionCents, this.came, this.returned, this.#comingBuying])
      column.fill(0);
  }

  /** So many come within the quarter at a cost each. */
  add(segment: number, customers: number, salesRatio: number, centsEach: number, isBack = false): void {
    (isBack ? this.returned : this.came)[segment]! += customers;
    this.#comingBuying[segment]! += customers * salesRatio;
    this.acquisitionCents[segment]! += customers * centsEach;
  }

  /** Ends the quarter; those who came did so evenly. @returns customers at its end. */
  advance(segment: number, yearlyHazard: number): number {
    const half = Math.exp(-yearlyHazard / 8);
    const coming = this.came[segment]! + this.returned[segment]!;
    this.mid[segment] = this.#count[segment]! * half + coming / 2;
    this.midBuying[segment] = this.#buying[segment]! * half + this.#comingBuying[segment]! / 2;
    this.#count[segment] = (this.#count[segment]! * half + coming) * half;
    this.#buying[segment] = (this.#buying[segment]! * half + this.#comingBuying[segment]!) * half;
    return this.#count[segment]!;
  }
}
