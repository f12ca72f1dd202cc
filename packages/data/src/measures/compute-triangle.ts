import type { DuckDBConnection } from "@duckdb/node-api";
import { number, text } from "@kleinod/engine/measures/sql-text.ts";
import {
  contactEventsSql,
  contactRatesSql,
  contactSql,
  dictionariesSql,
  orderCostSql,
  reasonsSql,
  smallOrdersSql,
} from "@kleinod/engine/measures/triangle/contact-sql.ts";
import { numberReasons } from "@kleinod/engine/measures/triangle/number-reasons.ts";
import {
  caseTypeKeySql,
  caseTypeSql,
  contactsCountSql,
  demandSql,
  triangleSql,
} from "@kleinod/engine/measures/triangle/sql.ts";
import { bordersFor, triangleSettings } from "@kleinod/engine/measures/triangle/triangle-settings.ts";
import { all, one, runEach } from "../duckdb/connect.ts";
import type { StepContext } from "./steps.ts";

/** Contacts by case type, then which customers are in the triangle, then what each case type costs. */
export async function computeTriangle({
  connection,
  settings,
}: StepContext): Promise<Record<string, unknown>> {
  const own = triangleSettings(settings.values);
  await runEach(connection, [
    contactRatesSql(own.activities),
    orderCostSql(own.activities),
    ...dictionariesSql(settings),
  ]);
  const reasons = await insertReasons(
    connection,
    numberReasons(
      await all<{ reason: string; contacts: number }>(connection, reasonsSql(settings)),
      own.demandByReason,
    ),
  );
  await runEach(connection, [
    contactEventsSql(settings),
    smallOrdersSql(settings, own),
    contactSql(),
    caseTypeKeySql(),
  ]);
  const { contacts } = await one<{ contacts: number }>(connection, contactsCountSql());
  await runEach(connection, [
    triangleSql(bordersFor(own, contacts > 0)),
    demandSql(),
    caseTypeSql(),
    "DROP TABLE t_contact",
    "DROP TABLE t_small_order",
  ]);
  return { reasons, contacts };
}

const rowsPerInsert = 1_000;

async function insertReasons(
  connection: DuckDBConnection,
  reasons: ReturnType<typeof numberReasons>,
): Promise<number> {
  const rows = reasons.map(
    ({ reason, id, key, demand }) => `(${text(reason)}, ${number(id)}, ${text(key)}, ${text(demand)})`,
  );
  for (let start = 0; start < rows.length; start += rowsPerInsert)
    await connection.run(
      `INSERT INTO m_contact_reason VALUES ${rows.slice(start, start + rowsPerInsert).join(", ")}`,
    );
  return rows.length;
}
