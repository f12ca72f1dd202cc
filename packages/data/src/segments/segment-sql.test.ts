/** The SQL of definitions against the same in plain code, on customers of whom much is unknown. */
import type { DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import { customerColumn } from "@kleinod/engine/measures/customer-columns.ts";
import type { SegmentCondition, SegmentDefinition } from "@kleinod/engine/segments/builder/contract.ts";
import { type CustomerValues, evaluate } from "@kleinod/engine/segments/builder/evaluate.ts";
import { type ResolvedDefinition, resolveDefinition } from "@kleinod/engine/segments/builder/resolve.ts";
import { definitionSql, labelSql, memberSql } from "@kleinod/engine/segments/builder/sql.ts";
import type { PlainDate } from "@kleinod/engine/units.ts";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { all, openDuckDb } from "../duckdb/connect.ts";
import { seeded } from "../measures/test-base.ts";

const asOf = "2025-12-31" as PlainDate;
const codes = [
  "sizeClass",
  "branch",
  "salesLast12Cents",
  "topGroupShareRatio",
  "lastPurchase",
  "isNew",
  "ordersLast12",
];
const columns = codes.map((code) => customerColumn(code)!);
const days = ["2025-12-31", "2025-12-01", "2025-11-30", "2024-02-29"];

const resolved = (definition: SegmentDefinition): ResolvedDefinition => {
  const resolution = resolveDefinition(definition, columns);
  if (!resolution.ok) throw new Error(JSON.stringify(resolution.problems));
  return resolution.definition;
};

let instance: DuckDBInstance;
let connection: DuckDBConnection;
const customers: CustomerValues[] = [];

beforeAll(async () => {
  instance = await openDuckDb({ path: ":memory:" });
  connection = await instance.connect();
  await connection.run(`CREATE TABLE base (customer_id BIGINT, size_class VARCHAR, branch VARCHAR, sales_last12_cents BIGINT,
    top_group_share_ratio DOUBLE, last_purchase DATE, is_new BOOLEAN, orders_last12 BIGINT)`);
  const random = seeded(5);
  const pick = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)]!;
  for (let id = 1; id <= 400; id++) {
    const values = {
      sizeClass: pick(["small", "large", "sizeUnclear"]),
      branch: pick(["Sanitär", "Büro", "O'Brien & Co", null]),
      salesLast12Cents: pick([0, 1000, 99_999, 100_000, -500, null]),
      topGroupShareRatio: pick([0, 0.25, 0.5, 1, null]),
      lastPurchase: pick([...days, null]),
      isNew: pick([true, false, null]),
      ordersLast12: pick([0, 1, 5, 12]),
    };
    customers.push({ customerId: id, ...values });
    await connection.run("INSERT INTO base VALUES (?, ?, ?, ?, ?, CAST(? AS DATE), ?, ?)", [
      id,
      ...Object.values(values),
    ]);
  }
});
afterAll(() => {
  connection.closeSync();
  instance.closeSync();
});

const condition: fc.Arbitrary<SegmentCondition> = fc.oneof(
  fc.record({
    column: fc.constant("sizeClass"),
    op: fc.constantFrom("eq", "ne"),
    value: fc.constantFrom("small", "large", "sizeUnclear"),
  }),
  fc.record({
    column: fc.constant("branch"),
    op: fc.constantFrom("in", "notIn"),
    value: fc.subarray(["Sanitär", "Büro", "O'Brien & Co"], { minLength: 1 }),
  }),
  fc.record({
    column: fc.constant("branch"),
    op: fc.constant("contains"),
    value: fc.constantFrom("BURO", "'br", "ä"),
  }),
  fc.record({
    column: fc.constantFrom("salesLast12Cents", "ordersLast12"),
    op: fc.constantFrom("ge", "le", "eq"),
    value: fc.constantFrom(0, 5, 1000, 100_000),
  }),
  fc.record({
    column: fc.constant("salesLast12Cents"),
    op: fc.constant("between"),
    value: fc.constantFrom([0, 1000], [-1000, 99_999], [5, 5]),
  }),
  fc.record({
    column: fc.constant("topGroupShareRatio"),
    op: fc.constant("ge"),
    value: fc.constantFrom(0.25, 0.5),
  }),
  fc.record({
    column: fc.constant("lastPurchase"),
    op: fc.constantFrom("ge", "le"),
    value: fc.constantFrom(...days),
  }),
  fc.record({
    column: fc.constant("lastPurchase"),
    op: fc.constantFrom("withinDays", "beforeDays"),
    value: fc.constantFrom(0, 1, 30, 31, 400),
  }),
  fc.record({ column: fc.constant("isNew"), op: fc.constant("eq"), value: fc.boolean() }),
  fc.record({ column: fc.constantFrom(...codes), op: fc.constantFrom("isUnknown", "isKnown") }),
) as fc.Arbitrary<SegmentCondition>;
const match = fc.constantFrom("all" as const, "any" as const);
const group = fc.record({ match, conditions: fc.array(condition, { minLength: 1, maxLength: 3 }) });
const definition: fc.Arbitrary<SegmentDefinition> = fc.record({
  match,
  conditions: fc.array(fc.oneof(condition, group), { minLength: 1, maxLength: 3 }),
});

describe("a definition in SQL", () => {
  it("says of every customer what the plain code says: yes, no, or unknown", async () => {
    await fc.assert(
      fc.asyncProperty(definition, async (drawn) => {
        const own = resolved(drawn);
        const rows = await all<{ m: boolean | null }>(
          connection,
          `SELECT ${definitionSql(own, asOf)} AS m FROM base ORDER BY customer_id`,
        );
        expect(rows.map(({ m }) => m)).toEqual(customers.map((values) => evaluate(own, values, asOf)));
      }),
      { numRuns: 150, seed: 42 },
    );
  });

  it("puts every customer of a set into exactly one segment, the rest, or the unknown", async () => {
    await fc.assert(
      fc.asyncProperty(definition, definition, async (first, second) => {
        const [a, b] = [resolved(first), resolved(second)];
        const label = labelSql(
          [
            { code: "a", definition: a },
            { code: "b", definition: b },
          ],
          asOf,
        );
        const rows = await all<{ label: string; a: boolean | null; b: boolean | null }>(
          connection,
          `SELECT ${label} AS label, ${memberSql(a, [], asOf)} AS a, ${memberSql(b, [a], asOf)} AS b FROM base`,
        );
        for (const row of rows) {
          expect(row.label === "a").toBe(row.a === true);
          expect(row.label === "b").toBe(row.b === true);
          expect(row.label === "*unknown").toBe(
            row.a !== true && row.b !== true && (row.a === null || row.b === null),
          );
        }
      }),
      { numRuns: 60, seed: 7 },
    );
  });
});
