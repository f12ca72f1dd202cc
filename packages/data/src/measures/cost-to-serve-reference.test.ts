import { costModel } from "@kleinod/engine/measures/cost-to-serve/model.ts";
import { costReference, type ReferenceEvent } from "@kleinod/engine/measures/cost-to-serve/reference.ts";
import type { ReferencePool } from "@kleinod/engine/measures/cost-to-serve/reference-pools.ts";
import { monthsBefore, plainDate } from "@kleinod/engine/measures/period.ts";
import { parameterSpecs } from "@kleinod/engine/programme/parameters.ts";
import { describe, expect, it } from "vitest";
import { all } from "../duckdb/connect.ts";
import { addEvents, addPools, type CostBase, randomCostBase, windowDays } from "./cost-to-serve.fixture.ts";
import { costToServeDetails } from "./reports/cost-to-serve-details.ts";
import { runPipeline } from "./run-pipeline.ts";
import { testRelations } from "./test-relations.ts";

const asOf = "2025-11-20";
const days = windowDays(monthsBefore(plainDate(asOf), 12), asOf);
const model = costModel(Object.fromEntries(parameterSpecs.map((spec) => [spec.code, spec.default])));

interface Costs {
  readonly customer_id: number;
  readonly full: number;
  readonly avoidable: number;
  readonly minutes: number;
}

async function measured(base: CostBase, pools: readonly ReferencePool[]) {
  const connection = await testRelations(base.lines);
  await addEvents(connection, base.events);
  await addPools(connection, pools);
  await runPipeline(connection, { asOf, factsVersion: "1", parameters: [], snapshotTable: "snapshot" });
  const rows = await all<Costs>(
    connection,
    `SELECT customer_id, cost_full_cents AS full, cost_avoidable_cents AS avoidable, cost_minutes AS minutes
    FROM m_cost_to_serve ORDER BY customer_id`,
  );
  return { rows, details: await costToServeDetails(connection) };
}

/** Documents and money as the events that they are. */
function referenceEvents({ lines, events }: CostBase): ReferenceEvent[] {
  const invoices = new Map(lines.map((line) => [line.documentId, line]));
  return [
    ...events.map((event) => (event.event === "delivery" || event.event === "return" ? { ...event } : event)),
    ...events
      .filter(({ event, moneyCents }) => event === "delivery" && (moneyCents ?? 0) > 0)
      .map((event): ReferenceEvent => ({ ...event, event: "freight" })),
    ...events
      .filter(({ event, moneyCents }) => event === "return" && (moneyCents ?? 0) > 0)
      .map((event): ReferenceEvent => ({ ...event, event: "returnCost" })),
    ...[...invoices.values()].map(
      (line): ReferenceEvent => ({ event: "invoice", customerId: line.customerId, day: line.date }),
    ),
  ];
}

const year = { from: "2025-01-01", to: "2025-12-31" };
const pools: readonly ReferencePool[] = [
  { code: "ID", role: "Innendienst", ...year, costCents: 1_234_567, capacityMinutes: 9_000 },
  {
    code: "ID",
    role: "Innendienst",
    from: "2024-01-01",
    to: "2024-12-31",
    costCents: 999_999,
    capacityMinutes: 8_999,
  },
  // Two teams at once for half a year.
  { code: "AD1", role: "Aussendienst", ...year, costCents: 2_000_001, capacityMinutes: 3_001 },
  {
    code: "AD2",
    role: "fieldSales",
    from: "2025-07-01",
    to: "2026-06-30",
    costCents: 777_777,
    capacityMinutes: 5_000,
  },
  // Too small for its work.
  {
    code: "LOG",
    role: "Lager",
    from: "2023-01-01",
    to: "2027-12-31",
    costCents: 5_000_000,
    capacityMinutes: 300,
  },
  {
    code: "VERW",
    role: "Verwaltung",
    from: "2025-03-01",
    to: "2025-09-30",
    costCents: 100_003,
    capacityMinutes: 100_000,
  },
];

describe.each([
  ["without pools", 1, []],
  ["with one pool a role", 2, pools.slice(0, 1)],
  ["with pools of every kind", 3, pools],
  ["with another base", 4, pools],
] as const)("cost to serve %s: reference = SQL", (_name, seed, given) => {
  it("for every customer, to the cent", async () => {
    const base = randomCostBase(seed);
    const { rows, details } = await measured(base, given);
    const expected = costReference(model, referenceEvents(base), given, days);
    for (const row of rows) {
      const own = expected.customers.get(row.customer_id) ?? {
        fullCents: 0,
        avoidableCents: 0,
        minutesMilli: 0,
      };
      expect(
        { full: row.full, avoidable: row.avoidable, minutes: Math.round(row.minutes * 1000) },
        `customer ${row.customer_id}`,
      ).toEqual({ full: own.fullCents, avoidable: own.avoidableCents, minutes: own.minutesMilli });
    }
    const sum = (of: (pool: (typeof details.pools)[number]) => number) =>
      details.pools.reduce((total, pool) => total + of(pool), 0);
    expect({
      customersCents: sum((pool) => pool.customersCents),
      unusedCents: sum((pool) => pool.unusedCents),
      unassignedCents: sum((pool) => pool.unassignedCents),
      poolsCents: sum((pool) => pool.costCents),
    }).toEqual({
      customersCents: expected.customersCents,
      unusedCents: expected.unusedCents,
      unassignedCents: expected.unassignedCents,
      poolsCents: expected.poolsCents,
    });
    // The difference is zero in every pool, not only in the sum.
    for (const pool of details.pools) {
      expect(pool.customersCents + pool.unusedCents + pool.unassignedCents, pool.code).toBe(pool.costCents);
      expect(pool.unusedCents, pool.code).toBeGreaterThanOrEqual(0);
    }
  });
});

describe("cost to serve", () => {
  it("does not depend on the order of rows", async () => {
    const base = randomCostBase(5);
    const first = await measured(base, pools);
    const second = await measured(
      { lines: [...base.lines].reverse(), events: [...base.events].reverse() },
      [...pools].reverse(),
    );
    expect(second.rows).toEqual(first.rows);
  });

  it("is zero, not NaN, for a customer of whom nothing happened", async () => {
    const base = randomCostBase(6, 5);
    const { rows } = await measured(
      {
        ...base,
        lines: [...base.lines, { documentId: 9999, customerId: 77, date: "2022-01-01", valueCents: 100 }],
      },
      pools,
    );
    expect(rows.find((row) => row.customer_id === 77)).toEqual({
      customer_id: 77,
      full: 0,
      avoidable: 0,
      minutes: 0,
    });
  });
});
