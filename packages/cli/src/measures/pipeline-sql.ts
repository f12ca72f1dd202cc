import type { StepCode } from "@kleinod/data/measures/steps.ts";
import { customersSql } from "@kleinod/engine/measures/customers/sql.ts";
import { documentsSql } from "@kleinod/engine/measures/documents/sql.ts";
import { expectationSql, historiesSql, spendSql } from "@kleinod/engine/measures/expectation/sql.ts";
import { ordersSql } from "@kleinod/engine/measures/orders/sql.ts";
import { lastCompleteQuarter } from "@kleinod/engine/measures/period.ts";
import { contractColumnsSql, contractRowsSql, renewalSql } from "@kleinod/engine/measures/renewal/sql.ts";
import { historySql, rhythmSql } from "@kleinod/engine/measures/rhythm/sql.ts";
import { salesSql } from "@kleinod/engine/measures/sales/sql.ts";
import type { MeasureSettings } from "@kleinod/engine/measures/settings-contract.ts";
import { snapshotSql } from "@kleinod/engine/measures/snapshot-sql.ts";
import { sizeProposalSql, sizeSql } from "@kleinod/engine/segments/size/sql.ts";
import { cents } from "@kleinod/engine/units.ts";

export interface StepSql {
  readonly step: StepCode;
  /** What stands between the statements where a step also computes outside of SQL; null for SQL alone. */
  readonly remark: string | null;
  readonly statements: readonly string[];
}

/** Stands for the proposal, which only the data can tell. */
const exampleLineCents = cents(1_000_000);

/** The SQL that `measure` would run, step by step, without running it. */
export function pipelineSql(settings: MeasureSettings): StepSql[] {
  const sql = (step: StepCode, statements: readonly string[], remark: string | null = null): StepSql => ({
    step,
    remark,
    statements,
  });
  const { asOf, sizeLineCents } = settings;
  return [
    sql("customers", customersSql()),
    sql("documents", documentsSql()),
    sql("sales", salesSql(settings)),
    sql("orders", ordersSql(settings)),
    sql("history", historySql(settings)),
    sql(
      "expectation",
      [historiesSql(settings), spendSql(), ...expectationSql(settings, null)],
      "The first two queries feed the purchase and the spend model (packages/btyd); their predictions are m_prediction. Shown without a fitted spend model.",
    ),
    sql("rhythm", rhythmSql(settings)),
    sql(
      "size",
      [sizeProposalSql(), ...sizeSql(settings, sizeLineCents ?? exampleLineCents, lastCompleteQuarter(asOf))],
      sizeLineCents === null
        ? `No size line is decided: the first query gives the proposal; the rest is shown with ${exampleLineCents} cents.`
        : null,
    ),
    sql(
      "renewal",
      [contractRowsSql(settings), contractColumnsSql(), ...renewalSql()],
      "The second query feeds the contractual model (packages/btyd); what it makes of customers and contracts is t_renewal and t_contract_outlook.",
    ),
    sql("snapshot", snapshotSql("snapshot")),
  ];
}

export function pipelineSqlText(steps: readonly StepSql[]): string {
  return steps
    .map(({ step, remark, statements }) =>
      [
        `-- ${step}${remark === null ? "" : `: ${remark}`}`,
        ...statements.map((statement) => `${statement.trim()};`),
      ].join("\n"),
    )
    .join("\n\n");
}
