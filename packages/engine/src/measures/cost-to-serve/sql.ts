import { monthsBefore } from "../period.ts";
import type { MeasureSettings } from "../settings-contract.ts";
import { allocateSql } from "./allocate-sql.ts";
import { noCoverage } from "./coverage.ts";
import { customerCostSql } from "./customer-cost-sql.ts";
import { effortSql } from "./effort-sql.ts";
import { newCustomersSql, rolesTableSql } from "./event-tables-sql.ts";
import { costModel } from "./model.ts";
import { addDays, planPools } from "./plan-pools.ts";

/**
 * The statements for reading: as they run in a store with invoices alone and without cost pools. The pipeline runs them with the
 * pools and the coverage of the store.
 */
export function costToServeSql(settings: MeasureSettings): string[] {
  const model = costModel(settings.values);
  const window = { from: monthsBefore(settings.asOf, 12), asOf: settings.asOf };
  const plan = planPools([], model.roles, { from: addDays(window.from, 1), to: window.asOf });
  const input = { model, plan, coverage: noCoverage, window };
  return [
    newCustomersSql(noCoverage, window),
    ...rolesTableSql([]),
    ...effortSql(input),
    ...allocateSql(model, plan, [], 0n),
    ...customerCostSql(model, noCoverage),
  ];
}
