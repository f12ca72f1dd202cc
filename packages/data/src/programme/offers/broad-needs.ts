import type { DuckDBConnection } from "@duckdb/node-api";
import { table } from "@kleinod/engine/measures/sql-text.ts";
import type { BroadNeed } from "@kleinod/engine/programme/offers/advice-findings.ts";
import { broadNeedSql } from "@kleinod/engine/programme/offers/sql.ts";
import { one } from "../../duckdb/connect.ts";
import type { ReportContext } from "../../measures/reports/report-context.ts";
import type { StoredSegment } from "../../segments/segment-store.ts";
import { membersOf, smallMembers } from "../small-members.ts";

interface NeedInput {
  readonly segments: readonly string[];
  readonly stored: readonly StoredSegment[];
  readonly needQuantile: number;
}

/** How broad need is in some segments; of a segment that is gone nothing is known. */
export async function broadNeeds(
  connection: DuckDBConnection,
  context: Pick<ReportContext, "asOf" | "snapshotTable">,
  { segments, stored, needQuantile }: NeedInput,
): Promise<BroadNeed[]> {
  const members = await smallMembers(connection, context, stored);
  const needs: BroadNeed[] = [];
  for (const segment of segments) {
    const { name, sql } = membersOf(members, segment);
    const counts =
      sql === null
        ? { customers: 0, known: 0, broad: 0 }
        : await one<Pick<BroadNeed, "customers" | "known" | "broad">>(
            connection,
            broadNeedSql({ snapshotTable: table(context.snapshotTable), memberSql: sql, needQuantile }),
          );
    needs.push({ segment, name, ...counts });
  }
  return needs;
}
