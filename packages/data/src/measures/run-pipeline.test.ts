import { customerColumns } from "@kleinod/engine/measures/customer-columns.ts";
import { describe, expect, it } from "vitest";
import { all, one } from "../duckdb/connect.ts";
import { defaultAsOf } from "./default-as-of.ts";
import { explainedMeasures } from "./explained-measures.ts";
import { type PipelineOptions, runPipeline, type StepProgress } from "./run-pipeline.ts";
import { steps } from "./steps.ts";
import { baseAsOf, randomBase } from "./test-base.ts";
import { addLines, type TestLine, testRelations } from "./test-relations.ts";

const options: PipelineOptions = {
  asOf: baseAsOf,
  factsVersion: "1",
  parameters: [],
  snapshotTable: "snapshot",
};

const sale = (documentId: number, customerId: number, date: string, valueCents: number): TestLine => ({
  documentId,
  customerId,
  date,
  valueCents,
});

const ran = (steps: readonly { code: string; reused: boolean }[]) =>
  steps.filter((step) => !step.reused).map((step) => step.code);

describe("runPipeline", () => {
  it("writes exactly the columns of the registry, and the text of the search", async () => {
    const connection = await testRelations([sale(1, 1, "2025-05-01", 100_00)]);
    await runPipeline(connection, options);
    const columns = await all<{ column_name: string }>(connection, "DESCRIBE snapshot");
    expect(columns.map((column) => column.column_name)).toEqual([
      ...customerColumns.map((column) => column.sql),
      "search_text",
    ]);
  });

  it("tells each step with a name, its rows and its time", async () => {
    const base = randomBase(5);
    const connection = await testRelations(base.lines, base.accounts);
    const progress: StepProgress[] = [];
    const result = await runPipeline(connection, { ...options, onStep: (step) => progress.push(step) });
    expect(progress.map((step) => `${step.position}/${step.steps} ${step.code} ${step.state}`)).toEqual(
      result.steps.flatMap(({ code }, index) => [
        `${index + 1}/${steps.length} ${code} started`,
        `${index + 1}/${steps.length} ${code} done`,
      ]),
    );
    for (const step of result.steps) {
      expect(step.name.de).not.toBe("");
      expect(step.seconds).toBeGreaterThan(0);
    }
    expect(result.customers).toBe(80);
  });

  it("runs again only what depends on a changed parameter, date or fact", async () => {
    const base = randomBase(6);
    const connection = await testRelations(base.lines, base.accounts);
    const run = async (more: Partial<PipelineOptions>) =>
      ran((await runPipeline(connection, { ...options, ...more })).steps);
    expect(await run({})).toHaveLength(steps.length);
    expect(await run({})).toEqual([]);
    const lost = [{ code: "rhythm.lostProbability", value: 0.2 }];
    const relaxed = await run({ parameters: lost });
    expect(relaxed).toEqual(expect.arrayContaining(["rhythm", "snapshot"]));
    expect(relaxed).not.toContain("sales");
    const line = [...lost, { code: "size.lineCents", value: 50_000 }];
    const resized = await run({ parameters: line });
    expect(resized).toEqual(expect.arrayContaining(["size", "snapshot"]));
    expect(resized).not.toContain("rhythm");
    expect(await run({ parameters: line, snapshotTable: "other" })).toEqual(["snapshot"]);
    const margin = [...line, { code: "margin.byGroup", value: { "*": 0.4 } }];
    const remargined = await run({ parameters: margin });
    expect(remargined).toEqual(expect.arrayContaining(["sales", "size", "costToServe", "snapshot"]));
    expect(remargined).not.toContain("orders");
    expect(await run({ parameters: margin, asOf: "2025-06-30" })).not.toContain("documents");
    expect(await run({ parameters: margin, factsVersion: "2" })).toHaveLength(steps.length);
  });

  it("gives the same table when steps are reused as when all are run", async () => {
    const base = randomBase(7);
    const connection = await testRelations(base.lines, base.accounts);
    const parameters = [{ code: "rhythm.peerWeight", value: 10 }];
    await runPipeline(connection, options);
    await runPipeline(connection, { ...options, parameters });
    await runPipeline(connection, { ...options, parameters, factsVersion: "2", snapshotTable: "fresh" });
    const { differing } = await one<{ differing: number }>(
      connection,
      "SELECT count(*) AS differing FROM (SELECT * FROM snapshot EXCEPT SELECT * FROM fresh)",
    );
    expect(differing).toBe(0);
  });

  it("gives zero and not NaN for customers without any activity", async () => {
    const base = randomBase(8);
    const connection = await testRelations(base.lines, [
      ...base.accounts,
      { accountId: 999, name: "Neu AG" },
    ]);
    await runPipeline(connection, options);
    const row = await one(connection, "SELECT * FROM snapshot WHERE customer_id = 999");
    expect(row).toMatchObject({
      name: "Neu AG",
      sales_last12_cents: 0,
      sales_previous12_cents: 0,
      orders_last12: 0,
      product_breadth: 0,
      median_order_cents: null,
      rhythm_state: "neverBought",
      size_class: "small",
      is_new: false,
      probability_active: null,
      at_stake_cents: null,
    });
  });

  it("knows nothing, rather than zero, while there are only accounts", async () => {
    const connection = await testRelations([], [{ accountId: 1, name: "Muster AG" }]);
    const result = await runPipeline(connection, options);
    expect(result.sizeLineCents).toBeNull();
    expect(await one(connection, "SELECT * FROM snapshot")).toMatchObject({
      sales_last12_cents: null,
      contribution1_last12_cents: null,
      size_class: "sizeUnclear",
      rhythm_state: "rhythmUnclear",
    });
  });

  it("keeps the earlier table when it is stopped", async () => {
    const base = randomBase(9);
    const connection = await testRelations(base.lines, base.accounts);
    await runPipeline(connection, options);
    const before = await all(connection, "SELECT * FROM snapshot ORDER BY customer_id");
    const stop = new AbortController();
    const stopped = runPipeline(connection, {
      ...options,
      factsVersion: "2",
      signal: stop.signal,
      onStep: (step) => step.code === "rhythm" && stop.abort(new Error("stopped by hand")),
    });
    await expect(stopped).rejects.toThrow("stopped by hand");
    expect(await all(connection, "SELECT * FROM snapshot ORDER BY customer_id")).toEqual(before);
    expect(ran((await runPipeline(connection, options)).steps)).toEqual([]);
  });

  it("proposes the 1-2-5 value nearest to where the larger ones hold three quarters", async () => {
    // 600 + 200 + 100 + 60 + 40 = 1000; 600 + 200 ≥ 750 at the customer with 200.
    const values = [600_00, 200_00, 100_00, 60_00, 40_00];
    const connection = await testRelations(
      values.map((cents, index) => sale(index, index + 1, "2025-05-01", cents)),
    );
    expect(await runPipeline(connection, options)).toMatchObject({
      sizeLineCents: 200_00,
      sizeLineIsProposal: true,
    });
    const own = { ...options, parameters: [{ code: "size.lineCents", value: 70_00 }] };
    expect(await runPipeline(connection, own)).toMatchObject({
      sizeLineCents: 70_00,
      sizeLineIsProposal: false,
      proposedLineCents: 200_00,
    });
    const sizes = await all(connection, "SELECT size_class FROM snapshot ORDER BY customer_id");
    expect(sizes.map((row) => row.size_class)).toEqual(["large", "large", "large", "small", "small"]);
  });

  it("leaves unconverted sales unclear instead of guessing", async () => {
    const connection = await testRelations([
      { ...sale(1, 1, "2025-05-01", 0), valueCents: null },
      sale(2, 2, "2025-05-01", 100_00),
      { ...sale(3, 2, "2025-05-02", 0), valueCents: null },
    ]);
    await runPipeline(connection, options);
    expect(
      await all(connection, "SELECT sales_last12_cents, size_class FROM snapshot ORDER BY customer_id"),
    ).toEqual([
      { sales_last12_cents: null, size_class: "sizeUnclear" },
      { sales_last12_cents: 100_00, size_class: "sizeUnclear" },
    ]);
  });

  it("takes costs from the line, the dated cost, the product, then the assumed margin", async () => {
    const product = (documentId: number, productCode: string, more: Partial<TestLine> = {}): TestLine => ({
      ...sale(documentId, documentId, "2025-05-01", 100_00),
      quantity: 10,
      productCode,
      ...more,
    });
    const connection = await testRelations([
      product(1, "A", { costCents: 70_00 }),
      product(2, "A"),
      product(3, "A", { date: "2025-08-01" }),
      product(4, "B"),
      product(5, "C"),
    ]);
    await connection.run(
      "INSERT INTO cost_current VALUES ('A', NULL, 5.5, NULL), ('A', '2025-07-01', 6.25, 'EUR')",
    );
    await connection.run("INSERT INTO product_current VALUES ('B', 'B', 'G', NULL, true, 4, NULL, NULL)");
    const contributions = async (more: PipelineOptions["parameters"] = []) => {
      const rates = { code: "company.rates", value: { EUR: 0.8 } };
      await runPipeline(connection, { ...options, parameters: [rates, ...more] });
      const rows = await all(connection, "SELECT * FROM snapshot ORDER BY customer_id");
      return rows.map((row) => [row.contribution1_last12_cents, row.contribution_is_assumed]);
    };
    expect(await contributions()).toEqual([
      [30_00, false], // 100 − 70 as the line says
      [45_00, false], // 100 − 10 · 5.50
      [50_00, false], // 100 − 10 · 6.25 EUR · 0.8
      [60_00, false], // 100 − 10 · 4
      [null, false],
    ]);
    const assumed = await contributions([{ code: "margin.byGroup", value: { "*": 0.35 } }]);
    expect(assumed.at(-1)).toEqual([35_00, true]);
    expect(assumed[0]).toEqual([30_00, false]);
  });

  it("counts orders as sales only in a store without invoices", async () => {
    const orders = [1, 2].map(
      (id): TestLine => ({ ...sale(id, 1, "2025-05-01", 50_00), documentType: "order" }),
    );
    const connection = await testRelations(orders);
    await runPipeline(connection, options);
    const figures = "SELECT sales_last12_cents, orders_last12 FROM snapshot";
    expect(await one(connection, figures)).toEqual({ sales_last12_cents: 100_00, orders_last12: 2 });
    await addLines(connection, [sale(3, 1, "2025-05-03", 95_00)]);
    await runPipeline(connection, { ...options, factsVersion: "2" });
    expect(await one(connection, figures)).toEqual({ sales_last12_cents: 95_00, orders_last12: 1 });
  });

  it("refuses a day or a value that cannot be", async () => {
    const connection = await testRelations([]);
    await expect(runPipeline(connection, { ...options, asOf: "2025-02-30" })).rejects.toThrow(/calendar day/);
    const parameters = [{ code: "rhythm.dormantQuantile", value: 1.5 }];
    await expect(runPipeline(connection, { ...options, parameters })).rejects.toThrow(
      /rhythm.dormantQuantile is 1.5/,
    );
  });
});

describe("defaultAsOf", () => {
  it("is the latest document date that is not after the day of import", async () => {
    const connection = await testRelations([sale(1, 1, "2025-05-01", 1), sale(2, 1, "2099-01-01", 1)]);
    expect(await defaultAsOf(connection, "2025-06-01")).toBe("2025-05-01");
    expect(await defaultAsOf(connection, "2025-04-30")).toBeNull();
  });
});

describe("contracts", () => {
  it("describe every computed column once", () => {
    const described = explainedMeasures.flatMap(({ contract }) =>
      contract.outputs.map((output) => `${contract.code}.${output.code}`),
    );
    const computed = customerColumns.flatMap(({ measure, code }) =>
      measure === null ? [] : [`${measure}.${code}`],
    );
    expect(described.sort()).toEqual(computed.sort());
  });
});
