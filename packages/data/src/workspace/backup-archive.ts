/**
 * The container of a backup: a gzipped tar (POSIX ustar) of a few plain files, so that any system can look inside:
 * `tar -tzf FILE`. Written and read as a stream; sizes past 8 GB use the base-256 form that tar programs know.
 */
import { createReadStream, createWriteStream } from "node:fs";
import { stat } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip, createGzip } from "node:zlib";

const block = 512;

export interface ArchiveFile {
  readonly name: string;
  readonly path: string;
}

/** Facts are compressed by themselves, so the fastest level is enough. */
export async function writeArchive(
  path: string,
  files: readonly ArchiveFile[],
  signal?: AbortSignal,
): Promise<void> {
  await pipeline(Readable.from(archiveBytes(files)), createGzip({ level: 1 }), createWriteStream(path), {
    ...(signal === undefined ? {} : { signal }),
  });
}

async function* archiveBytes(files: readonly ArchiveFile[]): AsyncGenerator<Buffer> {
  for (const { name, path } of files) {
    const { size } = await stat(path);
    yield header(name, size);
    for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) yield chunk as Buffer;
    yield Buffer.alloc(padding(size));
  }
  yield Buffer.alloc(2 * block);
}

const padding = (size: number) => (block - (size % block)) % block;

function header(name: string, size: number): Buffer {
  const bytes = Buffer.alloc(block);
  bytes.write(name, 0, 100);
  bytes.write("0000600\0", 100);
  bytes.write("0000000\0", 108);
  bytes.write("0000000\0", 116);
  writeSize(bytes, size);
  bytes.write("00000000000\0", 136);
  // The sum is taken with spaces in its own place.
  bytes.write("        ", 148);
  bytes.write("0", 156);
  bytes.write("ustar\x0000", 257);
  bytes.write(`${sumOf(bytes).toString(8).padStart(6, "0")}\0 `, 148);
  return bytes;
}

const sumOf = (bytes: Buffer) => bytes.reduce((sum, byte) => sum + byte, 0);

function writeSize(bytes: Buffer, size: number): void {
  if (size < 8 ** 11) {
    bytes.write(`${size.toString(8).padStart(11, "0")}\0`, 124);
    return;
  }
  bytes[124] = 0x80;
  bytes.writeBigUInt64BE(BigInt(size), 128);
}

function readSize(bytes: Buffer): number {
  if (bytes[124] === 0x80) return Number(bytes.readBigUInt64BE(128));
  return Number.parseInt(bytes.toString("latin1", 124, 136), 8);
}

/** Thrown when the bytes are no archive of this kind, or end too early. */
export class BrokenArchive extends Error {}

/** A file inside of the archive; `bytes` has to be read to its end before the next one. */
export interface ArchiveEntry {
  readonly name: string;
  readonly size: number;
  readonly bytes: AsyncIterable<Buffer>;
}

/** The files in their order. @throws BrokenArchive */
export async function* readArchive(path: string): AsyncGenerator<ArchiveEntry> {
  const source = createReadStream(path, { highWaterMark: 1 << 20 });
  const gunzip = createGunzip();
  source.on("error", (error) => gunzip.destroy(error));
  const reader = new BlockReader(source.pipe(gunzip));
  try {
    for (;;) {
      const head = await reader.take(block);
      if (head.every((byte) => byte === 0)) return;
      const name = head.toString("utf8", 0, 100).replace(/\0.*$/s, "");
      const size = readSize(head);
      const expected = Number.parseInt(head.toString("latin1", 148, 156), 8);
      head.fill(" ", 148, 156);
      if (sumOf(head) !== expected || !Number.isSafeInteger(size)) throw new BrokenArchive("header");
      yield { name, size, bytes: reader.upTo(size) };
      await reader.take(padding(size));
    }
  } finally {
    source.destroy();
    gunzip.destroy();
  }
}

class BlockReader {
  readonly #chunks: AsyncIterator<Buffer>;
  #rest: Buffer = Buffer.alloc(0);

  constructor(stream: AsyncIterable<Buffer>) {
    this.#chunks = stream[Symbol.asyncIterator]();
  }

  async take(length: number): Promise<Buffer> {
    const parts: Buffer[] = [];
    for await (const part of this.upTo(length)) parts.push(part);
    return Buffer.concat(parts);
  }

  async *upTo(length: number): AsyncGenerator<Buffer> {
    for (let left = length; left > 0; ) {
      if (this.#rest.length === 0) this.#rest = await this.#next();
      const part = this.#rest.subarray(0, left);
      this.#rest = this.#rest.subarray(part.length);
      left -= part.length;
      yield part;
    }
  }

  async #next(): Promise<Buffer> {
    try {
      const { value, done } = await this.#chunks.next();
      if (done) throw new BrokenArchive("end");
      return value;
    } catch (error) {
      // Whatever the decompressor says (no gzip, wrong check sum, cut off), the file is not usable.
      if (error instanceof Error && "code" in error && String(error.code).startsWith("Z_")) {
        throw new BrokenArchive(error.message);
      }
      throw error;
    }
  }
}
