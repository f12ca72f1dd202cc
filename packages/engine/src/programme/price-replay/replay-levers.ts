import type { PlanningBase } from "../contracts/base-contract.ts";
import type { PlanningChannel } from "../contracts/drivers.ts";
import type { ResolvedAssumption, ResolvedPlan } from "../resolve-plan.ts";
import { numberFor, type PriceLever, priceLevers, responseKeys } from "./price-lever.ts";
import { type Replayed, replayPrice } from "./replay-price.ts";
import type { ReplayedLever } from "./report-contract.ts";

/** A row of `orderClassesSql`. */
export interface OrderClassRow {
  readonly channel: PlanningChannel;
  readonly fromCents: number;
  readonly toCents: number | null;
  readonly orders: number;
  readonly salesCents: number;
  readonly ordersConcerned: number;
}

/**
 * Every price lever of a plan, each by itself.
 * @param tableOf orders of the segment by channel and class, by index of the assignment
 */
export function replayLevers(
  base: PlanningBase,
  plan: ResolvedPlan,
  tableOf: (lever: PriceLever) => readonly OrderClassRow[],
): ReplayedLever[] {
  const known = new Map(plan.assumptions.map((assumption) => [assumption.key, assumption]));
  return priceLevers(plan.assignments).map((lever): ReplayedLever => {
    const responses = responseKeys(lever).flatMap((key) => known.get(key) ?? []);
    const mid = new Map(responses.map(({ key, value }) => [key, value.mid]));
    const replayed = replayPrice(base, lever, mid);
    const nets = corners(responses).map((expected) => replayPrice(base, lever, expected).outcome.netCents);
    const { assignment, price } = lever;
    const { outcome, ...counts } = replayed;
    return {
      assignment: assignment.index,
      option: assignment.option,
      name: assignment.name,
      segment: assignment.segment,
      thresholdCents: thresholdOf(price),
      feeCents: feeOf(price, mid),
      exemptChannels: price.kind === "channelPrice" ? [] : [...price.exemptChannels],
      ...counts,
      customers: Math.round(counts.customers),
      customersConcerned: price.kind === "channelPrice" ? null : counts.customersConcerned,
      responses: responses.map(({ key, label, value }) => ({
        key,
        label,
        mid: value.mid,
        low: value.low,
        high: value.high,
        source: value.source,
      })),
      outcome,
      netLowCents: Math.min(outcome.netCents, ...nets),
      netHighCents: Math.max(outcome.netCents, ...nets),
      table: withFees(tableOf(lever), replayed),
    };
  });
}

function thresholdOf(price: PriceLever["price"]): number | null {
  if (price.kind === "orderFee") return price.thresholdCents;
  return price.kind === "minimumOrder" ? price.minimumCents : null;
}

function feeOf(price: PriceLever["price"], mid: ReadonlyMap<string, number>): number | null {
  if (price.kind === "orderFee") return price.feeCents;
  return price.kind === "minimumOrder" ? null : Math.round(numberFor(price.centsPerOrder, mid));
}

/** Every combination of low and high; five assumptions at most make 32. */
function corners(responses: readonly ResolvedAssumption[]): ReadonlyMap<string, number>[] {
  const most = responses.slice(0, 5);
  return Array.from({ length: 2 ** most.length }, (_, corner) => {
    const expected = new Map(responses.map(({ key, value }) => [key, value.mid]));
    for (const [bit, { key, value }] of most.entries())
      expected.set(key, (corner >> bit) & 1 ? value.high : value.low);
    return expected;
  });
}

/** Fees fall on classes by the orders concerned in them. */
function withFees(rows: readonly OrderClassRow[], { outcome }: Replayed): ReplayedLever["table"] {
  const concerned = rows.reduce((sum, row) => sum + row.ordersConcerned, 0);
  return rows.map((row) => ({
    ...row,
    ratioConcerned: row.orders > 0 ? row.ordersConcerned / row.orders : 0,
    feeCents: concerned > 0 ? Math.round((outcome.feeCents * row.ordersConcerned) / concerned) : 0,
  }));
}
