import type { DoublingCase } from "./doubling-case.ts";
import { HiredPositions } from "./hired-positions.ts";
import { marginalCustomer } from "./marginal-customer.ts";

/** What a year brings more or less with another number of customers, cents, not rounded. */
export interface GrowthOutcome {
  readonly resultCents: number;
  readonly stepCents: number;
  readonly congestionCents: number;
  /** Null: no role whose calls wait. */
  readonly waitingRatio: number | null;
}

/** A world made ready to be asked about many numbers of customers. */
export class GrowthModel {
  readonly world: DoublingCase;
  readonly positions: readonly HiredPositions[];
  readonly #beforeCents: number;
  readonly #afterCents: number;
  readonly #waiting: HiredPositions | null;
  readonly #waitingToday: number;

  constructor(world: DoublingCase) {
    this.world = world;
    const { customers, targetUtilisationRatio, congestion } = world;
    this.positions = world.roles.map((role) => new HiredPositions(role, customers, targetUtilisationRatio));
    const { beforeCents, afterCents } = marginalCustomer(world);
    this.#beforeCents = beforeCents;
    this.#afterCents = afterCents;
    this.#waiting = this.positions.find(({ role }) => role.code === congestion?.role) ?? null;
    this.#waitingToday = this.waitingAt(customers) ?? 0;
  }

  /**
   * Δn · marginal contribution after acquisition − platform − idle part of hired positions − contribution lost by waiting
   * (domain.md K5, methods.md §5). Fewer customers than today: the contribution that leaves with them; nobody is laid off and
   * the platform, which is for growth, is not built.
   */
  at(number: number): GrowthOutcome {
    const { world } = this;
    const waitingRatio = this.waitingAt(number);
    const more = number - world.customers;
    if (more <= 0)
      return {
        resultCents: more * world.lostWithCustomerCents,
        stepCents: 0,
        congestionCents: 0,
        waitingRatio,
      };
    const stepCents = this.positions.reduce((sum, each) => sum + each.idleCents(number), 0);
    const congestionCents = this.#lostByWaiting(more, waitingRatio);
    return {
      resultCents: more * this.#afterCents - world.platformCents - stepCents - congestionCents,
      stepCents,
      congestionCents,
      waitingRatio,
    };
  }

  waitingAt(number: number): number | null {
    const { congestion, customers } = this.world;
    if (this.#waiting === null || congestion === null) return null;
    const { capacityMinutes, usedMinutes, minutesPerNewCustomer, blockMinutes } = this.#waiting.role;
    const hired = number > customers ? this.#waiting.at(number) : 0;
    const positions = Math.max(1, capacityMinutes / blockMinutes + hired);
    const erlangs = (usedMinutes + (number - customers) * minutesPerNewCustomer) / blockMinutes;
    return congestion.waitingRatio(positions, Math.max(0, erlangs));
  }

  /** Customers of today and new ones leave at the added rate, each with what it contributes. */
  #lostByWaiting(more: number, waitingRatio: number | null): number {
    const { congestion, customers, lostWithCustomerCents } = this.world;
    if (congestion === null || waitingRatio === null) return 0;
    const addedChurn = congestion.churnRatio * Math.max(0, waitingRatio - this.#waitingToday);
    const contribution =
      customers * Math.max(0, lostWithCustomerCents) + more * Math.max(0, this.#beforeCents);
    return addedChurn * contribution;
  }
}
