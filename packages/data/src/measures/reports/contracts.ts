import type { DuckDBConnection } from "@duckdb/node-api";
import { plainDate } from "@kleinod/engine/measures/period.ts";
import { type ContractFacts, contractsReport } from "@kleinod/engine/measures/renewal/contracts-report.ts";
import type { ContractsReport, EndingContract } from "@kleinod/engine/measures/renewal/report-contract.ts";
import {
  contractTotalsSql,
  endingRowsSql,
  endingTotalsSql,
  endReasonsSql,
} from "@kleinod/engine/measures/renewal/report-sql.ts";
import { invalid } from "@kleinod/engine/units.ts";
import { all, one } from "../../duckdb/connect.ts";
import { renewalStep } from "../renewal-step.ts";
import type { ReportContext } from "./report-context.ts";

export interface ContractsOptions {
  /** Days ahead in which a term ends; default 90. */
  readonly withinDays?: number;
  /** Default 100, at most 10,000 (an export). */
  readonly limit?: number;
  readonly offset?: number;
}

/** Contracts that run, how long they last, and those that end soon. */
export async function contracts(
  connection: DuckDBConnection,
  { asOf, currency, snapshotTable }: ReportContext,
  { withinDays = 90, limit = 100, offset = 0 }: ContractsOptions = {},
): Promise<ContractsReport> {
  const day = plainDate(asOf);
  const details = await renewalStep(connection);
  if (details === null) throw invalid("m_renewal", null, "measured before its report is asked for");
  const facts: ContractFacts = {
    totals: await one<ContractFacts["totals"]>(connection, contractTotalsSql(snapshotTable)),
    reasons: await all<ContractFacts["reasons"][number]>(connection, endReasonsSql()),
    ending: {
      withinDays,
      ...(await one<{ total: number; incomePerYearCents: number | null }>(
        connection,
        endingTotalsSql(day, withinDays),
      )),
      rows: await all<EndingContract>(
        connection,
        endingRowsSql(snapshotTable, day, { withinDays, limit, offset }),
      ),
    },
  };
  return contractsReport({ asOf, currency }, details, facts);
}
