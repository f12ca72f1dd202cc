import type { DuckDBConnection } from "@duckdb/node-api";
import { ordersReference } from "@kleinod/engine/measures/orders/reference.ts";
import {
  lastCompleteQuarter,
  monthsBefore,
  plainDate,
  quarterIndex,
} from "@kleinod/engine/measures/period.ts";
import { isSaleLine, saleDocuments } from "@kleinod/engine/measures/reference-line.ts";
import { rhythmReference } from "@kleinod/engine/measures/rhythm/reference.ts";
import { salesReference } from "@kleinod/engine/measures/sales/reference.ts";
import { foldSize } from "@kleinod/engine/segments/size/reference.ts";
import { describe, expect, it } from "vitest";
import { all } from "../duckdb/connect.ts";
import { measureSettings } from "./measure-settings.ts";
import { type PipelineResult, runPipeline } from "./run-pipeline.ts";
import { baseAsOf, randomBase, referenceLines, type TestBase } from "./test-base.ts";
import { testRelations } from "./test-relations.ts";

const asOf = plainDate(baseAsOf);
const parameters = [{ code: "size.lineCents", value: 100_000 }];
const settings = measureSettings(asOf, parameters);

type SnapshotRow = Record<string, number | string | boolean | null> & { customer_id: number };

async function snapshot(base: TestBase): Promise<{ rows: SnapshotRow[]; result: PipelineResult }> {
  const connection = await testRelations(base.lines, base.accounts);
  const result = await runPipeline(connection, {
    asOf,
    factsVersion: "1",
    parameters,
    snapshotTable: "snapshot",
  });
  return { rows: await snapshotRows(connection), result };
}

const snapshotRows = (connection: DuckDBConnection) =>
  all<SnapshotRow>(connection, "SELECT * FROM snapshot ORDER BY customer_id");

describe.each([1, 2, 3])("SQL agrees with the plain loops on random base %i", async (seed) => {
  const base = randomBase(seed);
  const lines = referenceLines(base.lines);
  const { rows } = await snapshot(base);

  it("in sales and contribution", () => {
    const reference = salesReference(lines, asOf);
    for (const row of rows) {
      const expected = reference.get(row.customer_id);
      expect([
        row.customer_id,
        row.sales_last12_cents,
        row.sales_previous12_cents,
        row.sales_total_cents,
      ]).toEqual([
        row.customer_id,
        expected?.salesLast12Cents ?? 0,
        expected?.salesPrevious12Cents ?? 0,
        expected?.salesTotalCents ?? 0,
      ]);
      expect(row.contribution1_last12_cents).toBe(
        expected === undefined ? 0 : expected.contribution1Last12Cents,
      );
    }
  });

  it("in orders", () => {
    const reference = ordersReference(lines, asOf);
    for (const row of rows) {
      const expected = reference.get(row.customer_id);
      expect(row.orders_last12).toBe(expected?.ordersLast12 ?? 0);
      expect(row.orders_total).toBe(expected?.ordersTotal ?? 0);
      expect(row.median_order_cents).toBe(expected?.medianOrderCents ?? null);
      expect(row.product_breadth).toBe(expected?.productBreadth ?? 0);
      if (expected?.topGroupShareRatio == null) expect(row.top_group_share_ratio).toBeNull();
      else expect(row.top_group_share_ratio).toBeCloseTo(expected.topGroupShareRatio, 6);
    }
  });

  it("in rhythm", () => {
    const probabilities = new Map(
      rows.flatMap((row) =>
        row.probability_active === null ? [] : [[row.customer_id, Number(row.probability_active)]],
      ),
    );
    const reference = rhythmReference(lines, settings, base.branches, probabilities);
    for (const row of rows) {
      const expected = reference.get(row.customer_id);
      if (expected === undefined) {
        expect(row).toMatchObject({ rhythm_state: "neverBought", is_new: false, is_reactivated: false });
        continue;
      }
      expect(row.rhythm_state, `customer ${row.customer_id}`).toBe(expected.rhythmState);
      expect(row.is_new).toBe(expected.isNew);
      expect(row.is_reactivated).toBe(expected.isReactivated);
      expect(Number(row.usual_gap_days)).toBeCloseTo(expected.usualGapDays!, 1);
      expect(Number(row.slowing_after_days)).toBeCloseTo(expected.slowingAfterDays!, 1);
      expect(Number(row.dormant_after_days)).toBeCloseTo(expected.dormantAfterDays!, 1);
    }
  });

  it("in size", () => {
    const last = lastCompleteQuarter(asOf);
    for (const row of rows) {
      const own = saleDocuments(lines, asOf).filter((document) => document.customerId === row.customer_id);
      const first = Math.min(...own.map((document) => quarterIndex(document.date)));
      const quarterCents = new Array<number>(Math.max(0, own.length === 0 ? 0 : last - first + 1)).fill(0);
      let last12Cents = 0;
      for (const document of own) {
        for (const line of document.lines.filter(isSaleLine)) {
          const quarter = quarterIndex(document.date) - first;
          if (quarter < quarterCents.length) quarterCents[quarter]! += line.valueCents!;
          if (document.date > monthsBefore(asOf, 12)) last12Cents += line.valueCents!;
        }
      }
      const expected = foldSize({ quarterCents, last12Cents, lineCents: 100_000, hysteresisRatio: 0.2 });
      expect(row.size_class, `customer ${row.customer_id}`).toBe(expected);
    }
    expect(new Set(rows.map((row) => row.size_class))).toEqual(new Set(["small", "large"]));
  });

  it("and the order of the rows does not matter", async () => {
    const reversed = await snapshot({
      ...base,
      lines: [...base.lines].reverse(),
      accounts: [...base.accounts].reverse(),
    });
    expect(reversed.rows).toEqual(rows);
  });
});
