import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runImport } from "@kleinod/data/import/run-import.ts";
import { contracts } from "@kleinod/data/measures/reports/contracts.ts";
import { reportContext } from "@kleinod/data/workspace/measure-context.ts";
import { openWorkspace, type Workspace } from "@kleinod/data/workspace/open-workspace.ts";
import { importOptionsSchema } from "@kleinod/engine/import/result.ts";
import type { ContractsReport } from "@kleinod/engine/measures/renewal/report-contract.ts";
import { generateCompany } from "@kleinod/testkit/companies/generate-company.ts";
import { contractChurn } from "@kleinod/testkit/companies/market/draw-contracts.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

/** What contracts need; what else Alpfix exports is left in the folder. */
const files = /KNA1|Vertraege|VBRP/;

interface Truth {
  readonly startedOn: string;
  readonly lastDay: string;
  readonly churn: number;
  readonly isIrregular: boolean;
}

let folder: string;
let workspace: Workspace;
let report: ContractsReport;
let truth: readonly Truth[];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "kleinod-contracts-"));
  const company = await generateCompany({
    company: "alpfix",
    out: join(folder, "exports"),
    customers: 4_000,
    years: 1,
  });
  workspace = await openWorkspace({ directory: join(folder, "company"), today: () => "2026-11-23" });
  const wanted = company.files.filter(({ path }) => files.test(path)).map(({ path }) => ({ path }));
  const { batches } = await runImport(workspace, wanted, importOptionsSchema.parse({}));
  expect(batches.map(({ status }) => status)).toEqual(wanted.map(() => "applied"));
  const found = await reportContext(workspace);
  if (!found.ok) throw new Error(found.code);
  report = await workspace.read((connection) => contracts(connection, found.context, { limit: 10_000 }));
  const text = await readFile(company.truth.find((path) => path.endsWith("contracts.csv"))!, "utf8");
  truth = text
    .trim()
    .split("\n")
    .slice(1)
    .map((line) => {
      const [, , startedOn, lastDay, churn, isIrregular] = line.split(";") as string[];
      return {
        startedOn: startedOn!,
        lastDay: lastDay!,
        churn: Number(churn),
        isIrregular: isIrregular === "1",
      };
    });
}, 240_000);
afterAll(async () => {
  await workspace?.close();
  await rm(folder, { recursive: true, force: true });
});

describe("contracts of Alpfix, without a question asked", () => {
  it("are all there, with what they bring", () => {
    const running = truth.filter(({ lastDay }) => lastDay > report.asOf).length;
    expect(truth.length).toBeGreaterThan(500);
    expect(report.totals).toMatchObject({
      running,
      ended: truth.length - running,
      ahead: 0,
      withoutCustomer: 0,
      withoutIncome: 0,
    });
    expect(report.period).toEqual({
      months: 12,
      basis: "commonestTerm",
      ratio: 1,
      regularRatio: expect.any(Number),
    });
    // Three of a hundred end at any time, some of them by chance near a whole year.
    expect(report.period!.regularRatio).toBeGreaterThan(0.9);
  });

  it("renew as often as the model says that was fitted on them: within 3 points of the truth", () => {
    expect(report.model?.code).toBe("shiftedBetaGeometric");
    expect(report.model?.warnings).toEqual([]);
    const { alpha, beta } = contractChurn;
    // Beta(alpha, beta): of those still there the n-th renewal happens with (beta + n − 1) ÷ (alpha + beta + n − 1).
    for (const { period, retentionExpected, expected } of report.survival.slice(1, 8)) {
      const retention = (beta + period - 1) / (alpha + beta + period - 1);
      expect(Math.abs(retentionExpected! - retention), `renewal ${period}`).toBeLessThan(0.03);
      const observed = report.survival[period]!;
      if (observed.atRisk < 100) continue;
      // The observed share lies within three of its standard errors around the model.
      expect(Math.abs(observed.observed! - expected!)).toBeLessThan(3 * observed.standardError!);
    }
  });

  it("of the last two years were foretold by the model of the years before", () => {
    const { renewals, ended, candidates } = report.holdout!;
    const chosen = candidates.find(({ isChosen }) => isChosen)!;
    // Chance alone: the square root of the ends, about; three of them at most.
    expect(Math.abs(chosen.predictedEnded - ended)).toBeLessThan(3 * Math.sqrt(ended));
    expect(renewals).toBeGreaterThan(300);
  });

  it("that end soon are a list: certain after notice, likely to be renewed otherwise", () => {
    const { rows, total } = report.ending;
    expect(total).toBe(rows.length);
    expect(rows.every(({ endsOn }) => endsOn >= report.asOf)).toBe(true);
    const open = rows.filter(({ isCancelled }) => !isCancelled);
    expect(open.length).toBeGreaterThan(30);
    for (const { probability } of open) expect(probability).toBeGreaterThan(0.6);
    for (const { probability } of rows.filter(({ isCancelled }) => isCancelled)) expect(probability).toBe(0);
  });
});
