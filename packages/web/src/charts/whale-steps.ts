import type { Whale } from "@kleinod/engine/measures/reports.ts";

/** One piece of the curve: the customers between the point before and this one. */
export interface WhaleStep {
  /** Share of all customers before the piece, 0…1. */
  readonly from: number;
  /** Share of all customers up to its end, 0…1. */
  readonly share: number;
  readonly customers: number;
  /** Cumulated up to the end of the piece. */
  readonly cents: number;
  /** Cumulated in the middle of the piece: where its customers stand on the curve. */
  readonly middleCents: number;
  readonly small: number;
  readonly large: number;
  /** Larger customers ÷ customers whose size is known; 0 without any. */
  readonly largeShare: number;
}

/** The curve as pieces; the first is the origin, without customers. */
export function whaleSteps(whale: Pick<Whale, "points" | "customers">): readonly WhaleStep[] {
  const all = Math.max(1, whale.customers);
  let share = 0;
  let cents = 0;
  const origin: WhaleStep = {
    from: 0,
    share: 0,
    customers: 0,
    cents: 0,
    middleCents: 0,
    small: 0,
    large: 0,
    largeShare: 0,
  };
  const pieces = whale.points.map((point): WhaleStep => {
    const known = point.small + point.large;
    const step = {
      from: share,
      share: point.customers / all,
      customers: point.customers,
      cents: point.cumulativeCents,
      middleCents: (cents + point.cumulativeCents) / 2,
      small: point.small,
      large: point.large,
      largeShare: known === 0 ? 0 : point.large / known,
    };
    share = step.share;
    cents = step.cents;
    return step;
  });
  return [origin, ...pieces];
}
