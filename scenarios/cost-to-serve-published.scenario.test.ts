import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { costToServe } from "@kleinod/data/measures/reports/cost-to-serve.ts";
import { customerCost } from "@kleinod/data/measures/reports/cost-to-serve-customer.ts";
import { setParameter } from "@kleinod/data/segments/parameters.ts";
import { reportContext } from "@kleinod/data/workspace/measure-context.ts";
import { openWorkspace, type Workspace } from "@kleinod/data/workspace/open-workspace.ts";
import { defaultActivities } from "@kleinod/engine/measures/cost-to-serve/default-activities-contract.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { importTemplates, type TemplateRow, writeTemplate } from "./cost-to-serve-files.ts";

const asOf = "2025-12-31";
let folder: string;
let workspace: Workspace;

const customers = 250;
const account = (index: number) => `C${String(index % customers).padStart(4, "0")}`;
const day = (index: number) => new Date(Date.UTC(2025, 0, 1 + (index % 365))).toISOString().slice(0, 10);

function* orders(): Generator<TemplateRow> {
  for (let index = 0; index < 49_000; index++) {
    yield {
      orderNumber: `O${index}`,
      accountKey: account(index),
      orderDate: day(index),
      entryChannel: "telephone",
      lines: 3,
    };
  }
}

/** Inquiries carry logged minutes, credit checks do not: they take those of the time equation. */
function* talks(): Generator<TemplateRow> {
  for (let index = 0; index < 1_400; index++) {
    const common = { activityKey: `I${index}`, accountKey: account(index), startedAt: `${day(index)} 09:30` };
    yield { ...common, activityType: "call", role: "Inside sales", minutes: 44, reason: "inquiry" };
  }
  for (let index = 0; index < 2_500; index++) {
    const common = { activityKey: `K${index}`, accountKey: account(index), startedAt: `${day(index)} 14:00` };
    yield { ...common, activityType: "other", role: "Inside sales", reason: "credit check" };
  }
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "kleinod-tdabc-"));
  const files = ["orders.csv", "talks.csv", "pools.csv"].map((name) => join(folder, name));
  await writeTemplate(files[0]!, "orderHeaders", orders());
  await writeTemplate(files[1]!, "activities", talks());
  await writeTemplate(files[2]!, "costPools", [
    {
      poolCode: "CS",
      label: "Customer service",
      role: "Inside sales",
      validFrom: "2025-01-01",
      validTo: "2025-12-31",
      cost: 560_000,
      capacityMinutes: 700_000,
    },
  ]);
  workspace = await openWorkspace({ directory: join(folder, "data"), today: () => "2026-01-05" });
  expect(await importTemplates(workspace, files)).toBe(0);
  const equations: Readonly<Record<string, string>> = { orderPhone: "8", call: "44", otherContact: "50" };
  const activities = defaultActivities
    .filter(({ code }) => code in equations)
    .map(({ insteadBy: _none, ...activity }) => ({ ...activity, equation: equations[activity.code] }));
  const set = await setParameter(workspace, "costToServe.activities", activities, { author: "controller" });
  if (!set.ok) throw new Error(set.message.en);
}, 60_000);
afterAll(async () => {
  await workspace.close();
  await rm(folder, { recursive: true, force: true });
});

async function context() {
  const found = await reportContext(workspace, { asOf });
  if (!found.ok) throw new Error(found.message.en);
  return found.context;
}

describe("the published example of time-driven costing, through the import templates", () => {
  it("49,000 orders, 1,400 inquiries and 2,500 credit checks use 578,600 of 700,000 minutes: $462,880; $97,120 is unused", async () => {
    const measured = await context();
    const report = await workspace.read((connection) => costToServe(connection, measured));
    // 49,000 · 8 = 392,000; 1,400 · 44 = 61,600; 2,500 · 50 = 125,000; together 578,600 = 82.7 % of 700,000.
    expect(report.pools).toMatchObject([
      {
        code: "CS",
        costCents: 56_000_000,
        capacityMinutes: 700_000,
        usedMinutes: 578_600,
        unusedMinutes: 121_400,
        unusedCents: 9_712_000,
        centsPerMinute: 80,
        isOverloaded: false,
      },
    ]);
    expect(report.reconciliation).toMatchObject({
      customersCents: 46_288_000,
      unusedCents: 9_712_000,
      unassignedCents: 0,
      poolsCents: 56_000_000,
      differenceCents: 0,
      assumedCents: 0,
      directCents: 0,
    });
    const byActivity = Object.fromEntries(report.activities.map((row) => [row.activity, row]));
    // 6.40, 35.20 and 40.00 each.
    expect(byActivity.orderPhone).toMatchObject({ events: 49_000, minutes: 392_000, fullCents: 31_360_000 });
    expect(byActivity.call).toMatchObject({ events: 1_400, loggedEvents: 1_400, fullCents: 4_928_000 });
    expect(byActivity.otherContact).toMatchObject({ events: 2_500, loggedEvents: 0, fullCents: 10_000_000 });
    expect(report.problems).toEqual([]);
    expect(report.totals).toMatchObject({ customers, fullCents: 46_288_000 });
    expect(report.customers.reduce((sum, row) => sum + row.fullCents, 0)).toBe(46_288_000);
  });

  it("opens down to each order and talk of a customer, with its file and line", async () => {
    const measured = await context();
    const report = await workspace.read((connection) =>
      costToServe(connection, measured, { words: ["C0007"] }),
    );
    const [row] = report.customers;
    expect(report.total).toBe(1);
    const cost = await workspace.read((connection) => customerCost(connection, measured, row!.id));
    // 196 orders, 6 inquiries (7, 257 … 1257: five, and none past 1,399), 10 credit checks.
    expect(cost!.customer.fullCents).toBe(row!.fullCents);
    expect(cost!.entries.reduce((sum, entry) => sum + entry.fullCents, 0)).toBe(row!.fullCents);
    expect(cost!.entries.reduce((sum, entry) => sum + entry.minutes, 0)).toBeCloseTo(row!.minutes, 6);
    expect(cost!.totalEntries).toBe(cost!.activities.reduce((sum, activity) => sum + activity.events, 0));
    const order = cost!.entries.find((entry) => entry.key === "O7");
    expect(order).toMatchObject({
      event: "order",
      date: "2025-01-08",
      channel: "phone",
      drivers: { lines: 3 },
      minutes: 8,
      isLogged: false,
      fullCents: 640,
      // Row 8 of the file, below one line of headers.
      place: { file: "orders.csv", line: 9 },
    });
    expect(cost!.entries.find((entry) => entry.key === "I7")).toMatchObject({
      minutes: 44,
      isLogged: true,
      reason: "inquiry",
      fullCents: 3_520,
      place: { file: "talks.csv", line: 9 },
    });
  });
});
