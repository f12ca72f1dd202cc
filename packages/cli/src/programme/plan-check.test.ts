import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { PlanCheck } from "@kleinod/engine/programme/contracts/finding-contract.ts";
import type { LeverPlan } from "@kleinod/engine/programme/contracts/plan-contract.ts";
import { afterAll, beforeAll, expect, it } from "vitest";
import { jsonOf, runCli } from "../testing/run-cli.ts";
import { saleLinesCsv } from "../testing/sale-lines.ts";

let folder: string;
let dir: string;
let file: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "kleinod-check-"));
  dir = join(folder, "company");
  file = join(folder, "plan.json");
  const invoices = join(folder, "invoices.csv");
  await writeFile(invoices, saleLinesCsv);
  await jsonOf("import", invoices, "--dir", dir);
}, 60_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

it("AT4.2 kleinod plan check ends with 1 while only takes are planned, and with 0 once a give is there", async () => {
  const template = await jsonOf<LeverPlan>("plan", "template", "--dir", dir);
  const takes = [
    {
      option: "L3a",
      segment: "small",
      from: "2099-01-01",
      params: { thresholdCents: 10_000, feeCents: 1_500, exemptChannels: [] },
    },
  ];
  const check = (...more: string[]) => runCli("plan", "check", "--plan", file, "--dir", dir, ...more);
  await writeFile(file, JSON.stringify({ ...template, assignments: takes }));
  const blocked = await check("--json");
  expect(blocked.exitCode).toBe(1);
  const { findings, canActivate } = JSON.parse(blocked.stdout) as PlanCheck;
  expect(canActivate).toBe(false);
  expect(findings[0]).toMatchObject({
    rule: "CR01",
    kind: "balance",
    severity: "block",
    segment: "small",
    sentence: { de: expect.stringMatching(/^Nicht stimmig: nur Nachteile für Kleine/) },
  });
  const shown = await check("--lang", "de");
  expect(shown.stdout).toContain("Der Plan kann so nicht aktiviert werden: Ein Befund blockiert ihn.");
  expect(shown.stdout).toContain("CR01 blockiert (small): Nicht stimmig: nur Nachteile für Kleine.");

  const shop = template.assignments.find(({ option }) => option === "L5a");
  await writeFile(file, JSON.stringify({ ...template, assignments: [...takes, shop] }));
  const given = await check("--lang", "en");
  expect(given.exitCode).toBe(0);
  expect(given.stdout).toContain("The plan can be activated.");
  expect(given.stdout).toMatch(/small\s+L5a\s+gives/);
}, 60_000);

it("kleinod report review says that nothing was overruled", async () => {
  const review = await runCli("report", "review", "--quarter", "2026-Q4", "--dir", dir, "--lang", "en");
  expect(review).toMatchObject({ exitCode: 0, stdout: "2026-Q4: no overruled finding to review.\n" });
  expect((await runCli("report", "review", "--quarter", "Q4", "--dir", dir)).exitCode).toBe(1);
}, 60_000);
