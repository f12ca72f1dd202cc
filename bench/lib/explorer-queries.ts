import type { CustomerQuery } from "@kleinod/engine/measures/reports.ts";

/** What a reader of the explorer does: filters of every kind, searches, sorts, first and later pages. */
export function explorerQueries(): CustomerQuery[] {
  const filters: CustomerQuery["filters"][] = [
    [],
    [{ column: "sizeClass", op: "eq", value: "small" }],
    [{ column: "rhythmState", op: "in", value: ["dormant", "lost"] }],
    [
      { column: "sizeClass", op: "eq", value: "small" },
      { column: "rhythmState", op: "eq", value: "slowing" },
    ],
    [{ column: "salesLast12Cents", op: "ge", value: 50_000 }],
    [{ column: "city", op: "contains", value: "gen" }],
    [{ column: "name", op: "contains", value: "firma ab" }],
    [
      { column: "branch", op: "eq", value: "Branche 7" },
      { column: "ordersLast12", op: "le", value: 2 },
    ],
    [{ column: "lastPurchase", op: "ge", value: "2025-10-01" }],
    [{ column: "isReactivated", op: "eq", value: true }],
  ];
  const queries: CustomerQuery[] = [];
  for (const filter of filters) {
    queries.push({ filters: filter });
    queries.push({ filters: filter, sort: "-atStakeCents", offset: 100 });
    queries.push({ filters: filter, sort: "lastPurchase", limit: 200 });
  }
  for (const search of ["ab12", "firma zurich", "10042", "sarl geneve"]) queries.push({ search });
  for (const sort of ["name", "-name", "city", "-salesTrendRatio", "usualGapDays"]) queries.push({ sort });
  queries.push({ offset: 50_000 });
  return queries;
}
