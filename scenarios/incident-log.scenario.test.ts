import { existsSync, readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { gunzipSync } from "node:zlib";
import { all, one, type Row } from "@kleinod/data/duckdb/connect.ts";
import { undoBatch } from "@kleinod/data/import/batches.ts";
import { runImport } from "@kleinod/data/import/run-import.ts";
import { measure } from "@kleinod/data/workspace/measure.ts";
import { openWorkspace, type Workspace } from "@kleinod/data/workspace/open-workspace.ts";
import { importOptionsSchema } from "@kleinod/engine/import/result.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const log = resolve(
  process.env.KLEINOD_TEST_DATA ?? "../shared/data",
  "b2b/incident-log/incident_event_log.csv.gz",
);
if (!existsSync(log)) console.warn(`Skipped: ${log} is not there (set KLEINOD_TEST_DATA).`);

interface Case {
  caller: string;
  transfers: number;
  reopenings: number;
  origin: string;
  opened: string;
  closed: string;
  promise: string;
}

/** `29/2/2016 01:16` as `2016-02-29 01:16`. */
function moment(text: string): string {
  const [day = "", month = "", year = "", time = ""] = text.split(/[/ ]/);
  return `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")} ${time}`;
}

/** The log in plain loops: of every case the state that its system changed last. No cell of it is quoted. */
function readCases(): { rows: number; cases: Map<string, Case> } {
  const [head = "", ...rows] = gunzipSync(readFileSync(log)).toString("utf8").trim().split(/\r?\n/);
  const names = head.split(",");
  const cases = new Map<string, Case>();
  const last = new Map<string, string>();
  for (const row of rows) {
    const cells = row.split(",");
    const cell = (name: string) => cells[names.indexOf(name)] ?? "";
    const number = cell("number");
    const changed = moment(cell("sys_updated_at"));
    if (changed < (last.get(number) ?? "")) continue;
    last.set(number, changed);
    cases.set(number, {
      caller: cell("caller_id"),
      transfers: Number(cell("reassignment_count")),
      reopenings: Number(cell("reopen_count")),
      origin: cell("contact_type"),
      opened: moment(cell("opened_at")),
      closed: moment(cell("closed_at")),
      promise: cell("made_sla"),
    });
  }
  return { rows: rows.length, cases };
}

const sum = (cases: Iterable<Case>, of: (one: Case) => number) =>
  [...cases].reduce((total, one) => total + of(one), 0);

describe.skipIf(!existsSync(log))("the incident log of an IT service, dropped as it is", () => {
  const options = importOptionsSchema.parse({});
  const { rows: events, cases } = existsSync(log) ? readCases() : { rows: 0, cases: new Map<string, Case>() };
  let folder: string;
  let workspace: Workspace;
  const row = <T = Row>(sql: string) => workspace.read((connection) => one<T>(connection, sql));

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "kleinod-incidents-"));
    workspace = await openWorkspace({ directory: join(folder, "data"), today: () => "2026-11-23" });
  });
  afterAll(async () => {
    await workspace.close();
    await rm(folder, { recursive: true, force: true });
  });

  it("is recognised as service cases: 141,712 states of 24,918 cases", async () => {
    expect([events, cases.size]).toEqual([141_712, 24_918]);
    const { batches, questions } = await runImport(workspace, [{ path: log }], options);
    expect(questions).toEqual([]);
    expect(batches).toMatchObject([
      {
        kind: "serviceCases",
        status: "applied",
        read: 141_712,
        created: 24_918,
        restated: 141_712 - 24_918,
        rejected: 0,
        problemsTotal: 0,
        derived: {
          mapping: {
            caseNumber: ["number"],
            accountKey: ["caller_id"],
            openedAt: ["opened_at"],
            closedAt: ["closed_at"],
            origin: ["contact_type"],
            reason: ["u_symptom"],
            needField: ["category"],
            transfers: ["reassignment_count"],
            reopenings: ["reopen_count"],
            isPromiseKept: ["made_sla"],
            statedAt: ["sys_updated_at"],
            role: ["assignment_group"],
            person: ["assigned_to"],
          },
        },
      },
    ]);
  });

  it("says of every case what its latest state says", async () => {
    const known = await workspace.read((connection) =>
      all<Row>(
        connection,
        `SELECT c.case_number, coalesce(a.account_key, '?') AS caller, c.transfers, c.reopenings, c.origin,
          strftime(c.opened_at, '%Y-%m-%d %H:%M') AS opened, strftime(c.closed_at, '%Y-%m-%d %H:%M') AS closed,
          c.is_promise_kept::VARCHAR AS promise
        FROM service_case_current c LEFT JOIN account a USING (account_id) ORDER BY case_number`,
      ),
    );
    const expected = [...cases].map(([number, one]) => ({ case_number: number, ...one }));
    expected.sort((a, b) => (a.case_number < b.case_number ? -1 : 1));
    expect(known).toEqual(expected);
  });

  it("keeps the cases of nobody, and adds up to the sums of the log", async () => {
    const callers = new Set([...cases.values()].map((one) => one.caller).filter((caller) => caller !== "?"));
    const nobody = [...cases.values()].filter((one) => one.caller === "?").length;
    expect(
      await row(`SELECT count(*) AS cases, sum(transfers)::INTEGER AS transfers, sum(reopenings)::INTEGER AS reopenings,
        count(*) FILTER (customer_id IS NULL) AS nobody, count(DISTINCT customer_id) AS customers,
        count(*) FILTER (channel = 'phone') AS phone, count(*) FILTER (channel = 'web') AS web
        FROM service_case_current`),
    ).toEqual({
      cases: 24_918,
      transfers: sum(cases.values(), (one) => one.transfers),
      reopenings: sum(cases.values(), (one) => one.reopenings),
      nobody,
      customers: callers.size,
      phone: sum(cases.values(), (one) => (one.origin === "Phone" || one.origin === "IVR" ? 1 : 0)),
      web: sum(cases.values(), (one) => (one.origin === "Self service" ? 1 : 0)),
    });
    // 5,245 callers in the log, one of them the question mark.
    expect(callers.size).toBe(5244);
    expect(await row("SELECT count(*) AS accounts FROM account_current")).toEqual({ accounts: 5244 });
  });

  it("changes nothing when it comes again", async () => {
    const { batches } = await runImport(workspace, [{ path: log }], options);
    expect(batches).toMatchObject([
      { created: 0, updated: 0, unchanged: 24_918, restated: 141_712 - 24_918, rejected: 0 },
    ]);
    expect(await row("SELECT facts_version FROM store_state")).toEqual({ facts_version: 1 });
  });

  it("shows up as effort of the last twelve months of the log", async () => {
    const measured = await measure(workspace, {});
    const latest = [...cases.values()]
      .reduce((day, { opened }) => (opened > day ? opened : day), "")
      .slice(0, 10);
    expect(measured).toMatchObject({ ok: true, asOf: latest });
    const before = `${Number(latest.slice(0, 4)) - 1}${latest.slice(4)}`;
    const within = [...cases.values()].filter(({ opened }) => opened.slice(0, 10) > before);
    // 15 minutes a case, and 10 more for every transfer and every reopening: the shipped time equation.
    const minutes = sum(within, (one) => 15 + 10 * one.transfers + 10 * one.reopenings);
    expect(
      await row(`SELECT sum(events)::INTEGER AS cases, (sum(minutes_milli) / 1000)::INTEGER AS minutes
        FROM m_effort WHERE activity = 'case'`),
    ).toEqual({ cases: within.length, minutes });
  });

  it("is gone with its customers when both imports are undone", async () => {
    for (const batch of ["b1", "b2"]) expect((await undoBatch(workspace, batch, true)).ok).toBe(true);
    expect(
      await row(`SELECT (SELECT count(*) FROM service_case_current) AS cases,
        (SELECT count(*) FROM account_current) AS accounts`),
    ).toEqual({ cases: 0, accounts: 0 });
  });
});
