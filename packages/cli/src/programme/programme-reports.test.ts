import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { doublingReportSchema } from "@kleinod/engine/programme/doubling/report-contract.ts";
import { optimisationReportSchema } from "@kleinod/engine/programme/optimiser/report-contract.ts";
import { priceReplaySchema } from "@kleinod/engine/programme/price-replay/report-contract.ts";
import { simulationReportSchema } from "@kleinod/engine/programme/simulation/report-contract.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { jsonOf, runCli } from "../testing/run-cli.ts";

/** Twenty firms with an order of CHF 46 to 65 on three days each, half of it cost of goods. */
const sales = Array.from({ length: 20 }, (_, firm) =>
  ["2025-09-04", "2025-11-06", "2026-01-08"].map(
    (day, order) => `R${firm}-${order};${day};K${firm};P1;Screws;1;${46 + firm}.00;CHF;${(46 + firm) / 2}`,
  ),
).flat();
const header =
  "InvoiceNo;InvoiceDate;CustomerID;StockCode;Description;Quantity;UnitPrice;Currency;CostOfGoods";

const surcharge = {
  option: "L3a",
  segment: "small",
  from: "2026-03-01",
  // Whatever else L3a decides is left open on purpose: the usual holds.
  params: { thresholdCents: 5_000, feeCents: 900, exemptChannels: ["web"] },
};
const webShop = { option: "L5a", segment: "small", from: "2026-02-01", params: {} };
const file = (assignments: readonly unknown[]) =>
  JSON.stringify({ name: "Lighter", snapshot: "latest", assignments });

let folder: string;
let dir: string;
let plan: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "kleinod-programme-"));
  dir = join(folder, "company");
  plan = join(folder, "plan.json");
  const invoices = join(folder, "invoices.csv");
  await writeFile(invoices, `${header}\n${sales.join("\n")}\n`);
  await jsonOf("import", invoices, "--dir", dir);
  await jsonOf("parameters", "set", "size.lineCents", "10000000", "--dir", dir);
  await writeFile(plan, file([surcharge, webShop]));
}, 90_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

describe("a plan file on the command line", () => {
  it("is put beside today in the doubling test, both in one shape", async () => {
    const report = doublingReportSchema.parse(
      await jsonOf("report", "doubling", "--plan", plan, "--dir", dir),
    );
    expect(report.customers).toBe(20);
    expect(Object.keys(report.plan ?? {}).sort()).toEqual(Object.keys(report.today).sort());
    const text = await runCli("report", "doubling", "--plan", plan, "--dir", dir, "--lang", "de");
    expect([text.exitCode, text.stdout.includes(report.sentence.de)]).toEqual([0, true]);
  });

  it("AT4.6 tells what a surcharge brings on the orders as they were, net of what is lost", async () => {
    const report = priceReplaySchema.parse(
      await jsonOf("report", "price-replay", "--plan", plan, "--dir", dir),
    );
    // Firms 0 to 3 order for CHF 46 to 49 on three days: 12 of the 60 orders lie below CHF 50.
    expect(report.levers.map(({ ordersConcerned }) => ordersConcerned)).toEqual([12]);
    const text = await runCli("report", "price-replay", "--plan", plan, "--dir", dir, "--lang", "en");
    expect([text.exitCode, text.stdout]).toEqual([0, expect.stringContaining("control group")]);
  });

  it("is simulated, the same twice with the same seed", async () => {
    const simulate = () => jsonOf("simulate", "--plan", plan, "--draws", "12", "--seed", "7", "--dir", dir);
    const first = await simulate();
    expect(simulationReportSchema.parse(first).quarters).toHaveLength(20);
    expect(await simulate()).toEqual(first);
  });

  it("is where the search for the best bundle begins", async () => {
    const found = await jsonOf(
      ...["optimise", "--plan", plan, "--budget", "0", "--draws", "0", "--runners-up", "0"],
      ...["--time-limit", "20", "--dir", dir],
    );
    const report = optimisationReportSchema.parse(found);
    // Nothing may be spent: no option with a cost of its own can be in the plan.
    expect(report.fixedCostCents).toBe(0);
    expect(report.status).not.toBe("infeasible");
  });

  it.each([
    ["an option that nobody knows", [{ ...surcharge, option: "L9z" }], "L9z"],
    ["a fee out of range", [{ ...surcharge, params: { feeCents: -5 } }], "feeCents"],
    ["a segment that is gone", [{ ...surcharge, segment: "vanished" }], "vanished"],
  ])("is refused with %s, and nothing is computed", async (_, assignments, named) => {
    const wrong = join(folder, "wrong.json");
    await writeFile(wrong, file(assignments));
    for (const command of [["report", "doubling"], ["simulate"], ["optimise"], ["plan", "check"]]) {
      const { exitCode, stderr } = await runCli(...command, "--plan", wrong, "--dir", dir, "--lang", "en");
      expect([exitCode, stderr.includes(named)], command.join(" ")).toEqual([1, true]);
    }
  });
});
