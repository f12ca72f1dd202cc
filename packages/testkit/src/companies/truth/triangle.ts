import type { World } from "../export/world.ts";
import type { Behaviour } from "../market/behaviour.ts";
import type { ServiceEffort } from "./service-effort.ts";

/** Borders of the three corners: small value, varied need, high effort. */
export const triangleBorders = { orderChf: 180, needFields: 4, effortRatio: 1 } as const;

/**
 * In the Bermuda triangle: a small customer with at least two orders in twelve months whose mean order is small, whose needs are
 * varied, and whose cost to serve exceeds the gross margin. Follows from what was generated, given the latent effort.
 */
export function isInTriangle(world: World, behaviour: Behaviour, effort: ServiceEffort, c: number): boolean {
  const orders = behaviour.invoicesLast12[c] as number;
  if (world.population.isLarge[c] || orders < 2) return false;
  const orderChf = (behaviour.productCentsLast12[c] as number) / orders / 100;
  const marginCents = (behaviour.salesCentsLast12[c] as number) - (behaviour.costCentsLast12[c] as number);
  return (
    orderChf < triangleBorders.orderChf &&
    countBits(behaviour.needsLast12[c] as number) >= triangleBorders.needFields &&
    effort.costToServeCents > triangleBorders.effortRatio * marginCents
  );
}

/** The largest driver of the effort names the case; `manySmallOrders` where none stands out. */
export function caseTypeOf(behaviour: Behaviour, effort: ServiceEffort, c: number): string {
  if (effort.expertHours >= 1) return "technicalAdvice";
  if (effort.visits >= 1) return "visitForSmallOrder";
  if ((behaviour.returnsLast12[c] as number) > 0) return "smallReturn";
  return effort.contacts >= 3 ? "deliveryOrInvoiceQuestion" : "manySmallOrders";
}

export function countBits(mask: number): number {
  let count = 0;
  for (let rest = mask; rest > 0; rest &= rest - 1) count++;
  return count;
}
