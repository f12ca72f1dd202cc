import { describe, expect, it } from "vitest";
import { plainDate } from "../period.ts";
import type { ReferenceLine } from "../reference-line.ts";
import { salesReference } from "./reference.ts";

const asOf = plainDate("2025-12-31");
let document = 0;
const line = (date: string, valueCents: number, more: Partial<ReferenceLine> = {}): ReferenceLine => ({
  documentId: ++document,
  customerId: 1,
  date: plainDate(date),
  documentType: "invoice",
  lineKind: "product",
  productCode: "P1",
  productGroup: null,
  valueCents,
  costCents: null,
  ...more,
});

describe("sales", () => {
  it("adds product, fee, freight and discount lines and subtracts credit notes, each at its own date", () => {
    const lines = [
      line("2025-03-01", 100_00),
      line("2025-03-01", 8_00, { lineKind: "freight" }),
      line("2025-03-01", 5_00, { lineKind: "fee" }),
      line("2025-03-01", -3_00, { lineKind: "discount" }),
      line("2025-06-01", -20_00, { documentType: "creditNote" }),
      // A correction is no sale, neither as a line nor as a document.
      line("2025-06-01", -50_00, { lineKind: "correction" }),
      line("2025-06-01", -50_00, { documentType: "correction" }),
      line("2024-12-31", 40_00),
      line("2024-12-31", 2_00, { customerId: null }),
    ];
    expect(salesReference(lines, asOf).get(1)).toEqual({
      // 100 + 8 + 5 − 3 − 20 = 90
      salesLast12Cents: 90_00,
      // 2024-12-31 is the last day of the period before: (2023-12-31, 2024-12-31].
      salesPrevious12Cents: 40_00,
      salesTotalCents: 130_00,
      contribution1Last12Cents: null,
    });
  });

  it("takes the cost of each line, and an assumed margin where there is none", () => {
    const lines = [line("2025-03-01", 100_00, { costCents: 70_00 }), line("2025-03-02", 50_00)];
    expect(salesReference(lines, asOf).get(1)!.contribution1Last12Cents).toBeNull();
    // 100 − 70 = 30; 50 · 40 % = 20; together 50.
    expect(salesReference(lines, asOf, 0.4).get(1)!.contribution1Last12Cents).toBe(50_00);
  });

  it("counts orders only where there is no invoice at all", () => {
    const orders = [line("2025-03-01", 100_00, { documentType: "order" })];
    expect(salesReference(orders, asOf).get(1)!.salesLast12Cents).toBe(100_00);
    const both = [...orders, line("2025-03-05", 90_00)];
    expect(salesReference(both, asOf).get(1)!.salesLast12Cents).toBe(90_00);
  });
});
