import { type PlainDate, roundHalfAway } from "../../units.ts";
import { monthsBefore } from "../period.ts";
import { type ReferenceLine, saleDocuments } from "../reference-line.ts";

export interface ReferenceOrders {
  ordersLast12: number;
  ordersTotal: number;
  medianOrderCents: number | null;
  productBreadth: number;
  topGroupShareRatio: number | null;
}

/** The measure in plain loops: the second spelling of sql.ts. A product has one group throughout. */
export function ordersReference(
  lines: readonly ReferenceLine[],
  asOf: PlainDate,
): Map<number, ReferenceOrders> {
  const from = monthsBefore(asOf, 12);
  const documents = saleDocuments(lines, asOf);
  const result = new Map<number, ReferenceOrders>();
  for (const customerId of new Set(documents.map((document) => document.customerId))) {
    const own = documents.filter((document) => document.customerId === customerId);
    const orders = own.filter((document) => document.isOrder);
    const recent = orders.filter((document) => document.date > from);
    const products = new Map<string, number>();
    const groups = new Map<string, number>();
    // Breadth and share go by the date of the line, which is the document's unless a document spans several days.
    for (const line of own.flatMap((document) => document.lines)) {
      if (line.lineKind !== "product" || line.date <= from || line.date > asOf) continue;
      if (line.productCode === null) continue;
      const group = line.productGroup ?? line.productCode;
      products.set(line.productCode, (products.get(line.productCode) ?? 0) + (line.valueCents ?? 0));
      groups.set(group, (groups.get(group) ?? 0) + (line.valueCents ?? 0));
    }
    const positive = [...groups.values()].filter((cents) => cents > 0);
    const sum = positive.reduce((total, cents) => total + cents, 0);
    result.set(customerId, {
      ordersLast12: recent.length,
      ordersTotal: orders.length,
      medianOrderCents: median(recent.map((document) => document.productCents)),
      productBreadth: [...products.values()].filter((cents) => cents > 0).length,
      topGroupShareRatio: positive.length === 0 ? null : Math.max(...positive) / sum,
    });
  }
  return result;
}

function median(values: number[]): number | null {
  if (values.length === 0) return null;
  const sorted = values.sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1
    ? sorted[middle]!
    : roundHalfAway((sorted[middle - 1]! + sorted[middle]!) / 2);
}
