import { describe, expect, it } from "vitest";
import { nextSort, sortRows, type TableColumn } from "./table-column.ts";

interface Row {
  name: string;
  amount: number | null;
}

const columns: TableColumn<Row>[] = [
  { code: "name", label: "Name", sortValue: (row) => row.name, cell: (row) => row.name },
  {
    code: "amount",
    label: "Amount",
    isNumber: true,
    sortValue: (row) => row.amount,
    cell: (row) => row.amount,
  },
];
const rows: Row[] = [
  { name: "Konto 10", amount: 5 },
  { name: "Konto 9", amount: null },
  { name: "Ärzte", amount: 20 },
];
const names = (sort: string) => sortRows(rows, columns, sort).map((row) => row.name);

describe("sorting rows", () => {
  it("puts the unknown last in both directions", () => {
    expect(names("amount")).toEqual(["Konto 10", "Ärzte", "Konto 9"]);
    expect(names("-amount")).toEqual(["Ärzte", "Konto 10", "Konto 9"]);
  });

  it("reads numbers within names", () => {
    expect(names("name")).toEqual(["Ärzte", "Konto 9", "Konto 10"]);
  });

  it("leaves rows as they are for an unknown column", () => {
    expect(names("gone")).toEqual(rows.map((row) => row.name));
  });
});

describe("a click on a header", () => {
  it("starts numbers with the largest and turns round with the next click", () => {
    const amount = { code: "amount", isNumber: true };
    expect(nextSort("name", amount)).toBe("-amount");
    expect(nextSort("-amount", amount)).toBe("amount");
    expect(nextSort("amount", { code: "name" })).toBe("name");
  });
});
