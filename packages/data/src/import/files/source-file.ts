import { createHash } from "node:crypto";
import { constants } from "node:fs";
import { type FileHandle, lstat, open } from "node:fs/promises";
import type { Refusal } from "@kleinod/engine/import/refusal.ts";
import { stopIfCancelled } from "../progress.ts";
import { refuse } from "./refusals.ts";

const chunkBytes = 1 << 20;

/** Bytes of the original that were read, for a progress bar. */
export type OnBytes = (bytesRead: number, bytesTotal: number) => void;

export interface ReadContext {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: OnBytes | undefined;
}

/** Refusal of an error of the operating system, or null when the error is a bug of ours. */
export function refusalOf(error: unknown, file: string): Refusal | null {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  switch (code) {
    case "ENOENT":
    case "ENOTDIR":
    case "ENAMETOOLONG":
      return refuse.notFound(file);
    case "ERR_INVALID_ARG_VALUE":
      return refuse.notFound(file.replaceAll("\0", "\\0"));
    case "EACCES":
    case "EPERM":
      return refuse.notReadable(file);
    case "ELOOP":
      return refuse.symlink(file);
    case "EISDIR":
      return refuse.notAFile(file);
    case "ENOSPC":
    case "EDQUOT":
      return refuse.diskFull(file);
    default:
      return null;
  }
}

/** An original file, opened for reading and never written to. */
export class SourceFile {
  readonly #handle: FileHandle;
  readonly #modified: number;
  readonly name: string;
  readonly path: string;
  readonly bytes: number;

  private constructor(path: string, name: string, handle: FileHandle, bytes: number, modified: number) {
    this.path = path;
    this.name = name;
    this.#handle = handle;
    this.bytes = bytes;
    this.#modified = modified;
  }

  /** Opens without following a link and without waiting on a pipe. `name` is what messages call it. */
  static async open(path: string, name: string): Promise<SourceFile | Refusal> {
    try {
      // Windows has no O_NOFOLLOW; there the link is found here, elsewhere also if it appears in between.
      const entry = await lstat(path);
      if (entry.isSymbolicLink()) return refuse.symlink(name);
      if (!entry.isFile()) return refuse.notAFile(name);
      const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);
      const handle = await open(path, flags);
      const stat = await handle.stat();
      if (!stat.isFile()) {
        await handle.close();
        return refuse.notAFile(name);
      }
      return new SourceFile(path, name, handle, stat.size, stat.mtimeMs);
    } catch (error) {
      const refusal = refusalOf(error, name);
      if (refusal !== null) return refusal;
      throw error;
    }
  }

  /** For libraries that read by position themselves; they must not close it. */
  get fd(): number {
    return this.#handle.fd;
  }

  /** At most `length` bytes from `position`; fewer at the end of the file. */
  async slice(position: number, length: number): Promise<Buffer> {
    const buffer = Buffer.alloc(Math.max(0, Math.min(length, this.bytes - position)));
    let filled = 0;
    while (filled < buffer.length) {
      const { bytesRead } = await this.#handle.read(
        buffer,
        filled,
        buffer.length - filled,
        position + filled,
      );
      if (bytesRead === 0) break;
      filled += bytesRead;
    }
    return buffer.subarray(0, filled);
  }

  /**
   * The file from its beginning, the next chunk being read while the consumer works on this one. A chunk is valid until
   * the next is asked for. @throws Cancelled
   */
  async *chunks(context: ReadContext = {}): AsyncGenerator<Buffer> {
    const buffers = [Buffer.allocUnsafe(chunkBytes), Buffer.allocUnsafe(chunkBytes)] as const;
    const read = (turn: number, position: number) =>
      this.#handle.read(buffers[turn % 2 === 0 ? 0 : 1], 0, chunkBytes, position);
    let position = 0;
    let pending = read(0, 0);
    try {
      for (let turn = 0; ; turn++) {
        const { bytesRead, buffer } = await pending;
        if (bytesRead === 0) return;
        stopIfCancelled({ signal: context.signal });
        position += bytesRead;
        pending = read(turn + 1, position);
        yield buffer.subarray(0, bytesRead);
        context.onProgress?.(position, this.bytes);
      }
    } finally {
      // The consumer may leave early; the handle must not be closed under a running read.
      await pending.catch(() => undefined);
    }
  }

  /** True when somebody wrote to the file since it was opened. */
  async changed(): Promise<boolean> {
    const stat = await this.#handle.stat();
    return stat.size !== this.bytes || stat.mtimeMs !== this.#modified;
  }

  async close(): Promise<void> {
    await this.#handle.close();
  }
}

/** Passes chunks on and adds them to a SHA-256. */
export class Fingerprint {
  readonly #hash = createHash("sha256");

  async *of(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const chunk of chunks) {
      this.#hash.update(chunk);
      yield chunk;
    }
  }

  /** Lower-case hexadecimal; only once. */
  hex(): string {
    return this.#hash.digest("hex");
  }
}
