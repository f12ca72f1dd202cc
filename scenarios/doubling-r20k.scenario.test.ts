import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { doublingReport } from "@kleinod/data/programme/doubling/doubling-report.ts";
import type { Workspace } from "@kleinod/data/workspace/open-workspace.ts";
import { type DoublingParameters, doublingTest } from "@kleinod/engine/programme/doubling/doubling-test.ts";
import type { DoublingReport } from "@kleinod/engine/programme/doubling/report-contract.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  entry,
  importR20k,
  isR20kThere,
  type LargeRow,
  minutes,
  r20kFolder,
  r20kLine,
  readLarge,
  readSmall,
  type SmallRow,
} from "./r20k-files.ts";

/** A new customer (65 % of the average) out of the rows of the world below the size line, in francs; costs negative. */
function fromRows() {
  const small = readSmall().filter(({ revenue }) => revenue < r20kLine);
  const large = readLarge().filter(({ revenue }) => revenue < r20kLine);
  const customers = small.length + large.length;
  const mean = (value: (row: SmallRow) => number) =>
    small.reduce((total, row) => total + value(row), 0) / customers;
  const ofLarge = (value: (row: LargeRow) => number) =>
    large.reduce((total, row) => total + value(row), 0) / customers;
  const buys = 0.65;
  return {
    customers,
    perNewCustomer: {
      sales:
        buys *
        (mean(({ revenue, margin }) => revenue * margin) +
          ofLarge(({ revenue, margin }) => revenue * margin)),
      orderEntry: -buys * mean(({ orders, channel }) => orders * entry[channel]!),
      logistics: -buys * mean(({ orders }) => orders * minutes.delivery),
      // Key account managers meet the world's large customers; that is field work too.
      fieldVisits:
        -mean(({ visits }) => visits * minutes.visit) - ofLarge(({ cost }) => cost - minutes.customerYear),
      experts: -mean(({ expertHours }) => expertHours * minutes.expertHour),
      contacts: -mean(({ contacts }) => contacts * minutes.call),
      // Returns; the 55 of management do not follow the number of customers.
      other: -mean(({ returns }) => returns),
    },
  };
}

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

  it("finds in the files what the closed form is given as parameters, per new customer and year", () => {
    const expected = fromRows();
    expect(report.customers).toBe(expected.customers);
    for (const [name, money] of Object.entries(expected.perNewCustomer)) {
      const { cents } = report.today.parts.find(({ part }) => part === name)!;
      expect(Math.abs(cents / (100 * money) - 1), `${name}: ${cents / 100} against ${money}`).toBeLessThan(
        0.005,
      );
    }
    // Closed form: 320 ÷ 4 years, whatever the customers.
    expect(report.today.parts.find(({ part }) => part === "acquisition")!.cents).toBe(
      closed.today!.parts.find(({ part }) => part === "acquisition")!.cents,
    );
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
