import { describe, expect, it } from "vitest";
import type { CustomerQuery } from "../reports.ts";
import { customerQuerySql } from "./customer-query-sql.ts";

const refusal = (query: CustomerQuery) => {
  const sql = customerQuerySql("snap", query);
  return sql.ok ? null : sql.refusal;
};

describe("customerQuerySql", () => {
  it("binds every value and takes column names from the registry", () => {
    const attack = "x'; DROP TABLE snap; --";
    const sql = customerQuerySql("snap", {
      search: attack,
      filters: [{ column: "name", op: "contains", value: attack }],
    });
    if (!sql.ok) throw new Error(sql.refusal.message);
    expect(sql.pageSql).not.toContain("DROP");
    expect(sql.countSql.match(/\?/g)).toHaveLength(sql.values.length);
  });

  it.each<[string, CustomerQuery, string]>([
    ["column", { filters: [{ column: "1=1", op: "eq", value: 1 }] }, "customerId"],
    ["column", { columns: ["name", "password"] }, "salesLast12Cents"],
    ["sort", { sort: "-rowid" }, "salesLast12Cents"],
    ["op", { filters: [{ column: "name", op: "ge", value: "a" }] }, "contains"],
    ["value", { filters: [{ column: "salesLast12Cents", op: "ge", value: "many" }] }, "a number"],
    ["value", { filters: [{ column: "salesLast12Cents", op: "ge", value: Number.NaN }] }, "a number"],
    ["value", { filters: [{ column: "rhythmState", op: "eq", value: "asleep" }] }, "dormant"],
    ["value", { filters: [{ column: "rhythmState", op: "in", value: ["dormant", "asleep"] }] }, "dormant"],
    ["value", { filters: [{ column: "lastPurchase", op: "le", value: "2025-02-30" }] }, "yyyy-mm-dd"],
    ["value", { filters: [{ column: "isNew", op: "eq", value: "maybe" }] }, "true or false"],
    ["limit", { limit: 0 }, "1 to 1000"],
    ["offset", { offset: -1 }, "from 0"],
  ])("refuses a wrong %s and says what is allowed", (name, query, allowed) => {
    const found = refusal(query);
    expect(found).toMatchObject({ name });
    expect(found!.allowed).toContain(allowed);
  });
});
