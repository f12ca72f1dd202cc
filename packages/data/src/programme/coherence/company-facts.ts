/** Facts of rules that hold for the whole company. */
import type { DuckDBConnection } from "@duckdb/node-api";
import type { FactValue } from "@kleinod/engine/programme/coherence/facts-contract.ts";
import { one } from "../../duckdb/connect.ts";
import { duplicateTablesExist, pairStates, pairsFrom } from "../../facts/duplicate-states.ts";
import { costToServeDetails } from "../../measures/reports/cost-to-serve-details.ts";
import { parameterValues } from "../../measures/reports/parameter-values.ts";
import type { ReportContext } from "../../measures/reports/report-context.ts";
import { leakReport, leakRoles } from "../../segments/leak-report.ts";

/** Share of accounts for which another one of the same firm is probably kept, and nobody decided. */
export async function duplicateRatio(connection: DuckDBConnection): Promise<FactValue> {
  const notSearched = {
    value: null,
    note: {
      de: "nach Dubletten wurde noch nicht gesucht",
      en: "duplicates were not searched for yet",
    },
  };
  if (!(await duplicateTablesExist(connection))) return notSearched;
  const { runs, accounts, surplus } = await one<{ runs: number; accounts: number; surplus: number }>(
    connection,
    `SELECT (SELECT count(*) FROM matching_run) AS runs, (SELECT count(*) FROM account WHERE live) AS accounts,
  (SELECT count(DISTINCT greatest(p.account_a, p.account_b)) FROM ${pairsFrom} WHERE ${pairStates.open}) AS surplus`,
  );
  return runs === 0 || accounts === 0 ? notSearched : { value: surplus / accounts, note: null };
}

/** Leak (K8) with its interval. */
export async function leakRatio(
  connection: DuckDBConnection,
  { parameters }: Pick<ReportContext, "parameters">,
): Promise<FactValue> {
  const roles = leakRoles(parameterValues(parameters), await costToServeDetails(connection));
  const { ratio, low, high } = await leakReport(connection, roles);
  if (ratio === null) {
    return {
      value: null,
      note: { de: "keine Zeit von Spezialisten ist erfasst", en: "no time of specialists is recorded" },
    };
  }
  return { value: ratio, low: low ?? ratio, high: high ?? ratio, note: null };
}
