import { mkdir, realpath, rm } from "node:fs/promises";
import { join } from "node:path";
import type { DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import { openDuckDb, StoreOwnedElsewhere } from "../duckdb/connect.ts";
import { prepareFactStore } from "../duckdb/fact-store.ts";
import { openRecords, type Records } from "../postgres/connect.ts";

export interface WorkspaceOptions {
  readonly directory: string;
  readonly memoryLimit?: string;
  readonly threads?: number;
  /** The day of import and of measuring; injected so that tests and scenarios have a fixed clock. */
  readonly today?: () => string;
}

/** One data directory, owned by this process: facts, records and the work files of running imports. */
export interface Workspace {
  readonly directory: string;
  readonly workDirectory: string;
  /** Calendar day `yyyy-mm-dd` in the local time zone. */
  readonly today: () => string;
  /** Runs a reading query on a connection of its own, beside a running import. */
  read<T>(work: (connection: DuckDBConnection) => Promise<T>): Promise<T>;
  /** One writer at a time: imports, undo, measuring, merging and backup wait for each other here. */
  write<T>(work: (connection: DuckDBConnection) => Promise<T>): Promise<T>;
  /** What people decide; opened at first use, because many commands need facts only. */
  records(): Promise<Records>;
  close(): Promise<void>;
}

/** Real paths of the directories that this process has open: DuckDB's lock keeps out other processes only. */
const openDirectories = new Set<string>();

/**
 * Opens a data directory, creating it when it is missing.
 * DuckDB first: its lock decides the owner, and two processes on one embedded Postgres would corrupt it.
 * @throws StoreOwnedElsewhere when another process owns the directory, or this one has it open already.
 */
export async function openWorkspace(options: WorkspaceOptions): Promise<Workspace> {
  await mkdir(options.directory, { recursive: true, mode: 0o700 });
  const path = await realpath(options.directory);
  if (openDirectories.has(path)) throw new StoreOwnedElsewhere(`${path} is open in this process already`);
  openDirectories.add(path);
  try {
    return await openOwned(options, () => openDirectories.delete(path));
  } catch (error) {
    openDirectories.delete(path);
    throw error;
  }
}

async function openOwned(options: WorkspaceOptions, onClosed: () => void): Promise<Workspace> {
  const { directory } = options;
  const workDirectory = join(directory, "work");
  const instance = await openDuckDb({
    path: join(directory, "facts.duckdb"),
    spillDirectory: join(workDirectory, "spill"),
    ...(options.memoryLimit === undefined ? {} : { memoryLimit: options.memoryLimit }),
    ...(options.threads === undefined ? {} : { threads: options.threads }),
  });
  // Only the owner may clear: what lies here was left by a kill.
  await rm(workDirectory, { recursive: true, force: true });
  await mkdir(workDirectory, { recursive: true, mode: 0o700 });
  const writer = await instance.connect();
  await prepareFactStore(writer);
  return new OwnedWorkspace(
    directory,
    workDirectory,
    instance,
    writer,
    options.today ?? localToday,
    onClosed,
  );
}

function localToday(): string {
  const now = new Date();
  const pad = (value: number) => String(value).padStart(2, "0");
  return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;
}

class OwnedWorkspace implements Workspace {
  readonly #instance: DuckDBInstance;
  readonly #writer: DuckDBConnection;
  readonly #onClosed: () => void;
  readonly #idle: DuckDBConnection[] = [];
  #tail: Promise<unknown> = Promise.resolve();
  #records: Promise<Records> | undefined;

  constructor(
    readonly directory: string,
    readonly workDirectory: string,
    instance: DuckDBInstance,
    writer: DuckDBConnection,
    readonly today: () => string,
    onClosed: () => void,
  ) {
    this.#instance = instance;
    this.#onClosed = onClosed;
    this.#writer = writer;
  }

  async read<T>(work: (connection: DuckDBConnection) => Promise<T>): Promise<T> {
    const connection = this.#idle.pop() ?? (await this.#instance.connect());
    try {
      return await work(connection);
    } finally {
      this.#idle.push(connection);
    }
  }

  write<T>(work: (connection: DuckDBConnection) => Promise<T>): Promise<T> {
    const result = this.#tail.then(() => work(this.#writer));
    this.#tail = result.catch(() => undefined);
    return result;
  }

  records(): Promise<Records> {
    this.#records ??= openRecords(join(this.directory, "records"));
    return this.#records;
  }

  async close(): Promise<void> {
    await this.#tail;
    const records = await this.#records?.catch(() => undefined);
    await records?.destroy();
    for (const connection of this.#idle) connection.closeSync();
    this.#writer.closeSync();
    this.#instance.closeSync();
    this.#onClosed();
  }
}
