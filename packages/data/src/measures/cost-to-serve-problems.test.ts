import type { DuckDBConnection } from "@duckdb/node-api";
import type { ReferenceEvent } from "@kleinod/engine/measures/cost-to-serve/reference.ts";
import { describe, expect, it } from "vitest";
import { all } from "../duckdb/connect.ts";
import { addEvents, addPools, type TestPool } from "./cost-to-serve.fixture.ts";
import { costToServeCustomerSums } from "./cost-to-serve-sums.fixture.ts";
import { costToServe } from "./reports/cost-to-serve.ts";
import { runPipeline } from "./run-pipeline.ts";
import { measuredContext } from "./test-context.fixture.ts";
import { testRelations } from "./test-relations.ts";

const asOf = "2025-12-31";
const day = "2025-03-03";
const year = { from: "2025-01-01", to: "2025-12-31" };
const inside: TestPool = {
  code: "ID",
  role: "Innendienst",
  ...year,
  costCents: 100_000,
  capacityMinutes: 1_000,
};
const call = (more: Partial<ReferenceEvent> = {}): ReferenceEvent => ({
  event: "activity",
  customerId: 1,
  day,
  activityType: "call",
  role: "Innendienst",
  minutes: 100,
  ...more,
});

async function reportOf(events: readonly ReferenceEvent[], pools: readonly TestPool[]) {
  const connection: DuckDBConnection = await testRelations([
    { documentId: 1, customerId: 1, date: "2023-01-01", valueCents: 1_000, costCents: 500 },
    { documentId: 2, customerId: 2, date: "2023-01-01", valueCents: 1_000, costCents: 500 },
  ]);
  await addEvents(connection, events);
  await addPools(connection, pools);
  await runPipeline(connection, { asOf, factsVersion: "1", parameters: [], snapshotTable: "snapshot" });
  const report = await costToServe(connection, measuredContext(asOf, "snapshot"));
  return { connection, report };
}

/** What each mistake looks like, how it is named, and what it must not touch. */
const mistakes: readonly (readonly [string, readonly ReferenceEvent[], readonly TestPool[], object])[] = [
  [
    "a pool without capacity",
    [],
    [{ ...inside, code: "AD", role: "Aussendienst", capacityMinutes: null }],
    { code: "poolWithoutCapacity", file: "a.csv", line: 3 },
  ],
  [
    "a pool of an unknown role",
    [],
    [{ ...inside, code: "X", role: "Hofnarr" }],
    { code: "unknownRole", file: "a.csv", line: 3, value: "Hofnarr" },
  ],
  [
    "overlapping periods of a pool",
    [],
    [{ ...inside, from: "2025-06-01", to: "2026-05-31" }],
    { code: "overlappingPools", file: "a.csv", line: 3 },
  ],
  [
    "minutes below zero",
    [call({ customerId: 2, minutes: -10 })],
    [],
    { code: "negativeMinutes", file: "a.csv", line: 3, value: "-10.0" },
  ],
  [
    "an activity of an unknown role",
    [call({ customerId: 2, role: "Hofnarr" })],
    [],
    { code: "unknownRole", file: "a.csv", line: 3, value: "Hofnarr" },
  ],
];

const closed = { differenceCents: 0, poolsCents: 100_000, customersCents: 10_000, unusedCents: 90_000 };

describe("bad input to cost to serve", () => {
  it.each(mistakes)(
    "%s is refused with place and reason, the rest is computed",
    async (_name, events, pools, problem) => {
      const { connection, report } = await reportOf([call(), ...events], [inside, ...pools]);
      expect(report.problems).toMatchObject([problem]);
      expect(report.problems[0]!.message.de).not.toBe(report.problems[0]!.message.en);
      // 100 minutes at CHF 1; customer 2 bears nothing of what was refused.
      expect(report.reconciliation).toMatchObject(closed);
      expect(await costToServeCustomerSums(connection, "call")).toEqual({ 1: 10_000 });
    },
  );

  it("all of it at once: each is named, and the reconciliation still closes", async () => {
    const { report } = await reportOf(
      [call(), ...mistakes.flatMap(([, events]) => events)],
      [inside, ...mistakes.flatMap(([, , pools]) => pools)],
    );
    expect(report.problems.map(({ code }) => code).sort()).toEqual([
      "negativeMinutes",
      "overlappingPools",
      "poolWithoutCapacity",
      "unknownRole",
      "unknownRole",
    ]);
    expect(report.reconciliation).toMatchObject(closed);
  });

  it("events without a customer take time and are shown as such; overload is a flag", async () => {
    const { report } = await reportOf(
      [call({ minutes: 900 }), call({ customerId: null, minutes: 300 })],
      [inside],
    );
    // 1,200 of 1,000 minutes: 1,000.00 ÷ 1,200 per minute, a quarter of it without a customer.
    expect(report.reconciliation).toMatchObject({
      customersCents: 75_000,
      unassignedCents: 25_000,
      unusedCents: 0,
      differenceCents: 0,
    });
    expect(report.pools).toMatchObject([{ isOverloaded: true, overloadMinutes: 200, unusedMinutes: 0 }]);
    expect(report.problems).toMatchObject([{ code: "poolOverloaded", value: "200" }]);
  });

  it("unused capacity is loaded on nobody", async () => {
    const { connection, report } = await reportOf([call({ minutes: 1 })], [inside]);
    expect(report.reconciliation).toMatchObject({ customersCents: 100, unusedCents: 99_900 });
    expect(await costToServeCustomerSums(connection, "call")).toEqual({ 1: 100 });
    const [row] = await all<{ minutes: number }>(
      connection,
      "SELECT cost_minutes AS minutes FROM m_cost_to_serve WHERE customer_id = 1",
    );
    // One minute of talk and 25 of the customer year.
    expect(row!.minutes).toBe(26);
  });
});
