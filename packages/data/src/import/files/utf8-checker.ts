import { isUtf8 } from "node:buffer";

/** Bytes of the sequence that a lead byte announces; 1 for everything that is none. */
function sequenceLength(byte: number): number {
  if (byte >= 0xf0 && byte < 0xf8) return 4;
  if (byte >= 0xe0) return byte < 0xf0 ? 3 : 1;
  return byte >= 0xc0 ? 2 : 1;
}

/** Where the last, unfinished sequence of a chunk begins; its length when there is none. */
export function completeUtf8Length(chunk: Uint8Array): number {
  for (let back = 1; back <= 3 && back <= chunk.length; back++) {
    const byte = chunk[chunk.length - back]!;
    if (byte < 0x80) break;
    if (byte >= 0xc0) return sequenceLength(byte) > back ? chunk.length - back : chunk.length;
  }
  return chunk.length;
}

/** Checks a stream of any length for valid UTF-8, chunk by chunk, at memory speed. */
export class Utf8Checker {
  #carry = new Uint8Array(0);

  /** False as soon as this chunk, with what was left of the one before, cannot be UTF-8. */
  push(chunk: Uint8Array): boolean {
    let rest = chunk;
    if (this.#carry.length > 0) {
      const missing = sequenceLength(this.#carry[0]!) - this.#carry.length;
      const joined = Buffer.concat([this.#carry, chunk.subarray(0, missing)]);
      if (chunk.length < missing) {
        this.#carry = joined;
        return true;
      }
      if (!isUtf8(joined)) return false;
      rest = chunk.subarray(missing);
    }
    const complete = completeUtf8Length(rest);
    this.#carry = Uint8Array.from(rest.subarray(complete));
    return isUtf8(rest.subarray(0, complete));
  }

  /** False when the stream ended in the middle of a character. */
  finish(): boolean {
    return this.#carry.length === 0;
  }
}
