import type { DuckDBConnection } from "@duckdb/node-api";
import type { PairEvidence } from "@kleinod/engine/facts/matching/explain-pair.ts";
import { monthsBefore, plainDate } from "@kleinod/engine/measures/period.ts";
import { isSaleDocumentSql, isSaleLineSql } from "@kleinod/engine/measures/sale-rules.ts";
import { all, one } from "../duckdb/connect.ts";
import { mirrorReady } from "../workspace/mirror.ts";
import type { Workspace } from "../workspace/open-workspace.ts";
import { newestSnapshot } from "../workspace/snapshots.ts";
import { duplicateTablesExist, type PairState, pairStates, pairsFrom } from "./duplicate-states.ts";
import type { DecisionType } from "./unit-decisions.ts";

export interface PairSide {
  readonly accountId: number;
  readonly accountKey: string;
  readonly name: string | null;
  readonly street: string | null;
  readonly postcode: string | null;
  readonly city: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly vatId: string | null;
  /** Sales of the account alone; null before the first measurement or while a line has no rate. */
  readonly salesLast12Cents: number | null;
}

export interface DuplicatePair {
  readonly a: PairSide;
  readonly b: PairSide;
  readonly probability: number;
  readonly evidence: readonly PairEvidence[];
  /** The decision that made it what it is; null while nobody decided. */
  readonly decision: {
    readonly id: string;
    readonly type: DecisionType;
    readonly by: string;
    readonly at: string;
  } | null;
}

interface PairRow {
  readonly a: number;
  readonly b: number;
  readonly probability: number;
  readonly evidence: string;
}

/** Accounts that are probably one firm, surest first, with what speaks for and against it. */
export async function listPairs(
  workspace: Workspace,
  { state, limit = 50, offset = 0 }: { state: PairState; limit?: number; offset?: number },
): Promise<{ readonly total: number; readonly pairs: readonly DuplicatePair[] }> {
  await mirrorReady(workspace);
  return workspace.read(async (connection) => {
    if (!(await duplicateTablesExist(connection))) return { total: 0, pairs: [] };
    const { total } = await one<{ total: number }>(
      connection,
      `SELECT count(*) AS total FROM ${pairsFrom} WHERE ${pairStates[state]}`,
    );
    const rows = await all<PairRow>(
      connection,
      `SELECT p.account_a AS a, p.account_b AS b, p.probability, p.evidence FROM ${pairsFrom}
      WHERE ${pairStates[state]} ORDER BY p.weight_bits DESC, p.account_a, p.account_b
      LIMIT ${Math.min(500, Math.trunc(limit))} OFFSET ${Math.trunc(offset)}`,
    );
    const sides = await readSides(
      connection,
      rows.flatMap(({ a, b }) => [a, b]),
    );
    const decisions = state === "open" ? new Map() : await readDeciding(connection, rows, state);
    const pairs = rows.flatMap(({ a, b, probability, evidence }): DuplicatePair[] => {
      const left = sides.get(a);
      const right = sides.get(b);
      if (left === undefined || right === undefined) return [];
      return [
        {
          a: left,
          b: right,
          probability,
          evidence: JSON.parse(evidence) as PairEvidence[],
          decision: decisions.get(`${a} ${b}`) ?? null,
        },
      ];
    });
    return { total, pairs };
  });
}

async function readSides(
  connection: DuckDBConnection,
  accounts: readonly number[],
): Promise<Map<number, PairSide>> {
  if (accounts.length === 0) return new Map();
  const wanted = [...new Set(accounts)].map(Math.trunc).join(", ");
  const snapshot = await newestSnapshot(connection);
  const sales =
    snapshot === null
      ? "SELECT NULL::BIGINT AS account_id, NULL::BIGINT AS cents"
      : salesSql(wanted, snapshot.asOf);
  const rows = await all<PairSide>(
    connection,
    `WITH sales AS (${sales})
    SELECT c.account_id AS "accountId", c.account_key AS "accountKey", c.name, c.street, c.postcode, c.city, c.phone,
      c.email, c.vat_id AS "vatId", ${snapshot === null ? "NULL" : "CASE WHEN s.account_id IS NULL THEN 0 ELSE s.cents END"} AS "salesLast12Cents"
    FROM account_current c LEFT JOIN sales s ON s.account_id = c.account_id
    WHERE c.account_id IN (${wanted})`,
  );
  return new Map(rows.map((row) => [row.accountId, row]));
}

function salesSql(accounts: string, asOf: string): string {
  const from = monthsBefore(plainDate(asOf), 12);
  return `SELECT account_id, CASE WHEN count(*) = count(value_cents) THEN sum(value_cents)::BIGINT END AS cents
    FROM sale_line_current, (SELECT orders_are_sales FROM m_total)
    WHERE account_id IN (${accounts}) AND document_date > DATE '${from}' AND document_date <= DATE '${plainDate(asOf)}'
      AND ${isSaleLineSql()} AND ${isSaleDocumentSql()}
    GROUP BY account_id`;
}

/** The latest standing decision behind each pair; one that names both accounts goes before one that names one of them. */
async function readDeciding(
  connection: DuckDBConnection,
  rows: readonly PairRow[],
  state: Exclude<PairState, "open">,
): Promise<Map<string, NonNullable<DuplicatePair["decision"]>>> {
  if (rows.length === 0) return new Map();
  const types = state === "merged" ? "('merge')" : "('reject', 'split')";
  const pairs = rows.map(({ a, b }) => `(${Math.trunc(a)}, ${Math.trunc(b)})`).join(", ");
  const found = await all<{ a: number; b: number; id: number; type: DecisionType; by: string; at: string }>(
    connection,
    `SELECT p.a, p.b, d.decision_id AS id, d.type, d.decided_by AS "by", d.decided_at AS "at"
    FROM (VALUES ${pairs}) p(a, b)
    JOIN decision_account d ON d.account_id IN (p.a, p.b) AND d.type IN ${types}
    GROUP BY p.a, p.b, d.decision_id, d.type, d.decided_by, d.decided_at
    QUALIFY row_number() OVER (PARTITION BY p.a, p.b ORDER BY count(*) DESC, d.decision_id DESC) = 1`,
  );
  return new Map(found.map(({ a, b, id, type, by, at }) => [`${a} ${b}`, { id: String(id), type, by, at }]));
}
