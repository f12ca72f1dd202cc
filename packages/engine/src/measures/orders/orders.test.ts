import { describe, expect, it } from "vitest";
import { plainDate } from "../period.ts";
import type { ReferenceLine } from "../reference-line.ts";
import { ordersReference } from "./reference.ts";

const line = (
  documentId: number,
  productCode: string,
  valueCents: number,
  more: Partial<ReferenceLine> = {},
) => ({
  documentId,
  customerId: 1,
  date: plainDate("2025-05-05"),
  documentType: "invoice",
  lineKind: "product",
  productCode,
  productGroup: productCode.slice(0, 1),
  valueCents,
  costCents: null,
  ...more,
});

describe("orders", () => {
  it("counts distinct documents with positive product value", () => {
    const orders = ordersReference(
      [
        line(1, "A1", 30_00),
        line(1, "A2", 10_00),
        line(2, "B1", 60_00),
        // Free delivery, credit note and a pure freight invoice are no orders.
        line(3, "A1", 0),
        line(4, "A2", -10_00, { documentType: "creditNote" }),
        line(5, "A1", 9_00, { lineKind: "freight" }),
        line(6, "A1", 20_00, { date: plainDate("2024-05-05") }),
      ],
      plainDate("2025-12-31"),
    );
    expect(orders.get(1)).toEqual({
      ordersLast12: 2,
      ordersTotal: 3,
      // Values 40 and 60: (40 + 60) ÷ 2 = 50.
      medianOrderCents: 50_00,
      // A1 and B1; A2 came back entirely: 10 − 10 = 0.
      productBreadth: 2,
      // Groups A: 30 + 10 − 10 = 30, B: 60; 60 ÷ 90.
      topGroupShareRatio: 60 / 90,
    });
  });
});
