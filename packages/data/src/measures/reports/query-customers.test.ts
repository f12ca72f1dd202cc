import { customerColumns } from "@kleinod/engine/measures/customer-columns.ts";
import { type CustomerQuery, customerPageSchema } from "@kleinod/engine/measures/reports.ts";
import { describe, expect, it } from "vitest";
import { runPipeline } from "../run-pipeline.ts";
import { baseAsOf, randomBase } from "../test-base.ts";
import { testRelations } from "../test-relations.ts";
import { queryCustomers } from "./query-customers.ts";

describe("queryCustomers", async () => {
  const base = randomBase(21, 100);
  const accounts = base.accounts.map((account) => ({
    ...account,
    name: `${["Müller", "Ökobau", "Zürcher", "bauer"][account.accountId % 4]} ${account.accountId} AG`,
    city: ["Genève", "Bern"][account.accountId % 2]!,
  }));
  const connection = await testRelations(base.lines, accounts);
  await runPipeline(connection, {
    asOf: baseAsOf,
    factsVersion: "1",
    parameters: [],
    snapshotTable: "snapshot",
  });
  const context = { asOf: baseAsOf, currency: null, snapshotTable: "snapshot" };
  const page = async (query: CustomerQuery) => {
    const found = await queryCustomers(connection, context, query);
    if (!found.ok) throw new Error(found.refusal.message);
    return customerPageSchema.strict().parse(found.page);
  };
  const all = await page({ columns: customerColumns.map((column) => column.code), limit: 1000 });

  it("shows the default columns, most sales first", async () => {
    const first = await page({});
    expect(first.columns).toEqual(
      customerColumns.filter((column) => column.shownByDefault).map(({ code }) => code),
    );
    expect(first.total).toBe(100);
    const sales = first.rows.map((row) => Number(row.salesLast12Cents));
    expect(sales).toEqual([...sales].sort((a, b) => b - a));
  });

  it.each<[string, CustomerQuery["filters"], (row: (typeof all.rows)[number]) => boolean]>([
    ["eq enum", [{ column: "sizeClass", op: "eq", value: "small" }], (row) => row.sizeClass === "small"],
    [
      "in",
      [{ column: "rhythmState", op: "in", value: ["dormant", "lost"] }],
      (row) => ["dormant", "lost"].includes(String(row.rhythmState)),
    ],
    [
      "ge",
      [{ column: "salesLast12Cents", op: "ge", value: 50_000 }],
      (row) => Number(row.salesLast12Cents) >= 50_000,
    ],
    [
      "le as text of a URL",
      [{ column: "ordersLast12", op: "le", value: "3" }],
      (row) => Number(row.ordersLast12) <= 3,
    ],
    [
      "date",
      [{ column: "lastPurchase", op: "ge", value: "2025-06-01" }],
      (row) => row.lastPurchase !== null && String(row.lastPurchase) >= "2025-06-01",
    ],
    ["isNull", [{ column: "branch", op: "isNull" }], (row) => row.branch === null],
    [
      "ne keeps unknown values",
      [{ column: "branch", op: "ne", value: "Bau" }],
      (row) => row.branch !== "Bau",
    ],
    ["boolean", [{ column: "isReactivated", op: "eq", value: "true" }], (row) => row.isReactivated === true],
    [
      "contains without accents and capitals",
      [{ column: "name", op: "contains", value: "MULLER" }],
      (row) => String(row.name).startsWith("Müller"),
    ],
    [
      "contains outside the search",
      [{ column: "branch", op: "contains", value: "art" }],
      (row) => row.branch === "Garten",
    ],
    [
      "two conditions",
      [
        { column: "city", op: "eq", value: "Bern" },
        { column: "sizeClass", op: "ne", value: "large" },
      ],
      (row) => row.city === "Bern" && row.sizeClass !== "large",
    ],
  ])("filters by %s", async (_, filters, matches) => {
    const found = await page({ filters: filters!, columns: ["customerId"], limit: 1000 });
    const expected = all.rows.filter(matches).map((row) => row.customerId);
    expect(found.rows.map((row) => row.customerId)).toEqual(expected);
    expect(found.total).toBe(expected.length);
    expect(expected.length).toBeGreaterThan(0);
    expect(expected.length).toBeLessThan(100);
  });

  it("finds every word of a search anywhere", async () => {
    const found = await page({ search: " BERN  oko ", columns: ["name", "city"] });
    expect(found.total).toBeGreaterThan(0);
    for (const row of found.rows)
      expect(row).toMatchObject({ city: "Bern", name: expect.stringContaining("Öko") });
    expect((await page({ search: "nowhere" })).total).toBe(0);
  });

  it("pages without gap or repetition, unknown values last in both directions", async () => {
    for (const sort of ["usualGapDays", "-usualGapDays", "name", "branch"]) {
      const ids: unknown[] = [];
      for (let offset = 0; offset < 100; offset += 30) {
        ids.push(
          ...(await page({ sort, limit: 30, offset, columns: ["customerId"] })).rows.map(
            (row) => row.customerId,
          ),
        );
      }
      expect(new Set(ids).size).toBe(100);
    }
    const rows = (await page({ sort: "-branch", columns: ["branch"], limit: 1000 })).rows.map(
      (row) => row.branch,
    );
    expect(rows.lastIndexOf("Bau")).toBeLessThan(rows.indexOf(null));
  });

  it("sorts names as people do: Ö beside O, small letters among capitals", async () => {
    const rows = (await page({ sort: "name", columns: ["name"], limit: 1000 })).rows;
    const order = [...new Set(rows.map((row) => String(row.name).split(" ")[0]))];
    expect(order).toEqual(["bauer", "Müller", "Ökobau", "Zürcher"]);
  });

  it("returns a refusal, not an error, for an unknown column", async () => {
    expect(await queryCustomers(connection, context, { sort: "-profit" })).toMatchObject({
      ok: false,
      refusal: { name: "sort", value: "profit" },
    });
  });
});
