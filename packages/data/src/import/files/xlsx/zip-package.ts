import { type Entry, fromFdPromise, type ZipFile } from "yauzl";
import { stopIfCancelled } from "../../progress.ts";
import { unpackedTooFar } from "../inflate-gzip.ts";
import type { FileLimits } from "../limits.ts";
import { refuse } from "../refusals.ts";
import type { ReadContext, SourceFile } from "../source-file.ts";
import { Refused } from "./refused.ts";

/** The parts of an .xlsx file, unpacked as streams and never beyond the limits. */
export class ZipPackage {
  readonly #zip: ZipFile;
  readonly #entries: ReadonlyMap<string, Entry>;
  readonly #source: SourceFile;
  readonly #limits: FileLimits;
  #unpacked = 0;

  private constructor(
    zip: ZipFile,
    entries: ReadonlyMap<string, Entry>,
    source: SourceFile,
    limits: FileLimits,
  ) {
    this.#zip = zip;
    this.#entries = entries;
    this.#source = source;
    this.#limits = limits;
  }

  /** Reads the table of contents only. @throws Refused when it is damaged, too long, or names a path outside. */
  static async open(source: SourceFile, limits: FileLimits): Promise<ZipPackage> {
    const entries = new Map<string, Entry>();
    try {
      const zip = await fromFdPromise(source.fd, { autoClose: false, lazyEntries: true });
      if (zip.entryCount > limits.maxZipEntries) {
        throw new Refused(refuse.zipBomb(source.name, `${limits.maxZipEntries} parts`));
      }
      for await (const entry of zip.eachEntry()) entries.set(entry.fileName, entry);
      return new ZipPackage(zip, entries, source, limits);
    } catch (error) {
      if (error instanceof Refused) throw error;
      // yauzl checks names itself and says so in these words.
      const outside =
        error instanceof Error && /relative path|absolute path|invalid characters/.test(error.message);
      const { name } = source;
      throw new Refused(outside ? refuse.sheetUnsafe(name, "../") : refuse.sheetDamaged(name, "zip"));
    }
  }

  has(part: string): boolean {
    return this.#entries.has(part);
  }

  /** The bytes of a part. @throws Refused when it is missing, damaged, encrypted or grows too large; Cancelled */
  async *chunks(part: string, context: ReadContext): AsyncGenerator<Buffer> {
    const { name } = this.#source;
    const entry = this.#entries.get(part);
    if (entry === undefined) throw new Refused(refuse.sheetDamaged(name, part));
    if (entry.isEncrypted()) throw new Refused(refuse.oldExcel(name));
    // Declared sizes are checked first, so that a bomb that admits it is not even begun.
    this.#checkSize(entry, entry.uncompressedSize, this.#unpacked + entry.uncompressedSize);
    let unpacked = 0;
    try {
      for await (const chunk of await this.#zip.openReadStreamPromise(entry)) {
        stopIfCancelled({ signal: context.signal });
        unpacked += chunk.length;
        this.#unpacked += chunk.length;
        this.#checkSize(entry, unpacked, this.#unpacked);
        yield chunk;
        const share = Math.min(1, unpacked / Math.max(1, entry.uncompressedSize));
        context.onProgress?.(Math.round(share * this.#source.bytes), this.#source.bytes);
      }
    } catch (error) {
      if (isDamage(error)) throw new Refused(refuse.sheetDamaged(name, part));
      throw error;
    }
  }

  #checkSize(entry: Entry, unpacked: number, total: number): void {
    const limit =
      unpackedTooFar(entry.compressedSize, unpacked, this.#limits) ??
      (total > this.#limits.maxUnpackedBytes
        ? `${Math.round(this.#limits.maxUnpackedBytes / 1e9)} GB`
        : null);
    if (limit !== null) throw new Refused(refuse.zipBomb(this.#source.name, limit));
  }
}

/** Errors of zlib and of yauzl's own checks (sizes, headers, checksums). */
function isDamage(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ("code" in error && typeof error.code === "string") return error.code.startsWith("Z_");
  return /bytes in the stream|local file header|compression method|file data overflows|unexpected EOF|checksum/i.test(
    error.message,
  );
}
