import type { DuckDBConnection } from "@duckdb/node-api";
import {
  incomingOfStepSql,
  rankedVersionsSql,
  resetDocumentsSql,
} from "@kleinod/engine/facts/documents/sql.ts";
import { one, runEach } from "../duckdb/connect.ts";
import { transaction } from "../duckdb/transaction.ts";
import { foldStep } from "../import/fold-step.ts";
import { attempt, type DoctorCheck, fine, restoreOrReport, wrong } from "./doctor-check.ts";

interface Rule {
  readonly code: string;
  /** Counts what breaks the rule, as `broken`. */
  readonly sql: string;
  readonly de: string;
  readonly en: string;
}

const rules: readonly Rule[] = [
  {
    code: "contentsExist",
    sql: `SELECT count(*) AS broken FROM document d ANTI JOIN content c ON c.content_id = d.content_id
      WHERE d.content_id IS NOT NULL`,
    de: "Jeder gültige Beleg hat seinen Inhalt",
    en: "Every current document has its content",
  },
  {
    code: "linesCounted",
    sql: `SELECT count(*) AS broken FROM content c
      LEFT JOIN (SELECT content_id, count(*) AS lines FROM sale_line GROUP BY content_id) l USING (content_id)
      WHERE coalesce(l.lines, 0) <> c.lines`,
    de: "Jeder Inhalt hat so viele Zeilen, wie er zählt",
    en: "Every content has as many lines as it counts",
  },
  {
    code: "accountsResolve",
    sql: `SELECT count(*) AS broken FROM sale_line l ANTI JOIN account a ON a.account_id = l.account_id
      WHERE l.account_id IS NOT NULL`,
    de: "Jede Zeile mit Konto findet ihr Konto",
    en: "Every line with an account finds it",
  },
  {
    code: "hiddenContents",
    sql: `SELECT count(*) AS broken FROM content c
      JOIN document d ON d.document_id = c.document_id
      LEFT JOIN (SELECT DISTINCT content_id, true AS hidden FROM content_hidden) h ON h.content_id = c.content_id
      WHERE coalesce(h.hidden, false) <> (d.content_id IS DISTINCT FROM c.content_id)`,
    de: "Ersetzte Inhalte sind verborgen, gültige nicht",
    en: "Superseded contents are hidden, current ones are not",
  },
];

/** Documents that are folded again to see whether the same comes out. */
const sampleSize = 500;

/** Whether the facts agree with themselves. Changes nothing; runs inside the one-writer queue. */
export async function checkFacts(connection: DuckDBConnection): Promise<DoctorCheck[]> {
  const checks: DoctorCheck[] = [];
  for (const rule of rules) checks.push(await attempt(rule.code, () => checkRule(connection, rule)));
  checks.push(await attempt("foldRepeats", () => checkFold(connection)));
  return checks;
}

async function checkRule(connection: DuckDBConnection, { code, sql, de, en }: Rule): Promise<DoctorCheck> {
  const { broken } = await one<{ broken: number }>(connection, sql);
  if (broken === 0) return fine(code, `${de}.`, `${en}.`);
  return wrong(
    code,
    { de: `Verletzt an ${broken} Stellen: ${de}.`, en: `Broken in ${broken} places: ${en}.` },
    restoreOrReport,
  );
}

/** Folds a sample of the documents that several batches deliver from the start, compares, and keeps nothing of it. */
async function checkFold(connection: DuckDBConnection): Promise<DoctorCheck> {
  const { documents, different } = await transaction(
    connection,
    async () => {
      await runEach(connection, [
        `CREATE OR REPLACE TEMP TABLE touched AS
        SELECT document_id FROM (SELECT document_id FROM document_version GROUP BY document_id HAVING count(*) > 1)
        ORDER BY hash(document_id) LIMIT ${sampleSize}`,
        `CREATE OR REPLACE TEMP TABLE folded_before AS
        SELECT d.document_id, c.lines, c.lines_hash FROM touched JOIN document d USING (document_id)
        LEFT JOIN content c ON c.content_id = d.content_id`,
        ...resetDocumentsSql(),
        rankedVersionsSql(),
      ]);
      const { steps } = await one<{ steps: number }>(
        connection,
        "SELECT coalesce(max(step), 0) AS steps FROM ranked_version",
      );
      for (let step = 1; step <= steps; step++) {
        await connection.run(incomingOfStepSql(step));
        await foldStep(connection);
      }
      return one<{ documents: number; different: number }>(
        connection,
        `SELECT count(*) AS documents, count(*) FILTER (
          b.lines IS DISTINCT FROM c.lines OR b.lines_hash IS DISTINCT FROM c.lines_hash) AS different
        FROM folded_before b JOIN document d USING (document_id) LEFT JOIN content c ON c.content_id = d.content_id`,
      );
    },
    () => false,
  );
  if (different === 0) {
    return fine(
      "foldRepeats",
      `${documents} mehrfach gelieferte Belege ergeben aus ihren Importen wieder dasselbe.`,
      `${documents} documents of several imports come out the same again.`,
    );
  }
  return wrong(
    "foldRepeats",
    {
      de: `${different} von ${documents} geprüften Belegen ergeben aus ihren Importen etwas anderes.`,
      en: `${different} of ${documents} checked documents come out differently from their imports.`,
    },
    restoreOrReport,
  );
}
