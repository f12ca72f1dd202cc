import type { SimulatedBase } from "./prepare-simulation.ts";

/** Quarters that a position stays once it is filled. */
const stayingQuarters = 4;

/** How the capacity of roles goes on in one world: whole positions, time saved but still paid, calls that wait. */
export class CapacityCourse {
  readonly #simulated: SimulatedBase;
  readonly #targetRatio: number;
  readonly #needed: Float64Array[];
  readonly #savedCents: Float64Array[];
  readonly #missingToday: readonly number[];
  /** By role, after `advance`. */
  readonly hired: Float64Array;
  readonly usedMinutes: Float64Array;
  readonly capacityMinutes: Float64Array;
  /**
   * Yearly cost of time that is paid but not used for customers: in hired and added positions, and saved but not yet gone. Negative
   * where time is used that costs nothing more (a role whose cost does not follow the customers).
   */
  readonly idleCents: Float64Array;
  readonly unreleasedCents: Float64Array;
  /** Chance that a call to the generalists waits; null: their capacity is unknown. */
  waitingRatio: number | null = null;
  readonly waitingToday: number | null;

  constructor(simulated: SimulatedBase, targetRatio: number) {
    const { roles, quarters } = simulated.shape;
    this.#simulated = simulated;
    this.#targetRatio = targetRatio;
    const table = () => Array.from({ length: roles }, () => new Float64Array(quarters));
    this.#needed = table();
    this.#savedCents = table();
    this.hired = new Float64Array(roles);
    this.usedMinutes = new Float64Array(roles);
    this.capacityMinutes = new Float64Array(roles);
    this.idleCents = new Float64Array(roles);
    this.unreleasedCents = new Float64Array(roles);
    this.#missingToday = this.#roles.map((role, index) => this.#needs(index, role.usedMinutes, 0));
    const generalist = this.#roles[simulated.prepared.generalist];
    this.waitingToday = generalist
      ? this.#waiting(generalist.usedMinutes, generalist.capacityMinutes, generalist.blockMinutes)
      : null;
  }

  /**
   * @param smallMinutes of small customers in the quarter as a yearly rate, by role.
   * @param added positions of the plan, by role.
   */
  advance(quarter: number, smallMinutes: Float64Array, added: Float64Array): void {
    const today = this.#simulated.smallMinutes;
    for (const [index, role] of this.#roles.entries()) {
      const used = Math.max(0, role.usedMinutes + smallMinutes[index]! - today[index]!);
      this.usedMinutes[index] = used;
      this.#hire(index, quarter, used, added[index]!);
      if (role.isFixed) this.#keepAsToday(index, used);
      else this.#release(index, quarter, Math.max(0, role.usedMinutes - used) * role.centsPerMinute);
      if (index === this.#simulated.prepared.generalist) {
        const capacity = role.capacityMinutes === null ? null : this.capacityMinutes[index]!;
        this.waitingRatio = this.#waiting(used, capacity, role.blockMinutes);
      }
    }
  }

  get #roles() {
    return this.#simulated.prepared.base.roles;
  }

  #hire(index: number, quarter: number, used: number, added: number): void {
    const role = this.#roles[index]!;
    const needed = this.#needed[index]!;
    needed[quarter] = Math.max(0, this.#needs(index, used, added) - this.#missingToday[index]!);
    let hired = 0;
    for (let past = Math.max(0, quarter - stayingQuarters + 1); past <= quarter; past++)
      hired = Math.max(hired, needed[past]!);
    this.hired[index] = hired;
    const capacity = role.capacityMinutes ?? role.usedMinutes;
    const paid = (hired + added) * role.blockMinutes;
    this.capacityMinutes[index] = capacity + paid;
    const landing = Math.max(0, used - Math.max(role.usedMinutes, this.#targetRatio * capacity));
    this.idleCents[index] = Math.max(0, paid - landing) * role.centsPerMinute;
  }

  /** Whole positions missing above target utilisation; a role of unknown or fixed capacity misses none. */
  #needs(index: number, used: number, added: number): number {
    const { capacityMinutes, blockMinutes, isFixed } = this.#roles[index]!;
    if (capacityMinutes === null || isFixed || blockMinutes <= 0) return 0;
    const short = used / this.#targetRatio - capacityMinutes - added * blockMinutes;
    return Math.max(0, Math.ceil(short / blockMinutes - 1e-9));
  }

  /** Management costs the same however many customers there are: what was booked by their number is taken back. */
  #keepAsToday(index: number, used: number): void {
    const { usedMinutes, centsPerMinute } = this.#roles[index]!;
    this.idleCents[index] = Math.min(0, usedMinutes - used) * centsPerMinute;
    this.unreleasedCents[index] = Math.max(0, usedMinutes - used) * centsPerMinute;
  }

  /** What is saved against today goes little by little; what was saved and is used again counts at once. */
  #release(index: number, quarter: number, saved: number): void {
    const course = this.#savedCents[index]!;
    const released = this.#simulated.released[index]!;
    course[quarter] = saved;
    let kept = 0;
    let before = 0;
    for (let past = 0; past <= quarter; past++) {
      kept += (course[past]! - before) * (1 - released[quarter - past]!);
      before = course[past]!;
    }
    this.unreleasedCents[index] = Math.min(saved, Math.max(0, kept));
  }

  #waiting(used: number, capacity: number | null, blockMinutes: number): number | null {
    if (capacity === null || blockMinutes <= 0) return null;
    return this.#simulated.settings.waitingRatio(capacity / blockMinutes, used / blockMinutes);
  }
}
