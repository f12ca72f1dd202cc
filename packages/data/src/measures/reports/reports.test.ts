import type { DuckDBConnection } from "@duckdb/node-api";
import {
  customerDetailSchema,
  customerDocumentsSchema,
  explanationSchema,
  overviewSchema,
  quietSchema,
  whaleSchema,
} from "@kleinod/engine/measures/reports.ts";
import { describe, expect, it } from "vitest";
import { one } from "../../duckdb/connect.ts";
import { type PipelineOptions, runPipeline } from "../run-pipeline.ts";
import { baseAsOf, randomBase } from "../test-base.ts";
import { addLines, type TestAccount, type TestLine, testRelations } from "../test-relations.ts";
import { customerDetail, customerDocuments } from "./customer-detail.ts";
import { explain } from "./explain.ts";
import { overview, sizeLinePreview } from "./overview.ts";
import { quiet } from "./quiet.ts";
import type { ReportContext } from "./report-context.ts";
import { whale } from "./whale.ts";

const plain: PipelineOptions = {
  asOf: baseAsOf,
  factsVersion: "1",
  parameters: [],
  snapshotTable: "snapshot",
};

async function reported(
  lines: readonly TestLine[],
  accounts: readonly TestAccount[] = [],
  more: Partial<PipelineOptions> = {},
): Promise<{ connection: DuckDBConnection; context: ReportContext }> {
  const connection = await testRelations(lines, accounts);
  const options = { ...plain, ...more };
  const { sizeLineCents, sizeLineIsProposal } = await runPipeline(connection, options);
  const { asOf, snapshotTable } = options;
  return {
    connection,
    context: { asOf, snapshotTable, currency: "CHF", sizeLineCents, sizeLineIsProposal, parameters: [] },
  };
}

const base = randomBase(11, 120);
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

describe("overview", async () => {
  const { connection, context } = await reported(base.lines, [...base.accounts, { accountId: 500 }]);
  const report = overviewSchema.strict().parse(await overview(connection, context));

  it("splits the customers without a rest, by size and by rhythm", () => {
    const { customers, small } = report;
    expect(customers.total).toBe(121);
    expect(customers.small + customers.large + customers.sizeUnclear).toBe(customers.total);
    const { active, slowing, dormant, lost, neverBought, rhythmUnclear } = customers;
    expect(active + slowing + dormant + lost + neverBought + rhythmUnclear).toBe(customers.total);
    expect(sum(Object.values(small!.states))).toBe(customers.small);
    expect(neverBought).toBeGreaterThan(0);
    expect(dormant + lost).toBeGreaterThan(0);
  });

  it("puts every order into one class, and every sale into one month", async () => {
    expect(sum(report.orderSizes.map((size) => size.orders))).toBe(report.orders.last12);
    expect(sum(report.orderSizes.map((size) => size.smallOrders))).toBe(report.small!.orders.last12);
    for (const [index, size] of report.orderSizes.entries()) {
      const next = report.orderSizes[index + 1];
      if (next !== undefined) expect(size.toCents).toBe(next.fromCents);
    }
    const { cents } = await one<{ cents: number }>(
      connection,
      "SELECT sum(sales_total_cents) AS cents FROM snapshot",
    );
    expect(sum(report.months.map((month) => month.salesCents))).toBe(cents);
    const months = report.months.map((month) => month.month);
    expect(months).toEqual([...months].sort());
    expect(months.at(-1)).toBe("2025-11");
  });

  it("counts every line, and those of nobody apart", () => {
    expect(report.totals).toEqual({
      lines: base.lines.length,
      documents: new Set(base.lines.map((line) => line.documentId)).size,
      amountCents: sum(base.lines.map((line) => line.valueCents!)),
    });
    const others = base.lines.filter((line) => line.customerId === null);
    expect(report.withoutCustomer.lines).toBe(others.length);
    expect(report.unclear).toContainEqual({ field: "withoutCustomer.lines", reason: "customerMissing" });
  });

  it("says unclear, with the reason, where a product line has no cost", () => {
    expect(report.contributionCents.last12).toBeNull();
    expect(report.unclear).toContainEqual({
      field: "contributionCents.last12",
      reason: "costOfGoodsMissing",
    });
    expect(report.dataTier).toBe("T0");
    expect(report.dataHealth.nextTier?.tier).toBe("T1");
  });

  it("compares with the batch before, once there is one", async () => {
    expect(report.sinceLastImport).toMatchObject({ batchId: null, newLines: 0, comparable: false });
    const second = await reported(base.lines, base.accounts);
    await second.connection.run(
      "INSERT INTO batch VALUES (2, 'erp', 'saleLines', 'delta', 'b.csv', '2026-02-01', false), (3, 'erp', 'contacts', 'delta', 'c.csv', '2026-02-02', false)",
    );
    await addLines(second.connection, [
      { documentId: 90_001, customerId: 1, date: "2025-11-19", valueCents: 70_00, batchNo: 2 },
      { documentId: 90_002, customerId: 700, date: "2025-11-19", valueCents: 30_00, batchNo: 2 },
      {
        documentId: 90_002,
        customerId: 700,
        date: "2025-11-19",
        lineKind: "correction",
        valueCents: 5_00,
        batchNo: 2,
      },
    ]);
    await second.connection.run(
      "INSERT INTO account_current (account_id, customer_id, account_key) VALUES (700, 700, 'X')",
    );
    const before = (
      await one<{ state: string }>(
        second.connection,
        "SELECT rhythm_state AS state FROM snapshot WHERE customer_id = 1",
      )
    ).state;
    await runPipeline(second.connection, { ...plain, factsVersion: "2", snapshotTable: "later" });
    const later = await overview(second.connection, {
      ...second.context,
      snapshotTable: "later",
      previousSnapshotTable: "snapshot",
    });
    expect(later.sinceLastImport).toEqual({
      batchId: "2",
      importedAt: "2026-02-01 00:00:00",
      newCustomers: 1,
      newLines: 3,
      salesCents: 100_00,
      becameDormant: 0,
      reactivated: ["dormant", "lost"].includes(before) ? 1 : 0,
      comparable: true,
    });
  });

  it("knows nothing, rather than zero, from accounts alone", async () => {
    const only = await reported([], [{ accountId: 1, name: "Muster AG", city: "Bern" }]);
    const empty = overviewSchema.parse(await overview(only.connection, only.context));
    expect(empty).toMatchObject({
      customers: { total: 1, sizeUnclear: 1, rhythmUnclear: 1 },
      salesCents: { last12: null, previous12: null },
      small: null,
      sizeLine: null,
      months: [],
      orderSizes: [],
    });
    expect(empty.unclear).toContainEqual({ field: "salesCents.last12", reason: "saleLinesMissing" });
  });

  it("counts both sides of a size line while it is being chosen", async () => {
    const preview = await sizeLinePreview(connection, context, 100_000);
    expect(preview.small + preview.large + preview.unclear).toBe(report.customers.total);
    expect(preview.largeSalesCents + preview.smallSalesCents).toBe(report.salesCents.last12);
  });
});

describe("whale", () => {
  const values = [500_00, 300_00, 200_00, 0, -100_00];
  const sales = values.map((valueCents, index): TestLine => {
    return { documentId: index, customerId: index + 1, date: "2025-05-01", valueCents, costCents: 0 };
  });

  it("cumulates over all customers, the peak being what positive ones bring", async () => {
    const parameters = [{ code: "size.lineCents", value: 250_00 }];
    const { connection, context } = await reported(sales, [], { parameters });
    const curve = whaleSchema.strict().parse(await whale(connection, context));
    expect(curve).toMatchObject({
      basis: "contribution1",
      customers: 5,
      totalCents: 900_00,
      peakCents: 1000_00,
      peakRatio: 1000 / 900,
      assumed: false,
      unclear: [],
    });
    expect(curve.points).toEqual([
      { customers: 1, cumulativeCents: 500_00, large: 1, small: 0 },
      { customers: 2, cumulativeCents: 800_00, large: 1, small: 0 },
      { customers: 3, cumulativeCents: 1000_00, large: 0, small: 1 },
      { customers: 4, cumulativeCents: 1000_00, large: 0, small: 1 },
      { customers: 5, cumulativeCents: 900_00, large: 0, small: 1 },
    ]);
    // 20 % of 5 customers is one of them: 500 ÷ 900.
    expect(curve.topShares.find((share) => share.topRatio === 0.2)).toEqual({
      topRatio: 0.2,
      customers: 1,
      shareRatio: 500 / 900,
    });
  });

  it("draws sales, and says why, where a contribution is unknown", async () => {
    const unknown = sales.map((line) => ({ ...line, costCents: null }));
    const { connection, context } = await reported(unknown);
    expect(await whale(connection, context)).toMatchObject({
      basis: "sales",
      unclear: [{ field: "contribution1", reason: "costOfGoodsMissing" }],
    });
    expect(await whale(connection, context, "sales")).toMatchObject({ basis: "sales", unclear: [] });
  });

  it("has no ratio when the total is not positive", async () => {
    const { connection, context } = await reported(sales.slice(4));
    expect(await whale(connection, context)).toMatchObject({
      totalCents: -100_00,
      peakCents: 0,
      peakRatio: null,
    });
  });

  it("keeps to 400 points, and first, last and sums stay exact", async () => {
    const many = Array.from({ length: 3000 }, (_, index): TestLine => {
      return {
        documentId: index,
        customerId: index + 1,
        date: "2025-05-01",
        valueCents: (index * 7919) % 100_003,
      };
    });
    const { connection, context } = await reported(many);
    const curve = await whale(connection, context, "sales");
    expect(curve.points.length).toBeLessThanOrEqual(400);
    expect(curve.points.length).toBeGreaterThan(300);
    expect(curve.points[0]!.customers).toBe(1);
    expect(curve.points.at(-1)).toMatchObject({ customers: 3000, cumulativeCents: curve.totalCents });
    expect(sum(curve.points.map((point) => point.large + point.small))).toBe(3000);
  });
});

describe("quiet", async () => {
  const { connection, context } = await reported(base.lines, base.accounts);

  it("lists the dormant, most at stake first, with strip, last order and reason", async () => {
    await connection.run(
      "INSERT INTO contact_current VALUES ('k1', 1, 'Anna', 'Muster', 'Inhaberin', '044', NULL, NULL, true)",
    );
    const report = quietSchema
      .strict()
      .parse(await quiet(connection, { ...context, notes: new Map([[1, "ruft an"]]) }));
    expect(report.rows.length).toBe(report.total);
    expect(new Set(report.rows.map((row) => row.rhythmState))).toEqual(new Set(["dormant"]));
    expect(sum(report.rows.map((row) => row.atStakeCents!))).toBe(report.atStakeCents);
    const stakes = report.rows.map((row) => row.atStakeCents!);
    expect(stakes).toEqual([...stakes].sort((a, b) => b - a));
    for (const row of report.rows) {
      expect(row.daysSinceLast!).toBeGreaterThan(row.dormantAfterDays!);
      if (row.daysSinceLast! < 700) expect(row.purchaseDaysAgo[0]).toBe(row.daysSinceLast);
      expect(row.purchaseDaysAgo).toEqual([...row.purchaseDaysAgo].sort((a, b) => a - b));
      expect(row.lastOrderCents).toBeGreaterThan(0);
      expect(row.reason.de).toContain(String(row.daysSinceLast));
    }
  });

  it("pages through the list and keeps the total", async () => {
    const states = ["dormant", "lost", "slowing"] as const;
    const whole = await quiet(connection, context, { states });
    const page = await quiet(connection, context, { states, limit: 2, offset: 1 });
    expect(page.total).toBe(whole.total);
    expect(page.rows).toEqual(whole.rows.slice(1, 3));
  });

  it("carries the note and the contact of a customer", async () => {
    const states = ["active", "slowing", "dormant", "lost"] as const;
    const report = await quiet(
      connection,
      { ...context, notes: new Map([[1, "ruft an"]]) },
      { states, limit: 1000 },
    );
    const row = report.rows.find((candidate) => candidate.customerId === 1)!;
    expect(row).toMatchObject({ note: "ruft an", contactName: "Anna Muster" });
  });

  it("refuses a state that does not exist", async () => {
    await expect(quiet(connection, context, { states: ["asleep" as never] })).rejects.toThrow(
      /state is "asleep"/,
    );
  });
});

describe("customer", async () => {
  const { connection, context } = await reported(base.lines, base.accounts);

  it("shows the figures of the table and what stands behind them", async () => {
    for (const customerId of [1, 2, 3, 4, 5]) {
      const detail = customerDetailSchema
        .strict()
        .parse(await customerDetail(connection, context, customerId));
      expect(detail.figures.customerId).toBe(customerId);
      expect(sum(detail.months.map((month) => month.salesCents))).toBe(detail.figures.salesTotalCents);
      expect(sum(detail.purchases.map((purchase) => purchase.orders))).toBe(detail.figures.ordersTotal);
      expect(detail.purchases.at(-1)?.date ?? null).toBe(detail.figures.lastPurchase);
      expect(detail.productGroups[0]?.share ?? 0).toBeCloseTo(
        Number(detail.figures.topGroupShareRatio ?? 0),
        6,
      );
      expect(detail.accounts).toHaveLength(1);
    }
  });

  it("lists the documents, latest first, page by page", async () => {
    const own = new Set(base.lines.filter((line) => line.customerId === 1).map((line) => line.documentId));
    const documents = customerDocumentsSchema
      .strict()
      .parse(await customerDocuments(connection, 1, { limit: 1000 }));
    expect(documents.total).toBe(own.size);
    expect(documents.rows).toHaveLength(own.size);
    const dates = documents.rows.map((row) => row.date!);
    expect(dates).toEqual([...dates].sort().reverse());
    const page = await customerDocuments(connection, 1, { limit: 2, offset: 1 });
    expect(page.rows).toEqual(documents.rows.slice(1, 3));
  });

  it("is null for a number that nobody has", async () => {
    expect(await customerDetail(connection, context, 12_345)).toBeNull();
  });
});

describe("explain", () => {
  it("tells question, formula, null rule, parameters and SQL of a figure", () => {
    const context = { asOf: baseAsOf, parameters: [], sizeLineCents: 100_000 };
    for (const code of [
      "salesLast12Cents",
      "medianOrderCents",
      "rhythmState",
      "atStakeCents",
      "sizeClass",
      "city",
    ]) {
      const explained = explain(code, context);
      if (!explained.ok) throw new Error(explained.message);
      const explanation = explanationSchema.strict().parse(explained.explanation);
      expect(explanation.sql).toContain("SELECT");
      expect(explanation.question.de).toMatch(/\?$/);
    }
    const rhythm = explain("rhythmState", context);
    expect(rhythm.ok && rhythm.explanation.parameters).toContainEqual({
      code: "rhythm.dormantQuantile",
      value: 0.95,
      version: 0,
      isAssumption: true,
    });
  });

  it("refuses an unknown code with the known ones", () => {
    expect(explain("profit", { asOf: baseAsOf, parameters: [], sizeLineCents: null })).toMatchObject({
      ok: false,
    });
  });
});
