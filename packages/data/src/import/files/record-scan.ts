import { open } from "node:fs/promises";
import type { Dialect } from "@kleinod/engine/import/dialect-contract.ts";
import { type RunContext, stopIfCancelled } from "../progress.ts";
import { recordsBeforeData } from "./prepared-file.ts";

/** Where a record stands in the prepared file, and what stands there. */
export interface RecordPlace {
  /** 1-based line on which it starts, as an editor counts (line breaks inside quotes count). */
  readonly line: number;
  /** 1-based number among all records, blank ones and header included: the row of a sheet. */
  readonly row: number;
  /** The record as written, without its line end. */
  readonly text: string;
}

export interface RecordQuery {
  /** 0-based numbers among the data records that DuckDB returned, ascending. */
  readonly ordinals: readonly number[];
  /**
   * Records that DuckDB rejected for their structure and did not return: `line_byte_position` of its reject table
   * (1-based, ascending, each once).
   */
  readonly rejectedAt: readonly number[];
}

export interface RecordScan {
  readonly byOrdinal: ReadonlyMap<number, RecordPlace>;
  /** Key: the byte position given in `rejectedAt`. */
  readonly byPosition: ReadonlyMap<number, RecordPlace>;
}

const LF = 10;
const CR = 13;
const SPACE = 32;
const chunkBytes = 1 << 22;
const byteOrderMark = Buffer.from([0xef, 0xbb, 0xbf]);

/** Finds the ends of records as DuckDB's reader does: a quote opens only at the start of a field. */
class RecordEnds {
  readonly #quote: number;
  readonly #delimiter: number;
  /** Place of the first quote at or behind the last search, so that files without quotes cost nothing. */
  #nextQuote = -1;
  /** Line ends inside the quotes of the record found last; CRLF is one. */
  lineEndsInside = 0;

  constructor(dialect: Pick<Dialect, "delimiter" | "quote">) {
    this.#quote = dialect.quote === "" ? -1 : dialect.quote.charCodeAt(0);
    this.#delimiter = dialect.delimiter.charCodeAt(0);
  }

  /** To be called when the bytes of the buffer changed. */
  forget(): void {
    this.#nextQuote = -1;
  }

  /** Index of the LF that ends the record starting at `start`; −1 when the buffer ends before. */
  find(buffer: Buffer, start: number): number {
    let from = start;
    this.lineEndsInside = 0;
    for (;;) {
      const lineEnd = buffer.indexOf(LF, from);
      const limit = lineEnd < 0 ? buffer.length : lineEnd;
      const open = this.#openingQuote(buffer, from, limit, start);
      if (open < 0) return lineEnd;
      from = this.#afterQuoted(buffer, open + 1);
      if (from < 0) return -1;
    }
  }

  #openingQuote(buffer: Buffer, from: number, to: number, recordStart: number): number {
    if (this.#quote < 0) return -1;
    if (this.#nextQuote < from) {
      const found = buffer.indexOf(this.#quote, from);
      this.#nextQuote = found < 0 ? buffer.length : found;
    }
    for (let index = this.#nextQuote; index < to; index++) {
      if (buffer[index] !== this.#quote) continue;
      let before = index - 1;
      while (before >= recordStart && buffer[before] === SPACE) before--;
      if (before < recordStart || buffer[before] === this.#delimiter) return index;
    }
    return -1;
  }

  /** Index behind the closing quote; −1 when the buffer ends before it is certain. */
  #afterQuoted(buffer: Buffer, from: number): number {
    for (let index = from; index < buffer.length - 1; index++) {
      const byte = buffer[index];
      if (byte === LF || (byte === CR && buffer[index + 1] !== LF)) this.lineEndsInside++;
      if (byte !== this.#quote) continue;
      if (buffer[index + 1] !== this.#quote) return index + 1;
      index++;
    }
    return -1;
  }
}

/** Walks over all records of one file and keeps those that were asked for. */
class RecordCollector {
  readonly byOrdinal = new Map<number, RecordPlace>();
  readonly byPosition = new Map<number, RecordPlace>();
  readonly #ends: RecordEnds;
  readonly #skip: number;
  readonly #blankCounts: boolean;
  readonly #query: RecordQuery;
  #row = 0;
  #line = 1;
  #ordinal = 0;
  #nextOrdinal = 0;
  #nextRejected = 0;

  constructor(dialect: Dialect, query: RecordQuery) {
    this.#ends = new RecordEnds(dialect);
    this.#skip = recordsBeforeData(dialect);
    // With a single column an empty line is an empty value.
    this.#blankCounts = dialect.columnCount === 1;
    this.#query = query;
  }

  get done(): boolean {
    const { ordinals, rejectedAt } = this.#query;
    return this.#nextOrdinal >= ordinals.length && this.#nextRejected >= rejectedAt.length;
  }

  /** Takes the complete records of `buffer`, which starts at `offset` of the file. @returns where the rest starts. */
  take(buffer: Buffer, offset: number, isLast: boolean): number {
    this.#ends.forget();
    let start = offset === 0 && buffer.subarray(0, 3).equals(byteOrderMark) ? 3 : 0;
    while (start < buffer.length && !this.done) {
      const found = this.#ends.find(buffer, start);
      if (found < 0 && !isLast) break;
      const end = found < 0 ? buffer.length : found;
      this.#visit(buffer, start, end > start && buffer[end - 1] === CR ? end - 1 : end, offset);
      this.#line += 1 + this.#ends.lineEndsInside;
      start = end + 1;
    }
    return Math.min(start, buffer.length);
  }

  #visit(buffer: Buffer, start: number, end: number, offset: number): void {
    this.#row++;
    if (this.#row <= this.#skip || (end === start && !this.#blankCounts)) return;
    const { ordinals, rejectedAt } = this.#query;
    const place = () => ({ line: this.#line, row: this.#row, text: buffer.toString("utf8", start, end) });
    const first = offset + start + 1;
    const position = rejectedAt[this.#nextRejected];
    // With CRLF and blank lines before it, DuckDB names the line end before the record.
    if (position !== undefined && position <= first + (end - start)) {
      this.#nextRejected++;
      this.byPosition.set(position, place());
      return;
    }
    if (this.#ordinal++ === ordinals[this.#nextOrdinal]) {
      this.byOrdinal.set(ordinals[this.#nextOrdinal]!, place());
      this.#nextOrdinal++;
    }
  }
}

/**
 * Finds the lines and the raw text of some records of a prepared file: DuckDB says which rows are wrong, but not where
 * they stand. One pass at disk speed, ended as soon as all are found; memory holds what was asked for.
 * @throws Cancelled
 */
export async function scanRecords(
  path: string,
  dialect: Dialect,
  query: RecordQuery,
  context: RunContext = {},
): Promise<RecordScan> {
  const collector = new RecordCollector(dialect, query);
  const handle = await open(path, "r");
  try {
    let carried = Buffer.alloc(0);
    let offset = 0;
    for (let isLast = false; !isLast && !collector.done; ) {
      stopIfCancelled(context);
      const buffer = Buffer.allocUnsafe(carried.length + chunkBytes);
      carried.copy(buffer);
      const { bytesRead } = await handle.read(buffer, carried.length, chunkBytes, offset + carried.length);
      isLast = bytesRead === 0;
      const bytes = buffer.subarray(0, carried.length + bytesRead);
      const rest = collector.take(bytes, offset, isLast);
      carried = bytes.subarray(rest);
      offset += rest;
    }
    return { byOrdinal: collector.byOrdinal, byPosition: collector.byPosition };
  } finally {
    await handle.close();
  }
}
