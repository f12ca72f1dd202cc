import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import { one, openDuckDb } from "../packages/data/src/duckdb/connect.ts";
import { overview } from "../packages/data/src/measures/reports/overview.ts";
import { queryCustomers } from "../packages/data/src/measures/reports/query-customers.ts";
import { quiet } from "../packages/data/src/measures/reports/quiet.ts";
import type { ReportContext } from "../packages/data/src/measures/reports/report-context.ts";
import { whale } from "../packages/data/src/measures/reports/whale.ts";
import { type PipelineResult, runPipeline } from "../packages/data/src/measures/run-pipeline.ts";
import { explorerQueries } from "./lib/explorer-queries.ts";
import type { Measurement } from "./lib/measurement.ts";
import { createSyntheticBase } from "./lib/synthetic-base.ts";
import { addSyntheticEvents } from "./lib/synthetic-events.ts";

const asOf = "2025-12-31";
const snapshotTable = "snapshot";
/** Talks and service cases of three years. */
const eventsPerCustomer = 10;
/** Rounds of all queries; the first one warms up. */
const rounds = 4;

/**
 * All measures over a synthetic base, the explorer and the reports on it. A million customers, more than 20 million lines
 * and ten million activities and cases with KLEINOD_BENCH_LARGE=1, else a tenth; budgets are those of the million.
 */
export async function run(): Promise<Measurement[]> {
  const isLarge = process.env.KLEINOD_BENCH_LARGE === "1";
  const customers = isLarge ? 1_000_000 : 100_000;
  const folder = mkdtempSync(join(tmpdir(), "kleinod-bench-"));
  try {
    const instance = await openDuckDb({
      path: join(folder, "facts.duckdb"),
      spillDirectory: join(folder, "spill"),
      threads: 2,
    });
    const connection = await instance.connect();
    await createSyntheticBase(connection, customers);
    const talksAndCases = customers * eventsPerCustomer;
    await addSyntheticEvents(connection, customers, talksAndCases);
    const { lines } = await one<{ lines: number }>(connection, "SELECT count(*) AS lines FROM sale_line");
    const size = `${customers.toLocaleString("en")} customers, ${lines.toLocaleString("en")} lines, ${talksAndCases.toLocaleString("en")} activities and cases`;
    const { result, measurements } = await measurePipeline(connection, size, isLarge);
    measurements.push(...(await measureReports(connection, result, customers, isLarge)));
    connection.closeSync();
    instance.closeSync();
    return measurements;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measurePipeline(
  connection: DuckDBConnection,
  size: string,
  isLarge: boolean,
): Promise<{ result: PipelineResult; measurements: Measurement[] }> {
  const options = { asOf, factsVersion: "1", parameters: [], snapshotTable };
  const [result, seconds] = await timed(() => runPipeline(connection, options));
  const slowest = [...result.steps].sort((a, b) => b.seconds - a.seconds).slice(0, 5);
  const parts = slowest.map((step) => `${step.code} ${step.seconds.toFixed(1)} s`).join(", ");
  const parameters = [{ code: "rhythm.lostProbability", value: 0.2 }];
  const [, again] = await timed(() => runPipeline(connection, { ...options, parameters }));
  // Peak of the whole process, in which the base was made too.
  const peakGb = process.resourceUsage().maxRSS / 1e6;
  const budget = <T extends object>(value: T) => (isLarge ? value : {});
  const measurements: Measurement[] = [
    { name: `all measures, ${size}`, value: seconds, unit: "s", ...budget({ budget: 60 }), note: parts },
    {
      name: "the same after one parameter of the rhythm changed",
      value: again,
      unit: "s",
      note: "only what depends on the rhythm runs again",
    },
    {
      name: "peak memory of measuring",
      value: peakGb,
      unit: "GB",
      ...budget({ budget: 4 }),
      note: "making the base included; DuckDB limited to 2 GB",
    },
  ];
  return { result, measurements };
}

async function measureReports(
  connection: DuckDBConnection,
  { sizeLineCents, sizeLineIsProposal }: PipelineResult,
  customers: number,
  isLarge: boolean,
): Promise<Measurement[]> {
  const context: ReportContext = {
    asOf,
    snapshotTable,
    currency: "CHF",
    sizeLineCents,
    sizeLineIsProposal,
    parameters: [],
  };
  const queries = explorerQueries();
  const milliseconds: number[] = [];
  for (let round = 0; round < rounds; round++) {
    for (const query of queries) {
      const [found, seconds] = await timed(() => queryCustomers(connection, context, query));
      if (!found.ok) throw new Error(found.refusal.message);
      if (round > 0) milliseconds.push(seconds * 1000);
    }
  }
  milliseconds.sort((a, b) => a - b);
  const at = (share: number) => milliseconds[Math.ceil(share * milliseconds.length) - 1]!;
  const measured: Measurement[] = [
    {
      name: `customer explorer at ${customers.toLocaleString("en")}: filter, sort, page, total`,
      value: at(0.95),
      unit: "ms",
      ...(isLarge ? { budget: 150 } : {}),
      note: `p95 of ${queries.length} queries, ${rounds - 1} rounds; median ${at(0.5).toFixed(0)}, slowest ${at(1).toFixed(0)} ms`,
    },
  ];
  const reports: Record<string, () => Promise<unknown>> = {
    overview: () => overview(connection, context),
    "concentration curve": () => whale(connection, context, "sales"),
    "call list": () => quiet(connection, context),
  };
  for (const [name, report] of Object.entries(reports)) {
    await report();
    const [, seconds] = await timed(report);
    measured.push({
      name: `${name} at ${customers.toLocaleString("en")}`,
      value: seconds * 1000,
      unit: "ms",
    });
  }
  return measured;
}

async function timed<T>(work: () => Promise<T>): Promise<[T, number]> {
  const started = performance.now();
  const result = await work();
  return [result, (performance.now() - started) / 1000];
}
