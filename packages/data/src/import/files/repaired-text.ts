import type { ChunkFindings } from "./text-scanner.ts";

const LF = 10;

/**
 * Turns every CRLF and lone CR outside of quotes into LF and doubles stray quotes. Line numbers stay as an editor counts
 * them. Works in place where it can: a chunk handed in must not be used afterwards.
 */
export class RepairedText {
  /** A CR at the very end of a chunk was written as LF: if LF follows, the two were one line end. */
  #skipLineFeed = false;

  push(bytes: Uint8Array, { carriageReturns, strayQuotes }: ChunkFindings): Uint8Array {
    const from = this.#skipLineFeed && bytes[0] === LF ? 1 : 0;
    if (bytes.length > 0) this.#skipLineFeed = carriageReturns.at(-1) === bytes.length - 1;
    if (carriageReturns.length === 0 && strayQuotes.length === 0) return bytes.subarray(from);
    const out = strayQuotes.length === 0 ? bytes : new Uint8Array(bytes.length + strayQuotes.length);
    let copied = from;
    let length = 0;
    const copyTo = (end: number) => {
      // Whole stretches at a time: several times faster than byte by byte.
      if (out === bytes) out.copyWithin(length, copied, end);
      else out.set(bytes.subarray(copied, end), length);
      length += end - copied;
      copied = end;
    };
    let nextStray = 0;
    const doubleQuotesBefore = (end: number) => {
      for (; nextStray < strayQuotes.length && strayQuotes[nextStray]! < end; nextStray++) {
        copyTo(strayQuotes[nextStray]! + 1);
        out[length++] = bytes[copied - 1]!;
      }
    };
    for (const at of carriageReturns) {
      doubleQuotesBefore(at);
      copyTo(at);
      copied = at + 1;
      if (bytes[at + 1] !== LF) out[length++] = LF;
    }
    doubleQuotesBefore(bytes.length);
    copyTo(bytes.length);
    return out.subarray(0, length);
  }
}
