import { randomBytes } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir, rm, statfs } from "node:fs/promises";
import { join } from "node:path";
import { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream as NodeReadableStream } from "node:stream/web";
import { ApiProblem } from "../errors.ts";

export interface UploadLimits {
  /** Largest single file in bytes. */
  readonly maxBytes: number;
  /** What must stay free on the disk beside the file: the import needs room to work. */
  readonly reserveBytes: number;
}

export interface Upload {
  readonly ref: string;
  /** Name as the person knows it. */
  readonly file: string;
  readonly bytes: number;
  readonly path: string;
}

const defaultLimits: UploadLimits = { maxBytes: 10_000_000_000, reserveBytes: 500_000_000 };
const checkEveryBytes = 64_000_000;

/** Files that a browser handed over. They live in the work folder, which is emptied at every start. */
export class Uploads {
  readonly #known = new Map<string, Upload>();
  readonly #limits: UploadLimits;

  constructor(limits: UploadLimits = defaultLimits) {
    this.#limits = limits;
  }

  /**
   * Writes a body to disk as it arrives. @throws ApiProblem uploadTooLarge, diskFull; then nothing stays behind.
   * @param announcedBytes what the request says it will send; null when it does not say
   */
  async receive(
    workDirectory: string,
    name: string,
    body: ReadableStream<Uint8Array> | null,
    announcedBytes: number | null,
  ): Promise<Upload> {
    const ref = `u_${randomBytes(12).toString("hex")}`;
    const file = safeFileName(name);
    const folder = join(workDirectory, "uploads", ref);
    await mkdir(folder, { recursive: true, mode: 0o700 });
    try {
      await this.#refuse(folder, file, announcedBytes ?? 0);
      const path = join(folder, file);
      const bytes = await this.#write(folder, path, file, body);
      const upload: Upload = { ref, file, bytes, path };
      this.#known.set(ref, upload);
      return upload;
    } catch (error) {
      await rm(folder, { recursive: true, force: true });
      throw error;
    }
  }

  get(ref: string): Upload | null {
    return this.#known.get(ref) ?? null;
  }

  /** False when there was none. */
  async remove(ref: string): Promise<boolean> {
    const upload = this.#known.get(ref);
    if (upload === undefined) return false;
    this.#known.delete(ref);
    await rm(join(upload.path, ".."), { recursive: true, force: true });
    return true;
  }

  async #write(
    folder: string,
    path: string,
    file: string,
    body: ReadableStream<Uint8Array> | null,
  ): Promise<number> {
    let bytes = 0;
    let checked = 0;
    const watch = new Transform({
      transform: (chunk: Buffer, _encoding, done) => {
        bytes += chunk.length;
        if (bytes - checked < checkEveryBytes && bytes <= this.#limits.maxBytes) return done(null, chunk);
        checked = bytes;
        this.#refuse(folder, file, 0, bytes).then(() => done(null, chunk), done);
      },
    });
    const source = body === null ? Readable.from([]) : Readable.fromWeb(body as NodeReadableStream);
    await pipeline(source, watch, createWriteStream(path, { mode: 0o600 }));
    return bytes;
  }

  async #refuse(folder: string, file: string, toCome: number, soFar = 0): Promise<void> {
    const { maxBytes, reserveBytes } = this.#limits;
    if (Math.max(toCome, soFar) > maxBytes)
      throw new ApiProblem(
        "uploadTooLarge",
        `${file} is larger than ${inGigabytes(maxBytes)}; larger files are imported with the command line: kleinod import FILE.`,
      );
    const disk = await statfs(folder);
    const free = disk.bavail * disk.bsize;
    if (free < toCome + reserveBytes)
      throw new ApiProblem(
        "diskFull",
        `${inGigabytes(free)} are free; ${file} needs ${inGigabytes(toCome + reserveBytes)}, work room included.`,
      );
  }
}

function inGigabytes(bytes: number): string {
  return `${(bytes / 1e9).toFixed(1)} GB`;
}

/** The last part of the name without what a file system or a terminal could misread; never empty, never hidden. */
export function safeFileName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? "";
  const clean = last
    .normalize("NFC")
    .replace(/[\p{Cc}\p{Cf}<>:"|?*]/gu, "_")
    .replace(/^[.\s]+|[.\s]+$/g, "");
  // The end holds the extension, which tells the format.
  return clean === "" ? "file" : clean.slice(-120);
}
