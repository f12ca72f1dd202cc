import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";

export const manifestName = "manifest.json";
export const factsName = "facts.duckdb";
export const recordsName = "records.jsonl";

/** What a backup says of itself; its first file. */
export interface BackupManifest {
  readonly format: "kleinod-backup";
  readonly formatVersion: 1;
  /** Version of Kleinod that wrote it. */
  readonly version: string;
  /** ISO instant. */
  readonly createdAt: string;
  /** Version of the fact store's tables. */
  readonly storeVersion: number;
  /** Newest migration of the records. */
  readonly migration: string;
  readonly counts: {
    readonly batches: number;
    readonly accounts: number;
    readonly documents: number;
    readonly lines: number;
    /** Rows per table of the records. */
    readonly records: Readonly<Record<string, number>>;
  };
  readonly files: readonly { readonly name: string; readonly bytes: number; readonly sha256: string }[];
}

/** Null when the text is no manifest of a format that this version reads. */
export function parseManifest(text: string): BackupManifest | null {
  try {
    const value = JSON.parse(text) as Partial<BackupManifest> | null;
    if (value?.format !== "kleinod-backup" || value.formatVersion !== 1) return null;
    const isWhole = [factsName, recordsName].every((name) => value.files?.some((file) => file.name === name));
    return isWhole ? (value as BackupManifest) : null;
  } catch {
    return null;
  }
}

export async function sha256Of(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) hash.update(chunk as Buffer);
  return hash.digest("hex");
}
