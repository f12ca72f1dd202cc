import { isUtf8 } from "node:buffer";
import type { TextEncoding } from "@kleinod/engine/import/dialect-contract.ts";
import {
  highCharacters,
  type SingleByteEncoding,
  type Utf8Transcoder,
  utf8Transcoder,
} from "@kleinod/engine/import/text-encoding.ts";

const nothing = new Uint8Array(0);

/**
 * One byte, one character. For whole files: reuses its output (valid until the next `push`) and watches out for UTF-8
 * that the sample did not show.
 */
export class SingleByteDecoder implements Utf8Transcoder {
  /** UTF-8 of each byte from 0x80: three bytes and, in the fourth place, how many of them count. */
  readonly #table = new Uint8Array(128 * 4);
  #out = new Uint8Array(0);
  #last = 0;
  /** Pairs like `Ã¼`: what UTF-8 looks like in a single-byte encoding, and hardly anything else does. */
  suspiciousPairs = 0;

  constructor(encoding: SingleByteEncoding) {
    for (const [index, character] of [...highCharacters[encoding]].entries()) {
      const utf8 = Buffer.from(character);
      this.#table.set(utf8, index * 4);
      this.#table[index * 4 + 3] = utf8.length;
    }
  }

  push(chunk: Uint8Array): Uint8Array {
    if (this.#out.length < chunk.length * 3) this.#out = new Uint8Array(chunk.length * 3);
    const out = this.#out;
    const table = this.#table;
    let last = this.#last;
    let length = 0;
    for (let index = 0; index < chunk.length; index++) {
      const byte = chunk[index]!;
      if (byte < 0x80) {
        out[length++] = byte;
      } else {
        if (last === 0xc3 && byte < 0xc0) this.suspiciousPairs++;
        const at = (byte - 0x80) * 4;
        const size = table[at + 3]!;
        out[length++] = table[at]!;
        out[length++] = table[at + 1]!;
        if (size === 3) out[length++] = table[at + 2]!;
      }
      last = byte;
    }
    this.#last = last;
    return out.subarray(0, length);
  }

  finish(): Uint8Array {
    return nothing;
  }
}

/**
 * For files put together from parts in different encodings: each line that is no valid UTF-8 is decoded by itself from
 * a single-byte encoding, the others stay as they are.
 */
export class MixedLinesDecoder implements Utf8Transcoder {
  readonly #single: SingleByteDecoder;
  readonly #maxLine: number;
  #carry: Uint8Array = nothing;
  #lines = 0;
  #lastCarriageReturn = false;
  /** 1-based number of the first line that was decoded by itself; null while there is none. */
  firstLine: number | null = null;
  /** Lines that were decoded by themselves. */
  decodedLines = 0;
  /** Lines with valid UTF-8 beyond ASCII. Zero: the file was not mixed at all. */
  utf8Lines = 0;

  constructor(encoding: SingleByteEncoding, maxLineBytes: number) {
    this.#single = new SingleByteDecoder(encoding);
    this.#maxLine = maxLineBytes;
  }

  push(chunk: Uint8Array): Uint8Array {
    const bytes = this.#carry.length === 0 ? chunk : Buffer.concat([this.#carry, chunk]);
    const cut = 1 + Math.max(bytes.lastIndexOf(10), bytes.lastIndexOf(13));
    // A line without end is refused by the scanner; hand it on instead of collecting it.
    const end = bytes.length - cut > this.#maxLine ? bytes.length : cut;
    this.#carry = Uint8Array.from(bytes.subarray(end));
    return this.#lineByLine(bytes.subarray(0, end));
  }

  finish(): Uint8Array {
    const rest = this.#lineByLine(this.#carry);
    this.#carry = nothing;
    return rest;
  }

  #lineByLine(bytes: Uint8Array): Uint8Array {
    const parts: Uint8Array[] = [];
    let start = 0;
    while (start < bytes.length) {
      let end = start;
      let ascii = true;
      while (end < bytes.length && bytes[end] !== 10 && bytes[end] !== 13) {
        if (bytes[end]! > 0x7f) ascii = false;
        end++;
      }
      const line = bytes.subarray(start, Math.min(end + 1, bytes.length));
      const emptyAfterReturn = this.#lastCarriageReturn && end === start && bytes[end] === 10;
      if (!emptyAfterReturn) this.#lines++;
      this.#lastCarriageReturn = bytes[end] === 13;
      parts.push(ascii ? line : this.#decode(line));
      start = end + 1;
    }
    return Buffer.concat(parts);
  }

  #decode(line: Uint8Array): Uint8Array {
    if (isUtf8(line)) {
      this.utf8Lines++;
      return line;
    }
    this.firstLine ??= this.#lines;
    this.decodedLines++;
    return Uint8Array.from(this.#single.push(line));
  }
}

/** Passes UTF-8 on as it is. */
class SameBytes implements Utf8Transcoder {
  push(chunk: Uint8Array): Uint8Array {
    return chunk;
  }
  finish(): Uint8Array {
    return nothing;
  }
}

export function decoderFor(encoding: TextEncoding): Utf8Transcoder {
  switch (encoding) {
    case "utf-8":
    case "utf-8-bom":
      return new SameBytes();
    case "utf-16le":
    case "utf-16be":
      return utf8Transcoder(encoding);
    case "windows-1252":
    case "macintosh":
      return new SingleByteDecoder(encoding);
  }
}
