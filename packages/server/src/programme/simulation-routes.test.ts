import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { closeSimulationThreads } from "@kleinod/data/programme/simulation/simulation-threads.ts";
import type { LeverPlan } from "@kleinod/engine/programme/contracts/plan-contract.ts";
import { leverOption } from "@kleinod/engine/programme/lever-options.ts";
import {
  type SimulationReport,
  simulationReportSchema,
} from "@kleinod/engine/programme/simulation/report-contract.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestApp, type TestApp } from "../testing/test-app.ts";

/** Twenty firms with three orders each. */
const firms = 20;
const lines = Array.from({ length: firms }, (_, firm) =>
  ["2025-09-04", "2025-11-06", "2026-01-08"].map(
    (day, order) => `R${firm}-${order};${day};K${firm};P1;Screws;1;${40 + 9 * firm}.00;CHF;Screws;20.00`,
  ),
).flat();
const header =
  "InvoiceNo;InvoiceDate;CustomerID;StockCode;Description;Quantity;UnitPrice;Currency;ProductGroup;CostOfGoods";

const assign = (option: string) => ({
  option,
  segment: "small",
  from: "2026-04-01",
  params: Object.fromEntries(
    leverOption(option)!.params.map(({ name, default: usual }) => [name, usual]),
  ) as LeverPlan["assignments"][number]["params"],
});
const plan = (options: readonly string[], more: Partial<LeverPlan> = {}): LeverPlan => ({
  name: "Probe",
  snapshot: "latest",
  assignments: options.map(assign),
  ...more,
});

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp();
  const folder = join(app.folder, "inbox");
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "sales.csv"), `${header}\n${lines.join("\n")}\n`);
  const job = await app.job("POST", "/api/import", {
    files: [{ ref: join(folder, "sales.csv") }],
    options: {},
  });
  if (job.state !== "done") throw new Error(JSON.stringify(job));
}, 60_000);
afterAll(async () => {
  await app.close();
  await closeSimulationThreads();
});

async function simulate(body: object): Promise<SimulationReport> {
  const job = await app.job("POST", "/api/programme/simulate", body);
  expect(job).toMatchObject({ state: "done", error: null });
  return simulationReportSchema.parse(job.result);
}

describe("the simulation in the API", () => {
  it("gives the same report from threads twice, another one for another seed", {
    timeout: 60_000,
  }, async () => {
    const body = { plan: plan(["L4b", "L3a"]), draws: 9, seed: 5 };
    const [one, again] = [await simulate(body), await simulate(body)];
    expect(JSON.stringify(again)).toBe(JSON.stringify(one));
    expect(one).toMatchObject({ draws: 9, seed: 5, resolution: "cells", plan: { name: "Probe", id: null } });
    expect(one.interaction?.singles).toHaveLength(2);
    const other = await simulate({ ...body, seed: 6 });
    expect(JSON.stringify(other.fan)).not.toBe(JSON.stringify(one.fan));
  });

  it("counts every customer by itself when asked", { timeout: 60_000 }, async () => {
    const report = await simulate({ plan: plan(["L4b"]), draws: 4, resolution: "customers" });
    expect(report.rows).toBe(report.customers[0]?.plan.start);
    expect(Number.isInteger(report.rows)).toBe(true);
  });

  it("says of a plan without options that nothing changes", { timeout: 60_000 }, async () => {
    const { headline, interaction } = await simulate({ plan: plan([]), draws: 3 });
    expect(headline.presentValueDifference).toEqual({ meanCents: 0, lowCents: 0, highCents: 0 });
    expect(interaction).toBeNull();
  });

  it.each([
    ["draws out of range", { plan: plan([]), draws: 0 }, 400],
    [
      "an option that does not exist",
      { plan: { ...plan([]), assignments: [{ ...assign("L4b"), option: "L9z" }] } },
      422,
    ],
    [
      "a segment that vanished",
      { plan: { ...plan([]), assignments: [{ ...assign("L4b"), segment: "gone" }] } },
      422,
    ],
    ["a snapshot that no longer exists", { plan: plan([], { snapshot: "s-none" }) }, 422],
    ["neither a plan nor its number", { draws: 5 }, 422],
  ])("refuses %s", async (_what, body, status) => {
    const response = await app.ask("POST", "/api/programme/simulate", { body });
    expect(response.status).toBe(status);
    const { detail } = (await response.json()) as { detail: string };
    expect(detail.length).toBeGreaterThan(20);
  });
});
