import { createHash } from "node:crypto";
import type { DuckDBConnection } from "@duckdb/node-api";
import { fileShape } from "@kleinod/engine/import/file-shape.ts";
import { type ImportMapping, mappingSchema } from "@kleinod/engine/import/mapping-contract.ts";
import { all } from "../duckdb/connect.ts";
import type { Workspace } from "../workspace/open-workspace.ts";

/** Saved by file shape; the mirror in the fact store spares an import of a known shape the start of Postgres. */
const mirrorCode = (shape: string) => `mapping:${shape}`;

function shapeOf(columns: readonly string[]): string {
  return createHash("sha256").update(fileShape(columns)).digest("hex").slice(0, 32);
}

export async function savedMapping(
  connection: DuckDBConnection,
  columns: readonly string[],
): Promise<ImportMapping | null> {
  const rows = await all<{ value: string }>(connection, "SELECT value FROM setting WHERE code = ?", [
    mirrorCode(shapeOf(columns)),
  ]);
  if (rows[0] === undefined) return null;
  const parsed = mappingSchema.safeParse(JSON.parse(rows[0].value));
  return parsed.success ? parsed.data : null;
}

/** Keeps a mapping that a person confirmed for files of the same shape. Runs in the write queue. */
export async function saveMapping(
  workspace: Workspace,
  connection: DuckDBConnection,
  columns: readonly string[],
  fileName: string,
  mapping: ImportMapping,
): Promise<void> {
  const shape = shapeOf(columns);
  const records = await workspace.records();
  const value = JSON.stringify(mapping);
  await records
    .insertInto("saved_mapping")
    .values({ shape, mapping: value, file_name: fileName })
    .onConflict((conflict) =>
      conflict.column("shape").doUpdateSet({ mapping: value, file_name: fileName, saved_at: new Date() }),
    )
    .execute();
  await connection.run("DELETE FROM setting WHERE code = ?", [mirrorCode(shape)]);
  await connection.run("INSERT INTO setting VALUES (?, ?)", [mirrorCode(shape), value]);
}
