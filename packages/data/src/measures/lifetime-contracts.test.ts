import type { PlainDate } from "@kleinod/engine/units.ts";
import { describe, expect, it } from "vitest";
import { all } from "../duckdb/connect.ts";
import { addContracts, randomContracts } from "./compute-renewal.fixture.ts";
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
  readonly contribution_per_order_cents: number;
  readonly cost_per_order_cents: number;
  readonly upkeep_cents: number;
  readonly contract_ratio: number;
  readonly lifetime_contract_years: number;
  readonly contract_contribution_cents: number;
  readonly contract_cost_cents: number;
  readonly sales: number | null;
  readonly contribution: number | null;
  readonly income12: number | null;
  readonly expected: number | null;
}

const asOf = baseAsOf as PlainDate;
/** Customers 1 to 40 have contracts; 900 and above never bought anything. */
const contracts = randomContracts(8, 400, asOf).map((contract, index) => ({
  ...contract,
  customerId: index % 20 === 0 ? 900 + index : 1 + (index % 40),
}));

async function lifetimes(withContracts: boolean, areInvoiced = true): Promise<Map<number, Lifetime>> {
  const base = randomBase(21);
  const lines = base.lines.map((line) => ({ ...line, costCents: Math.round((line.valueCents ?? 0) * 0.6) }));
  const connection = await testRelations(lines, base.accounts);
  if (withContracts) await addContracts(connection, contracts);
  const parameters = areInvoiced ? [] : [{ code: "contracts.areInvoiced", value: false }];
  await runPipeline(connection, { asOf, factsVersion: "1", parameters, snapshotTable: "snapshot" });
  const rows = await all<Lifetime>(
    connection,
    `SELECT l.*, s.sales_last12_cents AS sales, s.contribution1_last12_cents AS contribution,
      r.contract_income_last12_cents AS income12, r.contract_income_expected_cents AS expected
    FROM m_lifetime l
    LEFT JOIN m_sales s ON s.customer_id = l.customer_id
    LEFT JOIN m_renewal r ON r.customer_id = l.customer_id
    ORDER BY l.customer_id`,
  );
  return new Map(rows.map((row) => [row.customer_id, row]));
}

/** (1 − explained) · orders · (contribution − cost) + contracts − their cost − years · upkeep. */
const sum = (row: Lifetime) =>
  (1 - row.contract_ratio) *
    row.lifetime_orders *
    (row.contribution_per_order_cents - row.cost_per_order_cents) +
  row.contract_contribution_cents -
  row.contract_cost_cents -
  row.lifetime_active_years * row.upkeep_cents;

/** Parts are rounded to cents and to four or six decimals. */
const slack = (row: Lifetime) =>
  5 + row.lifetime_orders + 2e-4 * (Math.abs(row.contribution_per_order_cents) + row.upkeep_cents);

describe("lifetime value with contracts", () => {
  it("leaves every customer without a running contract as it was, to the cent", async () => {
    const before = await lifetimes(false);
    const after = await lifetimes(true);
    let same = 0;
    for (const [customer, row] of before) {
      const now = after.get(customer)!;
      if (now.expected !== null) continue;
      expect(now).toEqual(row);
      same++;
    }
    expect(same).toBeGreaterThan(30);
    for (const row of before.values())
      expect(row).toMatchObject({ contract_ratio: 0, contract_cost_cents: 0 });
  });

  it("expects from contracts what they explain of the sales, and only the rest from purchases", async () => {
    const rows = [...(await lifetimes(true)).values()].filter(({ expected }) => expected !== null);
    expect(rows.length).toBeGreaterThan(20);
    for (const row of rows) {
      if (row.lifetime_net_cents === null) continue;
      const explained = row.sales === null || row.sales <= 0 ? 1 : Math.min(1, row.income12! / row.sales);
      expect(row.contract_ratio, `customer ${row.customer_id}`).toBeCloseTo(explained, 5);
      if (row.sales !== null && row.sales > 0) {
        const ratio = row.contribution! / row.sales;
        expect(Math.abs(row.contract_contribution_cents - row.expected! * ratio)).toBeLessThan(1);
      }
      expect(row.lifetime_active_years).toBeGreaterThanOrEqual(row.lifetime_contract_years);
      expect(Math.abs(row.lifetime_net_cents - sum(row)), `customer ${row.customer_id}`).toBeLessThan(
        slack(row),
      );
      expect(row.lifetime_net_low_cents!).toBeLessThanOrEqual(row.lifetime_net_cents);
      expect(row.lifetime_net_high_cents!).toBeGreaterThanOrEqual(row.lifetime_net_cents);
    }
  });

  it("adds contracts on top where they are not in the invoices", async () => {
    const before = await lifetimes(false);
    const after = await lifetimes(true, false);
    for (const row of after.values()) {
      if (row.expected === null || row.lifetime_net_cents === null) continue;
      expect(row).toMatchObject({ contract_ratio: 0, contract_cost_cents: 0 });
      const old = before.get(row.customer_id);
      // Never bought: nothing but the contracts.
      if (old === undefined) expect(row.lifetime_net_cents).toBe(row.contract_contribution_cents);
      else expect(row.lifetime_orders).toBe(old.lifetime_orders);
    }
    expect([...after.keys()].some((customer) => customer >= 900)).toBe(true);
  });
});
