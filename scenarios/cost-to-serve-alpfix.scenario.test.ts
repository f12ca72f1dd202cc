import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { all } from "@kleinod/data/duckdb/connect.ts";
import { runImport } from "@kleinod/data/import/run-import.ts";
import { costToServe } from "@kleinod/data/measures/reports/cost-to-serve.ts";
import { reportContext } from "@kleinod/data/workspace/measure-context.ts";
import { openWorkspace, type Workspace } from "@kleinod/data/workspace/open-workspace.ts";
import { importOptionsSchema } from "@kleinod/engine/import/result.ts";
import { costModel } from "@kleinod/engine/measures/cost-to-serve/model.ts";
import { addDays } from "@kleinod/engine/measures/cost-to-serve/plan-pools.ts";
import { costReference } from "@kleinod/engine/measures/cost-to-serve/reference.ts";
import {
  type ReferenceFacts,
  referenceEvents,
} from "@kleinod/engine/measures/cost-to-serve/reference-events.ts";
import type { ReferencePool } from "@kleinod/engine/measures/cost-to-serve/reference-pools.ts";
import { monthsBefore, plainDate } from "@kleinod/engine/measures/period.ts";
import { parameterSpecs } from "@kleinod/engine/programme/parameters.ts";
import { generateCompany } from "@kleinod/testkit/companies/generate-company.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

/** What cost to serve is made of; surveys, partners and the like are left in the folder. */
const files = /KNA1|MARA|VBRP|VBAK|LIKP|Retouren|Dynamics_activities|Dynamics_cases|MHNK|Kostenstellen/;
const model = costModel(Object.fromEntries(parameterSpecs.map((spec) => [spec.code, spec.default])));

let folder: string;
let workspace: Workspace;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "kleinod-cost-alpfix-"));
  const company = await generateCompany({
    company: "alpfix",
    customers: 400,
    years: 2,
    out: join(folder, "exports"),
  });
  workspace = await openWorkspace({ directory: join(folder, "data"), today: () => "2026-11-23" });
  const wanted = company.files.filter(({ path }) => files.test(path)).map(({ path }) => ({ path }));
  const { batches } = await runImport(workspace, wanted, importOptionsSchema.parse({}));
  expect(batches.map(({ status }) => status)).toEqual(wanted.map(() => "applied"));
}, 120_000);
afterAll(async () => {
  await workspace.close();
  await rm(folder, { recursive: true, force: true });
});

const rows = <T>(sql: string) => workspace.read((connection) => all<T>(connection, sql));

async function readFacts(): Promise<ReferenceFacts> {
  const of = <T>(relation: string, day: string, columns: string) =>
    rows<T>(`SELECT customer_id AS "customerId", ${day} AS day, ${columns} FROM ${relation}`);
  const talk = "channel, role, minutes";
  return {
    saleLines: await of(
      "sale_line_current",
      "document_date",
      `document_id AS "documentId", document_type AS "documentType", line_kind AS "lineKind", value_cents AS "valueCents"`,
    ),
    orders: await of("order_header_current", "order_date", `channel, lines, is_expedited AS "isExpedited"`),
    deliveries: await of(
      "delivery_current",
      "delivery_date",
      `lines, packages, weight_kg AS "weightKg", is_expedited AS "isExpedited", freight_cents AS "freightCents"`,
    ),
    returns: await of("return_current", "return_date", `lines, cost_cents AS "costCents"`),
    activities: await of("activity_current", "activity_date", `${talk}, activity_type AS "activityType"`),
    cases: await of("service_case_current", "case_date", `${talk}, transfers, reopenings`),
    reminders: await of("dunning_current", "notice_date", "level"),
  };
}

async function expected(asOf: string) {
  const window = { from: monthsBefore(plainDate(asOf), 12), asOf };
  const { events, newCustomers } = referenceEvents(await readFacts(), window);
  const pools = await rows<ReferencePool>(
    `SELECT pool_code AS code, role, valid_from AS "from", valid_to AS "to", cost_cents AS "costCents",
      capacity_minutes AS "capacityMinutes" FROM cost_pool_current`,
  );
  const days: string[] = [];
  for (let day = addDays(window.from, 1); day <= asOf; day = addDays(day, 1)) days.push(day);
  return { events, newCustomers, cost: costReference(model, events, pools, days, newCustomers) };
}

async function measured(asOf: string) {
  const found = await reportContext(workspace, { asOf });
  if (!found.ok) throw new Error(found.message.en);
  const { context } = found;
  const report = await workspace.read((connection) => costToServe(connection, context));
  const customers = await rows<{
    id: number;
    full: number;
    avoidable: number;
    allocated: number;
    minutes: number;
  }>(
    `SELECT customer_id AS id, cost_full_cents AS "full", cost_avoidable_cents AS avoidable,
      cost_allocated_cents AS allocated, cost_minutes AS minutes FROM m_cost_to_serve ORDER BY id`,
  );
  return { report, customers };
}

describe("cost to serve of Alpfix AG from its own exports: SQL = plain loops over its facts", () => {
  it.each([
    ["with a year before the window, so that it is known who is new", "2026-11-20"],
    ["with data that begin within the window", "2025-09-30"],
  ])("%s, as of %s", async (_name, asOf) => {
    const { events, newCustomers, cost } = await expected(asOf);
    const { report, customers } = await measured(asOf);
    expect(newCustomers.size > 0).toBe(asOf > "2026");
    // Every kind of event takes part.
    expect([...new Set(events.map(({ event }) => event))].sort()).toEqual([
      "activity",
      "case",
      "delivery",
      "dunning",
      "freight",
      "invoice",
      "order",
      "return",
      "returnCost",
    ]);
    const ours = customers.map(({ id, full, avoidable, allocated, minutes }) => [
      id,
      full,
      avoidable,
      allocated,
      Math.round(minutes * 1000),
    ]);
    const theirs = customers.map(({ id }) => {
      const own = cost.customers.get(id);
      return [
        id,
        own?.fullCents ?? 0,
        own?.avoidableCents ?? 0,
        own?.allocatedCents ?? 0,
        own?.minutesMilli ?? 0,
      ];
    });
    expect(ours).toEqual(theirs);
    expect(ours.filter(([, full]) => full! > 0).length).toBe(cost.customers.size);
    expect(cost.customers.size).toBeGreaterThan(200);

    expect(report.pools.length).toBeGreaterThan(3);
    for (const pool of report.pools) {
      const own = cost.pools.get(pool.code)!;
      expect(
        {
          costCents: pool.costCents,
          capacity: Math.round(pool.capacityMinutes * 1000),
          used: Math.round(pool.usedMinutes * 1000),
          unused: Math.round(pool.unusedMinutes * 1000),
          unusedCents: pool.unusedCents,
        },
        pool.code,
      ).toEqual({
        costCents: own.costCents,
        capacity: own.capacityMilli,
        used: own.usedMilli,
        unused: own.unusedMilli,
        unusedCents: own.unusedCents,
      });
    }
    expect(report.reconciliation).toMatchObject({
      customersCents: cost.customersCents,
      unusedCents: cost.unusedCents,
      unassignedCents: cost.unassignedCents,
      poolsCents: cost.poolsCents,
      differenceCents: 0,
    });
    expect(report.reconciliation.byPool.every(({ differenceCents }) => differenceCents === 0)).toBe(true);
  });
});
