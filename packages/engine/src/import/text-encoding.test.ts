import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { detectEncoding } from "./detect-encoding.ts";
import type { TextEncoding } from "./dialect-contract.ts";
import { decodeText, encodingOfBom, highCharacters, utf8Transcoder } from "./text-encoding.ts";

function encode(text: string, encoding: TextEncoding): Uint8Array {
  if (encoding === "utf-8") return new TextEncoder().encode(text);
  if (encoding === "utf-8-bom") return new TextEncoder().encode(`\ufeff${text}`);
  if (encoding === "utf-16le" || encoding === "utf-16be") {
    const units = [...Array(text.length).keys()].map((index) => text.charCodeAt(index));
    return Uint8Array.from(
      units.flatMap((unit) => (encoding === "utf-16le" ? [unit & 255, unit >> 8] : [unit >> 8, unit & 255])),
    );
  }
  return Uint8Array.from(
    [...text].map((char) =>
      char < "\u0080" ? char.charCodeAt(0) : highCharacters[encoding].indexOf(char) + 0x80,
    ),
  );
}

const german =
  "Kundennr;Name;Ort\n1;Müller Söhne AG;Zürich\n2;Bäckerei Grüter;Köniz\n3;Weiß & Co.;Straßburg\n";
const french = "No client;Nom;Ville\n1;Société Générale;Genève\n2;Forêt et Châtaigne;Neuchâtel\n";

describe("highCharacters", () => {
  it("agrees with the decoders of the platform", () => {
    const bytes = Uint8Array.from({ length: 128 }, (_, index) => 0x80 + index);
    expect(highCharacters.macintosh).toBe(new TextDecoder("macintosh").decode(bytes));
    expect(highCharacters["windows-1252"]).toHaveLength(128);
    expect(highCharacters["windows-1252"].slice(32)).toBe(
      new TextDecoder("windows-1252").decode(bytes.slice(32)),
    );
    expect(highCharacters["windows-1252"][0]).toBe("€");
  });
});

describe("detectEncoding", () => {
  it.each<[TextEncoding, string]>([
    ["utf-8", german],
    ["utf-8-bom", german],
    ["windows-1252", german],
    ["windows-1252", french],
    ["windows-1252", "Artikel;Preis\nDübel – gross;5 €\n"],
    ["macintosh", german],
    ["macintosh", french],
    ["utf-16le", german],
    ["utf-16be", french],
  ])("recognises %s", (encoding, text) => {
    const bytes = encode(text, encoding);
    expect(detectEncoding(bytes)?.encoding).toBe(encoding);
    expect(decodeText(bytes, encoding)).toBe(text);
  });

  it("recognises UTF-16 by its byte order mark, and drops the mark", () => {
    const bytes = Uint8Array.from([0xff, 0xfe, ...encode("a;b", "utf-16le")]);
    expect(encodingOfBom(bytes)).toBe("utf-16le");
    expect(decodeText(bytes, "utf-16le")).toBe("a;b");
  });

  it("says when plain ASCII proves nothing", () => {
    expect(detectEncoding(encode("a,b\n1,2\n", "utf-8"))).toMatchObject({
      encoding: "utf-8",
      evidence: "asciiOnly",
    });
  });

  it("does not mistake a character cut by the end of the sample", () => {
    const bytes = encode("Zürich;Genè", "utf-8");
    expect(detectEncoding(bytes.slice(0, -1))).toMatchObject({ encoding: "utf-8", mixed: false });
  });

  it("reports a file that is both", () => {
    const bytes = Uint8Array.from([
      ...encode("Fresh;Milk\u00a0\n", "windows-1252"),
      ...encode("customers’ Café\n", "utf-8"),
    ]);
    expect(detectEncoding(bytes)).toMatchObject({ encoding: "windows-1252", mixed: true });
  });

  it("keeps a large UTF-8 file with one stray byte as UTF-8", () => {
    const bytes = Uint8Array.from([...encode("Zürich ".repeat(50), "utf-8"), 0xfc]);
    expect(detectEncoding(bytes)).toMatchObject({ encoding: "utf-8", mixed: true });
  });

  it("finds no text in binary data", () => {
    expect(detectEncoding(Uint8Array.from([1, 0, 0, 0, 7, 0, 0, 0, 0, 0]))).toBeNull();
  });
});

describe("utf8Transcoder", () => {
  it("gives the same whatever the chunks", () => {
    fc.assert(
      fc.property(
        fc.constantFrom<TextEncoding>(
          "utf-8",
          "utf-8-bom",
          "windows-1252",
          "macintosh",
          "utf-16le",
          "utf-16be",
        ),
        fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 40 }),
        (encoding, sizes) => {
          const bytes = encode(german, encoding);
          const transcoder = utf8Transcoder(encoding);
          const parts: number[] = [];
          let start = 0;
          for (const size of sizes) {
            parts.push(...transcoder.push(bytes.subarray(start, start + size)));
            start += size;
          }
          parts.push(...transcoder.push(bytes.subarray(start)), ...transcoder.finish());
          expect(new TextDecoder().decode(Uint8Array.from(parts))).toBe(german);
        },
      ),
      { seed: 8, numRuns: 100 },
    );
  });
});
