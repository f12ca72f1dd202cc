import type { FitWarning } from "@kleinod/btyd/index.ts";
import { chooseModel } from "./choose-model.ts";
import { type FittedCandidate, fitCandidate, fitNobodyLeaves } from "./fit-candidates.ts";
import type { ForecastErrors } from "./forecast-errors.ts";
import { forecastErrors } from "./forecast-errors.ts";
import type { HoldoutTable } from "./history-tables.ts";
import { type ForecastBenchmark, type ForecastModel, forecastModels } from "./report-contract.ts";

/** A model or benchmark and how it forecast the hold-out. */
export interface ComparedForecaster extends ForecastErrors {
  readonly code: ForecastModel | ForecastBenchmark;
  readonly isBenchmark: boolean;
  readonly isUsable: boolean;
  /** Expected purchases per customer, by `byFrequency`. */
  readonly expectedByFrequency: readonly number[];
  readonly warnings: readonly FitWarning[];
}

/** Customers with so many repeat purchases up to the cut; the last group holds those with as many or more. */
export interface FrequencyGroup {
  readonly frequency: number;
  readonly isOrMore: boolean;
  readonly customers: number;
  /** Purchases per customer after the cut. */
  readonly actual: number;
}

export interface Comparison {
  readonly customers: number;
  readonly actualOrders: number;
  /** Lowest root mean squared error first. */
  readonly forecasters: readonly ComparedForecaster[];
  readonly byFrequency: readonly FrequencyGroup[];
  /** Models in the order in which to take them, and why the first one; null when none could be fitted. */
  readonly choice: ReturnType<typeof chooseModel>;
  /** Fitted at the cut. */
  readonly fitted: ReadonlyMap<ForecastModel, FittedCandidate>;
}

/** Groups by frequency: 0, 1, …, 7 or more, as in the literature. */
const mostGroups = 8;

/** Fits every model on the histories at the cut and lets it forecast the purchases after it. At least one row. */
export function compareModels(table: HoldoutTable, holdoutDays: number): Comparison {
  const groups = frequencyGroups(table);
  const compared = (
    code: ComparedForecaster["code"],
    predicted: Float64Array,
    { isUsable = true, warnings = [] as readonly FitWarning[] } = {},
  ): ComparedForecaster => ({
    code,
    isBenchmark: !(forecastModels as readonly string[]).includes(code),
    isUsable,
    ...forecastErrors(predicted, table.ordersAfter, table.customers),
    expectedByFrequency: meansOf(predicted, table, groups.length),
    warnings,
  });

  const fitted = new Map(forecastModels.map((code) => [code, fitCandidate(code, table)]));
  const nobodyLeaves = fitNobodyLeaves(table);
  const forecasters = [
    ...[...fitted].map(([code, { model, isUsable, fit }]) =>
      compared(code, model.conditionalExpectedTransactionsEach(holdoutDays, table), {
        isUsable,
        warnings: fit.warnings,
      }),
    ),
    compared("nbd", nobodyLeaves.model.conditionalExpectedTransactionsEach(holdoutDays, table)),
    compared("sameAsBefore", table.ordersBefore),
  ].sort((a, b) => a.rmse - b.rmse);

  const customers = table.customers.reduce((sum, n) => sum + n, 0);
  const actualOrders = table.ordersAfter.reduce((sum, n, row) => sum + n * table.customers[row]!, 0);
  const candidates = forecasters.flatMap(({ code, isUsable, rmse, predictedOrders }) =>
    isUsable && isModel(code) ? [{ code, rmse, totalError: Math.abs(predictedOrders - actualOrders) }] : [],
  );
  return {
    customers,
    actualOrders,
    forecasters,
    byFrequency: groups,
    choice: chooseModel(candidates),
    fitted,
  };
}

const isModel = (code: string): code is ForecastModel => (forecastModels as readonly string[]).includes(code);

const groupOf = (frequency: number, groups: number) => Math.min(frequency, groups - 1);

function frequencyGroups(table: HoldoutTable): FrequencyGroup[] {
  const highest = table.frequency.reduce((most, frequency) => Math.max(most, frequency), 0);
  const groups = Math.min(mostGroups, highest + 1);
  const actual = meansOf(table.ordersAfter, table, groups);
  const customers = new Float64Array(groups);
  for (let row = 0; row < table.frequency.length; row++) {
    customers[groupOf(table.frequency[row]!, groups)]! += table.customers[row]!;
  }
  return Array.from(customers, (count, frequency) => ({
    frequency,
    isOrMore: frequency === mostGroups - 1,
    customers: count,
    actual: actual[frequency]!,
  }));
}

/** Mean over the customers of each group; 0 where nobody is in it. */
function meansOf(values: Float64Array, { frequency, customers }: HoldoutTable, groups: number): number[] {
  const sums = new Float64Array(groups);
  const counts = new Float64Array(groups);
  for (let row = 0; row < frequency.length; row++) {
    const group = groupOf(frequency[row]!, groups);
    sums[group]! += customers[row]! * values[row]!;
    counts[group]! += customers[row]!;
  }
  return Array.from(sums, (sum, group) => (counts[group]! > 0 ? sum / counts[group]! : 0));
}
