/**
 * How likely customers are to buy no more, and how the sales of those who stay move. Projections of the past, no effects of
 * what we do.
 */

export interface LoyaltyInput {
  /** NaN: unknown, in every column. */
  readonly activeRatio: Float64Array;
  readonly expectedOrders: Float64Array;
  readonly salesCents: Float64Array;
  readonly previousSalesCents: Float64Array;
  readonly ordersLast12: Float64Array;
}

export interface Loyalty {
  readonly churnRatio: Float64Array;
  readonly growthRatio: Float64Array;
  /** Customers without an expectation, who take the base's chance. */
  readonly withoutExpectation: number;
  /** Nobody has an expectation and nobody bought the year before: the chance is an assumption. */
  readonly isAssumed: boolean;
}

export const churnBounds = [0.005, 0.95] as const;
export const growthBounds = [-0.3, 0.3] as const;
/** Where nothing at all is known. */
export const assumedChurnRatio = 0.15;
/** A customer's own trend weighs as much as the base's at so many orders a year. */
const ordersOfEqualWeight = 12;

const clamp = (value: number, [low, high]: readonly [number, number]) => Math.min(high, Math.max(low, value));

/**
 * Chance of no purchase within 12 months: (1 − p) + p·e^(−E ÷ p), where p is the chance of being active and E the expected
 * purchase days (m_expectation, whichever purchase model is behind it); purchases of an active customer are taken to be Poisson. Clamped to 0.005 … 0.95.
 */
export function churnOf(activeRatio: number, expectedOrders: number): number {
  if (activeRatio <= 0) return churnBounds[1];
  const silent = Math.exp(-Math.max(0, expectedOrders) / activeRatio);
  return clamp(1 - activeRatio + activeRatio * silent, churnBounds);
}

/**
 * Own change of sales against the year before, drawn towards that of everybody who bought in both years by
 * orders ÷ (orders + 12), clamped to −0.3 … 0.3; customers without both years take the base's.
 */
export function growthOf(ownRatio: number, orders: number, baseRatio: number): number {
  const weight = orders / (orders + ordersOfEqualWeight);
  return clamp(baseRatio + weight * (clamp(ownRatio, [-1, 1]) - baseRatio), growthBounds);
}

export function loyalty(input: LoyaltyInput): Loyalty {
  const { activeRatio, expectedOrders, salesCents, previousSalesCents, ordersLast12 } = input;
  const rows = salesCents.length;
  const churnRatio = new Float64Array(rows);
  const growthRatio = new Float64Array(rows);
  let known = 0;
  let sum = 0;
  let [bought, silent] = [0, 0];
  let [last, previous] = [0, 0];
  for (let row = 0; row < rows; row++) {
    const chance = churnOf(activeRatio[row]!, expectedOrders[row]!);
    churnRatio[row] = chance;
    if (!Number.isNaN(chance)) {
      known++;
      sum += chance;
    }
    const before = previousSalesCents[row]!;
    if (!(before > 0)) continue;
    bought++;
    if (ordersLast12[row]! === 0) silent++;
    if (salesCents[row]! > 0) {
      last += salesCents[row]!;
      previous += before;
    }
  }
  const baseChurn = known > 0 ? sum / known : bought > 0 ? silent / bought : assumedChurnRatio;
  const baseGrowth = previous > 0 ? clamp(last / previous - 1, growthBounds) : 0;
  for (let row = 0; row < rows; row++) {
    if (Number.isNaN(churnRatio[row]!)) churnRatio[row] = clamp(baseChurn, churnBounds);
    const [now, before] = [salesCents[row]!, previousSalesCents[row]!];
    growthRatio[row] =
      now > 0 && before > 0 ? growthOf(now / before - 1, ordersLast12[row]!, baseGrowth) : baseGrowth;
  }
  return {
    churnRatio,
    growthRatio,
    withoutExpectation: rows - known,
    isAssumed: known === 0 && bought === 0,
  };
}
