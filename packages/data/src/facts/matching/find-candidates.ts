import type { DuckDBConnection } from "@duckdb/node-api";
import type { BlockingRule } from "@kleinod/engine/facts/matching/blocking-rules.ts";
import {
  addPairsOfBlocksSql,
  addPairsOfNeighboursSql,
  createBlocksSql,
  createCandidateTableSql,
  listOversizedBlocksSql,
  summariseBlocksSql,
} from "@kleinod/engine/facts/matching/sql.ts";

/** A block too large to compare in full, even after division: its accounts were compared among neighbours only. */
export interface SkippedBlock {
  readonly rule: string;
  readonly key: string;
  readonly accounts: number;
  readonly pairsSkipped: number;
}

/** What one rule did with its blocks; every block is counted here, listed or not. */
export interface RuleSummary {
  readonly rule: string;
  readonly wholeBlocks: number;
  /** Parts of blocks that were too large; accounts of different parts were not compared by this rule. */
  readonly dividedBlocks: number;
  readonly skippedBlocks: number;
  readonly pairsSkipped: number;
}

export interface BlockingReport {
  readonly rules: readonly RuleSummary[];
  /** The largest skipped blocks of each rule, at most 50 a rule; the summaries count all. */
  readonly blocksSkipped: readonly SkippedBlock[];
}

const listedPerRule = 50;

async function summarise(connection: DuckDBConnection, rule: string): Promise<RuleSummary> {
  const rows = (await connection.runAndReadAll(summariseBlocksSql)).getRows();
  const byHandling = new Map(rows.map((row) => [String(row[0]), row]));
  const blocks = (handling: string): number => Number(byHandling.get(handling)?.[1] ?? 0);
  return {
    rule,
    wholeBlocks: blocks("whole"),
    dividedBlocks: blocks("divided"),
    skippedBlocks: blocks("neighboursOnly"),
    pairsSkipped: Number(byHandling.get("neighboursOnly")?.[3] ?? 0),
  };
}

/** Fills `match_candidate_found` with the union of all rules and says which blocks were cut. */
export async function findCandidates(
  connection: DuckDBConnection,
  rules: readonly BlockingRule[],
  onProgress: (done: number, total: number) => void,
): Promise<BlockingReport> {
  await connection.run(createCandidateTableSql);
  const summaries: RuleSummary[] = [];
  const blocksSkipped: SkippedBlock[] = [];
  for (const [index, rule] of rules.entries()) {
    onProgress(index, rules.length);
    await connection.run(createBlocksSql(rule));
    await connection.run(addPairsOfBlocksSql);
    const summary = await summarise(connection, rule.code);
    summaries.push(summary);
    if (summary.skippedBlocks > 0) {
      await connection.run(addPairsOfNeighboursSql);
      const listed = await connection.runAndReadAll(listOversizedBlocksSql(listedPerRule));
      for (const [key, accounts, pairsSkipped] of listed.getRows()) {
        blocksSkipped.push({
          rule: rule.code,
          key: String(key),
          accounts: Number(accounts),
          pairsSkipped: Number(pairsSkipped),
        });
      }
    }
  }
  onProgress(rules.length, rules.length);
  return { rules: summaries, blocksSkipped };
}
