import type { DuckDBConnection } from "@duckdb/node-api";
import type { UnitDecision } from "@kleinod/engine/facts/matching/economic-units.ts";
import { all } from "../duckdb/connect.ts";
import { Cancelled, type RunContext } from "../import/progress.ts";
import { readParameters } from "../segments/read-parameters.ts";
import { changeMirrored, mirrorReady } from "../workspace/mirror.ts";
import { readDecisions, unitsOf } from "../workspace/mirror-units.ts";
import type { Workspace } from "../workspace/open-workspace.ts";
import { countDuplicates, type DuplicateCounts } from "./duplicate-counts.ts";
import { pairStates, pairsFrom } from "./duplicate-states.ts";
import { runMatching } from "./matching/run-matching.ts";
import { accountNames, writeDecisions } from "./unit-decisions.ts";

export interface DuplicateSearch extends DuplicateCounts {
  readonly accounts: number;
  /** Pairs that the threshold `matching.mergeAbove` put together in this search. */
  readonly mergedByRule: number;
  readonly seconds: number;
}

/** Who decided, where the threshold did. */
export const ruleAuthor = "rule";

/**
 * Searches all accounts for those that are probably one firm, and merges by itself where a threshold is set. What people
 * decided stands: pairs that they keep apart are never merged by the rule.
 * @throws Cancelled when the run was cancelled; the pairs of the search before stay.
 */
export async function findDuplicates(workspace: Workspace, run: RunContext = {}): Promise<DuplicateSearch> {
  await mirrorReady(workspace);
  const parameters = await workspace.read(readParameters);
  const mergeAbove = parameters.find(({ code }) => code === "matching.mergeAbove")?.value;
  return workspace.write(async (connection) => {
    const { accounts, seconds } = await match(connection, run);
    await connection.run(
      "CREATE TABLE IF NOT EXISTS matching_run (finished_at VARCHAR NOT NULL, accounts BIGINT NOT NULL)",
    );
    await connection.run("INSERT INTO matching_run VALUES (?, ?)", [new Date().toISOString(), accounts]);
    const mergedByRule =
      typeof mergeAbove === "number" ? await mergeByRule(workspace, connection, mergeAbove) : 0;
    return { accounts, mergedByRule, seconds, ...(await countDuplicates(connection)) };
  });
}

async function match(connection: DuckDBConnection, run: RunContext) {
  try {
    return await runMatching(connection, {
      onProgress: ({ step, done, total }) => run.onProgress?.({ step, done, total, rowsPerSecond: null }),
      ...(run.signal === undefined ? {} : { signal: run.signal }),
    });
  } catch (error) {
    if (run.signal?.aborted) throw new Cancelled();
    throw error;
  }
}

/**
 * One decision a pair, so that a person can take back a single one. What somebody took back is not merged again, and
 * neither is what would join accounts that somebody keeps apart.
 */
async function mergeByRule(
  workspace: Workspace,
  connection: DuckDBConnection,
  mergeAbove: number,
): Promise<number> {
  const found = await all<{ a: number; b: number }>(
    connection,
    `SELECT p.account_a AS a, p.account_b AS b FROM ${pairsFrom}
    WHERE ${pairStates.open} AND p.probability >= ${Number(mergeAbove)}
    ORDER BY p.weight_bits DESC, p.account_a, p.account_b`,
  );
  if (found.length === 0) return 0;
  const records = await workspace.records();
  const standing = await readDecisions(connection, records);
  const pairs = mergeable(found, standing);
  if (pairs.length === 0) return 0;
  const names = await accountNames(connection, [...new Set(pairs.flatMap(({ a, b }) => [a, b]))]);
  const decisions = pairs.flatMap(({ a, b }) => {
    const left = names.get(a);
    const right = names.get(b);
    if (left === undefined || right === undefined) return [];
    return [{ type: "merge" as const, author: ruleAuthor, accounts: [left, right] }];
  });
  await changeMirrored(connection, records, "units", () => writeDecisions(records, decisions));
  return decisions.length;
}

type Pair = { readonly a: number; readonly b: number };

function mergeable(found: readonly Pair[], standing: readonly UnitDecision<number>[]): Pair[] {
  const key = (accounts: readonly number[]) => [...accounts].sort((x, y) => x - y).join(" ");
  const takenBack = new Set(
    standing.filter(({ undone, by }) => undone && by === ruleAuthor).map(({ accounts }) => key(accounts)),
  );
  const wanted = found.filter(({ a, b }) => !takenBack.has(key([a, b])));
  const proposed = wanted.map(({ a, b }): UnitDecision<number> => {
    return { id: key([a, b]), type: "merge", accounts: [a, b], at: "", by: ruleAuthor, undone: false };
  });
  const { conflicts } = unitsOf([...standing, ...proposed]);
  const idle = new Set(
    conflicts.filter(({ kind }) => kind === "joinsSeparated").map(({ decisionId }) => decisionId),
  );
  return wanted.filter(({ a, b }) => !idle.has(key([a, b])));
}
