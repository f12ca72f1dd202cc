import type { PurchaseModel } from "./chosen-model.ts";
import { type Comparison, compareModels } from "./compare-models.ts";
import type { ExpectationDetails, HoldoutDetails } from "./expectation-details.ts";
import { expectedSpend } from "./expected-spend.ts";
import { everyNth, expectedTotal, type ForecastSpread } from "./expected-total.ts";
import { type FittedCandidate, fitCandidate, intervalLevel, slowModels } from "./fit-candidates.ts";
import type { HistoryTable, HoldoutTable, SpendTable } from "./history-tables.ts";
import type { HoldoutWindow } from "./holdout-window.ts";
import { intervalCoverage } from "./interval-coverage.ts";
import type { ChoiceReason, ForecastModel } from "./report-contract.ts";
import { type TrackedExpectation, type TrackingInput, tracking } from "./tracking.ts";

export interface ExpectationInput {
  /** All distinct histories at asOf. */
  readonly histories: HistoryTable;
  /** Those of an even sample of a large base, for the slow models; null where the base is small. */
  readonly sample: HistoryTable | null;
  readonly spend: SpendTable;
  readonly horizonDays: number;
  /** Null when the data are too short to hold anything out. */
  readonly holdout: HoldoutInput | null;
}

/** The company's own last months, to compare models on. */
export interface HoldoutInput {
  readonly window: HoldoutWindow;
  readonly table: HoldoutTable;
  /** Customers with a purchase up to the cut. */
  readonly customersBefore: number;
  readonly tracking: TrackingInput;
  /** Ends of the tracked months. */
  readonly monthEnds: Parameters<typeof tracking>[1]["ends"];
}

/** Predictions by column; row i belongs to row i of the histories. */
export interface PredictionTable {
  readonly probabilityActive: Float64Array;
  readonly expectedOrders: Float64Array;
  readonly ordersLow: Int32Array;
  readonly ordersHigh: Int32Array;
  /** Expected orders given that the customer is still active. */
  readonly ordersWhileActive: Float64Array;
}

export type Expectation =
  | { readonly ok: true; readonly predictions: PredictionTable; readonly details: ExpectationDetails }
  | { readonly ok: false; readonly reason: "tooLittleHistory"; readonly message: string };

/** Fewest customers with a repeat purchase, five per parameter of a model: below it nothing is expected or compared. */
export const leastRepeatCustomers = 20;
/** Of the interval of purchases per customer. */
const customerLevel = 0.8;
/** Histories behind the course after the cut: its shape needs no more. */
const mostTracked = 5_000;

/**
 * Lets the purchase models forecast the company's last months, fits the best one on all histories, and predicts every history
 * over the horizon, in days.
 */
export function expect12Months(input: ExpectationInput): Expectation {
  const { histories, horizonDays, holdout } = input;
  const repeat = repeatCustomers(histories);
  if (repeat < leastRepeatCustomers) {
    return refuse(`${repeat} customers bought again; expected at least ${leastRepeatCustomers}.`);
  }
  const { ranking, reason, comparison } = rankModels(holdout);
  const found = firstUsable(ranking, input);
  if (found === null) return refuse("No purchase model could be fitted to these histories.");
  const { code, fitted, isSample } = found;
  const spend = expectedSpend(input.spend);
  const predictions = predict(fitted.model, histories, horizonDays);
  const atCut = comparison?.fitted.get(code) ?? null;
  return {
    ok: true,
    predictions,
    details: {
      purchases: fitted.chosen,
      fit: fitted.fit,
      isSample,
      reason: code === ranking[0] ? reason : "betterOnesNotFitted",
      spend: spend.params,
      horizonDays,
      total: expectedTotal(fitted, histories, predictions.expectedOrders, horizonDays, {
        level: intervalLevel,
        spread: holdout === null ? null : spreadOf(code, comparison, holdout.window.days),
      }),
      holdout: holdout === null || atCut === null ? null : holdoutDetails(holdout, comparison!, atCut),
      tracking:
        holdout === null || atCut === null
          ? []
          : tracking(
              holdout.tracking,
              { cut: holdout.window.cut, ends: holdout.monthEnds },
              expectedAtCut(holdout, atCut),
            ),
      notes: [...fitted.fit.warnings.map(({ message }) => message), ...spend.notes],
    },
  };
}

/** How far the model was off per customer in the hold-out; null where it was not compared. */
function spreadOf(code: ForecastModel, comparison: Comparison | null, days: number): ForecastSpread | null {
  const own = comparison?.forecasters.find((forecaster) => forecaster.code === code);
  return own === undefined ? null : { rmse: own.rmse, days };
}

/** The course after the cut is that of every n-th history, brought to the forecast of all who had begun. */
function expectedAtCut(
  { table, window, customersBefore }: HoldoutInput,
  { model }: FittedCandidate,
): TrackedExpectation {
  const sum = (days: number, of: HistoryTable) =>
    model
      .conditionalExpectedTransactionsEach(days, of)
      .reduce((total, orders, row) => total + orders * of.customers[row]!, 0);
  const sample = everyNth(table, Math.ceil(table.frequency.length / mostTracked));
  const compared = table.customers.reduce((total, n) => total + n, 0);
  const whole = sum(window.days, sample);
  const scale = whole > 0 ? (sum(window.days, table) / whole) * (customersBefore / compared) : 0;
  return {
    ofNew: (days) => model.expectedTransactions(days),
    ofKnown: (days) => scale * sum(days, sample),
  };
}

interface Ranking {
  readonly ranking: readonly ForecastModel[];
  readonly reason: ChoiceReason;
  readonly comparison: Comparison | null;
}

/** Without a comparison the oldest and fastest model stands. */
function rankModels(holdout: HoldoutInput | null): Ranking {
  const stay = (reason: ChoiceReason, comparison: Comparison | null = null): Ranking => ({
    ranking: ["bgNbd"],
    reason,
    comparison,
  });
  if (holdout === null) return stay("historyTooShort");
  if (repeatCustomers(holdout.table) < leastRepeatCustomers) return stay("tooFewRepeatCustomers");
  const comparison = compareModels(holdout.table, holdout.window.days);
  if (comparison.choice === null) return stay("noCandidateFitted", comparison);
  return { ...comparison.choice, comparison };
}

function firstUsable(
  ranking: readonly ForecastModel[],
  { histories, sample }: ExpectationInput,
): { code: ForecastModel; fitted: FittedCandidate; isSample: boolean } | null {
  for (const code of new Set([...ranking, "bgNbd" as const])) {
    const isSample = sample !== null && slowModels.has(code);
    const fitted = fitCandidate(code, isSample ? sample : histories);
    if (fitted.isUsable) return { code, fitted, isSample };
  }
  return null;
}

function predict(model: PurchaseModel, histories: HistoryTable, horizonDays: number): PredictionTable {
  const probabilityActive = model.probabilityAliveEach(histories);
  const ordersWhileActive = model.expectedTransactionsWhileAliveEach(horizonDays, histories);
  const { low, high } = model.transactionIntervalEach(horizonDays, histories, customerLevel);
  return {
    probabilityActive,
    expectedOrders: ordersWhileActive.map((orders, row) => orders * probabilityActive[row]!),
    ordersLow: low,
    ordersHigh: high,
    ordersWhileActive,
  };
}

function holdoutDetails(
  { window, table, customersBefore }: HoldoutInput,
  { customers, actualOrders, forecasters, byFrequency }: Comparison,
  { model }: FittedCandidate,
): HoldoutDetails {
  const insideRatio = intervalCoverage(model, table, window.days, customerLevel);
  return {
    ...window,
    customersBefore,
    customersCompared: customers,
    actualOrders,
    forecasters,
    byFrequency,
    interval: { level: customerLevel, insideRatio },
  };
}

function repeatCustomers({ frequency, customers }: HistoryTable): number {
  return customers.reduce((sum, n, row) => (frequency[row]! > 0 ? sum + n : sum), 0);
}

function refuse(message: string): Expectation {
  return { ok: false, reason: "tooLittleHistory", message };
}
