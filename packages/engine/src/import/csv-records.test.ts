import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseCsv, parseRecords } from "./csv-records.ts";
import type { Dialect } from "./dialect-contract.ts";

const cellsOf = (text: string, delimiter: Dialect["delimiter"] = ",", quote: '"' | "" = '"') =>
  parseCsv(text, { delimiter, quote }).records.map((record) => record.cells);

describe("parseCsv", () => {
  it("reads quoted delimiters, quotes and line breaks", () => {
    expect(cellsOf('a,"b,c"\n"say ""hi""","two\nlines"\n')).toEqual([
      ["a", "b,c"],
      ['say "hi"', "two\nlines"],
    ]);
  });

  it.each(["\n", "\r\n", "\r"])("ends records at %j", (newline) => {
    expect(cellsOf(["a;b", "1;2", "3;4"].join(newline), ";")).toEqual([
      ["a", "b"],
      ["1", "2"],
      ["3", "4"],
    ]);
  });

  it("counts physical lines, also those inside quotes", () => {
    const { records } = parseCsv('a,b\n"x\ny",2\n\n3,4', { delimiter: ",", quote: '"' });
    expect(records.map((record) => record.line)).toEqual([1, 2, 5]);
  });

  it("takes a quote in the middle of a cell as text", () => {
    expect(cellsOf('5" Rohr;1', ";")).toEqual([['5" Rohr', "1"]]);
  });

  it("takes quotes as text where the file does not quote", () => {
    expect(cellsOf('"Rohr;1\n"Bogen;2', ";", "")).toEqual([
      ['"Rohr', "1"],
      ['"Bogen', "2"],
    ]);
  });

  it("says when the text ends inside quotes", () => {
    expect(parseCsv('a,"b', { delimiter: ",", quote: '"' }).openQuote).toBe(true);
  });

  it("stops at the maximum", () => {
    expect(parseCsv("1\n2\n3", { delimiter: ",", quote: '"' }, 2).records).toHaveLength(2);
  });

  it("reads back whatever a writer quotes", () => {
    const cell = fc.string({ unit: fc.constantFrom("a", "é", '"', ",", ";", "\n", "\r\n", "\t", " ", "'") });
    const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(rows, fc.constantFrom("\n", "\r\n", "\r"), (table, newline) => {
        const text = table
          .map((row) => row.map((each) => `"${each.replaceAll('"', '""')}"`).join(","))
          .join(newline);
        expect(cellsOf(text)).toEqual(table);
      }),
      { seed: 7, numRuns: 300 },
    );
  });
});

describe("parseRecords", () => {
  const dialect: Dialect = {
    encoding: "utf-8",
    encodingEvidence: "asciiOnly",
    delimiter: ";",
    quote: '"',
    newline: "crlf",
    headerRow: true,
    skipRows: 2,
    columns: ["a", "b"],
    columnCount: 2,
    problems: [],
  };

  it("leaves out titles and header and keeps the line numbers of the file", () => {
    const text = "Debitorenliste\r\n\r\na;b\r\n1;2\r\n3;4\r\n";
    expect(parseRecords(text, dialect)).toEqual([
      { cells: ["1", "2"], line: 4 },
      { cells: ["3", "4"], line: 5 },
    ]);
    expect(parseRecords(text, dialect, 1)).toHaveLength(1);
  });
});
