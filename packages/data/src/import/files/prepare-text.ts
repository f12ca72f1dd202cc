import { isUtf8 } from "node:buffer";
import { detectEncoding } from "@kleinod/engine/import/detect-encoding.ts";
import { detectDialect } from "@kleinod/engine/import/dialect.ts";
import type {
  Delimiter,
  Dialect,
  DialectResult,
  TextEncoding,
} from "@kleinod/engine/import/dialect-contract.ts";
import type { Refusal } from "@kleinod/engine/import/refusal.ts";
import type { SingleByteEncoding, Utf8Transcoder } from "@kleinod/engine/import/text-encoding.ts";
import type { FileLimits } from "./limits.ts";
import { type FileWarning, recordsBeforeData } from "./prepared-file.ts";
import { isRefusal, refuse } from "./refusals.ts";
import { RepairedText } from "./repaired-text.ts";
import { looksLikeUtf16 } from "./sniff-format.ts";
import { Fingerprint, type ReadContext, type SourceFile } from "./source-file.ts";
import { TempFile } from "./temp-file.ts";
import { decoderFor, MixedLinesDecoder, SingleByteDecoder } from "./text-decoders.ts";
import { type TextFacts, TextScanner } from "./text-scanner.ts";
import { Utf8Checker } from "./utf8-checker.ts";
import { warn } from "./warnings.ts";

export interface PreparedText {
  readonly path: string;
  readonly temporary: boolean;
  readonly sha256: string;
  readonly dialect: Dialect;
  readonly dataRecords: number;
  readonly warnings: readonly FileWarning[];
}

export interface TextJob {
  readonly source: SourceFile;
  readonly workDir: string;
  readonly limits: FileLimits;
  readonly context: ReadContext;
  /** Set where the delimiter is known, because we wrote the text ourselves. */
  readonly delimiter?: Delimiter;
}

/** What one reading of the whole file found. */
interface Reading {
  readonly facts: TextFacts;
  readonly sha256: string;
}

const sampleBytes = 1 << 18;

function scannerFor(dialect: Dialect, limits: FileLimits): TextScanner {
  const { delimiter, quote } = dialect;
  return new TextScanner({
    delimiter,
    quote,
    skipRows: recordsBeforeData(dialect),
    maxRecordBytes: limits.maxRecordBytes,
  });
}

/** Reads without writing. `invalidAt`: the file stops being UTF-8 in the chunk that ends there. */
async function inspect(job: TextJob, dialect: Dialect): Promise<Reading | { invalidAt: number } | Refusal> {
  const scanner = scannerFor(dialect, job.limits);
  const utf8 = new Utf8Checker();
  const fingerprint = new Fingerprint();
  let position = 0;
  for await (const chunk of fingerprint.of(job.source.chunks(job.context))) {
    position += chunk.length;
    if (!utf8.push(chunk)) return { invalidAt: position };
    const stop = scanner.push(chunk);
    if (stop !== null) return stop(job.source.name);
  }
  if (!utf8.finish()) return { invalidAt: position };
  return { facts: scanner.finish(), sha256: fingerprint.hex() };
}

/** Reads, decodes, makes all line ends LF, doubles stray quotes, and writes to a new file. On refusal nothing is left behind. */
async function rewrite(
  job: TextJob,
  dialect: Dialect,
  decoder: Utf8Transcoder,
): Promise<(Reading & { path: string }) | Refusal> {
  const out = await TempFile.create(job.workDir, "csv");
  try {
    const scanner = scannerFor(dialect, job.limits);
    const repaired = new RepairedText();
    const fingerprint = new Fingerprint();
    const take = async (bytes: Uint8Array) => {
      const findings = { carriageReturns: [], strayQuotes: [] };
      const stop = scanner.push(bytes, findings);
      if (stop === null) await out.write(repaired.push(bytes, findings));
      return stop;
    };
    for await (const chunk of fingerprint.of(job.source.chunks(job.context))) {
      const stop = await take(decoder.push(chunk));
      if (stop === null) continue;
      await out.discard();
      return stop(job.source.name);
    }
    const stop = await take(decoder.finish());
    if (stop !== null) {
      await out.discard();
      return stop(job.source.name);
    }
    await out.close();
    return { path: out.path, facts: scanner.finish(), sha256: fingerprint.hex() };
  } catch (error) {
    await out.discard();
    throw error;
  }
}

/**
 * The single-byte encoding of the lines that are no UTF-8, judged by these lines alone: beside them, UTF-8 read as a
 * single-byte encoding would tip the scales.
 */
function encodingOfOddLines(bytes: Buffer): SingleByteEncoding {
  const odd: Buffer[] = [];
  for (let start = 0; start < bytes.length; ) {
    const found = bytes.subarray(start).findIndex((byte) => byte === 10 || byte === 13);
    const end = found < 0 ? bytes.length : start + found + 1;
    const line = bytes.subarray(start, end);
    if (!isUtf8(line)) odd.push(line);
    start = end;
  }
  return detectEncoding(Buffer.concat(odd))?.encoding === "macintosh" ? "macintosh" : "windows-1252";
}

/** The bytes before `position`, where reading found that the file is no UTF-8 after all. */
async function bytesBefore(job: TextJob, position: number): Promise<Buffer> {
  const start = Math.max(0, position - 5 * sampleBytes);
  const bytes = await job.source.slice(start, position - start + sampleBytes);
  return start === 0 ? bytes : bytes.subarray(bytes.indexOf(10) + 1);
}

/** Rewrites a file in a single-byte encoding, or one that mixes it with UTF-8, whichever it turns out to be. */
async function rewriteSingleByte(
  job: TextJob,
  dialect: Dialect,
  encoding: SingleByteEncoding,
): Promise<PreparedText | Refusal> {
  const single = new SingleByteDecoder(encoding);
  const reading = await rewrite(job, dialect, single);
  if (isRefusal(reading)) return reading;
  if (single.suspiciousPairs === 0) return accept(job, { ...dialect, encoding }, reading, []);
  await TempFile.remove(reading.path);
  return rewriteMixed(job, dialect, encodingOfOddLines(await job.source.slice(0, sampleBytes)));
}

async function rewriteMixed(
  job: TextJob,
  dialect: Dialect,
  encoding: SingleByteEncoding,
): Promise<PreparedText | Refusal> {
  const mixed = new MixedLinesDecoder(encoding, job.limits.maxRecordBytes);
  const reading = await rewrite(job, dialect, mixed);
  if (isRefusal(reading)) return reading;
  const found: TextEncoding = mixed.utf8Lines === 0 ? encoding : "utf-8";
  const { firstLine, decodedLines, utf8Lines } = mixed;
  const isMixed = firstLine !== null && utf8Lines > 0;
  const warnings = isMixed ? [warn.mixedEncodings(firstLine, decodedLines, encoding)] : [];
  return accept(job, { ...dialect, encoding: found }, reading, warnings);
}

const newlineKinds = (facts: TextFacts) =>
  [facts.lineFeeds, facts.carriageReturnLineFeeds, facts.carriageReturns].filter((count) => count > 0).length;

/** DuckDB fails on a file that mixes line ends, and rejects a row with a quote that is neither doubled nor closing. */
const isReadable = (facts: TextFacts) =>
  newlineKinds(facts) <= 1 && facts.carriageReturns === 0 && facts.strayQuotes === 0;

/** The last word on a file that was read to its end: nothing in it, an open quote, or ready. */
async function accept(
  job: TextJob,
  dialect: Dialect,
  reading: Reading & { path?: string },
  warnings: readonly FileWarning[],
): Promise<PreparedText | Refusal> {
  const { facts, path } = reading;
  const { name } = job.source;
  let refusal: Refusal | null = null;
  if (facts.openQuote !== null)
    refusal = refuse.quoteUnclosed(name, facts.openQuote.line, facts.openQuote.offset);
  else if (facts.dataRecords === 0)
    refusal = dialect.headerRow ? refuse.headerOnly(name) : refuse.emptyFile(name);
  if (refusal !== null) {
    if (path !== undefined) await TempFile.remove(path);
    return refusal;
  }
  // The sample's guess about mixed encodings is replaced by what the whole file showed.
  const seen = dialect.problems.filter((problem) => problem.code !== "mixedEncodings");
  const found = [
    ...(newlineKinds(facts) > 1 ? [warn.mixedNewlines()] : []),
    ...(facts.strayQuotes > 0 ? [warn.strayQuotes(facts.strayQuotes)] : []),
    ...(facts.brokenQuoteLine === null ? [] : [warn.brokenQuotes(facts.brokenQuoteLine)]),
  ];
  return {
    path: path ?? job.source.path,
    temporary: path !== undefined,
    sha256: reading.sha256,
    dialect,
    dataRecords: facts.dataRecords,
    warnings: [...seen, ...warnings, ...found],
  };
}

/** A known delimiter is told the way Excel does it: by a first line `sep=,`, which the file itself does not have. */
function detect(job: TextJob, sample: Buffer): DialectResult {
  const isWholeFile = sample.length === job.source.bytes;
  if (job.delimiter === undefined) return detectDialect(sample, { isWholeFile });
  const told = detectDialect(Buffer.concat([Buffer.from(`sep=${job.delimiter}\n`), sample]), { isWholeFile });
  if (!told.ok) return told;
  return { ok: true, dialect: { ...told.dialect, skipRows: told.dialect.skipRows - 1 } };
}

/**
 * Makes delimited text of any encoding and newline readable for DuckDB. A file that already is UTF-8 with LF or CRLF is
 * read once and left where it is; any other is rewritten into the work directory.
 * @throws Cancelled
 */
export async function prepareText(job: TextJob): Promise<PreparedText | Refusal> {
  const sample = await job.source.slice(0, sampleBytes);
  const zero = sample.indexOf(0);
  if (zero >= 0 && !looksLikeUtf16(sample)) {
    const line = sample.toString("latin1", 0, zero).split(/\r\n|\n|\r/).length;
    return refuse.zeroByte(job.source.name, line, zero);
  }
  const detected = detect(job, sample);
  if (!detected.ok) return named(detected.refusal, job.source.name);
  const { dialect } = detected;
  const { encoding } = dialect;
  if (encoding === "windows-1252" || encoding === "macintosh")
    return rewriteSingleByte(job, dialect, encoding);
  if (encoding === "utf-16le" || encoding === "utf-16be") {
    const reading = await rewrite(job, dialect, decoderFor(encoding));
    return isRefusal(reading) ? reading : accept(job, dialect, reading, []);
  }
  const reading = await inspect(job, dialect);
  if (isRefusal(reading)) return reading;
  if ("invalidAt" in reading) {
    const other = encodingOfOddLines(await bytesBefore(job, reading.invalidAt));
    if (dialect.encodingEvidence === "asciiOnly") return rewriteSingleByte(job, dialect, other);
    return rewriteMixed(job, dialect, other);
  }
  if (isReadable(reading.facts)) return accept(job, dialect, reading, []);
  const rewritten = await rewrite(job, dialect, decoderFor(encoding));
  return isRefusal(rewritten) ? rewritten : accept(job, dialect, rewritten, []);
}

/** The detection knows no file names; the person has many files. */
function named(refusal: Refusal, name: string): Refusal {
  const { de, en } = refusal.message;
  return { code: refusal.code, message: { de: `${name}: ${de}`, en: `${name}: ${en}` } };
}
