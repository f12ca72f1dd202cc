import { isUtf8 } from "node:buffer";
import { highCharacters, type Utf8Transcoder } from "@kleinod/engine/import/text-encoding.ts";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decoderFor, MixedLinesDecoder, SingleByteDecoder } from "./text-decoders.ts";
import { Utf8Checker } from "./utf8-checker.ts";

function decode(decoder: Utf8Transcoder, bytes: Uint8Array, step = bytes.length || 1): string {
  const parts: Buffer[] = [];
  for (let start = 0; start < bytes.length; start += step) {
    parts.push(Buffer.from(decoder.push(bytes.subarray(start, start + step))));
  }
  parts.push(Buffer.from(decoder.finish()));
  return Buffer.concat(parts).toString();
}

const step = fc.integer({ min: 1, max: 7 });

describe("decoders", () => {
  it.each(["windows-1252", "macintosh"] as const)("reads all 256 bytes of %s", (encoding) => {
    const all = Uint8Array.from({ length: 256 }, (_, byte) => byte);
    const ascii = Array.from({ length: 128 }, (_, byte) => String.fromCharCode(byte)).join("");
    expect(decode(decoderFor(encoding), all, 50)).toBe(ascii + highCharacters[encoding]);
  });

  it("reads UTF-16 of both byte orders in chunks of any size", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), step, (text, size) => {
        const little = Buffer.from(text.replace(/\ufeff/g, ""), "utf16le");
        const expected = little.toString("utf16le");
        expect(decode(decoderFor("utf-16le"), little, size)).toBe(expected);
        expect(decode(decoderFor("utf-16be"), Buffer.from(little).swap16(), size)).toBe(expected);
      }),
      { seed: 3 },
    );
  });

  it("notices UTF-8 in what should be a single-byte encoding", () => {
    const decoder = new SingleByteDecoder("windows-1252");
    decode(decoder, Buffer.from("Müller"), 1);
    expect(decoder.suspiciousPairs).toBe(1);
  });

  it("decodes only the lines that are no UTF-8, and counts them", () => {
    const bytes = Buffer.concat([
      Buffer.from("Kunde\r\nMüller\r\n"),
      Buffer.from("Söhne\r\n", "latin1"),
      Buffer.from("Zoë\nplain\n"),
      Buffer.from("Käse", "latin1"),
    ]);
    for (const size of [1, 2, 3, 5, 100]) {
      const decoder = new MixedLinesDecoder("windows-1252", 1000);
      expect(decode(decoder, bytes, size)).toBe("Kunde\r\nMüller\r\nSöhne\r\nZoë\nplain\nKäse");
      expect(decoder).toMatchObject({ firstLine: 3, decodedLines: 2, utf8Lines: 2 });
    }
  });
});

describe("Utf8Checker", () => {
  const check = (bytes: Uint8Array, size: number) => {
    const checker = new Utf8Checker();
    for (let start = 0; start < bytes.length; start += size) {
      if (!checker.push(bytes.subarray(start, start + size))) return false;
    }
    return checker.finish();
  };

  it("judges chunks of any size like the whole", () => {
    const valid = fc.string({ unit: "binary" }).map((text) => Buffer.from(text));
    const damaged = fc.tuple(valid, fc.nat(), fc.nat(255)).map(([bytes, at, byte]) => {
      if (bytes.length > 0) bytes[at % bytes.length] = byte;
      return bytes;
    });
    fc.assert(
      fc.property(fc.oneof(valid, damaged, fc.uint8Array()), step, (bytes, size) => {
        expect(check(bytes, size)).toBe(isUtf8(bytes));
      }),
      { seed: 4, numRuns: 2000 },
    );
  });
});
