import { customerColumn } from "@kleinod/engine/measures/customer-columns.ts";
import { customerConditionSql } from "@kleinod/engine/measures/reports/customer-query-sql.ts";
import type { CustomerFilter } from "@kleinod/engine/measures/reports.ts";
import type { ServicePromise } from "@kleinod/engine/segments/promises/promise-contract.ts";
import type { ResponsibilityRule } from "@kleinod/engine/segments/responsibility/rule-contract.ts";
import { type Refused, refused } from "../workspace/refused.ts";

/** Why the conditions of rules or promises cannot be run; null when they can. Called before a value is kept. */
export function checkResponsibilityFilters(code: string, value: unknown): Refused | null {
  if (code === "responsibility.rules") {
    return firstProblem(value as readonly ResponsibilityRule[], ({ filters }) => filters);
  }
  if (code === "promises") {
    return firstProblem(value as readonly ServicePromise[], ({ match }) => match.filters ?? []);
  }
  return null;
}

function firstProblem<Item extends { readonly code: string }>(
  items: readonly Item[],
  filtersOf: (item: Item) => readonly CustomerFilter[],
): Refused | null {
  for (const item of items) {
    for (const filter of filtersOf(item)) {
      if (customerColumn(filter.column)?.measure === "responsibility") {
        return refused(
          "valueNotAllowed",
          `«${item.code}»: Die Spalte ${filter.column} folgt selbst aus der Zuständigkeit; nehmen Sie eine andere.`,
          `"${item.code}": column ${filter.column} itself follows from responsibility; take another one.`,
        );
      }
      const found = customerConditionSql([filter]);
      if (found.ok) continue;
      const { message } = found.refusal;
      return refused(
        "valueNotAllowed",
        `«${item.code}»: Die Bedingung ist nicht zu verstehen: ${message}`,
        `"${item.code}": the condition is not understood: ${message}`,
      );
    }
  }
  return null;
}
