import type { DuckDBConnection } from "@duckdb/node-api";
import { economicsSchema } from "@kleinod/engine/measures/economics/report-contract.ts";
import { describe, expect, it } from "vitest";
import { all, one } from "../../duckdb/connect.ts";
import { runPipeline } from "../run-pipeline.ts";
import { baseAsOf, randomBase } from "../test-base.ts";
import { measuredContext } from "../test-context.fixture.ts";
import { type TestLine, testRelations } from "../test-relations.ts";
import { economics } from "./economics.ts";

const snapshotTable = "snapshot";

async function reported(
  lines: readonly TestLine[],
  basis?: "sales" | "contribution1" | "full" | "avoidable",
) {
  const connection = await testRelations(lines);
  const parameters = [{ code: "size.lineCents", value: 200_000 }];
  await runPipeline(connection, { asOf: baseAsOf, factsVersion: "1", parameters, snapshotTable });
  const report = await economics(connection, measuredContext(baseAsOf, snapshotTable), basis);
  return { connection, report: economicsSchema.strict().parse(report) };
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const costed = randomBase(17, 150).lines.map((line) => ({
  ...line,
  costCents: Math.round((line.valueCents ?? 0) * 0.62),
}));
const total = (connection: DuckDBConnection, expression: string) =>
  one<{ cents: number }>(connection, `SELECT CAST(${expression} AS BIGINT) AS cents FROM ${snapshotTable}`);

describe("economics", async () => {
  const { connection, report } = await reported(costed);

  it("draws the curve over all customers at avoidable cost, with sizes along it", async () => {
    const { whale, customers } = report;
    expect(whale.basis).toBe("avoidable");
    expect(whale.customers).toBe(customers.total);
    expect(whale.totalCents).toBe((await total(connection, "sum(contribution_avoidable_cents)")).cents);
    expect(whale.peakCents).toBe(
      (await total(connection, "sum(greatest(contribution_avoidable_cents, 0))")).cents,
    );
    expect(whale.points.at(-1)).toMatchObject({
      customers: customers.total,
      cumulativeCents: whale.totalCents,
    });
    for (const marks of [whale.points, whale.rug]) {
      expect(sum(marks.map(({ small }) => small))).toBe(customers.small);
      expect(sum(marks.map(({ large }) => large))).toBe(customers.large);
    }
    expect(whale.rug.length).toBeLessThanOrEqual(100);
    expect(whale.assumed).toBe(true);
  });

  it("lists the lowest contributions of every size, and sums all losses by size: both facts", async () => {
    const { worst, losses } = report;
    expect(worst!.rows.length).toBe(Math.min(200, report.customers.total));
    const values = worst!.rows.map((row) => row.contributionAvoidableCents!);
    expect(values).toEqual([...values].sort((a, b) => a - b));
    expect(worst!.bySize.small.customers + worst!.bySize.large.customers).toBe(worst!.rows.length);
    expect(worst!.bySize.large.customers).toBeGreaterThan(0);
    const { cents } = await total(connection, "-sum(least(contribution3_cents, 0))");
    expect(losses.full!.small.lossCents + losses.full!.large.lossCents).toBe(cents);
    expect(worst!.sentence.de).toContain("gross");
    expect(worst!.sentence.de).toContain("klein");
  });

  it("puts every order into one class, with the cost of orders shared out", async () => {
    const { smallOrders } = report;
    const rows = await all<{ orders: number; full: number }>(
      connection,
      `SELECT count(*) AS orders, sum(k.full_cents / k.orders)::DOUBLE AS "full" FROM m_document d
      LEFT JOIN m_order_cost k ON k.customer_id = d.customer_id
      WHERE d.is_order AND d.customer_id IS NOT NULL AND d.document_date > DATE '2024-11-20' AND d.document_date <= DATE '2025-11-20'`,
    );
    expect(sum(smallOrders!.classes.map(({ orders }) => orders))).toBe(rows[0]!.orders);
    expect(smallOrders!.orders).toBe(rows[0]!.orders);
    const full = sum(smallOrders!.classes.map(({ fullCents }) => fullCents));
    expect(Math.abs(full - rows[0]!.full)).toBeLessThan(smallOrders!.classes.length);
    for (const { belowBreakEven } of smallOrders!.classes)
      expect(belowBreakEven.full!).toBeGreaterThanOrEqual(belowBreakEven.avoidable!);
  });

  it("breaks the break-even value down so that anybody can check it", () => {
    expect(report.breakEven.length).toBeGreaterThan(0);
    for (const { full, avoidable, marginRatio, breakEvenCents, priceFloor } of report.breakEven) {
      expect(full.entryCents + full.logisticsCents + full.invoiceCents).toBe(full.orderCents);
      expect(avoidable.orderCents).toBeLessThan(full.orderCents);
      expect(breakEvenCents.full).toBe(Math.ceil(full.orderCents / marginRatio! - 1e-9));
      if (priceFloor === null) continue;
      expect(priceFloor.avoidableCents).toBe(priceFloor.goodsCents + avoidable.orderCents);
      expect(priceFloor.orderCents).toBeLessThan(breakEvenCents.full!);
    }
    // No order header names a channel: the report says what would cure it.
    expect(report.unclear.map(({ reason }) => reason)).toContain("channelUnknown");
  });

  it("tells cost by activity and channel, each summing to the whole", async () => {
    const { cents } = await total(connection, "sum(cost_full_cents)");
    expect(sum(report.activities.map(({ fullCents }) => fullCents))).toBe(cents);
    expect(sum(report.activityChannels.map(({ fullCents }) => fullCents))).toBe(cents);
    expect(report.activities.some(({ activity }) => activity === "delivery")).toBe(true);
  });

  it("projects cost over the number of customers and says that it is a projection", () => {
    const { scale } = report;
    expect(scale!.isProjection).toBe(true);
    expect(scale!.points).toHaveLength(36);
    // Capacity in whole positions for 150 customers: nearly all of it is there at any number.
    expect(scale!.doublingElasticity!).toBeLessThan(1);
    expect(scale!.assumptions.length).toBeGreaterThan(2);
    expect(scale!.pools.every(({ isAssumption }) => isAssumption)).toBe(true);
  });
});

describe("economics without cost of goods", () => {
  it("falls back to sales and says why, rather than draw a curve with gaps", async () => {
    const { report } = await reported(costed.map((line) => ({ ...line, costCents: null })));
    expect(report.whale.basis).toBe("sales");
    expect(report.worst).toBeNull();
    expect(report.losses).toEqual({ full: null, avoidable: null });
    expect(report.unclear.map(({ reason }) => reason)).toContain("costOfGoodsMissing");
    expect(report.breakEven.every(({ breakEvenCents }) => breakEvenCents.full === null)).toBe(true);
    expect(report.activities.length).toBeGreaterThan(0);
  });

  it("draws the basis that was asked for", async () => {
    const { report } = await reported(costed, "full");
    expect(report.whale.basis).toBe("full");
    expect(report.worst!.basis).toBe("full");
  });
});
