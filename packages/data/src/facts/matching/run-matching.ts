import type { DuckDBConnection } from "@duckdb/node-api";
import { blockingRules } from "@kleinod/engine/facts/matching/blocking-rules.ts";
import { comparisons } from "@kleinod/engine/facts/matching/comparisons.ts";
import { estimateModel } from "@kleinod/engine/facts/matching/estimate-model.ts";
import type { MatchModel } from "@kleinod/engine/facts/matching/match-model.ts";
import {
  countPatternsSql,
  countRandomPatternsSql,
  createCandidatesSql,
  createRecordSql,
  dropWorkingTablesSql,
  publishResultSql,
} from "@kleinod/engine/facts/matching/sql.ts";
import { type BlockingReport, findCandidates } from "./find-candidates.ts";
import { normaliseAccounts } from "./normalise-accounts.ts";
import { readPatterns } from "./read-patterns.ts";
import { scoreCandidates } from "./score-candidates.ts";

export type MatchingStep = "normalise" | "block" | "compare" | "estimate" | "score";

export interface MatchingProgress {
  readonly step: MatchingStep;
  /** Accounts, rules or pairs done in this step, of `total`. */
  readonly done: number;
  readonly total: number;
}

export interface MatchingOptions {
  /** Pairs below are not written; default 0.5. In [0, 1). */
  readonly minProbability?: number;
  /** ISO 3166 alpha-2, for accounts that do not tell their country; default CH. */
  readonly defaultCountry?: string;
  readonly onProgress?: (progress: MatchingProgress) => void;
  /** Aborting stops at once and leaves the previous `match_pair` as it was; the promise rejects with its reason. */
  readonly signal?: AbortSignal;
}

export interface MatchingResult extends BlockingReport {
  readonly accounts: number;
  /** Pairs compared, each once. */
  readonly candidates: number;
  /** Pairs written to `match_pair`. */
  readonly pairs: number;
  /** The learned model that scored them; null with fewer than two accounts. */
  readonly model: MatchModel | null;
  readonly seconds: number;
}

/** Pairs compared to learn how often different firms agree; rarer agreements rest on the shipped shares. */
const randomPairs = 200_000;

/**
 * Finds accounts that are probably one firm. Reads `account_current` (table or view), writes
 * `match_pair(account_a, account_b, probability, weight_bits, evidence)` with account_a < account_b; `evidence` is a
 * JSON list of `PairEvidence`. The table is replaced in one statement at the end. Works in temporary tables
 * `match_…` of this connection, which must have no other query under way.
 *
 * Text is normalised in TypeScript, blocks and comparisons run in DuckDB, weights and explanations in TypeScript.
 */
export async function runMatching(
  connection: DuckDBConnection,
  options: MatchingOptions = {},
): Promise<MatchingResult> {
  const started = performance.now();
  const { signal } = options;
  const minProbability = options.minProbability ?? 0.5;
  if (!(minProbability >= 0 && minProbability < 1)) {
    throw new RangeError(`minProbability is ${minProbability}; expected a number from 0 to below 1`);
  }
  signal?.throwIfAborted();
  const interrupt = (): void => connection.interrupt();
  signal?.addEventListener("abort", interrupt);
  const report = (step: MatchingStep, done: number, total: number): void => {
    signal?.throwIfAborted();
    options.onProgress?.({ step, done, total });
  };

  try {
    const accounts = await normaliseAccounts(connection, options.defaultCountry ?? "CH", (done, total) =>
      report("normalise", done, total),
    );
    await connection.run(createRecordSql);

    const blocking = await findCandidates(connection, blockingRules, (done, total) =>
      report("block", done, total),
    );
    report("compare", 0, accounts);
    await connection.run(createCandidatesSql(comparisons));
    const candidates = await readPatterns(connection, countPatternsSql);

    report(
      "estimate",
      0,
      candidates.reduce((sum, { pairs }) => sum + pairs, 0),
    );
    const model =
      accounts < 2
        ? null
        : estimateModel(
            comparisons,
            accounts,
            candidates,
            await readPatterns(connection, countRandomPatternsSql(comparisons, accounts, randomPairs)),
          ).model;
    const pairs = await scoreCandidates(connection, model, candidates, minProbability, (done, total) =>
      report("score", done, total),
    );
    signal?.throwIfAborted();
    await connection.run(publishResultSql);
    return {
      ...blocking,
      accounts,
      candidates: candidates.reduce((sum, pattern) => sum + pattern.pairs, 0),
      pairs,
      model,
      seconds: (performance.now() - started) / 1000,
    };
  } catch (error) {
    // An interrupted query fails with DuckDB's own error; the caller asked for the signal's reason.
    signal?.throwIfAborted();
    throw error;
  } finally {
    signal?.removeEventListener("abort", interrupt);
    await connection.run(dropWorkingTablesSql);
  }
}
