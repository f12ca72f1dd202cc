import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { doublingReport } from "@kleinod/data/programme/doubling/doubling-report.ts";
import type { Workspace } from "@kleinod/data/workspace/open-workspace.ts";
import { type DoublingParameters, doublingTest } from "@kleinod/engine/programme/doubling/doubling-test.ts";
import type { DoublingReport } from "@kleinod/engine/programme/doubling/report-contract.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { importR20k, isR20kThere, r20kFolder } from "./r20k-files.ts";

describe.skipIf(!isR20kThere)("AT4.1 the reference world, imported as files, doubled", () => {
  let folder: string;
  let workspace: Workspace;
  let report: DoublingReport;
  let closed: ReturnType<typeof doublingTest>;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "kleinod-doubling-"));
    workspace = await importR20k(folder);
    const found = await doublingReport(workspace);
    if (!found.ok) throw new Error(found.message.en);
    report = found.report;
    const parameters = JSON.parse(
      readFileSync(join(r20kFolder, "parameters.json"), "utf8"),
    ) as DoublingParameters;
    closed = doublingTest(parameters);
  }, 240_000);
  afterAll(async () => {
    await workspace.close();
    await rm(folder, { recursive: true, force: true });
  });

  const part = (name: string) => report.today.parts.find((each) => each.part === name)!.cents;
  const closedPart = (name: string) => closed.today!.parts.find((each) => each.part === name)!.cents;

  it("finds in the files what the closed form is given as parameters, per new customer and year", () => {
    // The size line takes 0.6 % of the world's small customers out and some large ones in, so a few per cent apart.
    for (const name of ["sales", "orderEntry", "logistics", "fieldVisits", "experts", "acquisition"])
      expect(Math.abs(part(name) / closedPart(name) - 1), name).toBeLessThan(0.05);
  });

  it("says no to doubling today, and names field visits", () => {
    expect(report.today.yearlyResultCents).toBeLessThan(0);
    expect(report.today.flipDriver).toBe("fieldVisits");
    expect(report.today.breakEvenN).toEqual([]);
    expect(report.sentence.de).toContain("nicht");
  });

  it("AT4.3 shows the case with the option value of growth at zero", () => {
    expect(report.growthOptionCents).toBe(0);
  });
});
