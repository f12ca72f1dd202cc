import { Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import type { Refusal } from "@kleinod/engine/import/refusal.ts";
import type { FileLimits } from "./limits.ts";
import { refuse } from "./refusals.ts";
import { Fingerprint, type ReadContext, type SourceFile } from "./source-file.ts";
import { TempFile } from "./temp-file.ts";

/** Says when unpacking has gone too far; null while it has not. */
export function unpackedTooFar(packed: number, unpacked: number, limits: FileLimits): string | null {
  if (unpacked > limits.maxUnpackedBytes) return `${Math.round(limits.maxUnpackedBytes / 1e9)} GB`;
  if (unpacked > limits.ratioFromBytes && unpacked > packed * limits.maxUnpackRatio) {
    return `${limits.maxUnpackRatio} : 1`;
  }
  return null;
}

const isZlibError = (error: unknown) =>
  error instanceof Error && "code" in error && typeof error.code === "string" && error.code.startsWith("Z_");

/**
 * Unpacks a .gz file (of one or several members) into the work directory.
 * @returns the unpacked file and the fingerprint of the packed one, or the refusal; then nothing is left behind.
 * @throws Cancelled
 */
export async function inflateGzip(
  source: SourceFile,
  workDir: string,
  limits: FileLimits,
  context: ReadContext,
): Promise<{ path: string; sha256: string } | Refusal> {
  const out = await TempFile.create(workDir, "txt");
  const fingerprint = new Fingerprint();
  let packed = 0;
  async function* copies() {
    // zlib works on its input later than the next chunk is read, so it cannot have the shared buffers.
    for await (const chunk of fingerprint.of(source.chunks(context))) {
      packed += chunk.length;
      yield Buffer.from(chunk);
    }
  }
  const input = Readable.from(copies());
  const gunzip = createGunzip({ chunkSize: 1 << 18 });
  input.on("error", (error) => gunzip.destroy(error));
  try {
    for await (const chunk of input.pipe(gunzip)) {
      await out.write(chunk);
      const limit = unpackedTooFar(packed, out.bytes, limits);
      if (limit !== null) {
        await out.discard();
        return refuse.zipBomb(source.name, limit);
      }
    }
    await out.close();
    return { path: out.path, sha256: fingerprint.hex() };
  } catch (error) {
    await out.discard();
    if (isZlibError(error)) return refuse.gzipDamaged(source.name);
    throw error;
  } finally {
    input.destroy();
    gunzip.destroy();
  }
}
