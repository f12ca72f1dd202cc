import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { RepairedText } from "./repaired-text.ts";
import { type ChunkFindings, TextScanner } from "./text-scanner.ts";

function repair(text: string, step: number): string {
  const scanner = new TextScanner({ delimiter: ";", quote: '"', skipRows: 0, maxRecordBytes: 1e6 });
  const repaired = new RepairedText();
  const bytes = Buffer.from(text);
  let result = "";
  for (let start = 0; start < bytes.length; start += step) {
    const chunk = Buffer.from(bytes.subarray(start, start + step));
    const findings: ChunkFindings = { carriageReturns: [], strayQuotes: [] };
    scanner.push(chunk, findings);
    result += Buffer.from(repaired.push(chunk, findings)).toString("latin1");
  }
  return Buffer.from(result, "latin1").toString();
}

describe("RepairedText", () => {
  it("makes every line end outside of quotes a line feed, in chunks of any size", () => {
    const piece = fc.constantFrom("a", "ü;", "\r", "\n", "\r\n", "\r\r\n");
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), fc.integer({ min: 1, max: 8 }), (pieces, step) => {
        const text = pieces.join("");
        expect(repair(text, step)).toBe(text.replace(/\r\n|\r/g, "\n"));
      }),
      { seed: 5, numRuns: 1000 },
    );
  });

  it("leaves line breaks inside quotes as they are", () => {
    expect(repair('a;"x\r\ny\rz"\r\nb\rc', 3)).toBe('a;"x\r\ny\rz"\nb\nc');
  });

  it("doubles stray quotes beside line ends of any kind", () => {
    expect(repair('1;"3" x"\r\n2;"a ""b"""\r3;"c"d"e"\n', 1000)).toBe(
      '1;"3"" x"\n2;"a ""b"""\n3;"c""d""e"\n',
    );
  });
});
