import { DuckDBInstance } from "@duckdb/node-api";
import { runMatching } from "@kleinod/data/facts/matching/run-matching.ts";
import { loadAccounts } from "@kleinod/data/facts/matching/testing/load-accounts.ts";
import { syntheticAccounts } from "@kleinod/data/facts/matching/testing/synthetic-firms.ts";

interface BenchResult {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly budget: number;
  readonly note?: string;
}

async function matchFirms(accounts: number, budgetSeconds: number): Promise<BenchResult> {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  try {
    await loadAccounts(connection, syntheticAccounts({ accounts, seed: 20_261_101 }));
    const result = await runMatching(connection);
    const skipped = result.rules.reduce((sum, rule) => sum + rule.skippedBlocks, 0);
    return {
      name: `match ${accounts.toLocaleString("en")} firms`,
      value: Math.round(result.seconds * 10) / 10,
      unit: "s",
      budget: budgetSeconds,
      note: `${result.candidates.toLocaleString("en")} candidates, ${result.pairs.toLocaleString("en")} pairs, ${skipped} oversized blocks`,
    };
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

/** Duplicate detection on invented firms; a million only with KLEINOD_BENCH_LARGE=1. Loading the firms is not counted. */
export async function run(): Promise<BenchResult[]> {
  const results = [await matchFirms(100_000, 15)];
  if (process.env.KLEINOD_BENCH_LARGE === "1") results.push(await matchFirms(1_000_000, 180));
  return results;
}
