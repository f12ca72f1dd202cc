import { describe, expect, it } from "vitest";
import { all } from "../duckdb/connect.ts";
import { runPipeline } from "./run-pipeline.ts";
import { baseAsOf, randomBase } from "./test-base.ts";
import { testRelations } from "./test-relations.ts";

interface Lifetime {
  readonly customer_id: number;
  readonly lifetime_net_cents: number | null;
  readonly lifetime_net_low_cents: number | null;
  readonly lifetime_net_high_cents: number | null;
  readonly lifetime_orders: number;
  readonly lifetime_active_years: number;
  readonly contribution_per_order_cents: number | null;
  readonly cost_per_order_cents: number;
  readonly upkeep_cents: number;
}

async function lifetimes(parameters: readonly { code: string; value: unknown }[] = []) {
  const base = randomBase(21);
  const lines = base.lines.map((line) => ({ ...line, costCents: Math.round((line.valueCents ?? 0) * 0.6) }));
  const connection = await testRelations(lines, base.accounts);
  await runPipeline(connection, { asOf: baseAsOf, factsVersion: "1", parameters, snapshotTable: "snapshot" });
  return all<Lifetime>(connection, "SELECT * FROM m_lifetime ORDER BY customer_id");
}

describe("lifetime value in the pipeline", () => {
  it("is purchases times what each leaves, minus upkeep, within its interval", async () => {
    const rows = await lifetimes();
    expect(rows.length).toBeGreaterThan(50);
    for (const row of rows) {
      if (row.lifetime_net_cents === null) continue;
      const each = row.contribution_per_order_cents! - row.cost_per_order_cents;
      const expected = row.lifetime_orders * each - row.lifetime_active_years * row.upkeep_cents;
      // Parts are rounded to cents and to four decimals.
      const slack = 2 + row.lifetime_orders + 1e-4 * (Math.abs(each) + row.upkeep_cents);
      expect(Math.abs(row.lifetime_net_cents - expected), `customer ${row.customer_id}`).toBeLessThan(slack);
      expect(row.lifetime_net_low_cents!).toBeLessThanOrEqual(row.lifetime_net_cents);
      expect(row.lifetime_net_high_cents!).toBeGreaterThanOrEqual(row.lifetime_net_cents);
    }
    // Small purchases do not carry their own cost here: a negative value is legal.
    expect(rows.some((row) => row.lifetime_net_cents! < 0)).toBe(true);
    expect(rows.some((row) => row.lifetime_net_cents! > 0)).toBe(true);
  });

  it("falls with the discount and reaches as far as asked", async () => {
    const orders = async (parameters: readonly { code: string; value: unknown }[]) =>
      (await lifetimes(parameters)).reduce((sum, row) => sum + row.lifetime_orders, 0);
    const usual = await orders([]);
    expect(await orders([{ code: "lifetime.discountRatioPerYear", value: 0.3 }])).toBeLessThan(usual);
    expect(await orders([{ code: "lifetime.months", value: 12 }])).toBeLessThan(usual / 1.5);
  });
});
