import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { LeverPlan } from "@kleinod/engine/programme/contracts/plan-contract.ts";
import type { PlanAnswer } from "@kleinod/engine/programme/plans/plans-contract.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { jsonOf, runCli } from "../testing/run-cli.ts";
import { saleLinesCsv } from "../testing/sale-lines.ts";

let folder: string;
let dir: string;
let file: string;
let template: LeverPlan;
const write = (plan: unknown) => writeFile(file, JSON.stringify(plan));
const plan = (...args: string[]) => runCli("plan", ...args, "--dir", dir, "--lang", "de");

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "kleinod-plan-"));
  dir = join(folder, "company");
  file = join(folder, "plan.json");
  const invoices = join(folder, "invoices.csv");
  await writeFile(invoices, saleLinesCsv);
  await jsonOf("import", invoices, "--dir", dir);
}, 60_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

describe("kleinod plan", () => {
  it("prints a template that is a file as it stands, and keeps it", async () => {
    const { stdout, exitCode } = await plan("template");
    expect(exitCode).toBe(0);
    template = JSON.parse(stdout) as LeverPlan;
    expect(await jsonOf("plan", "template", "--dir", dir)).toEqual(template);
    expect((await plan("list")).stdout).toContain("kleinod plan template > plan.json");
    await writeFile(file, stdout);
    const saved = await jsonOf<PlanAnswer>("plan", "save", "--plan", file, "--reason", "first", "--dir", dir);
    expect(saved.shown).toMatchObject({ version: 1, state: "draft", reason: "first" });
    const shown = await plan("show", "1");
    expect(shown.stdout).toContain("L5a Webshop, App, Scan-Nachbestellung · small · ab ");
    expect(shown.stdout).toContain("  Minuten des Kunden je Bestellung höchstens: 3 Minuten");
  });

  it("keeps another version, compares and copies", async () => {
    const assignments = template.assignments.map((one) =>
      one.option === "L4a" ? { ...one, params: { ...one.params, dialoguesPerVisit: 0 } } : one,
    );
    await write({ ...template, assignments });
    expect((await plan("save", "--plan", file, "--as", "1")).exitCode).toBe(0);
    const compared = await plan("compare", "1.1", "1.2");
    expect(compared.stdout.trim().split("\n")).toEqual([
      "1.1 «Plan» → 1.2 «Plan»",
      "- L4a Besuchsregel (alle kleinen Kunden): Gespräche statt eines Besuchs (0 = kein Ersatz) 2 → 0.",
    ]);
    expect((await plan("compare", "1.1", "1.1")).stdout).toContain("Kein Unterschied.");
    expect((await plan("copy", "1.1", "--name", "Kopie")).stdout).toContain("2.1 Kopie (Entwurf)");
    expect((await plan("list")).stdout).toMatch(/2\s+Kopie\s+Entwurf/);
  });

  it("makes a version hold, ends it and takes it back", async () => {
    const active = await plan("activate", "1.1", "--reason", "agreed");
    expect([active.exitCode, active.stdout]).toEqual([0, expect.stringContaining("1.1 Plan (aktiv)")]);
    expect((await plan("end", "1")).stdout).toContain("1.1 Plan (beendet)");
    expect((await plan("restore", "1")).stdout).toContain("1.1 Plan (aktiv)");
    expect((await plan("end", "1")).exitCode).toBe(0);
  });

  it("names what blocks a plan, and activates it with reason, approver and day of review", async () => {
    const fee = { thresholdCents: 10_000, feeCents: 1_500, exemptChannels: ["web"] };
    const assignment = { option: "L3a", segment: "small", from: "2030-06-01", params: fee };
    await write({ name: "Zuschlag", snapshot: "latest", assignments: [assignment] });
    const { head } = await jsonOf<PlanAnswer>("plan", "save", "--plan", file, "--dir", dir);
    const refused = await plan("activate", String(head.id));
    expect(refused.exitCode).toBe(1);
    expect(refused.stderr).toContain("«Zuschlag» kann so nicht gelten. ");
    expect(refused.stderr).toContain("CR01 (small): ");
    const override = ["--override", "Versuch", "--approver", "Leitung", "--review-on", "2099-01-31"];
    const forced = await plan("activate", String(head.id), ...override);
    expect([forced.exitCode, forced.stdout]).toEqual([
      0,
      expect.stringMatching(
        /Trotz .*CR01 \(small\).* aktiviert: Versuch \(Freigabe Leitung, Überprüfung 2099-01-31\)/,
      ),
    ]);
    expect((await plan("end", String(head.id))).exitCode).toBe(0);
  });

  it("ends with 1 where the plan is refused, and says what, where and what is allowed", async () => {
    const assignments = template.assignments.map((one) => ({
      ...one,
      params: { ...one.params, yearlyCostCents: -1 },
    }));
    await write({ ...template, assignments: assignments.slice(0, 1) });
    const refused = await plan("save", "--plan", file);
    expect(refused.exitCode).toBe(1);
    expect(refused.stderr).toContain(
      "assignments[0].params.yearlyCostCents: «Kosten pro Jahr» ist -1; erlaubt ist eine ganze Zahl von 0 bis",
    );
    expect((await plan("show", "9")).exitCode).toBe(1);
    expect((await plan("end", "2")).stderr).toContain("ist ein Entwurf und kann nicht beendet werden");
  });

  it("ends with 2 where the command line is wrong", async () => {
    await writeFile(file, "{");
    for (const args of [
      ["save", "--plan", file],
      ["save", "--plan", join(folder, "none.json")],
      ["show", "first"],
      ["compare", "1", "x"],
      ["activate", "1", "--override", "because"],
    ])
      expect([args, (await plan(...args)).exitCode]).toEqual([args, 2]);
  });
});
