import type { CustomerColumn } from "@kleinod/engine/measures/contracts/customer-column.ts";
import { customerColumn } from "@kleinod/engine/measures/customer-columns.ts";
import { customerConditionSql } from "@kleinod/engine/measures/reports/customer-query-sql.ts";
import type { CustomerFilter } from "@kleinod/engine/measures/reports.ts";
import type { MeasureSettings } from "@kleinod/engine/measures/settings-contract.ts";
import { customerSelectSql, searchTextSql } from "@kleinod/engine/measures/snapshot-sql.ts";
import type { ServicePromise } from "@kleinod/engine/segments/promises/promise-contract.ts";
import type { ResponsibilityRule } from "@kleinod/engine/segments/responsibility/rule-contract.ts";
import { responsibilitySql } from "@kleinod/engine/segments/responsibility/sql.ts";
import { invalid } from "@kleinod/engine/units.ts";

/** The statements that compute `m_responsibility` with the rules and promises of the settings. */
export function responsibilityStepSql(settings: MeasureSettings): string[] {
  const rules = settings.values["responsibility.rules"] as readonly ResponsibilityRule[];
  const promises = settings.values.promises as readonly ServicePromise[];
  const filters = [...rules, ...promises.map(({ match }) => match)].flatMap((item) => item.filters ?? []);
  return responsibilitySql({
    asOf: settings.asOf,
    rules,
    promises,
    condition,
    customers: customerSelectSql(columnsOf(filters), [searchTextSql]),
  });
}

function condition(filters: readonly CustomerFilter[]): string {
  const found = customerConditionSql(filters);
  // Checked when it was entered, see `checkResponsibilityFilters`.
  if (!found.ok) throw invalid("filter of a rule", found.refusal.value, found.refusal.allowed);
  return found.sql;
}

/** What every rule reads, and what its conditions name. */
function columnsOf(filters: readonly CustomerFilter[]): CustomerColumn[] {
  const codes = new Set([
    "customerId",
    "sizeClass",
    "rhythmState",
    "branch",
    "owner",
    ...filters.map(({ column }) => column),
  ]);
  // A search within these texts looks into all of them first.
  const isSearch = filters.some(({ op }) => op === "contains");
  if (isSearch) for (const code of ["name", "accountKey", "city", "phone", "email"]) codes.add(code);
  return [...codes].map((code) => {
    const column = customerColumn(code);
    if (column === null) throw invalid("column of a rule", code, "a column of the customer table");
    return column;
  });
}
