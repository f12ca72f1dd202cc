import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { TextScanner } from "./text-scanner.ts";

const options = { delimiter: ";", quote: '"', skipRows: 1, maxRecordBytes: 100 };

function scan(text: string, change: Partial<typeof options> = {}, step = Number.POSITIVE_INFINITY) {
  const scanner = new TextScanner({ ...options, ...change });
  const bytes = Buffer.from(text);
  for (let start = 0; start < bytes.length; start += step) {
    const stop = scanner.push(bytes.subarray(start, Math.min(bytes.length, start + step)));
    if (stop !== null) return stop("f.csv");
  }
  return scanner.finish();
}

describe("TextScanner", () => {
  it("counts data records without header and blank lines, whatever the line ends", () => {
    expect(scan("a;b\n1;2\n\n3;4")).toMatchObject({ dataRecords: 2, lineFeeds: 3 });
    expect(scan("a;b\r\n1;2\r\n\r\n3;4\r\n")).toMatchObject({
      dataRecords: 2,
      carriageReturnLineFeeds: 4,
      lineFeeds: 0,
    });
    expect(scan("a;b\r1;2\r\r3;4\r")).toMatchObject({ dataRecords: 2, carriageReturns: 4, lineFeeds: 0 });
  });

  it("keeps line ends inside quotes in their record", () => {
    expect(scan('a;b\n1;"x\r\ny"\n3; "x\n"\n')).toMatchObject({
      dataRecords: 2,
      lineFeeds: 3,
      carriageReturnLineFeeds: 0,
    });
  });

  it("takes a quote in the middle of a field for text", () => {
    expect(scan('a;b\n1;5" pipe\n2;x\n')).toMatchObject({
      dataRecords: 2,
      openQuote: null,
      brokenQuoteLine: null,
    });
  });

  it("takes every quote for text when the dialect has none", () => {
    expect(scan('a;b\n"1;2\n3;4\n', { quote: "" })).toMatchObject({ dataRecords: 2, openQuote: null });
  });

  it("names the line where a quote opens that is never closed", () => {
    expect(scan('a;b\n1;2\n"3;4\n5;6\n')).toMatchObject({ openQuote: { line: 3, offset: 8 } });
  });

  it("leaves half a last line with an open quote to the reader: no other record is lost in it", () => {
    expect(scan('a;b\n1;2\n3;"4')).toMatchObject({ openQuote: null, dataRecords: 2 });
  });

  it("finds quotes that should have been doubled, but not where a next field may begin", () => {
    expect(scan('a;b\n1;"3/4" brass"\n')).toMatchObject({ strayQuotes: 1, brokenQuoteLine: null });
    expect(scan('a;b\n1;"x" y\n2;z\n')).toMatchObject({ strayQuotes: 0, brokenQuoteLine: 2 });
    expect(scan('a;b\n1;"x"y;"z"\n')).toMatchObject({ strayQuotes: 0, brokenQuoteLine: 2 });
  });

  it("refuses a record that is too long, by line and byte, without reading on", () => {
    const refusal = scan(`a;b\n${"x".repeat(200)}`, {}, 10);
    expect(refusal).toMatchObject({ code: "giganticLine" });
    expect(JSON.stringify(refusal)).toContain("line 2 (from byte 4)");
  });

  it("calls a quoted text that swallows line after line an unclosed quote", () => {
    expect(scan(`a;b\n1;"x\n${"1;2\n".repeat(50)}`, {}, 10)).toMatchObject({ code: "quoteUnclosed" });
  });

  it("refuses a zero byte and names its line", () => {
    expect(JSON.stringify(scan("a;b\r\n1;2\r\n3;\u0000\n"))).toContain("line 3");
  });

  it("finds the same in chunks of any size", () => {
    const piece = fc.constantFrom("a", ";", '"', '""', "\n", "\r\n", "\r", " ", "é", ';"x\ny";');
    const text = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(""));
    // Stray quotes are only told where the rest of the line is in the same chunk, so they are left out.
    const plain = text.filter((value) => {
      const facts = scan(value);
      return "bytes" in facts && facts.strayQuotes === 0 && facts.brokenQuoteLine === null;
    });
    fc.assert(
      fc.property(plain, fc.integer({ min: 3, max: 9 }), (value, step) => {
        expect({ ...scan(value, {}, step), brokenQuoteLine: null }).toEqual(scan(value));
      }),
      { seed: 2, numRuns: 500 },
    );
  });
});
