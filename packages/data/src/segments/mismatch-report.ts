import type { DuckDBConnection } from "@duckdb/node-api";
import { countText, numberText } from "@kleinod/engine/figure-text.ts";
import type { Text } from "@kleinod/engine/measures/measure-contract.ts";
import { monthsBefore, plainDate } from "@kleinod/engine/measures/period.ts";
import { table } from "@kleinod/engine/measures/sql-text.ts";
import type { LeakRole } from "@kleinod/engine/segments/leak/contract.ts";
import type { ServicePromise } from "@kleinod/engine/segments/promises/promise-contract.ts";
import {
  overRitualisedSql,
  underSupportedSql,
} from "@kleinod/engine/segments/responsibility/mismatch-sql.ts";
import type { ResponsibilityReport } from "@kleinod/engine/segments/responsibility/report-contract.ts";
import { roundHalfAway } from "@kleinod/engine/units.ts";
import { all } from "../duckdb/connect.ts";
import type { ReportContext } from "../measures/reports/report-context.ts";

type Mismatch = ResponsibilityReport["mismatch"];
type UnderSupported = Mismatch["underSupported"];
type OverRitualised = Mismatch["overRitualised"];

/** Rows listed on either side; the totals count all. */
const mostRows = 200;

export interface MismatchInput {
  readonly values: Readonly<Record<string, unknown>>;
  /** Specialist roles with their rates. */
  readonly roles: readonly LeakRole[];
  /** Minutes of a visit that nobody timed. */
  readonly visitMinutes: number;
}

/** Service that does not fit the need, in both directions (AT2.3). */
export async function mismatchReport(
  connection: DuckDBConnection,
  context: ReportContext,
  input: MismatchInput,
): Promise<Mismatch> {
  return {
    underSupported: await underSupported(connection, context, input),
    overRitualised: await overRitualised(connection, context, input),
  };
}

interface UnderRow extends Omit<UnderSupported["rows"][number], "reasons"> {
  readonly hasLittle: boolean;
  readonly total: number;
}

async function underSupported(
  connection: DuckDBConnection,
  { snapshotTable }: ReportContext,
  { values }: MismatchInput,
): Promise<UnderSupported> {
  const rows = await all<UnderRow>(
    connection,
    underSupportedSql({
      snapshotTable: table(snapshotTable),
      needQuantile: values["mismatch.needQuantile"] as number,
      attentionQuantile: values["mismatch.attentionQuantile"] as number,
      limit: mostRows,
    }),
  );
  return {
    total: rows[0]?.total ?? 0,
    rows: rows.map(({ hasLittle, total: _total, ...row }) => ({
      ...row,
      reasons: underReasons(row, hasLittle),
    })),
  };
}

function underReasons(
  row: Pick<UnderRow, "needBreadth" | "attentionMinutes" | "brokenPromises">,
  hasLittle: boolean,
): Text[] {
  const breadth = numberText(row.needBreadth ?? 0, 1, 1);
  const minutes = countText(row.attentionMinutes ?? 0);
  const reasons: Text[] = [
    {
      de: `Breiter Bedarf: ${breadth.de} Bedarfsfelder`,
      en: `Broad need: ${breadth.en} need fields`,
    },
  ];
  if (hasLittle) {
    reasons.push({
      de: `Wenig Aufmerksamkeit: ${minutes.de} Minuten in 12 Monaten`,
      en: `Little attention: ${minutes.en} minutes in 12 months`,
    });
  }
  if (row.brokenPromises > 0) {
    reasons.push({
      de: `Antwort ${row.brokenPromises}-mal später als versprochen`,
      en: `Answered later than promised ${row.brokenPromises} times`,
    });
  }
  return reasons;
}

type OverRow = Omit<
  OverRitualised["rows"][number],
  "reasons" | "suggestion" | "savedMinutes" | "savedCents" | "usedRatio"
> & {
  readonly usualVisits: number;
  readonly usesLittle: boolean;
  readonly isVisitedOften: boolean;
  readonly elementMinutes: number;
  readonly visitMinutes: number;
};

async function overRitualised(
  connection: DuckDBConnection,
  { snapshotTable, asOf }: ReportContext,
  { values, roles, visitMinutes }: MismatchInput,
): Promise<OverRitualised> {
  const day = plainDate(asOf);
  const found = await all<OverRow>(
    connection,
    overRitualisedSql({
      snapshotTable: table(snapshotTable),
      from: monthsBefore(day, 12),
      asOf: day,
      promises: values.promises as readonly ServicePromise[],
      usedRatio: values["mismatch.usedRatio"] as number,
      elementMinutes: values["mismatch.elementMinutes"] as number,
      visitMinutes,
    }),
  );
  const rows = found.map((row) => overRow(row, roles));
  const total = (of: (row: (typeof rows)[number]) => number) => rows.reduce((sum, row) => sum + of(row), 0);
  return {
    total: rows.length,
    minutes: total(({ savedMinutes }) => savedMinutes),
    costCents: total(({ savedCents }) => savedCents),
    rows: rows.slice(0, mostRows),
  };
}

function overRow(row: OverRow, roles: readonly LeakRole[]): OverRitualised["rows"][number] {
  const { usualVisits, usesLittle, isVisitedOften, elementMinutes, visitMinutes, ...shown } = row;
  const reasons: Text[] = [
    {
      de: `Eigene Fachleute in Einkauf oder Technik: ${row.ownSpecialists}`,
      en: `Specialists of their own in purchasing or engineering: ${row.ownSpecialists}`,
    },
  ];
  if (usesLittle) {
    reasons.push({
      de: `Nutzt ${row.elementsUsed} von ${row.elementsOffered} angebotenen Leistungen`,
      en: `Uses ${row.elementsUsed} of ${row.elementsOffered} offered service elements`,
    });
  }
  if (isVisitedOften) {
    reasons.push({
      de: `${row.visits} Besuche in 12 Monaten, üblich sind ${usualVisits}`,
      en: `${row.visits} visits in 12 months, ${usualVisits} are usual`,
    });
  }
  const rate = (code: string) =>
    roles.find((role) => role.code === code)?.centsPerMinute ??
    Math.max(0, ...roles.map(({ centsPerMinute }) => centsPerMinute));
  return {
    ...shown,
    reasons,
    suggestion: "leaner",
    usedRatio: row.elementsOffered > 0 ? row.elementsUsed / row.elementsOffered : null,
    savedMinutes: elementMinutes + visitMinutes,
    // Elements such as reviews and dashboards are the work of key account, visits that of field sales.
    savedCents: roundHalfAway(elementMinutes * rate("keyAccount") + visitMinutes * rate("fieldSales")),
  };
}
