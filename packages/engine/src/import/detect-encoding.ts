import type { Dialect, TextEncoding } from "./dialect-contract.ts";
import { encodingOfBom, highCharacters, type SingleByteEncoding } from "./text-encoding.ts";

export interface EncodingFinding {
  readonly encoding: TextEncoding;
  readonly evidence: Dialect["encodingEvidence"];
  /** Parts of the file are UTF-8 and parts are not: some characters will be wrong whatever is chosen. */
  readonly mixed: boolean;
}

/** Letters beyond ASCII that names and addresses in German, French and Italian are written with. */
const expectedLetters = new Set("äöüßÄÖÜéèêëàâçîïôûùœñáíóúìòÉÈÀÇ");
/** Signs that are at home in exports. */
const expectedSigns = new Set("€£§°«»“”„‘’‚–—…\u00a0®©™²³½µ·´");

/** Counts of a byte sequence read as UTF-8. A character cut off at the end of the sample counts as neither. */
export function utf8Counts(bytes: Uint8Array): { multiByte: number; invalid: number } {
  let multiByte = 0;
  let invalid = 0;
  for (let index = 0; index < bytes.length; ) {
    const lead = bytes[index]!;
    if (lead < 0x80) {
      index++;
      continue;
    }
    const length =
      lead >= 0xf0 && lead <= 0xf4
        ? 4
        : lead >= 0xe0 && lead <= 0xef
          ? 3
          : lead >= 0xc2 && lead <= 0xdf
            ? 2
            : 0;
    const following = bytes.subarray(index + 1, index + length);
    const continued = following.every((byte) => byte >= 0x80 && byte <= 0xbf);
    if (length === 0 || !continued) {
      invalid++;
      index++;
      continue;
    }
    if (index + length <= bytes.length) multiByte++;
    index += length;
  }
  return { multiByte, invalid };
}

const isLetter = (character: string) => character.toLowerCase() !== character.toUpperCase();
const isLower = (character: string) => isLetter(character) && character === character.toLowerCase();
const isUpper = (character: string) => isLetter(character) && character === character.toUpperCase();

/** How much the high bytes, read in this encoding, look like words of our languages. */
function plausibility(bytes: Uint8Array, encoding: SingleByteEncoding): number {
  const characterOf = (byte: number | undefined) =>
    byte === undefined
      ? " "
      : byte < 0x80
        ? String.fromCharCode(byte)
        : highCharacters[encoding][byte - 0x80]!;
  let score = 0;
  for (let index = 0; index < bytes.length; index++) {
    const byte = bytes[index]!;
    if (byte < 0x80) continue;
    const character = characterOf(byte);
    const previous = characterOf(bytes[index - 1]);
    if (isUpper(character) && isLower(previous)) score -= 2;
    else if (expectedLetters.has(character)) score += 2;
    else if (expectedSigns.has(character))
      score += isLetter(previous) && isLetter(characterOf(bytes[index + 1])) ? 0 : 1;
    else score -= 2;
  }
  return score;
}

function nulShare(bytes: Uint8Array, parity: 0 | 1): number {
  let count = 0;
  for (let index = parity; index < bytes.length; index += 2) if (bytes[index] === 0) count++;
  return count / Math.max(1, Math.floor(bytes.length / 2));
}

/**
 * Byte order mark, then zero bytes (UTF-16), then valid UTF-8, then the more plausible of Windows-1252 and Mac Roman.
 * Windows-1252 wins a tie, being far more common. Null: the bytes are no text.
 */
export function detectEncoding(bytes: Uint8Array): EncodingFinding | null {
  const named = encodingOfBom(bytes);
  if (named !== null) {
    const mixed = named === "utf-8-bom" && utf8Counts(bytes).invalid > 0;
    return { encoding: named, evidence: "bom", mixed };
  }
  if (bytes.includes(0)) {
    if (nulShare(bytes, 1) > 0.4 && nulShare(bytes, 0) < 0.1) {
      return { encoding: "utf-16le", evidence: "nulBytes", mixed: false };
    }
    if (nulShare(bytes, 0) > 0.4 && nulShare(bytes, 1) < 0.1) {
      return { encoding: "utf-16be", evidence: "nulBytes", mixed: false };
    }
    return null;
  }
  const { multiByte, invalid } = utf8Counts(bytes);
  if (invalid === 0) {
    return { encoding: "utf-8", evidence: multiByte > 0 ? "multiByte" : "asciiOnly", mixed: false };
  }
  // A stray byte in a large UTF-8 file does not make the whole file something else.
  if (multiByte > 20 * invalid) return { encoding: "utf-8", evidence: "multiByte", mixed: true };
  const mac = plausibility(bytes, "macintosh") > plausibility(bytes, "windows-1252");
  return {
    encoding: mac ? "macintosh" : "windows-1252",
    evidence: "singleByte",
    mixed: multiByte > 0 && looksUtf8(bytes),
  };
}

/** Sequences such as Ã¼ or â€™: two valid bytes that are a letter or a quote in UTF-8 and gibberish otherwise. */
function looksUtf8(bytes: Uint8Array): boolean {
  for (let index = 0; index + 1 < bytes.length; index++) {
    const lead = bytes[index]!;
    const next = bytes[index + 1]!;
    if ((lead === 0xc3 && next >= 0x80 && next <= 0xbf) || (lead === 0xe2 && next === 0x80)) return true;
  }
  return false;
}
