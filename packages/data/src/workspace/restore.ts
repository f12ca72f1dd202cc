import { createHash } from "node:crypto";
import { createWriteStream, existsSync } from "node:fs";
import { mkdir, readdir, readFile, rename, rm, rmdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { schemaVersion } from "@kleinod/engine/facts/store/sql.ts";
import { openDuckDb, StoreOwnedElsewhere } from "../duckdb/connect.ts";
import { Cancelled, type RunContext } from "../import/progress.ts";
import { audit } from "../postgres/audit.ts";
import { openRecords } from "../postgres/connect.ts";
import { countFacts } from "./backup.ts";
import { type ArchiveEntry, BrokenArchive, readArchive } from "./backup-archive.ts";
import {
  type BackupManifest,
  factsName,
  manifestName,
  parseManifest,
  recordsName,
} from "./backup-manifest.ts";
import { loadRecords, newestMigration } from "./backup-records.ts";
import { type Refused, refused } from "./refused.ts";

export interface RestoreOptions {
  /** Replaces a directory that holds data; the old one is moved aside, never deleted. */
  readonly force?: boolean;
  readonly author?: string;
}

export interface RestoreResult {
  readonly ok: true;
  readonly directory: string;
  readonly manifest: BackupManifest;
  /** Where the data lie that were there before; null when there were none. */
  readonly movedAside: string | null;
}

const largestManifest = 1 << 20;

/**
 * Brings a backup back into a directory that nobody has open. Everything is unpacked and checked beside it first, so a
 * wrong or damaged file changes nothing. @throws Cancelled when the run was cancelled.
 */
export async function restore(
  directory: string,
  file: string,
  run: RunContext = {},
  { force = false, author = "restore" }: RestoreOptions = {},
): Promise<RestoreResult | Refused> {
  if (!existsSync(file)) {
    return refused("fileMissing", `Es gibt keine Datei ${file}.`, `There is no file ${file}.`);
  }
  const occupied = await checkTarget(directory, force);
  if (typeof occupied !== "boolean") return occupied;
  const draft = `${directory}.restoring`;
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { recursive: true, mode: 0o700 });
  try {
    const manifest = await unpack(file, draft, run);
    if ("ok" in manifest) return manifest;
    const problem =
      (await checkFacts(draft, manifest, file)) ?? (await fillRecords(draft, manifest, file, author));
    if (problem !== null) return problem;
    const movedAside = await takePlace(directory, draft, occupied);
    return { ok: true, directory, manifest, movedAside };
  } catch (error) {
    if (run.signal?.aborted) throw new Cancelled();
    if (error instanceof BrokenArchive) return refuseBroken(file);
    throw error;
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

/** Whether the target holds something; refuses when it may not be replaced. lock.json and work files are nothing. */
async function checkTarget(directory: string, force: boolean): Promise<boolean | Refused> {
  const entries = await readdir(directory).catch(() => []);
  const occupied = entries.some((name) => name !== "lock.json" && name !== "work");
  if (!occupied) return false;
  if (!force) {
    return refused(
      "directoryNotEmpty",
      `${directory} enthält schon Daten. Nennen Sie ein leeres Verzeichnis, oder ersetzen Sie es mit --force; das bisherige wird dann beiseitegelegt.`,
      `${directory} holds data already. Name an empty directory, or replace it with --force; the present one is then moved aside.`,
    );
  }
  const facts = join(directory, factsName);
  if (!existsSync(facts)) return true;
  try {
    (await openDuckDb({ path: facts })).closeSync();
  } catch (error) {
    if (error instanceof StoreOwnedElsewhere) {
      return refused(
        "directoryInUse",
        `${directory} ist in Gebrauch. Beenden Sie zuerst Kleinod, das darin arbeitet.`,
        `${directory} is in use. Stop the Kleinod that works in it first.`,
      );
    }
    // A damaged store is a good reason to restore.
  }
  return true;
}

async function unpack(file: string, draft: string, run: RunContext): Promise<BackupManifest | Refused> {
  let manifest: BackupManifest | null = null;
  const missing = new Set([factsName, recordsName]);
  for await (const entry of readArchive(file)) {
    if (manifest === null) {
      manifest = await readManifest(entry);
      if (manifest === null) return refuseBroken(file);
      if (manifest.storeVersion > schemaVersion) return refuseNewer(file, manifest.version);
      continue;
    }
    const expected = manifest.files.find(({ name }) => name === entry.name);
    // Names come from our own list, so that no archive writes elsewhere.
    if (expected === undefined || !missing.delete(entry.name) || entry.size !== expected.bytes) {
      return refuseBroken(file);
    }
    run.onProgress?.({ step: entry.name, done: 0, total: entry.size, rowsPerSecond: null });
    const sha256 = await writeAndHash(entry, join(draft, entry.name), run.signal);
    if (sha256 !== expected.sha256) return refuseBroken(file);
  }
  return manifest === null || missing.size > 0 ? refuseBroken(file) : manifest;
}

async function readManifest(entry: ArchiveEntry): Promise<BackupManifest | null> {
  if (entry.name !== manifestName || entry.size > largestManifest) return null;
  const parts: Buffer[] = [];
  for await (const part of entry.bytes) parts.push(part);
  return parseManifest(Buffer.concat(parts).toString("utf8"));
}

async function writeAndHash(
  entry: ArchiveEntry,
  path: string,
  signal: AbortSignal | undefined,
): Promise<string> {
  const hash = createHash("sha256");
  const hashing = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      done(null, chunk);
    },
  });
  await pipeline(Readable.from(entry.bytes), hashing, createWriteStream(path, { mode: 0o600 }), {
    ...(signal === undefined ? {} : { signal }),
  });
  return hash.digest("hex");
}

/** The facts open and count what the manifest says. */
async function checkFacts(draft: string, manifest: BackupManifest, file: string): Promise<Refused | null> {
  const instance = await openDuckDb({ path: join(draft, factsName) });
  try {
    const connection = await instance.connect();
    const { records: _, ...expected } = manifest.counts;
    const found = await countFacts(connection);
    connection.closeSync();
    const same = Object.entries(found).every(
      ([name, count]) => expected[name as keyof typeof expected] === count,
    );
    return same ? null : refuseBroken(file);
  } finally {
    instance.closeSync();
  }
}

async function fillRecords(
  draft: string,
  manifest: BackupManifest,
  file: string,
  author: string,
): Promise<Refused | null> {
  const text = join(draft, recordsName);
  const records = await openRecords(join(draft, "records"));
  try {
    if (manifest.migration > (await newestMigration(records))) return refuseNewer(file, manifest.version);
    await loadRecords(records, await readFile(text, "utf8"));
    const { createdAt, version } = manifest;
    await audit(records, { author, action: "restore", subject: file, detail: { createdAt, version } });
  } finally {
    await records.destroy();
  }
  await rm(text);
  return null;
}

async function takePlace(directory: string, draft: string, occupied: boolean): Promise<string | null> {
  await mkdir(dirname(directory), { recursive: true });
  if (!occupied) {
    await rm(join(directory, "lock.json"), { force: true });
    await rm(join(directory, "work"), { recursive: true, force: true });
    if (existsSync(directory)) await rmdir(directory);
    await rename(draft, directory);
    return null;
  }
  const aside = freeName(`${directory}.before-restore`);
  await rename(directory, aside);
  try {
    await rename(draft, directory);
  } catch (error) {
    await rename(aside, directory);
    throw error;
  }
  return aside;
}

function freeName(wanted: string): string {
  for (let number = 1; ; number++) {
    const name = number === 1 ? wanted : `${wanted}-${number}`;
    if (!existsSync(name)) return name;
  }
}

function refuseBroken(file: string): Refused {
  return refused(
    "notABackup",
    `${file} ist keine vollständige Sicherung von Kleinod (falsche Datei, abgeschnitten oder beschädigt); es wurde nichts verändert.`,
    `${file} is no complete backup of Kleinod (wrong file, cut off or damaged); nothing was changed.`,
  );
}

function refuseNewer(file: string, version: string): Refused {
  return refused(
    "backupNewer",
    `${file} stammt von Kleinod ${version}; diese Version ist älter. Nehmen Sie die neuere.`,
    `${file} was written by Kleinod ${version}; this version is older. Use the newer one.`,
  );
}
