import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { doublingReport } from "@kleinod/data/programme/doubling/doubling-report.ts";
import { simulatePlan } from "@kleinod/data/programme/simulation/simulate-plan.ts";
import { openWorkspace, type Workspace } from "@kleinod/data/workspace/open-workspace.ts";
import type { LeverPlan } from "@kleinod/engine/programme/contracts/plan-contract.ts";
import type { ProfitLine } from "@kleinod/engine/programme/simulation/report-contract.ts";
import { generateCompany } from "@kleinod/testkit/companies/generate-company.ts";
import { afterAll, beforeAll, expect, it } from "vitest";
import { importTemplates } from "./cost-to-serve-files.ts";

let folder: string;
let workspace: Workspace;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "kleinod-doubling-alpfix-"));
  const { files } = await generateCompany({
    company: "alpfix",
    out: join(folder, "exports"),
    customers: 800,
    years: 2,
    asOf: "2025-10-31",
  });
  workspace = await openWorkspace({ directory: join(folder, "data"), today: () => "2025-11-15" });
  await importTemplates(
    workspace,
    files.map(({ path }) => path),
  );
}, 240_000);
afterAll(async () => {
  await workspace.close();
  await rm(folder, { recursive: true, force: true });
});

/** Twice as many small customers within a year, from the day of the data on. */
const doubled: LeverPlan = {
  name: "Verdoppeln",
  snapshot: "latest",
  assignments: [
    {
      option: "L1a",
      segment: "small",
      from: "2025-11-01",
      params: { growthRatio: 1, overMonths: 12 },
    },
  ],
};

/**
 * What a new customer brings before it was won. `other` is apart: it holds management at its rate, which the simulation takes back
 * in `capacity`, where the positions are too.
 */
const lines: readonly ProfitLine[] = [
  "sales",
  "goods",
  "fees",
  "orderEntry",
  "logistics",
  "fieldVisits",
  "experts",
  "contacts",
];

it("Alpfix: the simulation's doubling lies within the interval of the closed form", async () => {
  const closed = await doublingReport(workspace);
  if (!closed.ok) throw new Error(closed.message.en);
  const { customers, today } = closed.report;
  const simulated = await simulatePlan(workspace, { plan: doubled, draws: 100 });
  if ("ok" in simulated) throw new Error(simulated.message.en);

  // Second year: everybody is won, and the first have begun to leave; so per customer that is there more than without growth.
  const year = simulated.customers.find((row) => row.segment === null && row.year === 2)!;
  const more = (year.plan.start - year.today.start + year.plan.end - year.today.end) / 2;
  expect(more / customers).toBeGreaterThan(0.6);
  const gained = simulated.lines
    .filter((row) => row.segment === null && row.year === 2 && lines.includes(row.line))
    .reduce((sum, { difference }) => sum + difference.meanCents, 0);
  const part = (name: string) => today.parts.find((each) => each.part === name)!.cents;
  const marginalCents = gained / more + part("other") + part("acquisition");
  const yearlyCents = marginalCents * customers - today.stepCents - today.congestionCents;

  expect(yearlyCents).toBeGreaterThanOrEqual(today.lowCents);
  expect(yearlyCents).toBeLessThanOrEqual(today.highCents);
  // Both use the mean small customer, so per customer they are closer than their uncertainty: within 10 % of its sales.
  const difference = marginalCents - today.marginalAfterAcquisitionPerCustomerYearCents;
  expect(Math.abs(difference)).toBeLessThan(0.1 * part("sales"));
}, 120_000);
