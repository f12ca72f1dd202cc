import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { importOptionsSchema } from "@kleinod/engine/import/result.ts";
import type { CostActivity } from "@kleinod/engine/measures/cost-to-serve/model-contract.ts";
import type { PlanningBase } from "@kleinod/engine/programme/contracts/base-contract.ts";
import { costDrivers, driverOf, planningChannels } from "@kleinod/engine/programme/contracts/drivers.ts";
import type { LeverPlan } from "@kleinod/engine/programme/contracts/plan-contract.ts";
import type { SegmentInput } from "@kleinod/engine/segments/builder/contract.ts";
import { generateCompany } from "@kleinod/testkit/companies/generate-company.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { all } from "../duckdb/connect.ts";
import { runImport } from "../import/run-import.ts";
import { parameterValues } from "../measures/reports/parameter-values.ts";
import { activateSegment, saveSegment } from "../segments/segments.ts";
import { addFacts, monthlyBuyers, nameCurrency, testWorkspace } from "../segments/testing/test-workspace.ts";
import { reportContext } from "../workspace/measure-context.ts";
import { openWorkspace, type Workspace } from "../workspace/open-workspace.ts";
import { planningBase } from "./planning-base.ts";
import { priceReplay } from "./price-replay.ts";

const surcharge = (segment = "small"): LeverPlan => ({
  name: "Surcharge",
  snapshot: "latest",
  assignments: [
    {
      option: "L3a",
      segment,
      from: "2026-01-01",
      params: { thresholdCents: 10_000, feeCents: 1_500, exemptChannels: ["web", "edi", "counter"] },
    },
  ],
});

async function baseOf(
  workspace: Workspace,
  plan: Pick<LeverPlan, "assignments"> = surcharge(),
  resolution: "cells" | "customers" = "customers",
  maxCells = 4_000,
): Promise<PlanningBase> {
  const base = await planningBase(workspace, { plan, resolution, maxCells });
  if ("ok" in base) throw new Error(`${base.code}: ${base.message.en}`);
  return base;
}

const total = ({ weight }: PlanningBase, column: Float64Array) =>
  column.reduce((sum, value, row) => sum + value * weight[row]!, 0);

describe("the planning base of Alpfix", () => {
  let folder: string;
  let workspace: Workspace;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "kleinod-base-"));
    const company = await generateCompany({
      company: "alpfix",
      out: join(folder, "exports"),
      customers: 200,
      years: 2,
      asOf: "2025-10-31",
    });
    workspace = await openWorkspace({ directory: join(folder, "company"), today: () => "2026-11-23" });
    await runImport(
      workspace,
      company.files.map(({ path }) => ({ path })),
      importOptionsSchema.parse({}),
    );
    const often: SegmentInput = {
      code: "often",
      name: "Often",
      definition: { match: "all", conditions: [{ column: "ordersLast12", op: "ge", value: 6 }] },
      action: "Call twice a year",
      owner: "Ana",
      segmentation: null,
      position: 0,
    };
    await saveSegment(workspace, often, "ana");
    const active = await activateSegment(workspace, "often", {
      author: "ana",
      reason: null,
      overrideReason: "a small company for a test",
    });
    if (!active.ok) throw new Error(active.message.en);
  }, 180_000);
  afterAll(async () => {
    await workspace.close();
    await rm(folder, { recursive: true, force: true });
  });

  it("equals plain loops over effort and orders, customer by customer", async () => {
    const base = await baseOf(workspace);
    const found = await reportContext(workspace);
    if (!found.ok) throw new Error(found.code);
    const { context } = found;
    const activities = parameterValues(context.parameters)[
      "costToServe.activities"
    ] as readonly CostActivity[];
    const { customers, effort, orders } = await workspace.read(async (connection) => ({
      customers: await all<{ id: number; sales: number; contribution: number; last: number }>(
        connection,
        `SELECT customer_id AS id, sales_last12_cents AS sales, contribution1_last12_cents AS contribution,
          orders_last12 AS last FROM ${context.snapshotTable} WHERE size_class = 'small' ORDER BY customer_id`,
      ),
      effort: await all<{
        id: number;
        activity: string;
        role: string;
        channel: string | null;
        events: number;
        milli: number;
        cost: number;
        avoidable: number;
      }>(
        connection,
        `SELECT customer_id AS id, activity, role, channel, events, minutes_milli AS milli, cost_cents AS cost,
          avoidable_cents AS avoidable FROM m_effort WHERE customer_id IS NOT NULL`,
      ),
      orders: await all<{ id: number; cents: number; channel: string | null }>(
        connection,
        `SELECT customer_id AS id, amount_cents AS cents, channel FROM order_header_current
        WHERE order_date > DATE '${context.asOf}' - INTERVAL 12 MONTHS AND order_date <= DATE '${context.asOf}'`,
      ),
    }));
    expect([...base.customerId!]).toEqual(customers.map(({ id }) => id));
    expect([...base.salesCents]).toEqual(customers.map(({ sales }) => sales));
    for (const [row, { id, last }] of customers.entries()) {
      const own = effort.filter((line) => line.id === id);
      const sum = (lines: typeof own, of: (line: (typeof own)[number]) => number) =>
        lines.reduce((result, line) => result + of(line), 0);
      const specOf = (code: string) => activities.find((activity) => activity.code === code)!;
      for (const driver of costDrivers) {
        const lines = own.filter(({ activity, role }) => {
          const { event, when } = specOf(activity);
          return driverOf({ event, activityType: when?.activityType }, role) === driver;
        });
        expect(base.events[driver][row]).toBe(sum(lines, ({ events }) => events));
        expect(base.minutes[driver][row]).toBe(sum(lines, ({ milli }) => milli) / 1_000);
        expect(base.costCents[driver][row]).toBe(sum(lines, ({ cost }) => cost));
        expect(base.avoidableCents[driver][row]).toBe(sum(lines, ({ avoidable }) => avoidable));
      }
      const entries = own.filter(({ activity }) => specOf(activity).event === "order");
      for (const channel of planningChannels) {
        const came = entries.filter((line) => (line.channel ?? "unknown") === channel);
        expect(base.ordersByChannel[channel][row]).toBe(sum(came, ({ events }) => events));
      }
      for (const [index, { code }] of base.roles.entries()) {
        const worked = own.filter(({ role }) => role === code);
        expect(base.roleMinutes[index]![row]).toBe(sum(worked, ({ milli }) => milli) / 1_000);
      }
      const mine = orders.filter((order) => order.id === id && order.cents > 0);
      const below = mine.filter(
        ({ cents, channel }) => cents < 10_000 && !["web", "edi", "counter"].includes(channel ?? "unknown"),
      );
      const scale = mine.length === 0 ? 0 : base.orders[row]! / mine.length;
      expect(base.ordersBelow[0]!.orders[row]).toBeCloseTo(below.length * scale, 9);
      expect(base.ordersBelow[0]!.concernedRatio[row]).toBe(2 * below.length > mine.length ? 1 : 0);
      expect(base.segmentMask[row]).toBe(last >= 6 ? 3 : 1);
    }
  });

  it("prices what roles do at their rates, and holds capacity from the pools", async () => {
    const base = await baseOf(workspace);
    const named = [base.generalistRole, base.fieldRole, base.expertRole];
    expect(named).toEqual(["insideSales", "fieldSales", "expert"]);
    for (const [index, role] of base.roles.entries()) {
      expect(total(base, base.roleMinutes[index]!)).toBeCloseTo(role.usedSmallMinutes, 6);
      expect(role.usedMinutes).toBeGreaterThanOrEqual(role.usedSmallMinutes);
      if (role.usedMinutes > 0) expect(role.centsPerMinute).toBeGreaterThan(20);
    }
    expect(base.roles.filter(({ capacityMinutes }) => capacityMinutes !== null).length).toBeGreaterThan(3);
    for (const driver of costDrivers) {
      const minutes = base.driverRoleRatio![driver].reduce((sum, ratio) => sum + ratio, 0);
      expect(minutes === 0 || Math.abs(minutes - 1) < 1e-12).toBe(true);
      const { 3: soon, 12: year, 24: later } = base.avoidableRatio[driver];
      expect(soon <= year && year <= later && later <= 1).toBe(true);
      expect(total(base, base.avoidableCents[driver])).toBeCloseTo(
        year * total(base, base.costCents[driver]),
        -4,
      );
    }
  });

  it("gives cells with the same sums, and the same base to the bit when asked again", async () => {
    const customers = await baseOf(workspace);
    const cells = await baseOf(workspace, surcharge(), "cells", 40);
    expect(cells.rows).toBeLessThanOrEqual(40);
    for (const of of [
      (base: PlanningBase) => base.salesCents,
      (base: PlanningBase) => base.contribution1Cents,
      (base: PlanningBase) => base.costCents.orderEntry,
      (base: PlanningBase) => base.ordersBelow[0]!.salesCents,
    ]) {
      expect(total(cells, of(cells))).toBeCloseTo(total(customers, of(customers)), 4);
    }
    expect(await baseOf(workspace)).toEqual(customers);
    expect(await baseOf(workspace, surcharge(), "cells", 40)).toEqual(cells);
  });

  it("replays the surcharge by channel and order value, and says what it cannot know", async () => {
    const found = await priceReplay(workspace, { plan: surcharge("often") });
    if (!found.ok) throw new Error(found.message.en);
    const [lever] = found.report.levers;
    const base = await baseOf(workspace, surcharge("often"));
    expect(lever!.segment).toBe("often");
    expect(lever!.customers).toBe(base.segments[1]!.customers);
    const concerned = lever!.table.reduce((sum, row) => sum + row.ordersConcerned, 0);
    expect(lever!.ordersConcerned).toBeCloseTo(concerned, 6);
    expect(
      lever!.table.filter(({ channel }) => channel === "web").every((row) => row.ordersConcerned === 0),
    ).toBe(true);
    expect(lever!.outcome.feeCents).toBeGreaterThan(0);
    expect(found.report.notes[0]!.en).toContain("control group");
  });

  it("refuses a segment that is not in force, with those that are", async () => {
    const refused = await planningBase(workspace, { plan: surcharge("gone"), resolution: "cells" });
    expect(refused).toMatchObject({ ok: false, code: "segmentUnknown" });
    expect("ok" in refused && refused.message.en).toContain("small, often");
  });
});

describe("a planning base where much is missing", () => {
  it("refuses where no margin is known unless that is asked for, and where nobody is small", async () => {
    const test = await testWorkspace();
    try {
      await addFacts(test.workspace, 1, { lines: monthlyBuyers(12, 5_000) });
      await nameCurrency(test.workspace, "CHF");
      const request = { plan: surcharge(), resolution: "customers" as const };
      expect(await planningBase(test.workspace, request)).toMatchObject({ ok: false, code: "marginUnknown" });
      const base = await planningBase(test.workspace, { ...request, allowUnknownMargin: true });
      if ("ok" in base) throw new Error(base.message.en);
      expect(base.contribution1Cents.every(Number.isNaN)).toBe(true);
      // Without pools, headers, segments and channels the base still stands, and says so.
      expect(base.roles.every(({ capacityMinutes }) => capacityMinutes === null)).toBe(true);
      expect(base.segments).toHaveLength(1);
      expect(base.unclear.map(({ code }) => code)).toEqual(
        expect.arrayContaining(["marginUnknown", "channelUnknown", "capacityUnknown"]),
      );
      // A1 buys for CHF 50, A2 for CHF 100, … a month: invoices stand for orders, only A1's lie below CHF 100.
      expect(total(base, base.ordersBelow[0]!.orders)).toBe(12);
      expect(base.salesCents.every(Number.isFinite)).toBe(true);
      await test.workspace.write((connection) =>
        connection.run(`UPDATE snapshot_${base.snapshotId} SET size_class = 'large'`),
      );
      expect(await planningBase(test.workspace, request)).toMatchObject({
        ok: false,
        code: "noSmallCustomers",
        message: { en: expect.stringContaining("size.lineCents") },
      });
    } finally {
      await test.remove();
    }
  }, 60_000);

  it("refuses an empty store", async () => {
    const test = await testWorkspace();
    try {
      const plan = { assignments: [] };
      expect(await planningBase(test.workspace, { plan, resolution: "cells" })).toMatchObject({ ok: false });
    } finally {
      await test.remove();
    }
  }, 60_000);
});
