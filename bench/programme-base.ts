import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import { openDuckDb } from "../packages/data/src/duckdb/connect.ts";
import { runPipeline } from "../packages/data/src/measures/run-pipeline.ts";
import { baseOfSnapshot } from "../packages/data/src/programme/planning-base.ts";
import type { Measurement } from "./lib/measurement.ts";
import { createSyntheticBase } from "./lib/synthetic-base.ts";
import { addSyntheticEvents } from "./lib/synthetic-events.ts";

const asOf = "2025-12-31";
const snapshotTable = "snapshot";
const eventsPerCustomer = 10;
/** As many customers as Alpfix has. */
const alpfix = 3_000;

const plan = {
  assignments: [
    {
      option: "L3a",
      segment: "small",
      from: "2026-01-01",
      params: { thresholdCents: 10_000, feeCents: 1_500, exemptChannels: ["web", "edi"] },
    },
  ],
};

/**
 * From a measured snapshot to the planning base of the programme, with a price lever that asks for every order. At the size of
 * Alpfix, and at 100,000 customers; a million with KLEINOD_BENCH_LARGE=1.
 */
export async function run(): Promise<Measurement[]> {
  const large = process.env.KLEINOD_BENCH_LARGE === "1" ? 1_000_000 : 100_000;
  return [...(await measure(alpfix)), ...(await measure(large))];
}

async function measure(customers: number): Promise<Measurement[]> {
  const folder = mkdtempSync(join(tmpdir(), "kleinod-bench-"));
  try {
    const instance = await openDuckDb({
      path: join(folder, "facts.duckdb"),
      spillDirectory: join(folder, "spill"),
      threads: 2,
    });
    const connection = await instance.connect();
    await createSyntheticBase(connection, customers);
    await addSyntheticEvents(connection, customers, customers * eventsPerCustomer);
    await runPipeline(connection, { asOf, factsVersion: "1", parameters: [], snapshotTable });
    const measurements = [
      await measureResolution(connection, customers, "customers"),
      await measureResolution(connection, customers, "cells"),
    ];
    connection.closeSync();
    instance.closeSync();
    return measurements;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measureResolution(
  connection: DuckDBConnection,
  customers: number,
  resolution: "cells" | "customers",
): Promise<Measurement> {
  const context = { snapshotId: "bench", asOf, currency: "CHF", snapshotTable, parameters: [] };
  const started = performance.now();
  const base = await baseOfSnapshot(connection, context, [], {
    plan,
    resolution,
    allowUnknownMargin: true,
  });
  if ("ok" in base) throw new Error(base.message.en);
  const rows = base.rows.toLocaleString("en");
  return {
    name: `planning base of ${customers.toLocaleString("en")} customers as ${resolution}`,
    value: (performance.now() - started) / 1_000,
    unit: "s",
    ...(customers >= 1_000_000 ? { budget: 10 } : {}),
    note: `${rows} rows of small customers, orders below CHF 100 counted one by one`,
  };
}
