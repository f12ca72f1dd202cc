import type { DuckDBConnection } from "@duckdb/node-api";
import { runEach } from "../../packages/data/src/duckdb/connect.ts";
import { eventTablesSql, eventViewsSql } from "../../packages/engine/src/facts/events/sql.ts";
import { eventStatements } from "../../packages/engine/src/facts/statements/kinds-contract.ts";
import { statementTableSql } from "../../packages/engine/src/facts/statements/sql.ts";
import { uniform } from "./synthetic-base.ts";

/** One of a list, by chance. */
const pick = (row: string, salt: number, texts: readonly string[]) =>
  `[${texts.map((text) => `'${text}'`).join(", ")}][1 + CAST(floor(${uniform(row, salt)} * ${texts.length}) AS INTEGER)]`;

const channels = ["phone", "phone", "phone", "mail", "mail", "web", "web", "field", "edi"];
const reasons = [
  "Lieferung verspätet",
  "Rechnung falsch",
  "Zertifikat fehlt",
  "Technische Auswahl",
  "Offerte angefragt",
  "Reklamation Ware",
  "Verfügbarkeit",
  "Vertrag und Konditionen",
];
/** Role as files write it, CHF per minute, minutes of capacity per customer and year. */
const roles = [
  ["Innendienst", 0.95, 40],
  ["Aussendienst", 1.55, 90],
  ["Key Account", 1.85, 12],
  ["Anwendungstechnik", 2, 25],
  ["Logistik", 0.85, 45],
  ["Fakturierung", 0.95, 6],
  ["Kundendienst", 0.95, 25],
  ["Verkaufsleitung", 2.2, 30],
] as const;
const types = ["visit", "call", "call", "mail", "expert", "meeting"];
const roleOfType =
  "CASE activity_type WHEN 'visit' THEN 'Aussendienst' WHEN 'expert' THEN 'Anwendungstechnik' WHEN 'meeting' THEN 'Key Account' ELSE 'Innendienst' END";
/** More events fall on fewer customers: a square of a uniform number does that. */
const anyAccount = (customers: number, salt: number) =>
  `1 + CAST(floor(${customers} * ${uniform("e", salt)} ** 2) AS BIGINT)`;
const anyTime = (salt: number) =>
  `TIMESTAMP '2023-01-01 07:30:00' + to_minutes(CAST(floor(${uniform("e", salt)} * 1578000) AS BIGINT))`;

/**
 * Events of three years behind the views of a real store: an order header and a delivery per invoice, so many talks and
 * cases (two thirds, one third), and cost pools per year. Needs the base of `createSyntheticBase`.
 */
export async function addSyntheticEvents(
  connection: DuckDBConnection,
  customers: number,
  talksAndCases: number,
): Promise<void> {
  const talks = Math.round((talksAndCases * 2) / 3);
  await runEach(connection, [
    ...eventStatements.map((kind) => statementTableSql(kind)[1]!),
    ...eventTablesSql(),
    ...eventViewsSql(),
    `CREATE TEMP TABLE invoiced AS SELECT document_id, any_value(account_id) AS account_id,
      any_value(document_date) AS document_date, CAST(count(*) AS INTEGER) AS lines, CAST(sum(amount_cents) AS BIGINT) AS cents
    FROM sale_line WHERE document_type = 'invoice' GROUP BY document_id`,
    `INSERT INTO order_header_folded BY NAME
    SELECT 'erp' AS source, 'A' || document_id AS order_number, account_id, document_date AS order_date,
      document_date + INTERVAL 9 HOUR AS entered_at, ${pick("document_id", 30, channels)} AS entry_channel,
      entry_channel AS channel, 1 AS channel_confidence, 'stated' AS channel_reason, 'KELLERN01' AS entered_by,
      lines, cents AS amount_cents, 'CHF' AS currency, ${uniform("document_id", 31)} < 0.02 AS is_expedited, 1 AS last_batch,
      document_id AS last_row
    FROM invoiced`,
    `INSERT INTO delivery_folded BY NAME
    SELECT 'erp' AS source, 'L' || document_id AS delivery_number, account_id, document_date AS delivery_date,
      document_date + CAST(floor(${uniform("document_id", 32)} * 3) AS INTEGER) - 1 AS promised_date, lines,
      1 AS packages, 4.5 AS weight_kg, CASE WHEN ${uniform("document_id", 33)} < 0.3 THEN 850 ELSE 0 END AS freight_cents,
      'CHF' AS currency, 1 AS last_batch, document_id AS last_row
    FROM invoiced`,
    "DROP TABLE invoiced",
    `INSERT INTO activity_folded BY NAME
    SELECT 'crm' AS source, 'T' || e AS activity_key, ${anyAccount(customers, 40)} AS account_id,
      ${anyTime(41)} AS started_at, ${pick("e", 42, types)} AS activity_type, ${roleOfType} AS role,
      'Person ' || (e % 80) AS person, CASE WHEN ${uniform("e", 43)} < 0.8
        THEN round(CASE activity_type WHEN 'visit' THEN 300 WHEN 'call' THEN 22 ELSE 120 END * ${uniform("e", 44)}) END AS minutes,
      CASE WHEN ${uniform("e", 45)} < 0.55 THEN 'customer' ELSE 'us' END AS initiated_by,
      ${pick("e", 46, reasons)} AS reason, 'G' || (e % 40) AS need_field, 1 AS last_batch, e AS last_row
    FROM range(${talks}) t(e)`,
    `INSERT INTO service_case_folded BY NAME
    SELECT 'crm' AS source, 'C' || e AS case_number, ${anyAccount(customers, 50)} AS account_id,
      ${anyTime(51)} AS opened_at, opened_at + INTERVAL 2 HOUR AS responded_at, opened_at + INTERVAL 2 DAY AS closed_at,
      ${pick("e", 52, ["phone", "mail", "web"])} AS channel, ${pick("e", 53, reasons)} AS reason,
      'G' || (e % 40) AS need_field, CAST(e % 4 AS VARCHAR) AS priority, CAST(${uniform("e", 54)} < 0.3 AS INTEGER) AS transfers,
      CAST(${uniform("e", 55)} < 0.1 AS INTEGER) AS reopenings, round(4 + 25 * ${uniform("e", 56)}) AS minutes,
      'Kundendienst' AS role, 'Person ' || (e % 20) AS person, 1 AS last_batch, e AS last_row
    FROM range(${talksAndCases - talks}) t(e)`,
    `INSERT INTO cost_pool_folded BY NAME
    SELECT 'fin' AS source, 'P' || r.role AS pool_code, make_date(y, 1, 1) AS valid_from, make_date(y, 12, 31) AS valid_to,
      r.role AS label, r.role, CAST(r.rate * r.capacity * 100 AS BIGINT) AS cost_cents, 'CHF' AS currency,
      CAST(r.capacity AS BIGINT) AS capacity_minutes, 1 AS last_batch, 1 AS last_row
    FROM range(2023, 2026) years(y),
      (VALUES ${roles.map(([role, rate, each]) => `('${role}', ${rate}, ${each * customers})`).join(", ")}) r(role, rate, capacity)`,
    "CHECKPOINT",
  ]);
}
