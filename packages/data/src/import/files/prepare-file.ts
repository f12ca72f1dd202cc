import { basename } from "node:path";
import type { Refusal } from "@kleinod/engine/import/refusal.ts";
import { inflateGzip } from "./inflate-gzip.ts";
import { defaultFileLimits, type FileLimits } from "./limits.ts";
import { prepareText, type TextJob } from "./prepare-text.ts";
import type { PreparedFile, PrepareResult } from "./prepared-file.ts";
import { isRefusal, refuse } from "./refusals.ts";
import { sniffBytes, sniffFormat } from "./sniff-format.ts";
import { Fingerprint, type OnBytes, refusalOf, SourceFile } from "./source-file.ts";
import { TempFile } from "./temp-file.ts";
import { prepareXlsx } from "./xlsx/prepare-xlsx.ts";

export interface PrepareOptions {
  /** Where converted files go; must exist. Everything in it is ours and removed at the next start. */
  readonly workDir: string;
  readonly signal?: AbortSignal | undefined;
  /** Bytes of the original read so far, and in total; a file that needs a second reading starts over. */
  readonly onProgress?: OnBytes | undefined;
  readonly limits?: Partial<FileLimits> | undefined;
  /** Name of the sheet to read from a workbook; default: the first visible one with data. */
  readonly sheet?: string | undefined;
  /** What messages call the file; default: the last part of the path. */
  readonly name?: string | undefined;
}

async function preparePlain(job: TextJob): Promise<PreparedFile | Refusal> {
  const text = await prepareText(job);
  if (isRefusal(text)) return text;
  const { name, bytes } = job.source;
  return { format: "csv", origin: "text", name, bytes, place: "line", decimal: null, ...text };
}

async function prepareGzip(job: TextJob): Promise<PreparedFile | Refusal> {
  const { name, bytes } = job.source;
  const unpacked = await inflateGzip(job.source, job.workDir, job.limits, job.context);
  if (isRefusal(unpacked)) return unpacked;
  const inner = await SourceFile.open(unpacked.path, name);
  if (isRefusal(inner)) return inner;
  let kept: string | null = null;
  try {
    if (inner.bytes === 0) return refuse.emptyFile(name);
    if (sniffFormat(await inner.slice(0, sniffBytes)) !== "text") return refuse.packedTwice(name);
    const text = await prepareText({ ...job, source: inner, context: { signal: job.context.signal } });
    if (isRefusal(text)) return text;
    kept = text.path;
    const { sha256 } = unpacked;
    return {
      format: "csv",
      origin: "gzip",
      name,
      bytes,
      place: "line",
      decimal: null,
      ...text,
      temporary: true,
      sha256,
    };
  } finally {
    await inner.close();
    if (kept !== unpacked.path) await TempFile.remove(unpacked.path);
  }
}

async function prepareParquet(job: TextJob): Promise<PreparedFile | Refusal> {
  const { source } = job;
  const tail = await source.slice(source.bytes - 4, 4);
  if (source.bytes < 12 || tail.toString("latin1") !== "PAR1") return refuse.parquetDamaged(source.name);
  const fingerprint = new Fingerprint();
  for await (const _ of fingerprint.of(source.chunks(job.context)));
  const { name, path, bytes } = source;
  return { format: "parquet", name, path, temporary: false, sha256: fingerprint.hex(), bytes, warnings: [] };
}

async function prepareByContent(job: TextJob, sheet: string | undefined): Promise<PreparedFile | Refusal> {
  const { name, bytes } = job.source;
  if (bytes === 0) return refuse.emptyFile(name);
  const format = sniffFormat(await job.source.slice(0, sniffBytes));
  switch (format) {
    case "text":
      return preparePlain(job);
    case "gzip":
      return prepareGzip(job);
    case "zip":
      return prepareXlsx(job, sheet);
    case "parquet":
      return prepareParquet(job);
    case "oldExcel":
      return refuse.oldExcel(name);
    case "pdf":
      return refuse.pdf(name);
    case "image":
      return refuse.image(name);
    case "archive":
      return refuse.archive(name);
    case "markup":
      return refuse.markup(name);
    case "binary":
      return refuse.binaryFile(name);
  }
}

/**
 * Turns whatever a person exported into something that DuckDB's `read_csv` or `read_parquet` reads directly, or says in
 * one sentence why not. The original is only ever read. What goes wrong with single records is not decided here.
 * @throws Cancelled when `signal` is aborted; then nothing is left in the work directory.
 */
export async function prepareFile(path: string, options: PrepareOptions): Promise<PrepareResult> {
  const name = options.name ?? basename(path);
  try {
    const source = await SourceFile.open(path, name);
    if (isRefusal(source)) return { ok: false, refusal: source };
    try {
      const limits = { ...defaultFileLimits, ...options.limits };
      const context = { signal: options.signal, onProgress: options.onProgress };
      const job = { source, workDir: options.workDir, limits, context };
      const prepared = await prepareByContent(job, options.sheet);
      if (!isRefusal(prepared) && (await source.changed())) {
        if (prepared.temporary) await TempFile.remove(prepared.path);
        return { ok: false, refusal: refuse.fileChanging(name) };
      }
      return isRefusal(prepared) ? { ok: false, refusal: prepared } : { ok: true, prepared };
    } finally {
      await source.close();
    }
  } catch (error) {
    const refusal = refusalOf(error, name);
    if (refusal !== null) return { ok: false, refusal };
    throw error;
  }
}
