import type { Random } from "../../random.ts";
import type { Calendar } from "./calendar.ts";

/** What kind of buyer somebody is by nature. */
export const buyerKind = { regular: 0, oneTime: 1, never: 2 } as const;

/** A day after every history: "does not end". */
export const never = 32_767;

/**
 * The latent truth about all customers, as columns, so that three million fit into memory. Nothing here depends on what was
 * generated later; what a customer really did is in `Behaviour`.
 */
export interface Population {
  readonly size: number;
  readonly smallCount: number;
  readonly isLarge: Uint8Array;
  /** Index into `branches`. */
  readonly branch: Uint8Array;
  /** Index into `channels`: the one used for most orders. */
  readonly channel: Uint8Array;
  /** Bit g: the customer buys product group g. */
  readonly needs: Uint16Array;
  readonly staff: Uint16Array;
  /** 0 own sales; 1…11 the dealer who looks after the customer. */
  readonly dealer: Uint8Array;
  readonly kind: Uint8Array;
  /** First day as a customer; 0 for all who were there before the history. */
  readonly startDay: Int16Array;
  /** First day on which the firm no longer buys, for good. */
  readonly endDay: Int16Array;
  /** Pause [from, to); from = `never` when there is none. */
  readonly pauseFrom: Int16Array;
  readonly pauseTo: Int16Array;
  /** Own rhythm: mean working days (of 365 a year) between purchases while active, and shape of the gap distribution. */
  readonly gapDays: Float32Array;
  readonly gapShape: Float32Array;
  readonly orderChf: Float32Array;
  readonly grossMargin: Float32Array;
  /** Yearly demand over all need fields, from whomever it is bought, CHF. */
  readonly potentialChf: Float32Array;
  /** Causal response of yearly sales to being looked after, as a ratio of today's sales. */
  readonly upliftRatio: Float32Array;
}

/** Empty columns for so many customers. */
export function allocatePopulation(size: number, smallCount: number): Population {
  return {
    size,
    smallCount,
    isLarge: new Uint8Array(size),
    branch: new Uint8Array(size),
    channel: new Uint8Array(size),
    needs: new Uint16Array(size),
    staff: new Uint16Array(size),
    dealer: new Uint8Array(size),
    kind: new Uint8Array(size),
    startDay: new Int16Array(size),
    endDay: new Int16Array(size).fill(never),
    pauseFrom: new Int16Array(size).fill(never),
    pauseTo: new Int16Array(size).fill(never),
    gapDays: new Float32Array(size),
    gapShape: new Float32Array(size),
    orderChf: new Float32Array(size),
    grossMargin: new Float32Array(size),
    potentialChf: new Float32Array(size),
    upliftRatio: new Float32Array(size),
  };
}

/** Marks exactly so many customers as large, spread evenly by chance (selection sampling). */
export function scatterLarge(population: Population, random: Random): void {
  let open = population.size - population.smallCount;
  for (let c = 0; c < population.size && open > 0; c++) {
    if (random.next() * (population.size - c) >= open) continue;
    population.isLarge[c] = 1;
    open--;
  }
}

/** Days in [from, to) on which the customer was in business with us and not in a pause. */
export function presentDays(population: Population, c: number, from: number, to: number): number {
  if (population.kind[c] !== buyerKind.regular) return 0;
  const start = Math.max(from, population.startDay[c] as number);
  const end = Math.min(to, population.endDay[c] as number);
  const pauseFrom = Math.max(start, population.pauseFrom[c] as number);
  const pauseTo = Math.min(end, population.pauseTo[c] as number);
  return Math.max(0, end - start) - Math.max(0, pauseTo - pauseFrom);
}

/** What a customer's latent state is at asOf, before looking at purchases. */
export function latentState(
  population: Population,
  c: number,
  calendar: Calendar,
): "active" | "dormant" | "lost" | "neverBought" {
  if (population.kind[c] === buyerKind.never) return "neverBought";
  if ((population.endDay[c] as number) < calendar.days) return "lost";
  const inPause =
    (population.pauseFrom[c] as number) < calendar.days && (population.pauseTo[c] as number) >= calendar.days;
  return inPause ? "dormant" : "active";
}
