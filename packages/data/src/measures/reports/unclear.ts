import { monthsBefore } from "@kleinod/engine/measures/period.ts";
import type { Overview } from "@kleinod/engine/measures/reports.ts";
import { trendGraceDays } from "@kleinod/engine/measures/sales/sql.ts";
import type { PlainDate } from "@kleinod/engine/units.ts";
import type { CustomerTotals } from "./overview.ts";
import type { StoreTotals } from "./store-totals.ts";

export type Unclear = Overview["unclear"];
export type Figures = Readonly<Record<string, string | number | boolean | null>>;

/**
 * What the overview cannot tell, or tells with a gap, and why. Reasons: `saleLinesMissing`, `currencyMissing`,
 * `unconverted`, `tooLittleHistory`, `costOfGoodsMissing`, `customerMissing`.
 */
export function overviewUnclear(
  asOf: PlainDate,
  currency: string | null,
  customers: CustomerTotals,
  totals: StoreTotals,
): Unclear {
  const unclear: Unclear = [];
  const add = (field: string, reason: string) => unclear.push({ field, reason });
  const first = totals.first_date;
  if (currency === null) add("currency", "currencyMissing");
  if (totals.lines === 0) {
    for (const field of ["salesCents.last12", "salesCents.previous12", "contributionCents.last12"]) {
      add(field, "saleLinesMissing");
    }
    return unclear;
  }
  if (totals.unconverted_lines > 0) add("salesCents.last12", "unconverted");
  // The same grace as the trend: data that begin in the first days of the year before still cover it.
  const reachesBack =
    first !== null && Date.parse(first) <= Date.parse(monthsBefore(asOf, 24)) + trendGraceDays * 86_400_000;
  if (!reachesBack) add("salesCents.previous12", "tooLittleHistory");
  if (first !== null && first > monthsBefore(asOf, 12)) add("customers.new", "tooLittleHistory");
  if (customers.contribution === null && customers.total > 0)
    add("contributionCents.last12", "costOfGoodsMissing");
  if (customers.orders > 0 && customers.with_expectation === 0)
    add("expectedSales12Cents", "tooLittleHistory");
  if (customers.rhythmUnclear > 0) add("customers.rhythmUnclear", "tooLittleHistory");
  if (customers.sizeUnclear > 0) {
    add("customers.sizeUnclear", totals.unconverted_lines > 0 ? "unconverted" : "tooLittleHistory");
  }
  if (totals.other_lines > 0) add("withoutCustomer.lines", "customerMissing");
  return unclear;
}

/** Why figures of one customer are null. Figures that are null by their nature (no order, no median) are not unclear. */
export function customerUnclear(
  figures: Figures,
  { lines, first_date }: StoreTotals,
  asOf: PlainDate,
): Unclear {
  const unclear: Unclear = [];
  const isNull = (code: string) => figures[code] === null;
  const add = (field: string, reason: string) => unclear.push({ field, reason });
  const unconverted = lines === 0 ? "saleLinesMissing" : "unconverted";
  for (const code of ["salesLast12Cents", "salesTotalCents"]) if (isNull(code)) add(code, unconverted);
  if (isNull("salesPrevious12Cents")) {
    const isShort = first_date === null || first_date > monthsBefore(asOf, 12);
    add("salesPrevious12Cents", isShort && lines > 0 ? "tooLittleHistory" : unconverted);
  }
  if (isNull("contribution1Last12Cents")) {
    add("contribution1Last12Cents", isNull("salesLast12Cents") ? unconverted : "costOfGoodsMissing");
  }
  if (figures.sizeClass === "sizeUnclear") add("sizeClass", lines === 0 ? "saleLinesMissing" : "unconverted");
  if (figures.rhythmState === "rhythmUnclear") {
    add("rhythmState", lines === 0 ? "saleLinesMissing" : "tooLittleHistory");
  }
  if (figures.rhythmState !== "neverBought" && isNull("expectedSales12Cents")) {
    for (const code of ["probabilityActive", "expectedOrders12", "expectedSales12Cents", "atStakeCents"]) {
      if (isNull(code)) add(code, lines === 0 ? "saleLinesMissing" : "tooLittleHistory");
    }
  }
  return unclear;
}
