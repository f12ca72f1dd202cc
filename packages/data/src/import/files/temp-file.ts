import { randomUUID } from "node:crypto";
import { type FileHandle, open, rm } from "node:fs/promises";
import { join } from "node:path";

/** A new file in the work directory that only its owner may read: it holds customer data. */
export class TempFile {
  readonly path: string;
  readonly #handle: FileHandle;
  #bytes = 0;

  private constructor(path: string, handle: FileHandle) {
    this.path = path;
    this.#handle = handle;
  }

  static async create(workDir: string, extension: string): Promise<TempFile> {
    const path = join(workDir, `prepared-${randomUUID()}.${extension}`);
    return new TempFile(path, await open(path, "wx", 0o600));
  }

  static async remove(path: string): Promise<void> {
    await rm(path, { force: true });
  }

  /** Bytes written so far. */
  get bytes(): number {
    return this.#bytes;
  }

  async write(bytes: Uint8Array): Promise<void> {
    let done = 0;
    while (done < bytes.length) done += (await this.#handle.write(bytes, done)).bytesWritten;
    this.#bytes += bytes.length;
  }

  async close(): Promise<void> {
    await this.#handle.close();
  }

  /** Closes and removes it; safe to call twice. */
  async discard(): Promise<void> {
    await this.#handle.close().catch(() => undefined);
    await TempFile.remove(this.path);
  }
}
