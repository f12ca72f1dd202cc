import { availableParallelism } from "node:os";
import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";

export interface DuckDbOptions {
  /** File of the fact store, or ":memory:". */
  readonly path: string;
  /** Where larger-than-memory work spills; removed with the process. */
  readonly spillDirectory?: string;
  /** Default 2 GB: the machine also holds Postgres, the web app and the person's own programs. */
  readonly memoryLimit?: string;
  readonly threads?: number;
}

/** Thrown when another process owns the file; the caller then talks to that process instead. */
export class StoreOwnedElsewhere extends Error {}

/**
 * Opens the fact store. DuckDB's own lock on the file decides who owns the data directory.
 * @throws StoreOwnedElsewhere when another process holds it.
 */
export async function openDuckDb(options: DuckDbOptions): Promise<DuckDBInstance> {
  const settings: Record<string, string> = {
    threads: String(options.threads ?? Math.max(2, Math.min(8, availableParallelism()))),
    memory_limit: options.memoryLimit ?? "2GB",
    preserve_insertion_order: "true",
    // No downloads at run time: what is not built in does not exist.
    autoinstall_known_extensions: "false",
    autoload_known_extensions: "false",
    allow_community_extensions: "false",
  };
  if (options.spillDirectory !== undefined) settings.temp_directory = options.spillDirectory;
  try {
    return await DuckDBInstance.create(options.path, settings);
  } catch (error) {
    if (error instanceof Error && /lock|being used by another process/i.test(error.message)) {
      throw new StoreOwnedElsewhere(error.message);
    }
    throw error;
  }
}

/** A row as plain JSON values: BIGINT as number where it is exact, dates and decimals as text. */
export type Row = Record<string, string | number | boolean | null | unknown[]>;

function plain(value: unknown): unknown {
  if (typeof value === "bigint") {
    const number = Number(value);
    return Number.isSafeInteger(number) ? number : value.toString();
  }
  if (value === null || typeof value !== "object") return value;
  if (Array.isArray(value)) return value.map(plain);
  if ("items" in value && Array.isArray(value.items)) return value.items.map(plain);
  return String(value);
}

/** All rows of a query, for small results. Large results are streamed in chunks instead. */
export async function all<T = Row>(
  connection: DuckDBConnection,
  sql: string,
  values?: DuckValue[],
): Promise<T[]> {
  const reader = await connection.runAndReadAll(sql, values);
  const columns = reader.deduplicatedColumnNames();
  return reader
    .getRows()
    .map((row) => Object.fromEntries(columns.map((name, index) => [name, plain(row[index])])) as T);
}

export type DuckValue = string | number | bigint | boolean | null;

/** The only row of a query. @throws when there is none: the caller asked for an aggregate. */
export async function one<T = Row>(
  connection: DuckDBConnection,
  sql: string,
  values?: DuckValue[],
): Promise<T> {
  const rows = await all<T>(connection, sql, values);
  const row = rows[0];
  if (row === undefined) throw new Error(`The query returned no row: ${sql.slice(0, 200)}`);
  return row;
}

export async function runEach(connection: DuckDBConnection, statements: readonly string[]): Promise<void> {
  for (const statement of statements) await connection.run(statement);
}

/** Text as an SQL literal. */
export function literal(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}
