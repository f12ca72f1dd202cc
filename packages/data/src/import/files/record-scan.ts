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
  /** Line ends inside the quotes of the record found last; CRLF is one. */
  lineEndsInside = 0;

  constructor(dialect: Pick<Dialect, "delimiter" | "quote">) {
    this.#quote = dialect.quote === "" ? -1 : dialect.quote.charCodeAt(0);
    this.#delimiter = dialect.delimiter.charCodeAt(0);
  }

  /** Index of the LF that ends the record starting at `start`; −1 when the buffer ends before. */
  find(buffer: Buffer, start: number): number {
    this.lineEndsInside = 0;
    // Byte by byte: for lines of usual length that is several times faster than Buffer.indexOf.
    const { length } = buffer;
    for (let index = start; index < length; index++) {
      const byte = buffer[index]!;
      if (byte > 39) continue;
      if (byte === LF) return index;
      if (byte !== this.#quote || !this.#opensAt(buffer, index, start)) continue;
      index = this.#closingQuote(buffer, index + 1);
      if (index < 0) return -1;
    }
    return -1;
  }

  #opensAt(buffer: Buffer, index: number, recordStart: number): boolean {
    let before = index - 1;
    while (before >= recordStart && buffer[before] === SPACE) before--;
    return before < recordStart || buffer[before] === this.#delimiter;
  }

  /** Index of the closing quote; −1 when the buffer ends before it is certain. */
  #closingQuote(buffer: Buffer, from: number): number {
    for (let index = from; index < buffer.length - 1; index++) {
      const byte = buffer[index];
      if (byte === LF || (byte === CR && buffer[index + 1] !== LF)) this.lineEndsInside++;
      if (byte !== this.#quote) continue;
      if (buffer[index + 1] !== this.#quote) return index;
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
  /** Ordinal and position to look out for; infinite when there is none left. */
  #wanted: number;
  #rejectedAt: number;

  constructor(dialect: Dialect, query: RecordQuery) {
    this.#ends = new RecordEnds(dialect);
    this.#skip = recordsBeforeData(dialect);
    // With a single column an empty line is an empty value.
    this.#blankCounts = dialect.columnCount === 1;
    this.#query = query;
    this.#wanted = query.ordinals[0] ?? Number.POSITIVE_INFINITY;
    this.#rejectedAt = query.rejectedAt[0] ?? Number.POSITIVE_INFINITY;
  }

  get done(): boolean {
    return this.#wanted === Number.POSITIVE_INFINITY && this.#rejectedAt === Number.POSITIVE_INFINITY;
  }

  /** Takes the complete records of `buffer`, which starts at `offset` of the file. @returns where the rest starts. */
  take(buffer: Buffer, offset: number, isLast: boolean): number {
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
    // With CRLF and blank lines before it, DuckDB names the line end before the record.
    if (offset + end + 1 >= this.#rejectedAt) {
      this.byPosition.set(this.#rejectedAt, this.#place(buffer, start, end));
      this.#rejectedAt = this.#query.rejectedAt[++this.#nextRejected] ?? Number.POSITIVE_INFINITY;
      return;
    }
    if (this.#ordinal++ !== this.#wanted) return;
    this.byOrdinal.set(this.#wanted, this.#place(buffer, start, end));
    this.#wanted = this.#query.ordinals[++this.#nextOrdinal] ?? Number.POSITIVE_INFINITY;
  }

  #place(buffer: Buffer, start: number, end: number): RecordPlace {
    return { line: this.#line, row: this.#row, text: buffer.toString("utf8", start, end) };
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
