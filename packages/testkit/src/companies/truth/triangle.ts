import type { Behaviour } from "../market/behaviour.ts";
import type { ServiceEffort } from "./service-effort.ts";

/** Borders of the three corners: small value, varied need, high effort. */
export const triangleBorders = { valuePerContactChf: 170, needVariety: 6, effortRatio: 1 } as const;

/**
 * In the Bermuda triangle: somebody who bought at least twice in twelve months, whose value per contact is small, whose need is
 * varied, and whose cost to serve exceeds the gross margin. All three are properties of the generated world: the effort is the
 * true one, with visits that nobody wrote down, orders whose channel no file tells, and minutes that were left empty.
 * Size plays no part in it; hardly anybody large is that small per contact.
 */
export function isInTriangle(behaviour: Behaviour, effort: ServiceEffort, c: number): boolean {
  return (
    (behaviour.invoicesLast12[c] as number) >= 2 &&
    effort.valuePerContactCents < triangleBorders.valuePerContactChf * 100 &&
    effort.needVariety >= triangleBorders.needVariety &&
    effort.costToServeCents > triangleBorders.effortRatio * marginCents(behaviour, c)
  );
}

/** Contribution I: sales less cost of goods, last twelve months. */
export function marginCents(behaviour: Behaviour, c: number): number {
  return (behaviour.salesCentsLast12[c] as number) - (behaviour.costCentsLast12[c] as number);
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
  for (let rest = mask; rest !== 0; rest &= rest - 1) count++;
  return count;
}
