import type { BgNbdParams } from "@kleinod/btyd/bg-nbd/contract.ts";
import { fitBgNbd } from "@kleinod/btyd/bg-nbd/fit.ts";
import { predictBgNbd } from "@kleinod/btyd/bg-nbd/predict.ts";
import { purchaseCountIntervals } from "@kleinod/btyd/bg-nbd/purchase-count.ts";
import { purchasesWhileActive } from "@kleinod/btyd/bg-nbd/purchases-while-active.ts";
import type { FitWarningCode } from "@kleinod/btyd/fits/contract.ts";
import type { GammaGammaParams } from "@kleinod/btyd/gamma-gamma/contract.ts";
import { fitGammaGamma } from "@kleinod/btyd/gamma-gamma/fit.ts";

/** Fewest customers with a positive mean value for a spend model; below it orders are expected, sales are not. */
const MIN_SPEND_CUSTOMERS = 20;
/** Warnings with which the parameters are those of a prior, not of the data. */
const SPEND_UNKNOWN: ReadonlySet<FitWarningCode> = new Set([
  "tooLittleData",
  "doesNotVary",
  "didNotConverge",
]);

/** Distinct histories by column, in days; row i stands for `customers[i]` customers. */
export interface HistoryTable {
  /** Repeat purchase days. */
  readonly frequency: Float64Array;
  /** Days from the first to the last purchase. */
  readonly recency: Float64Array;
  /** Days from the first purchase to asOf. */
  readonly age: Float64Array;
  readonly customers: Float64Array;
}

/** Purchase days and mean product value per customer, for the fit of the spend model. */
export interface SpendTable {
  readonly count: Float64Array;
  readonly meanCents: Float64Array;
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
  | {
      readonly ok: true;
      /** In days. */
      readonly purchases: BgNbdParams;
      /** In cents; null when the spend model refused: then orders are expected, sales are not. */
      readonly spend: GammaGammaParams | null;
      readonly predictions: PredictionTable;
      readonly notes: readonly string[];
    }
  | { readonly ok: false; readonly reason: "tooLittleHistory"; readonly message: string };

/** Fits both models and predicts every history over the horizon, in days. */
export function expect12Months(histories: HistoryTable, spend: SpendTable, horizonDays: number): Expectation {
  const fit = fitBgNbd({ ...histories, weight: histories.customers });
  if (!fit.ok) return { ok: false, reason: "tooLittleHistory", message: fit.message };
  const spendFit = fitGammaGamma(
    { frequency: spend.count, meanValue: spend.meanCents },
    { minInformative: MIN_SPEND_CUSTOMERS },
  );
  const isSpendKnown = !spendFit.warnings.some(({ code }) => SPEND_UNKNOWN.has(code));
  return {
    ok: true,
    purchases: fit.params,
    spend: isSpendKnown ? spendFit.params : null,
    predictions: predict(fit.params, histories, horizonDays),
    notes: [
      ...fit.warnings.map((warning) => warning.message),
      ...spendFit.warnings.map((warning) => warning.message),
    ],
  };
}

function predict(params: BgNbdParams, histories: HistoryTable, horizonDays: number): PredictionTable {
  const { probabilityActive, expectedPurchases } = predictBgNbd(params, histories, horizonDays);
  const { low, high } = purchaseCountIntervals(params, histories, horizonDays);
  const { r, alpha, a, b } = params;
  const ordersWhileActive = Float64Array.from(expectedPurchases, (expected, row) => {
    const active = probabilityActive[row]!;
    // Where the probability is too small to divide by, the expectation given activity is computed itself.
    if (active > 1e-9) return expected / active;
    const frequency = histories.frequency[row]!;
    return purchasesWhileActive(r + frequency, alpha + histories.age[row]!, a, b + frequency, horizonDays);
  });
  return {
    probabilityActive,
    expectedOrders: expectedPurchases,
    ordersLow: low,
    ordersHigh: high,
    ordersWhileActive,
  };
}
