import type { DuckDBConnection } from "@duckdb/node-api";
import type { CustomerColumn } from "@kleinod/engine/measures/contracts/customer-column.ts";
import { customerColumns } from "@kleinod/engine/measures/customer-columns.ts";
import type { SegmentDefinition } from "@kleinod/engine/segments/builder/contract.ts";
import { type ResolvedDefinition, resolveDefinition } from "@kleinod/engine/segments/builder/resolve.ts";
import { definitionWords } from "@kleinod/engine/segments/builder/words.ts";
import type { SegmentVersion } from "@kleinod/engine/segments/overlays/contract.ts";
import { columnsOfTable } from "../measures/reports/columns-of-table.ts";
import { type Refused, refused } from "../workspace/refused.ts";
import type { StoredSegment } from "./segment-store.ts";

/** A customer table with the columns that it has: one of an earlier version lacks the later ones. */
export interface CustomerTable {
  readonly table: string;
  readonly names: ReadonlySet<string>;
  readonly columns: readonly CustomerColumn[];
}

export async function customerTable(connection: DuckDBConnection, table: string): Promise<CustomerTable> {
  const names = await columnsOfTable(connection, table);
  return { table, names, columns: customerColumns.filter(({ sql }) => names.has(sql)) };
}

/** The definition with its columns, or why it refuses to run: place, thing, value and what is allowed. */
export function resolveOrRefuse(
  definition: SegmentDefinition,
  columns: readonly CustomerColumn[],
): { readonly ok: true; readonly definition: ResolvedDefinition } | Refused {
  const resolution = resolveDefinition(definition, columns);
  if (resolution.ok) return resolution;
  const join = (language: "de" | "en") =>
    resolution.problems.map(({ message }) => message[language]).join(" ");
  return refused("definitionUnresolved", join("de"), join("en"));
}

/** Null where it does not resolve; for lists that go on without it. */
export function resolveOrNull(
  { definition }: Pick<StoredSegment, "definition">,
  columns: readonly CustomerColumn[],
): ResolvedDefinition | null {
  const resolution = resolveDefinition(definition, columns);
  return resolution.ok ? resolution.definition : null;
}

/** A version as people see it: with its definition in words and what is wrong with it. */
export function versionOf(stored: StoredSegment, columns: readonly CustomerColumn[]): SegmentVersion {
  const resolution = resolveDefinition(stored.definition, columns);
  const words = resolution.ok ? definitionWords(resolution.definition) : { de: "", en: "" };
  return { ...stored, definitionText: words, problems: resolution.ok ? [] : [...resolution.problems] };
}
