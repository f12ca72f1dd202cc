import type { Refusal } from "@kleinod/engine/import/refusal.ts";
import { refuse } from "./refusals.ts";

export interface ScannerOptions {
  readonly delimiter: string;
  /** `""`: quotes are plain text. */
  readonly quote: string;
  /** Lines before the first data row: titles and header. */
  readonly skipRows: number;
  readonly maxRecordBytes: number;
}

/** What a whole text file is made of. Offsets are byte positions from 0, lines count from 1 as in an editor. */
export interface TextFacts {
  readonly bytes: number;
  /** Line ends outside of quotes, by kind. */
  readonly lineFeeds: number;
  readonly carriageReturnLineFeeds: number;
  readonly carriageReturns: number;
  /** Records behind `skipRows` that are not blank. */
  readonly dataRecords: number;
  /** Quotes inside of a quoted field that are not doubled and can be told from its end: `"3/4" brass"`. */
  readonly strayQuotes: number;
  /** First line on which a quoted field goes on behind its closing quote in a way that cannot be repaired. */
  readonly brokenQuoteLine: number | null;
  /** Set when the file ends inside of quotes that swallowed at least one line end. */
  readonly openQuote: { readonly offset: number; readonly line: number } | null;
}

/** What a rewriter must know about one chunk: places in it, ascending. */
export interface ChunkFindings {
  /** CR outside of quotes. */
  readonly carriageReturns: number[];
  /** Quotes to be doubled. */
  readonly strayQuotes: number[];
}

type Stop = (file: string) => Refusal;

const LF = 10;
const CR = 13;
const SPACE = 32;

/**
 * Walks over UTF-8 (or any ASCII-compatible) delimited text exactly once, in chunks of any size, and follows quotes as
 * DuckDB's reader does: one opens only at the start of a field (spaces before it allowed), a doubled one is literal.
 * Beyond that, a single quote with text on both sides is taken for literal, which holds once the rewriter doubled it.
 * About 1 GB/s, so it can look at every byte of every file; memory is constant.
 */
export class TextScanner {
  readonly #delimiter: number;
  readonly #quote: number;
  readonly #limit: number;
  readonly #skipRows: number;
  #offset = 0;
  #line = 1;
  #quoted = false;
  /** Whether the bytes before this chunk end in a delimiter or line end and spaces, so that a quote would open. */
  #fieldStart = true;
  #lastCarriageReturn = -2;
  #lastClosingQuote = -2;
  #strayQuotes = 0;
  #brokenQuoteLine: number | null = null;
  #recordStart = 0;
  #recordLine = 1;
  #quoteStart = 0;
  #quoteLine = 1;
  #rows = 0;
  #dataRecords = 0;
  #lineFeeds = 0;
  #carriageReturnLineFeeds = 0;
  #carriageReturns = 0;
  #lineEndInQuote = false;

  constructor(options: ScannerOptions) {
    this.#delimiter = options.delimiter.charCodeAt(0);
    this.#quote = options.quote === "" ? -1 : options.quote.charCodeAt(0);
    this.#limit = options.maxRecordBytes;
    this.#skipRows = options.skipRows;
  }

  /**
   * Looks at the next bytes. Returns why the file must be refused, or null.
   * @param findings is filled, for a rewriter; leave it out where nothing is rewritten.
   */
  push(chunk: Uint8Array, findings?: ChunkFindings): Stop | null {
    const end = chunk.length;
    const quote = this.#quote;
    let index = this.#offset === 0 && chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf ? 3 : 0;
    if (index === 3) this.#recordStart = 3;
    for (; index < end; index++) {
      const byte = chunk[index]!;
      // Nearly every byte: letters, digits, and the delimiters ; , | – only tab is below.
      if (byte > 39) continue;
      if (byte === quote) {
        this.#onQuote(chunk, index, findings);
      } else if (byte === LF || byte === CR) {
        const stop = this.#onLineEnd(byte, index, findings);
        if (stop !== null) return stop;
      } else if (byte === 0) {
        const { line } = this.#at(index);
        const position = this.#offset + index;
        return (file) => refuse.zeroByte(file, line, position);
      }
    }
    this.#fieldStart = this.#opensAfter(chunk, end);
    this.#offset += end;
    return this.#offset - this.#recordStart > this.#limit ? this.#tooLong() : null;
  }

  /** To be called once, after the last chunk. */
  finish(): TextFacts {
    const swallowed = this.#quoted && this.#lineEndInQuote;
    if (this.#offset > this.#recordStart) this.#countRecord(true);
    return {
      bytes: this.#offset,
      lineFeeds: this.#lineFeeds,
      carriageReturnLineFeeds: this.#carriageReturnLineFeeds,
      carriageReturns: this.#carriageReturns,
      dataRecords: this.#dataRecords,
      strayQuotes: this.#strayQuotes,
      brokenQuoteLine: this.#brokenQuoteLine,
      openQuote: swallowed ? { offset: this.#quoteStart, line: this.#quoteLine } : null,
    };
  }

  #at(index: number) {
    return { line: this.#line, offset: this.#offset + index };
  }

  #onQuote(chunk: Uint8Array, index: number, findings: ChunkFindings | undefined): void {
    const position = this.#offset + index;
    if (this.#quoted) {
      this.#quoted = false;
      this.#lastClosingQuote = position;
      this.#judgeClosing(chunk, index, findings);
    } else if (this.#lastClosingQuote === position - 1) {
      // The second of two: it was not the end but a literal quote.
      this.#quoted = true;
    } else if (this.#opensAfter(chunk, index)) {
      this.#quoted = true;
      this.#quoteStart = position;
      this.#quoteLine = this.#line;
      this.#lineEndInQuote = false;
    }
  }

  /**
   * Behind a closing quote a delimiter or line end must follow. Where text follows, the quote is taken for a literal one
   * if the field then ends properly on the same line and the quote does not look like the opening one of a next field.
   * A quote so close to the end of a chunk that this cannot be seen counts as closing.
   */
  #judgeClosing(chunk: Uint8Array, index: number, findings: ChunkFindings | undefined): void {
    let after = index + 1;
    while (chunk[after] === SPACE) after++;
    const next = chunk[after];
    if (next === undefined || next === this.#delimiter || next === LF || next === CR) return;
    if (next === this.#quote && after === index + 1) return;
    if (this.#lineEndInQuote || chunk[index - 1] === this.#delimiter || !this.#closesOnLine(chunk, after)) {
      this.#brokenQuoteLine ??= this.#line;
      return;
    }
    this.#strayQuotes++;
    findings?.strayQuotes.push(index);
    this.#quoted = true;
    this.#lastClosingQuote = -2;
  }

  #closesOnLine(chunk: Uint8Array, from: number): boolean {
    for (let index = from; index < chunk.length; index++) {
      const byte = chunk[index];
      if (byte === LF || byte === CR) return false;
      if (byte !== this.#quote) continue;
      if (chunk[index - 1] === this.#delimiter) return false;
      const next = chunk[index + 1];
      if (next === this.#delimiter || next === LF || next === CR) return true;
      if (next === this.#quote) index++;
    }
    return false;
  }

  #opensAfter(chunk: Uint8Array, index: number): boolean {
    let before = index - 1;
    while (before >= 0 && chunk[before] === SPACE) before--;
    if (before < 0 || (this.#offset === 0 && before === 2 && chunk[0] === 0xef)) return this.#fieldStart;
    const byte = chunk[before];
    return byte === this.#delimiter || byte === LF || byte === CR;
  }

  #onLineEnd(byte: number, index: number, findings: ChunkFindings | undefined): Stop | null {
    const position = this.#offset + index;
    const secondHalf = byte === LF && this.#lastCarriageReturn === position - 1;
    if (byte === CR) this.#lastCarriageReturn = position;
    if (!secondHalf) this.#line++;
    if (this.#quoted) {
      this.#lineEndInQuote = true;
      return null;
    }
    if (byte === CR) {
      this.#carriageReturns++;
      findings?.carriageReturns.push(index);
    } else if (secondHalf) {
      this.#carriageReturns--;
      this.#carriageReturnLineFeeds++;
      this.#recordStart = position + 1;
      return null;
    } else {
      this.#lineFeeds++;
    }
    const length = position - this.#recordStart;
    if (length > this.#limit) return this.#tooLong();
    this.#countRecord(length > 0);
    this.#recordStart = position + 1;
    this.#recordLine = this.#line;
    return null;
  }

  #countRecord(filled: boolean): void {
    if (this.#rows++ >= this.#skipRows && filled) this.#dataRecords++;
  }

  #tooLong(): Stop {
    const [line, position, limit] = [this.#recordLine, this.#recordStart, this.#limit];
    const [quoteLine, quoteStart] = [this.#quoteLine, this.#quoteStart];
    if (this.#quoted && this.#lineEndInQuote)
      return (file) => refuse.quoteUnclosed(file, quoteLine, quoteStart);
    return (file) => refuse.giganticLine(file, line, position, limit);
  }
}
