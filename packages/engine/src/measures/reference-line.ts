import type { PlainDate } from "../units.ts";
import { saleDocumentTypes, saleLineKinds } from "./sale-rules.ts";

/** A row of `sale_line_current`, as far as the reference calculations read it. */
export interface ReferenceLine {
  readonly documentId: number;
  readonly customerId: number | null;
  readonly date: PlainDate;
  readonly documentType: string;
  readonly lineKind: string;
  readonly productCode: string | null;
  readonly productGroup: string | null;
  /** In company currency; null when there is no rate. */
  readonly valueCents: number | null;
  readonly costCents: number | null;
}

/** A document of one customer: dated by its first line. */
export interface ReferenceDocument {
  readonly customerId: number;
  readonly date: PlainDate;
  readonly isOrder: boolean;
  readonly productCents: number;
  readonly lines: readonly ReferenceLine[];
}

export function ordersAreSales(lines: readonly ReferenceLine[]): boolean {
  return !lines.some((line) => line.documentType === "invoice");
}

/** Documents that count as sales, of customers, up to `asOf`. */
export function saleDocuments(lines: readonly ReferenceLine[], asOf: PlainDate): ReferenceDocument[] {
  const withOrders = ordersAreSales(lines);
  const groups = new Map<string, ReferenceLine[]>();
  for (const line of lines) {
    const counts =
      (saleDocumentTypes as readonly string[]).includes(line.documentType) ||
      (line.documentType === "order" && withOrders);
    if (!counts || line.customerId === null) continue;
    const key = `${line.documentId}|${line.customerId}|${line.documentType}`;
    groups.set(key, [...(groups.get(key) ?? []), line]);
  }
  const documents: ReferenceDocument[] = [];
  for (const group of groups.values()) {
    const first = group[0]!;
    let date = first.date;
    let productCents = 0;
    for (const line of group) {
      if (line.date < date) date = line.date;
      if (line.lineKind === "product") productCents += line.valueCents ?? 0;
    }
    if (date > asOf) continue;
    const isOrder = ["invoice", "order"].includes(first.documentType) && productCents > 0;
    documents.push({ customerId: first.customerId!, date, isOrder, productCents, lines: group });
  }
  return documents;
}

export function isSaleLine(line: ReferenceLine): boolean {
  return (saleLineKinds as readonly string[]).includes(line.lineKind);
}
