import type { EffectNumber, LeverEffect } from "../contracts/effect-contract.ts";
import type { SegmentMeans } from "./segment-means-contract.ts";

/** What an effect means to the customer in a year; null: it says nothing of that, or nobody knows. */
export interface CustomerShare {
  /** Its own minutes won (+) or asked (−). */
  readonly minutes: number | null;
  /** Cents won (+) or lost (−). */
  readonly moneyCents: number | null;
  /** It does mean something, but nobody knows how much. */
  readonly isUnknown: boolean;
}

export interface CustomerViewInput {
  readonly means: SegmentMeans;
  /** Index of the assignment in the plan. */
  readonly assignment: number;
  /** The middle of an expectation, by its key. */
  readonly numberOf: (number: EffectNumber) => number;
}

const saysNothing: CustomerShare = { minutes: null, moneyCents: null, isUnknown: false };
const unknown: CustomerShare = { minutes: null, moneyCents: null, isUnknown: true };
const minutes = (value: number): CustomerShare => ({ minutes: value, moneyCents: null, isUnknown: false });
const money = (value: number): CustomerShare => ({ minutes: null, moneyCents: value, isUnknown: false });

const within = (ratio: number) => Math.min(1, Math.max(0, ratio));

/** An effect through the eyes of the customer (K19), each on its own, fully taken up, at the means of the segment. */
export function customerView(
  effect: LeverEffect,
  { means, assignment, numberOf }: CustomerViewInput,
): CustomerShare {
  switch (effect.kind) {
    case "moveOrders": {
      const from = effect.from.filter((channel) => channel !== effect.to);
      const moved =
        sumOf(from.map((channel) => means.ordersByChannel[channel])) * within(numberOf(effect.ratio));
      return minutes(
        moved * (numberOf(effect.customerMinutesBefore) - numberOf(effect.customerMinutesAfter)),
      );
    }
    case "scaleDriver": {
      if (effect.customerMinutesPerEvent === undefined) return saysNothing;
      const fallenAway = -numberOf(effect.ratio) * means.events[effect.driver];
      return minutes(-numberOf(effect.customerMinutesPerEvent) * fallenAway);
    }
    case "orderFee": {
      const below = means.ordersBelow.get(assignment);
      if (below === undefined) return unknown;
      const consolidate = within(numberOf(effect.consolidateRatio));
      // Without a free channel there is nowhere to move to.
      const wanted = effect.exemptChannels.length === 0 ? 0 : within(numberOf(effect.moveRatio));
      const pays = Math.max(0, 1 - consolidate - wanted) * (1 - within(numberOf(effect.waiveRatio)));
      return money(-below * pays * effect.feeCents);
    }
    case "minimumOrder": {
      // What an impossible order costs a customer, nobody knows; without such orders it costs nothing.
      return means.ordersBelow.get(assignment) === 0 ? money(0) : unknown;
    }
    case "channelPrice":
      return money(-numberOf(effect.centsPerOrder) * ordersOfChannelPrice(effect, means, numberOf));
    case "incomePerCustomer":
      return money(-numberOf(effect.centsPerYear));
    case "customerWork":
      return minutes(-numberOf(effect.minutesPerYear));
    case "customerValue":
      return money(numberOf(effect.centsPerYear));
    case "replaceVisits":
    case "addDialogues":
    case "changeSales":
    case "changeMargin":
    case "changeChurn":
    case "addWork":
    case "costPerCustomer":
    case "fixedCost":
    case "addCapacity":
    case "acquire":
    case "changeAcquisitionCost":
    case "reactivate":
    case "handOver":
    case "contactPressure":
      return saysNothing;
  }
}

/** A fee drives orders out of its channels, a bonus draws the others in. */
function ordersOfChannelPrice(
  { channels, moveTo, moveRatio }: Extract<LeverEffect, { kind: "channelPrice" }>,
  { ordersByChannel }: SegmentMeans,
  numberOf: CustomerViewInput["numberOf"],
): number {
  const own = sumOf(channels.map((channel) => ordersByChannel[channel]));
  const moved = within(numberOf(moveRatio));
  if (!channels.includes(moveTo)) return own * (1 - moved);
  const all = sumOf(Object.values(ordersByChannel));
  return own + (all - own) * moved;
}

const sumOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
