import type { DuckDBConnection } from "@duckdb/node-api";
import type { Text } from "@kleinod/engine/measures/measure-contract.ts";
import { allSmall } from "@kleinod/engine/programme/contracts/plan-contract.ts";
import { memberSql } from "@kleinod/engine/segments/builder/sql.ts";
import type { PlainDate } from "@kleinod/engine/units.ts";
import type { ReportContext } from "../measures/reports/report-context.ts";
import { customerTable, resolveOrNull } from "../segments/segment-columns.ts";
import { earlierOf } from "../segments/segment-preview.ts";
import { activeSegments, type StoredSegment } from "../segments/segment-store.ts";

/** A segment of the programme: who of the small customers belongs to it. */
export interface SmallMembers {
  readonly code: string;
  readonly name: Text;
  /** Condition over the columns of the customer table, three-valued; null: the segment is gone or does not resolve. */
  readonly sql: string | null;
}

const small: SmallMembers = {
  code: allSmall,
  name: { de: "Kleinkunden", en: "Small customers" },
  sql: "true",
};

/** `small` and the active segments, as conditions on small customers. */
export async function smallMembers(
  connection: DuckDBConnection,
  { asOf, snapshotTable }: Pick<ReportContext, "asOf" | "snapshotTable">,
  stored: readonly StoredSegment[],
): Promise<SmallMembers[]> {
  const base = await customerTable(connection, snapshotTable);
  const overlays = activeSegments(stored).map((segment): SmallMembers => {
    const definition = resolveOrNull(segment, base.columns);
    const { code, name } = segment;
    const sql =
      definition === null ? null : memberSql(definition, earlierOf(segment, stored, base), asOf as PlainDate);
    return { code, name: { de: name, en: name }, sql };
  });
  return [small, ...overlays];
}

/** The segment of this code; one that is gone keeps its code as name and has no members that can be told. */
export function membersOf(members: readonly SmallMembers[], code: string): SmallMembers {
  return members.find((one) => one.code === code) ?? { code, name: { de: code, en: code }, sql: null };
}
