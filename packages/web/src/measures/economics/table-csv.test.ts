import { describe, expect, it } from "vitest";
import { tableCsv, unitsOf } from "./table-csv.ts";

const columns = [
  { header: "Name", value: (row: { name: string; cents: number | null }) => row.name },
  { header: "CHF", value: (row: { name: string; cents: number | null }) => unitsOf(row.cents) },
];

describe("a table as CSV", () => {
  it("has decimal commas and semicolons in German, points and commas in English", () => {
    const rows = [{ name: "Lager", cents: 123_450 }];
    expect(tableCsv(columns, rows, "de")).toBe("\uFEFFName;CHF\r\nLager;1234,5\r\n");
    expect(tableCsv(columns, rows, "en")).toBe("\uFEFFName,CHF\r\nLager,1234.5\r\n");
  });

  it("leaves the unknown empty and keeps quotes, separators and line ends inside of a cell", () => {
    const rows = [{ name: 'Müller "Süd"; Nord\nWest', cents: null }];
    expect(tableCsv(columns, rows, "en")).toBe('\uFEFFName,CHF\r\n"Müller ""Süd""; Nord\nWest",\r\n');
  });

  it("hands no formula to a spreadsheet", () => {
    expect(tableCsv(columns, [{ name: "=1+1", cents: 1 }], "en")).toContain("'=1+1,0.01");
  });
});
