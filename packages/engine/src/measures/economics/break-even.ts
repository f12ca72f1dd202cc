/** What one order costs, cents; not necessarily whole. */
export interface OrderCost {
  readonly entryCents: number;
  readonly logisticsCents: number;
  readonly invoiceCents: number;
}

export interface RoundedOrderCost extends OrderCost {
  /** The sum of the three rounded parts, so that the breakdown adds up on paper. */
  readonly orderCents: number;
}

export function roundedOrderCost(cost: OrderCost): RoundedOrderCost {
  const entryCents = Math.round(cost.entryCents);
  const logisticsCents = Math.round(cost.logisticsCents);
  const invoiceCents = Math.round(cost.invoiceCents);
  return { entryCents, logisticsCents, invoiceCents, orderCents: entryCents + logisticsCents + invoiceCents };
}

/**
 * K6 (domain.md §5): order value from which the gross margin covers the cost of the order, rounded up to the cent. Null while
 * the margin is unknown or not positive: then no order value covers it.
 */
export function breakEvenCents(orderCents: number, marginRatio: number | null): number | null {
  return marginRatio === null || marginRatio <= 0 ? null : Math.ceil(orderCents / marginRatio - 1e-9);
}

/** Cost of the goods in an order of this value. */
export function goodsCents(orderValueCents: number, marginRatio: number): number {
  return Math.round(orderValueCents * (1 - marginRatio));
}
