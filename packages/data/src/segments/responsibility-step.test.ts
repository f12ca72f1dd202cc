import type { DuckDBConnection } from "@duckdb/node-api";
import { customerColumn } from "@kleinod/engine/measures/customer-columns.ts";
import type { CustomerFilter } from "@kleinod/engine/measures/reports.ts";
import { defaultPromises } from "@kleinod/engine/segments/promises/default-promises-contract.ts";
import type { ServicePromise } from "@kleinod/engine/segments/promises/promise-contract.ts";
import { referenceResponsibility } from "@kleinod/engine/segments/responsibility/reference.ts";
import {
  type ResponsibilityRule,
  responsibleTypes,
} from "@kleinod/engine/segments/responsibility/rule-contract.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { all, one, runEach } from "../duckdb/connect.ts";
import { measureSettings } from "../measures/measure-settings.ts";
import { runPipeline } from "../measures/run-pipeline.ts";
import { baseAsOf, randomBase, seeded } from "../measures/test-base.ts";
import { testRelations } from "../measures/test-relations.ts";
import { responsibilityStepSql } from "./responsibility-step.ts";

const customers = 60;
let connection: DuckDBConnection;

beforeAll(async () => {
  const base = randomBase(3, customers);
  const cities = ["Bern", "Basel", "Chur"];
  connection = await testRelations(
    base.lines,
    base.accounts.map((account, index) => ({ ...account, city: cities[index % 3]! })),
  );
  await connection.run("UPDATE account_current SET owner = 'Ana' WHERE account_id % 3 = 0");
  await connection.run("UPDATE account_current SET owner = '  ' WHERE account_id % 7 = 0");
  await connection.run(`INSERT INTO partner_current (source, partner_key, name, partner_type)
    VALUES ('erp', 'P1', 'Handel AG', 'dealer'), ('erp', 'P2', 'Filiale Ost', 'ownUnit')`);
  await connection.run(`INSERT INTO partner_customer_current (source, partner_key, since, until, customer_id, account_id) VALUES
    ('erp', 'P1', DATE '2020-01-01', NULL, 4, 4), ('erp', 'P2', DATE '2021-01-01', NULL, 4, 4),
    ('erp', 'P1', DATE '2020-01-01', DATE '2024-01-01', 5, 5), ('erp', 'P1', NULL, NULL, 6, 6),
    ('erp', 'P1', DATE '2030-01-01', NULL, 8, 8)`);
  await connection.run(`INSERT INTO responsibility_exception VALUES
    (1, 'erp', 'A10', 'pool', 'Team Nord', NULL), (2, 'erp', 'A10', 'person', 'Ben', 'large'),
    (3, 'erp', 'A11', 'pool', 'Team Nord', 'gone'), (4, 'other', 'A12', 'pool', 'Nobody of ours', NULL)`);
  await runPipeline(connection, {
    asOf: baseAsOf,
    factsVersion: "1",
    parameters: [],
    snapshotTable: "snapshot_test",
  });
});
afterAll(() => connection.closeSync());

interface Resolved {
  readonly customer_id: number;
  readonly responsible_type: string | null;
  readonly responsible: string | null;
  readonly rule_code: string | null;
  readonly service_category: string;
  readonly is_gap: boolean;
}

async function resolved(parameters: Record<string, unknown>): Promise<Resolved[]> {
  const given = Object.entries(parameters).map(([code, value]) => ({ code, value }));
  await runEach(connection, responsibilityStepSql(measureSettings(baseAsOf, given)));
  return all<Resolved>(connection, "SELECT * FROM m_responsibility ORDER BY customer_id");
}

describe("responsibility", () => {
  it("by default is the covering partner, else the owner in master data, else a gap", async () => {
    const rows = await resolved({});
    const of = (id: number) => rows.find((row) => row.customer_id === id);
    // Of two partners the one who came last; an own unit is no partner.
    expect(of(4)).toMatchObject({ responsible_type: "ownUnit", responsible: "Filiale Ost" });
    // Ended, and not begun: a gap, unless the master data name somebody (8 is no multiple of 3).
    expect(of(5)).toMatchObject({ is_gap: true, has_ended_partner: true });
    expect(of(8)).toMatchObject({ is_gap: true });
    expect(of(6)).toMatchObject({ responsible_type: "partner", service_category: "throughPartner" });
    expect(of(9)).toMatchObject({ responsible_type: "person", responsible: "Ana" });
    // The newest exception, with its own category; one that is not promised any more does not count.
    expect(of(10)).toMatchObject({ responsible: "Ben", service_category: "large" });
    expect(of(11)).toMatchObject({ responsible: "Team Nord", rule_code: null });
    expect(of(11)?.service_category).not.toBe("gone");
    expect(of(12)?.responsible).not.toBe("Nobody of ours");
    // Blanks are no name.
    expect(of(7)).toMatchObject({ is_gap: true });
  });

  it("finds exactly one for everybody under random rules, as the plain loops do; who fits none is a gap", async () => {
    const random = seeded(17);
    const pick = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)]!;
    const conditions: readonly CustomerFilter[] = [
      { column: "city", op: "eq", value: "Bern" },
      { column: "city", op: "contains", value: "CH" },
      { column: "branch", op: "isNull" },
      { column: "branch", op: "in", value: ["Bau", "Garten"] },
      { column: "salesLast12Cents", op: "ge", value: 50_000 },
      { column: "rhythmState", op: "eq", value: "dormant" },
      { column: "sizeClass", op: "ne", value: "small" },
      { column: "ordersLast12", op: "le", value: 3 },
    ];
    const filters = () => Array.from({ length: Math.floor(random() * 3) }, () => pick(conditions));
    const label = { de: "x", en: "x" };
    for (let round = 0; round < 12; round++) {
      const rules = Array.from({ length: Math.floor(random() * 6) }, (_, index): ResponsibilityRule => {
        const category = pick([null, "large", "unknown"]);
        return {
          code: `r${index}`,
          label,
          filters: filters(),
          assign:
            random() < 0.4
              ? { from: pick(["masterDataOwner", "coveringPartner"] as const), category }
              : { type: pick(responsibleTypes), name: pick(["Cleo", "Team Süd"]), category },
        };
      });
      const promises: ServicePromise[] = [
        ...defaultPromises.slice(0, 2),
        { ...defaultPromises[2]!, code: "some", match: { filters: filters() } },
        defaultPromises[2]!,
      ];
      const rows = await resolved({ "responsibility.rules": rules, promises });
      expect(rows.map((row) => row.customer_id)).toEqual([...new Set(rows.map((row) => row.customer_id))]);
      expect(rows).toHaveLength(customers);
      const expected = await byPlainLoops(rules, promises);
      expect(
        rows.map((row) => [
          row.customer_id,
          row.responsible_type,
          row.responsible,
          row.rule_code,
          row.service_category,
        ]),
      ).toEqual(expected);
      for (const row of rows) expect(row.is_gap).toBe(row.responsible === null);
    }
  });
});

async function byPlainLoops(rules: readonly ResponsibilityRule[], promises: readonly ServicePromise[]) {
  const exceptions = new Map([
    [10, { type: "person", name: "Ben", category: "large" } as const],
    [11, { type: "pool", name: "Team Nord", category: "gone" } as const],
  ]);
  const partners = new Map([
    [4, { name: "Filiale Ost", isOwnUnit: true }],
    [6, { name: "Handel AG", isOwnUnit: false }],
  ]);
  const rows = await all<Record<string, string | number | null>>(
    connection,
    "SELECT * FROM snapshot_test ORDER BY customer_id",
  );
  const filtersOf = new Map<string, readonly CustomerFilter[]>([
    ...rules.map(({ code, filters }) => [code, filters] as const),
    ...promises.map(({ code, match }) => [code, match.filters ?? []] as const),
  ]);
  return rows.map((row) => {
    const id = Number(row.customer_id);
    const found = referenceResponsibility(
      {
        sizeClass: String(row.size_class),
        owner: row.owner === null ? null : String(row.owner),
        partner: partners.get(id) ?? null,
        exception: exceptions.get(id) ?? null,
        holds: (code) => (filtersOf.get(code) ?? []).every((filter) => holds(filter, row)),
      },
      rules,
      promises,
    );
    return [id, found.type, found.name, found.rule, found.category];
  });
}

function holds({ column, op, value }: CustomerFilter, row: Record<string, unknown>): boolean {
  const own = row[customerColumn(column)!.sql];
  switch (op) {
    case "isNull":
      return own === null;
    case "ne":
      return own !== value;
    case "eq":
      return own === value;
    case "in":
      return Array.isArray(value) && value.includes(String(own));
    case "contains":
      return own !== null && String(own).toLowerCase().includes(String(value).toLowerCase());
    case "ge":
      return own !== null && Number(own) >= Number(value);
    case "le":
      return own !== null && Number(own) <= Number(value);
    default:
      throw new Error(`The test does not know ${op}.`);
  }
}

describe("the statement of responsibility", () => {
  it("can be printed with the shipped rules", async () => {
    const { n } = await one<{ n: number }>(connection, "SELECT count(*) AS n FROM m_customer");
    expect(n).toBe(customers);
    expect(responsibilityStepSql(measureSettings(baseAsOf, [])).join(";")).toContain("m_responsibility");
  });
});
