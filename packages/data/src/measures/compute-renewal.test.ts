import { type ReferenceContract, referenceRenewals } from "@kleinod/engine/measures/renewal/reference.ts";
import type { RenewalDetails } from "@kleinod/engine/measures/renewal/renewal-details.ts";
import type { PlainDate } from "@kleinod/engine/units.ts";
import { describe, expect, it } from "vitest";
import { all } from "../duckdb/connect.ts";
import { addContracts, randomContracts } from "./compute-renewal.fixture.ts";
import { runPipeline } from "./run-pipeline.ts";
import { testRelations } from "./test-relations.ts";

const asOf = "2025-11-20" as PlainDate;

interface RenewalRow {
  readonly customer_id: number;
  readonly running_contracts: number;
  readonly contract_income_per_year_cents: number;
  readonly next_renewal_on: string;
  readonly renewal_probability: number | null;
  readonly contract_years: number | null;
  readonly contract_income_expected_cents: number | null;
  readonly contract_income_expected_low_cents: number | null;
  readonly contract_income_expected_high_cents: number | null;
}

async function measured(contracts: readonly ReferenceContract[]) {
  const connection = await testRelations([]);
  if (contracts.length > 0) await addContracts(connection, contracts);
  const { steps } = await runPipeline(connection, {
    asOf,
    factsVersion: "1",
    parameters: [],
    snapshotTable: "snapshot",
  });
  const rows = await all<RenewalRow>(
    connection,
    "SELECT * REPLACE (next_renewal_on::VARCHAR AS next_renewal_on) FROM m_renewal ORDER BY customer_id",
  );
  const details = steps.find(({ code }) => code === "renewal")!.details as unknown as RenewalDetails;
  return { rows, details };
}

describe("renewal in the pipeline", () => {
  it("is what plain loops over the months make of the fitted retention", async () => {
    const contracts = randomContracts(8, 600, asOf);
    const { rows, details } = await measured(contracts);
    expect(details.period).toEqual({ months: 12, basis: "commonestTerm", ratio: 1 });
    expect(details.model?.code).toBe("shiftedBetaGeometric");
    const [alpha, beta] = details.model!.parameters.map(({ value }) => value) as [number, number];
    // Shifted-beta-geometric: the n-th renewal happens with (beta + n − 1) ÷ (alpha + beta + n − 1).
    const expected = referenceRenewals(
      contracts,
      asOf,
      (renewal) => (beta + renewal - 1) / (alpha + beta + renewal - 1),
      { months: 36, discount: 0.08 },
    );
    expect(rows.length).toBe(expected.size);
    expect(rows.length).toBeGreaterThan(100);
    for (const row of rows) {
      const own = expected.get(row.customer_id)!;
      expect(row).toMatchObject({
        running_contracts: own.runningContracts,
        contract_income_per_year_cents: own.incomePerYearCents,
        next_renewal_on: own.nextRenewalOn,
      });
      expect(row.renewal_probability).toBeCloseTo(own.probability12, 5);
      expect(row.contract_years).toBeCloseTo(own.years, 5);
      expect(Math.abs(row.contract_income_expected_cents! - own.incomeExpectedCents)).toBeLessThan(1);
      expect(row.contract_income_expected_low_cents).toBeLessThanOrEqual(row.contract_income_expected_cents!);
      expect(row.contract_income_expected_high_cents).toBeGreaterThanOrEqual(
        row.contract_income_expected_cents!,
      );
    }
  });

  it("finds the retention that made the contracts, and says how it chose", async () => {
    const { details } = await measured(randomContracts(11, 3_000, asOf));
    // Beta(1, 2): the first renewal happens with 2/3, the second with 3/4, the third with 4/5.
    const survival = details.survival.map(({ expected }) => expected!);
    for (const [renewal, retention] of [2 / 3, 3 / 4, 4 / 5].entries()) {
      expect(survival[renewal + 1]! / survival[renewal]!).toBeCloseTo(retention, 1);
    }
    expect(details.holdout).toMatchObject({ periods: 2 });
    expect(details.holdout!.candidates).toHaveLength(2);
    expect(["betterForecast", "simplerAsGood"]).toContain(details.model!.reason);
    expect(details.survival[0]).toMatchObject({ observed: 1, expected: 1 });
  });

  it("tells what runs, but nothing about renewal, while too few have ended", async () => {
    const few = randomContracts(3, 40, asOf).filter(({ endsOn }) => endsOn === null);
    const { rows, details } = await measured(few);
    expect(details.model).toBeNull();
    expect(rows.length).toBeGreaterThan(5);
    for (const row of rows) {
      expect(row).toMatchObject({ renewal_probability: null, contract_years: null });
      expect(row.contract_income_per_year_cents).toBeGreaterThan(0);
    }
  });

  it("takes what was observed where few have ended or terms are irregular", async () => {
    const few = await measured(randomContracts(5, 18, asOf));
    expect(few.details.model).toMatchObject({ code: "kaplanMeier", reason: "fewEnded" });
    const irregular = randomContracts(5, 200, asOf).map((contract, index) => ({
      ...contract,
      // Ends five months into the year, as often as not.
      endsOn:
        contract.endsOn === null || contract.endsOn > asOf || index % 2 === 0
          ? contract.endsOn
          : (new Date(Date.parse(contract.endsOn) - 150 * 86_400_000)
              .toISOString()
              .slice(0, 10) as PlainDate),
    }));
    const { details, rows } = await measured(irregular);
    expect(details.model).toMatchObject({ code: "kaplanMeier", reason: "irregularTerms" });
    for (const { renewal_probability: probability } of rows) {
      expect(probability).toBeGreaterThanOrEqual(0);
      expect(probability).toBeLessThanOrEqual(1);
    }
  });

  it("is empty without contracts", async () => {
    const { rows, details } = await measured([]);
    expect(rows).toEqual([]);
    expect(details).toMatchObject({ contracts: 0, model: null, survival: [] });
  });
});
