import { customerColumns } from "@kleinod/engine/measures/customer-columns.ts";
import type { CustomerFilter } from "@kleinod/engine/measures/reports.ts";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseSearch, stringifySearch } from "../ui/search-params.ts";
import {
  defaultColumns,
  defaultSort,
  explorerQuery,
  formatFilters,
  parseFilters,
  readExplorer,
  stateOfQuery,
  writeExplorer,
} from "./explorer-state.ts";

describe("filters in the address", () => {
  it("are readable", () => {
    const filters: CustomerFilter[] = [
      { column: "sizeClass", op: "in", value: ["small", "sizeUnclear"] },
      { column: "salesLast12Cents", op: "ge", value: 100_000 },
      { column: "phone", op: "isNull" },
    ];
    expect(formatFilters(filters)).toBe(
      "sizeClass~in~small|sizeUnclear;salesLast12Cents~ge~100000;phone~isNull",
    );
  });

  it("come back as they were, whatever was typed", () => {
    const text = fc.string({ minLength: 1, unit: "grapheme" });
    const filter = fc.oneof(
      text.map((value): CustomerFilter => ({ column: "name", op: "contains", value })),
      fc.integer().map((value): CustomerFilter => ({ column: "ordersLast12", op: "le", value })),
      fc.boolean().map((value): CustomerFilter => ({ column: "isNew", op: "eq", value })),
      fc
        .array(text, { minLength: 1, maxLength: 4 })
        .map((value): CustomerFilter => ({ column: "rhythmState", op: "in", value })),
    );
    fc.assert(
      fc.property(fc.array(filter, { maxLength: 5 }), (filters) => {
        const search = parseSearch(stringifySearch({ f: formatFilters(filters) }));
        expect(parseFilters(search.f ?? "")).toEqual(filters);
      }),
      { seed: 11 },
    );
  });

  it("leave out what names no column, operator or number of ours, so that old links open", () => {
    expect(parseFilters("gone~ge~1;name~like~x;salesLast12Cents~ge~much;city~contains~Chur")).toEqual([
      { column: "city", op: "contains", value: "Chur" },
    ]);
  });
});

describe("the explorer's state", () => {
  it("is the default for an empty address, and the default leaves the address empty", () => {
    const state = readExplorer({});
    expect(state).toEqual({ search: "", filters: [], sort: defaultSort, columns: defaultColumns });
    expect(writeExplorer(state)).toEqual({});
  });

  it("survives address and saved view alike", () => {
    const codes = customerColumns.map((column) => column.code).filter((code) => code !== "customerId");
    fc.assert(
      fc.property(fc.subarray(codes, { minLength: 1 }), fc.constantFrom(...codes), (columns, sort) => {
        const state = { search: "Garage", filters: [], sort: `-${sort}`, columns };
        expect(readExplorer(writeExplorer(state))).toEqual(state);
        expect(stateOfQuery(explorerQuery(state))).toEqual(state);
      }),
      { seed: 3 },
    );
  });

  it("always asks for the customer's number, because a row opens with it", () => {
    expect(explorerQuery(readExplorer({ columns: "name,city" })).columns).toEqual([
      "customerId",
      "name",
      "city",
    ]);
  });

  it("ignores a sort by a column that is no more", () => {
    expect(readExplorer({ sort: "-gone" }).sort).toBe(defaultSort);
  });
});
