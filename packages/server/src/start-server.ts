import { fileURLToPath } from "node:url";
import { StoreOwnedElsewhere } from "@kleinod/data/duckdb/connect.ts";
import { newToken, readOwner } from "@kleinod/data/workspace/owner.ts";
import { createApp } from "./app.ts";
import { createParts } from "./create-parts.ts";
import { listen } from "./listen.ts";
import { Spaces } from "./workspace/spaces.ts";

export interface ServerOptions {
  readonly directory: string;
  readonly exampleDirectory: string;
  /** Default 4400; 0 takes any free one. */
  readonly port?: number;
  /** False: when the port is taken, one of the next is used. */
  readonly portIsExact?: boolean;
  /** Prepares the example in the background when it is missing. Default true. */
  readonly prepareExample?: boolean;
  readonly webFolder?: string;
}

export interface RunningServer {
  readonly address: string;
  readonly token: string;
  /** Cancels running jobs, closes both stores and withdraws lock.json. */
  close(): Promise<void>;
}

/** The data directory belongs to a process that runs already. */
export class DirectoryInUse extends Error {}

export const defaultPort = 4400;
const builtWebApp = fileURLToPath(new URL("../../web/dist", import.meta.url));

/**
 * Opens the data directories and serves them on 127.0.0.1.
 * @throws DirectoryInUse when another process owns the company's directory; the message names its address.
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const spaces = new Spaces({
    directories: { company: options.directory, example: options.exampleDirectory },
  });
  await own(spaces);
  const token = newToken();
  let port: number | null = null;
  const address = () => (port === null ? null : `http://127.0.0.1:${port}`);
  const parts = createParts(spaces, address);
  const app = createApp({
    parts,
    security: { port: () => port, token },
    webFolder: options.webFolder ?? builtWebApp,
  });
  try {
    const listening = await listen(app.fetch, options.port ?? defaultPort, options.portIsExact ?? false);
    port = listening.port;
    await spaces.announce({ pid: process.pid, address: address(), token });
    if ((options.prepareExample ?? true) && !spaces.exampleIsReady()) parts.example.start();
    return {
      address: `http://127.0.0.1:${port}`,
      token,
      close: async () => {
        const stopped = new Promise<void>((resolve) => listening.server.close(() => resolve()));
        // A page that is still open keeps its connection; it must not keep the server.
        if ("closeIdleConnections" in listening.server) listening.server.closeIdleConnections();
        await parts.jobs.close();
        if ("closeAllConnections" in listening.server) listening.server.closeAllConnections();
        await stopped;
        await spaces.close();
      },
    };
  } catch (error) {
    await spaces.close();
    throw error;
  }
}

async function own(spaces: Spaces): Promise<void> {
  try {
    await spaces.workspace("company");
  } catch (error) {
    if (!(error instanceof StoreOwnedElsewhere)) throw error;
    throw new DirectoryInUse(await ownedBy(spaces.directory("company")));
  }
}

/** One sentence that says who owns a directory, as far as lock.json tells. */
export async function ownedBy(directory: string): Promise<string> {
  const owner = await readOwner(directory);
  if (owner === null) return `Another process owns ${directory}; end it first.`;
  if (owner.address === null)
    return `A kleinod command (process ${owner.pid}) is at work in ${directory}; wait for it to end.`;
  return `Kleinod already runs for ${directory}: ${owner.address} (process ${owner.pid}).`;
}
