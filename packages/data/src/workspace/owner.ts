import { randomBytes } from "node:crypto";
import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** Tells other commands where the owner of a data directory listens. It informs only; DuckDB's lock decides. */
export interface Owner {
  readonly pid: number;
  /** `http://127.0.0.1:port`; null when the owner is a command without a server. */
  readonly address: string | null;
  /** Proof that the caller may read the directory: only its user can read lock.json. */
  readonly token: string;
}

const file = (directory: string) => join(directory, "lock.json");

export function newToken(): string {
  return randomBytes(24).toString("base64url");
}

export async function announceOwner(directory: string, owner: Owner): Promise<void> {
  await rm(file(directory), { force: true });
  await writeFile(file(directory), `${JSON.stringify(owner)}\n`, { mode: 0o600 });
}

export async function withdrawOwner(directory: string): Promise<void> {
  await rm(file(directory), { force: true });
}

/** Null when nobody announced, or the file is unreadable. A stale one is harmless: its address does not answer. */
export async function readOwner(directory: string): Promise<Owner | null> {
  try {
    const value: unknown = JSON.parse(await readFile(file(directory), "utf8"));
    if (typeof value !== "object" || value === null || !("token" in value) || !("pid" in value)) return null;
    const address = "address" in value && typeof value.address === "string" ? value.address : null;
    return { pid: Number(value.pid), address, token: String(value.token) };
  } catch {
    return null;
  }
}
