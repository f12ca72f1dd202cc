import type { TextEncoding } from "./dialect-contract.ts";

/**
 * Own tables for the single-byte encodings: some Node versions decode windows-1252 as ISO-8859-1, and a table turns
 * bytes into UTF-8 without the detour over a string.
 */
const windows1252High =
  "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ" +
  Array.from({ length: 96 }, (_, index) => String.fromCharCode(0xa0 + index)).join("");
const macRomanHigh =
  "ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u00a0ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰" +
  "ÂÊÁËÈÍÎÏÌÓÔ\uf8ffÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ";

/** The characters of bytes 0x80 to 0xFF. */
export const highCharacters = { "windows-1252": windows1252High, macintosh: macRomanHigh } as const;
export type SingleByteEncoding = keyof typeof highCharacters;

const byteOrderMarks: Partial<Record<TextEncoding, readonly number[]>> = {
  "utf-8-bom": [0xef, 0xbb, 0xbf],
  "utf-16le": [0xff, 0xfe],
  "utf-16be": [0xfe, 0xff],
};

const utf8Tables = new Map(
  Object.entries(highCharacters).map(([encoding, characters]) => [
    encoding,
    [...characters].map((character) => new TextEncoder().encode(character)),
  ]),
);

function singleByteToUtf8(chunk: Uint8Array, table: readonly Uint8Array[]): Uint8Array {
  const output = new Uint8Array(chunk.length * 3);
  let length = 0;
  for (const byte of chunk) {
    if (byte < 0x80) {
      output[length++] = byte;
      continue;
    }
    for (const part of table[byte - 0x80]!) output[length++] = part;
  }
  return output.subarray(0, length);
}

/** Turns the bytes of a file into UTF-8 without byte order mark, chunk by chunk. */
export interface Utf8Transcoder {
  push(chunk: Uint8Array): Uint8Array;
  /** What was held back of a character cut by the last chunk; replaced by U+FFFD when it never came. */
  finish(): Uint8Array;
}

export function utf8Transcoder(encoding: TextEncoding): Utf8Transcoder {
  const table = utf8Tables.get(encoding);
  if (table !== undefined) {
    return { push: (chunk) => singleByteToUtf8(chunk, table), finish: () => new Uint8Array(0) };
  }
  const label = encoding === "utf-8-bom" ? "utf-8" : encoding;
  const decoder = new TextDecoder(label);
  const encoder = new TextEncoder();
  return {
    push: (chunk) => encoder.encode(decoder.decode(chunk, { stream: true })),
    finish: () => encoder.encode(decoder.decode()),
  };
}

/** The text of a sample, without byte order mark; what is no valid byte sequence becomes U+FFFD. */
export function decodeText(bytes: Uint8Array, encoding: TextEncoding): string {
  const transcoder = utf8Transcoder(encoding);
  const decoder = new TextDecoder("utf-8");
  return decoder.decode(transcoder.push(bytes), { stream: true }) + decoder.decode(transcoder.finish());
}

/** The encoding that a byte order mark names; null without one. */
export function encodingOfBom(bytes: Uint8Array): TextEncoding | null {
  for (const [encoding, mark] of Object.entries(byteOrderMarks)) {
    if (mark.every((byte, index) => bytes[index] === byte)) return encoding as TextEncoding;
  }
  return null;
}
