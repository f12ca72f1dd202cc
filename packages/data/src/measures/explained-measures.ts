import { costToServeContract } from "@kleinod/engine/measures/cost-to-serve/contract.ts";
import { costToServeSql } from "@kleinod/engine/measures/cost-to-serve/sql.ts";
import { expectationContract } from "@kleinod/engine/measures/expectation/contract.ts";
import { expectationSql, historiesSql } from "@kleinod/engine/measures/expectation/sql.ts";
import { lifetimeContract } from "@kleinod/engine/measures/lifetime/contract.ts";
import { lifetimeSql } from "@kleinod/engine/measures/lifetime/sql.ts";
import type { MeasureContract } from "@kleinod/engine/measures/measure-contract.ts";
import { needContract } from "@kleinod/engine/measures/need/contract.ts";
import { needSql } from "@kleinod/engine/measures/need/sql.ts";
import { ordersContract } from "@kleinod/engine/measures/orders/contract.ts";
import { ordersSql } from "@kleinod/engine/measures/orders/sql.ts";
import { lastCompleteQuarter } from "@kleinod/engine/measures/period.ts";
import { potentialContract } from "@kleinod/engine/measures/potential/contract.ts";
import { exposureSql, potentialFirmSql, potentialSql } from "@kleinod/engine/measures/potential/sql.ts";
import { renewalContract } from "@kleinod/engine/measures/renewal/contract.ts";
import { contractColumnsSql, contractRowsSql, renewalSql } from "@kleinod/engine/measures/renewal/sql.ts";
import { rhythmContract } from "@kleinod/engine/measures/rhythm/contract.ts";
import { historySql, rhythmSql } from "@kleinod/engine/measures/rhythm/sql.ts";
import { salesContract } from "@kleinod/engine/measures/sales/contract.ts";
import { salesSql } from "@kleinod/engine/measures/sales/sql.ts";
import type { MeasureSettings } from "@kleinod/engine/measures/settings-contract.ts";
import { triangleContract } from "@kleinod/engine/measures/triangle/contract.ts";
import { triangleMeasureSql } from "@kleinod/engine/measures/triangle/sql.ts";
import { responsibilityContract } from "@kleinod/engine/segments/responsibility/contract.ts";
import { serviceFormSql } from "@kleinod/engine/segments/service-form/sql.ts";
import { sizeContract } from "@kleinod/engine/segments/size/contract.ts";
import { sizeSql } from "@kleinod/engine/segments/size/sql.ts";
import type { Cents } from "@kleinod/engine/units.ts";
import { responsibilityStepSql } from "../segments/responsibility-step.ts";

export interface ExplainedMeasure {
  readonly contract: MeasureContract;
  /** Least data that the figures need, domain.md §0.4. */
  readonly dataTier: "T0" | "T1" | "T2" | "T3" | "T4";
  /** The statements that compute it; the size line where one holds. */
  readonly sql: (settings: MeasureSettings, sizeLineCents: Cents | null) => string[];
}

/** What every figure of the customer table can say about itself. */
export const explainedMeasures: readonly ExplainedMeasure[] = [
  { contract: salesContract, dataTier: "T0", sql: salesSql },
  { contract: ordersContract, dataTier: "T0", sql: ordersSql },
  {
    contract: rhythmContract,
    dataTier: "T0",
    sql: (settings) => [...historySql(settings), ...rhythmSql(settings)],
  },
  {
    contract: expectationContract,
    dataTier: "T0",
    // The fitted parameters are in the details of the step; without them the statement shows where they stand.
    sql: (settings) => [historiesSql(settings), ...expectationSql(settings, null)],
  },
  {
    contract: sizeContract,
    dataTier: "T0",
    sql: (settings, line) => sizeSql(settings, line, lastCompleteQuarter(settings.asOf)),
  },
  { contract: lifetimeContract, dataTier: "T1", sql: lifetimeSql },
  {
    contract: renewalContract,
    dataTier: "T1",
    // The fitted model is in the details of the step; the report on contracts shows it.
    sql: (settings) => [contractRowsSql(settings), contractColumnsSql(), ...renewalSql()],
  },
  { contract: costToServeContract, dataTier: "T1", sql: (settings) => costToServeSql(settings) },
  {
    contract: needContract,
    dataTier: "T0",
    sql: (settings) => [...needSql(settings), ...serviceFormSql(settings)],
  },
  {
    contract: potentialContract,
    dataTier: "T0",
    // The fitted quantiles are in `m_potential_cell`; the details of the step say how they were fitted.
    sql: (settings) => [exposureSql(settings), ...potentialFirmSql(settings), ...potentialSql(true)],
  },
  { contract: responsibilityContract, dataTier: "T0", sql: responsibilityStepSql },
  { contract: triangleContract, dataTier: "T1", sql: triangleMeasureSql },
];
