import { realpath } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { StoreOwnedElsewhere } from "@kleinod/data/duckdb/connect.ts";
import { newToken, readOwner } from "@kleinod/data/workspace/owner.ts";
import { createApp } from "@kleinod/server/app.ts";
import { closeParts, createParts } from "@kleinod/server/create-parts.ts";
import { DirectoryInUse, ownedBy } from "@kleinod/server/start-server.ts";
import { holdsExample, type SpaceName, Spaces, spaceNames } from "@kleinod/server/workspace/spaces.ts";
import type { Transport } from "./client.ts";

const tries = 5;
const betweenTriesMilliseconds = 300;

/**
 * Reaches the app of a data directory (decision 0002): over HTTP when a server owns it, else in this process, which
 * then owns it until `close`.
 * @throws DirectoryInUse when another process owns it and does not answer
 */
export async function connect(directory: string): Promise<Transport> {
  const path = resolve(directory);
  for (let attempt = 1; ; attempt++) {
    const remote = await overHttp(path);
    if (remote !== null) return remote;
    try {
      return await inProcess(path);
    } catch (error) {
      if (!(error instanceof StoreOwnedElsewhere)) throw error;
      // A server that is just starting holds the directory a moment before it says where it listens.
      if (attempt === tries) throw new DirectoryInUse(await ownedBy(path));
      await sleep(betweenTriesMilliseconds);
    }
  }
}

async function overHttp(directory: string): Promise<Transport | null> {
  const owner = await readOwner(directory);
  if (owner?.address == null) return null;
  const { address, token } = owner;
  const send: Transport["send"] = (path, init) =>
    fetch(`${address}${path}`, { ...init, headers: { ...init.headers, authorization: `Bearer ${token}` } });
  for (const space of spaceNames) {
    if (await serves(send, space, directory)) return { space, send, close: async () => undefined };
  }
  return null;
}

/** A stale lock.json may name a port that something else took since. */
async function serves(send: Transport["send"], space: SpaceName, directory: string): Promise<boolean> {
  try {
    const response = await send(`/api/status?space=${space}`, { method: "GET", headers: {} });
    if (!response.ok) return false;
    const status = (await response.json()) as { directory?: unknown };
    if (typeof status.directory !== "string") return false;
    return (await realpath(status.directory)) === (await realpath(directory));
  } catch {
    return false;
  }
}

async function inProcess(directory: string): Promise<Transport> {
  const space: SpaceName = holdsExample(directory) ? "example" : "company";
  // The other one is named, because every app has both, and never opened.
  const other = join(dirname(directory), space === "company" ? "example" : "company");
  const directories =
    space === "company" ? { company: directory, example: other } : { company: other, example: directory };
  const spaces = new Spaces({ directories });
  await spaces.workspace(space);
  const token = newToken();
  await spaces.announce({ pid: process.pid, address: null, token });
  const parts = createParts(spaces, () => null);
  const app = createApp({
    parts,
    security: { port: () => null, token },
    webFolder: null,
  });
  const host = "127.0.0.1";
  return {
    space,
    send: async (path, init) =>
      app.fetch(
        new Request(`http://${host}${path}`, {
          ...init,
          headers: { ...init.headers, host, authorization: `Bearer ${token}` },
        }),
      ),
    close: () => closeParts(parts),
  };
}
