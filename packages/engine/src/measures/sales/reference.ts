import type { PlainDate } from "../../units.ts";
import { roundHalfAway } from "../../units.ts";
import { monthsBefore } from "../period.ts";
import { isSaleLine, type ReferenceLine, saleDocuments } from "../reference-line.ts";

export interface ReferenceSales {
  salesLast12Cents: number;
  salesPrevious12Cents: number;
  salesTotalCents: number;
  /** Null when a product line of the last 12 months has neither a cost nor an assumed margin. */
  contribution1Last12Cents: number | null;
}

/**
 * Sales and contribution I per customer in plain loops: the second spelling of sql.ts for lines that carry their own
 * cost or an assumed margin (`*`) and are all converted.
 */
export function salesReference(
  lines: readonly ReferenceLine[],
  asOf: PlainDate,
  assumedMargin: number | null = null,
): Map<number, ReferenceSales> {
  const from = monthsBefore(asOf, 12);
  const before = monthsBefore(asOf, 24);
  const result = new Map<number, ReferenceSales>();
  for (const document of saleDocuments(lines, asOf)) {
    const sales = result.get(document.customerId) ?? {
      salesLast12Cents: 0,
      salesPrevious12Cents: 0,
      salesTotalCents: 0,
      contribution1Last12Cents: 0,
    };
    result.set(document.customerId, sales);
    for (const line of document.lines) {
      if (!isSaleLine(line)) continue;
      const value = line.valueCents ?? 0;
      sales.salesTotalCents += value;
      if (document.date > before && document.date <= from) sales.salesPrevious12Cents += value;
      if (document.date <= from) continue;
      sales.salesLast12Cents += value;
      let cost = line.costCents;
      if (cost === null && line.lineKind !== "product") cost = 0;
      if (cost === null && assumedMargin !== null) cost = roundHalfAway(value * (1 - assumedMargin));
      if (cost === null && value === 0) cost = 0;
      if (cost === null || sales.contribution1Last12Cents === null) sales.contribution1Last12Cents = null;
      else sales.contribution1Last12Cents += value - cost;
    }
  }
  return result;
}
