import { randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import type { Context } from "hono";

/** Headers of an answer that a browser saves under a name. */
export function downloadHeaders(fileName: string, contentType: string): Record<string, string> {
  return { "content-type": contentType, "content-disposition": `attachment; filename="${fileName}"` };
}

/** Writes a file into the work folder and sends it; it is deleted when it was sent or the reader went away. */
export async function sendTemporaryFile(
  c: Context,
  workDirectory: string,
  { name, type }: { readonly name: string; readonly type: string },
  write: (path: string) => Promise<void>,
): Promise<Response> {
  const folder = join(workDirectory, "exports", randomUUID());
  const remove = () => rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  try {
    const path = join(folder, name);
    await write(path);
    const { size } = await stat(path);
    const stream = createReadStream(path);
    stream.once("close", () => void remove());
    const body = Readable.toWeb(stream) as ReadableStream<Uint8Array>;
    return c.body(body, 200, { ...downloadHeaders(name, type), "content-length": String(size) });
  } catch (error) {
    await remove();
    throw error;
  }
}
