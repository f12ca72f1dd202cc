import {
  BIGINT,
  DOUBLE,
  type DuckDBConnection,
  DuckDBDataChunk,
  type DuckDBValue,
  VARCHAR,
} from "@duckdb/node-api";
import { unpackLevels } from "@kleinod/engine/facts/matching/agreement-pattern.ts";
import { comparisons } from "@kleinod/engine/facts/matching/comparisons.ts";
import { explainPair, type PairValues } from "@kleinod/engine/facts/matching/explain-pair.ts";
import type { MatchModel } from "@kleinod/engine/facts/matching/match-model.ts";
import { mayReach } from "@kleinod/engine/facts/matching/may-reach.ts";
import {
  createPromisingSql,
  createResultSql,
  readPromisingSql,
  shownFieldOrder,
} from "@kleinod/engine/facts/matching/sql.ts";
import type { PackedPatternCount } from "./read-patterns.ts";

const pairsPerSlice = 50_000;
const rowsPerChunk = 2048;

const text = (value: DuckDBValue | undefined): string | null => (typeof value === "string" ? value : null);
const share = (value: DuckDBValue | undefined): number | null => (typeof value === "number" ? value : null);

function pairValues(row: readonly DuckDBValue[]): PairValues {
  const [, , , nameShare, phoneShare, domainShare, ...shown] = row;
  return {
    shown: Object.fromEntries(
      shownFieldOrder.map((field, index) => [
        field,
        { a: text(shown[index]), b: text(shown[index + shownFieldOrder.length]) },
      ]),
    ),
    termShares: {
      name_share: share(nameShare),
      phone_share: share(phoneShare),
      domain_share: share(domainShare),
    },
  };
}

/** Weighs and explains the candidates that can reach `minProbability`, into `match_result`. Returns how many do. */
export async function scoreCandidates(
  connection: DuckDBConnection,
  model: MatchModel | null,
  candidates: readonly PackedPatternCount[],
  minProbability: number,
  onProgress: (done: number, total: number) => void,
): Promise<number> {
  await connection.run(createResultSql);
  if (model === null) return 0;
  const promising = candidates.filter(({ levels }) => mayReach(model, comparisons, levels, minProbability));
  const total = promising.reduce((sum, { pairs }) => sum + pairs, 0);
  await connection.run(createPromisingSql(promising.map(({ pattern }) => pattern)));

  let written = 0;
  for (let from = 0; from < total; from += pairsPerSlice) {
    onProgress(from, total);
    const reader = await connection.runAndReadAll(readPromisingSql(from, from + pairsPerSlice));
    const results: DuckDBValue[][] = [];
    for (const row of reader.getRows()) {
      const levels = unpackLevels(Number(row[2]), comparisons.length);
      const { probability, weightBits, evidence } = explainPair(model, comparisons, levels, pairValues(row));
      if (probability < minProbability) continue;
      results.push([row[0] ?? null, row[1] ?? null, probability, weightBits, JSON.stringify(evidence)]);
    }
    const appender = await connection.createAppender("match_result", "main", "temp");
    for (let start = 0; start < results.length; start += rowsPerChunk) {
      const chunk = DuckDBDataChunk.create([BIGINT, BIGINT, DOUBLE, DOUBLE, VARCHAR]);
      chunk.setRows(results.slice(start, start + rowsPerChunk));
      appender.appendDataChunk(chunk);
    }
    appender.closeSync();
    written += results.length;
  }
  onProgress(total, total);
  return written;
}
