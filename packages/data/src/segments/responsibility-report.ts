import type { DuckDBConnection } from "@duckdb/node-api";
import { costModel } from "@kleinod/engine/measures/cost-to-serve/model.ts";
import { addDays } from "@kleinod/engine/measures/cost-to-serve/plan-pools.ts";
import { monthsBefore, plainDate } from "@kleinod/engine/measures/period.ts";
import { table } from "@kleinod/engine/measures/sql-text.ts";
import type { ServicePromise } from "@kleinod/engine/segments/promises/promise-contract.ts";
import { type NeighbourCount, proposer } from "@kleinod/engine/segments/responsibility/proposals.ts";
import type {
  ResponsibilityGap,
  ResponsibilityReport,
} from "@kleinod/engine/segments/responsibility/report-contract.ts";
import {
  coverageSql,
  gapGroupsSql,
  gapsSql,
  neighboursSql,
  originsSql,
  responsiblesSql,
  ruleCountsSql,
} from "@kleinod/engine/segments/responsibility/report-sql.ts";
import type { ResponsibilityRule } from "@kleinod/engine/segments/responsibility/rule-contract.ts";
import { all, one } from "../duckdb/connect.ts";
import { costToServeDetails } from "../measures/reports/cost-to-serve-details.ts";
import { parameterValues } from "../measures/reports/parameter-values.ts";
import type { ReportContext } from "../measures/reports/report-context.ts";
import { leakReport, leakRoles } from "./leak-report.ts";
import { mismatchReport } from "./mismatch-report.ts";
import { promisesReport } from "./promises-report.ts";

/** What people entered, read from the records by the caller. */
export interface ResponsibilityRecords {
  readonly handovers: ResponsibilityReport["handovers"];
  readonly fromTimeSample: ResponsibilityReport["leak"]["fromTimeSample"];
}

/**
 * Who is responsible, what is promised and kept, where specialists' time leaks to, where service does not fit need.
 * @param limit gaps that are listed
 */
export async function responsibilityReport(
  connection: DuckDBConnection,
  context: ReportContext,
  recorded: ResponsibilityRecords,
  limit: number,
): Promise<ResponsibilityReport> {
  const values = parameterValues(context.parameters);
  const details = await costToServeDetails(connection);
  const roles = leakRoles(values, details);
  const kept = await promisesReport(connection, values.promises as readonly ServicePromise[]);
  const coverage = await coverageOf(connection);
  const leak = await leakReport(connection, roles);
  const visit = costModel(values).activities.find(({ when }) => when?.activityType === "visit");
  return {
    asOf: context.asOf,
    from: addDays(monthsBefore(plainDate(context.asOf), 12), 1),
    currency: context.currency,
    coverage,
    rules: await rulesOf(connection, values["responsibility.rules"] as readonly ResponsibilityRule[]),
    gapsTotal: coverage.gaps,
    ...(await gapsOf(connection, table(context.snapshotTable), limit)),
    responsibles: await all(connection, responsiblesSql),
    ...kept,
    attention: attentionOf(values, details, kept.promises, coverage.customers),
    leak: { ...leak, fromTimeSample: recorded.fromTimeSample },
    mismatch: await mismatchReport(connection, context, {
      values,
      roles,
      visitMinutes: (visit?.time.constantMilli ?? 60_000) / 1000,
    }),
    handovers: recorded.handovers,
    unclear: unclearOf(context, kept, leak.ratio),
  };
}

async function coverageOf(connection: DuckDBConnection): Promise<ResponsibilityReport["coverage"]> {
  type Coverage = ResponsibilityReport["coverage"];
  const counts = await one<Omit<Coverage, "byOrigin">>(connection, coverageSql);
  return { ...counts, byOrigin: await all<Coverage["byOrigin"][number]>(connection, originsSql) };
}

async function rulesOf(
  connection: DuckDBConnection,
  rules: readonly ResponsibilityRule[],
): Promise<ResponsibilityReport["rules"]> {
  const counts = await all<{ code: string; customers: number }>(connection, ruleCountsSql);
  return rules.map(({ code, label }) => ({
    code,
    label,
    customers: counts.find((row) => row.code === code)?.customers ?? 0,
  }));
}

type GapRow = Omit<ResponsibilityGap, "why" | "proposals"> & {
  readonly hasEndedPartner: boolean;
  readonly isNew: boolean;
};
type GapGroup = ResponsibilityReport["gapGroups"][number];

async function gapsOf(
  connection: DuckDBConnection,
  snapshotTable: string,
  limit: number,
): Promise<Pick<ResponsibilityReport, "gaps" | "gapGroups">> {
  const rows = await all<GapRow>(connection, gapsSql(snapshotTable, limit));
  if (rows.length === 0) return { gaps: [], gapGroups: [] };
  const propose = proposer(await all<NeighbourCount>(connection, neighboursSql));
  const groups = await all<Omit<GapGroup, "proposals">>(connection, gapGroupsSql(snapshotTable));
  return {
    gaps: rows.map(({ hasEndedPartner, isNew, ...row }) => ({
      ...row,
      why: whyOf(hasEndedPartner, isNew),
      proposals: propose(row.branch, row.region),
    })),
    gapGroups: groups.map((group) => ({ ...group, proposals: propose(group.branch, group.region) })),
  };
}

function whyOf(hasEndedPartner: boolean, isNew: boolean): ResponsibilityGap["why"] {
  if (hasEndedPartner) {
    return {
      code: "partnerEnded",
      text: {
        de: "Der Partner betreut diesen Kunden nicht mehr; sonst ist niemand genannt",
        en: "The partner no longer looks after this customer; nobody else is named",
      },
    };
  }
  if (isNew) {
    return {
      code: "newCustomer",
      text: {
        de: "Neu dabei; noch ist niemand genannt, und keine Regel passt",
        en: "New; nobody is named yet and no rule fits",
      },
    };
  }
  return {
    code: "nobodyNamed",
    text: {
      de: "Kundenstamm und Partnerlisten nennen niemanden, und keine Regel passt",
      en: "Master data and partner lists name nobody, and no rule fits",
    },
  };
}

function attentionOf(
  values: Readonly<Record<string, unknown>>,
  details: Awaited<ReturnType<typeof costToServeDetails>>,
  promises: ResponsibilityReport["promises"],
  customers: number,
): ResponsibilityReport["attention"] {
  const codes = values["attention.roles"] as readonly string[];
  const { roles } = costModel(values);
  const pools = details.pools.filter(({ roleIndex }) => codes.includes(roles[roleIndex]?.code ?? ""));
  const capacityMinutes =
    pools.length === 0 ? null : pools.reduce((sum, pool) => sum + pool.capacityMinutes, 0);
  const used = promises.flatMap(({ attention }) => attention.usedMinutes ?? []);
  return {
    usedMinutes: used.length === 0 ? null : used.reduce((sum, minutes) => sum + minutes, 0),
    capacityMinutes,
    capacityPerCustomer: capacityMinutes === null || customers === 0 ? null : capacityMinutes / customers,
    roles: [...codes],
  };
}

/** Reasons that stand beside a figure which cannot be told; the app says what would cure it. */
const unclearReasons = {
  casesMissing: "casesMissing",
  activitiesMissing: "activitiesMissing",
  sizeLineMissing: "sizeLineMissing",
} as const;

function unclearOf(
  { sizeLineCents }: ReportContext,
  { promises }: Pick<ResponsibilityReport, "promises">,
  leakRatio: number | null,
): ResponsibilityReport["unclear"] {
  const unclear: ResponsibilityReport["unclear"] = [];
  if (promises.every(({ due, unclear: open }) => due + open === 0)) {
    unclear.push({ field: "promises", reason: unclearReasons.casesMissing });
  }
  if (leakRatio === null) unclear.push({ field: "leak", reason: unclearReasons.activitiesMissing });
  if (sizeLineCents === null) unclear.push({ field: "leak", reason: unclearReasons.sizeLineMissing });
  return unclear;
}
