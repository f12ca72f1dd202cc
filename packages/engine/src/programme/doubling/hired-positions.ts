import type { GrowthRole } from "./doubling-case.ts";

/**
 * Positions that growth makes a role hire, in integers (thousandths of a minute, per mille), so that an exact multiple of a
 * block never hires one too many (methods.md §5).
 */
export class HiredPositions {
  readonly role: GrowthRole;
  readonly #customers: number;
  readonly #target: bigint;
  readonly #used: bigint;
  readonly #perCustomer: bigint;
  readonly #capacity: bigint;
  readonly #block: bigint;
  readonly #missingToday: number;

  constructor(role: GrowthRole, customers: number, targetUtilisationRatio: number) {
    this.role = role;
    this.#customers = customers;
    this.#target = BigInt(Math.round(1_000 * targetUtilisationRatio));
    this.#used = milli(role.usedMinutes);
    this.#perCustomer = milli(role.minutesPerNewCustomer);
    this.#capacity = milli(role.capacityMinutes);
    this.#block = milli(role.blockMinutes);
    this.#missingToday = this.#needed(customers);
  }

  /** Hired because of the growth from today's number to this one; what is missing today already is not its doing. */
  at(number: number): number {
    return this.#needed(number) - this.#missingToday;
  }

  /**
   * Paid but idle part of the hired positions a year, cents ≥ 0: their cost less the minutes that land on them, which the
   * driver cost of the new customers contains already.
   */
  idleCents(number: number): number {
    const hired = this.at(number);
    if (hired <= 0) return 0;
    const { capacityMinutes, usedMinutes, minutesPerNewCustomer, blockMinutes, centsPerMinute } = this.role;
    const free = Math.max(0, (capacityMinutes * Number(this.#target)) / 1_000 - usedMinutes);
    const landing = Math.max(0, minutesPerNewCustomer * (number - this.#customers) - free);
    return Math.max(0, hired * blockMinutes - landing) * centsPerMinute;
  }

  /** Largest number of customers that so many hired positions can carry; Infinity where customers take no minutes. */
  carries(hired: number): number {
    if (this.#perCustomer <= 0n) return Number.POSITIVE_INFINITY;
    const usable = this.#target * (this.#capacity + BigInt(hired + this.#missingToday) * this.#block);
    const room = usable - 1_000n * this.#used;
    if (room < 0n) return this.#customers;
    return this.#customers + Number(room / (1_000n * this.#perCustomer));
  }

  #needed(number: number): number {
    const load = 1_000n * (this.#used + BigInt(number - this.#customers) * this.#perCustomer);
    const short = load - this.#target * this.#capacity;
    if (short <= 0n) return 0;
    const perPosition = this.#target * this.#block;
    return Number((short + perPosition - 1n) / perPosition);
  }
}

const milli = (minutes: number) => BigInt(Math.round(1_000 * minutes));
