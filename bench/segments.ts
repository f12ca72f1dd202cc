import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import { openDuckDb } from "../packages/data/src/duckdb/connect.ts";
import { heterogeneity } from "../packages/data/src/segments/heterogeneity.ts";
import { previewSegment } from "../packages/data/src/segments/segment-preview.ts";
import type { StoredSegment } from "../packages/data/src/segments/segment-store.ts";
import type { Measurement } from "./lib/measurement.ts";
import { segmentDefinitions } from "./lib/segment-definitions.ts";
import { createSyntheticSnapshot } from "./lib/synthetic-snapshot.ts";

const context = { asOf: "2025-12-31", currency: "CHF", snapshotTable: "snapshot" };
const customers = 1_000_000;
/** Rounds of all definitions; the first one warms up. */
const rounds = 4;
const size = customers.toLocaleString("en");

/** Live count and consequence of a segment, and what sets customers apart, over a million customers. */
export async function run(): Promise<Measurement[]> {
  const folder = mkdtempSync(join(tmpdir(), "kleinod-bench-"));
  try {
    const instance = await openDuckDb({ path: join(folder, "facts.duckdb"), threads: 2 });
    const connection = await instance.connect();
    await createSyntheticSnapshot(connection, context.snapshotTable, customers);
    const measurements = [...(await measurePreviews(connection)), await measureHeterogeneity(connection)];
    connection.closeSync();
    instance.closeSync();
    return measurements;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measurePreviews(connection: DuckDBConnection): Promise<Measurement[]> {
  const definitions = segmentDefinitions();
  const alone: number[] = [];
  const compared: number[] = [];
  for (let round = 0; round < rounds; round++) {
    for (const [index, definition] of definitions.entries()) {
      const stored = [activeVersion(definitions[(index + 1) % definitions.length]!)];
      for (const [milliseconds, code] of [
        [alone, undefined],
        [compared, "bench"],
      ] as const) {
        const started = performance.now();
        const found = await previewSegment(connection, context, { definition, code }, stored);
        if (!found.ok) throw new Error(found.message.en);
        if (round > 0) milliseconds.push(performance.now() - started);
      }
    }
  }
  const note = (values: readonly number[]) =>
    `p95 of ${definitions.length} definitions, ${rounds - 1} rounds; median ${at(values, 0.5).toFixed(0)}, slowest ${at(values, 1).toFixed(0)} ms`;
  return [
    {
      name: `segment preview at ${size}: count, money, minutes, members`,
      value: at(alone, 0.95),
      unit: "ms",
      budget: 300,
      note: note(alone),
    },
    {
      name: `the same with who comes and goes against the active version`,
      value: at(compared, 0.95),
      unit: "ms",
      budget: 300,
      note: note(compared),
    },
  ];
}

function at(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.ceil(share * sorted.length) - 1]!;
}

async function measureHeterogeneity(connection: DuckDBConnection): Promise<Measurement> {
  const started = performance.now();
  const { targets } = await heterogeneity(connection, context);
  const rows = targets[0]?.sampled.toLocaleString("en") ?? "0";
  return {
    name: `what sets ${size} customers apart: ${targets.length} targets, five drivers`,
    value: (performance.now() - started) / 1000,
    unit: "s",
    note: `${rows} rows sampled, 20 folds, all 32 sets of drivers`,
  };
}

const activeVersion = (definition: StoredSegment["definition"]): StoredSegment => ({
  code: "bench",
  version: 1,
  state: "active",
  name: "Bench",
  definition,
  action: "",
  owner: "",
  segmentation: null,
  position: 0,
  author: "bench",
  reason: null,
  createdAt: "2025-12-31T00:00:00Z",
  validFrom: null,
  retiredAt: null,
  overrideReason: null,
  backTest: null,
});
