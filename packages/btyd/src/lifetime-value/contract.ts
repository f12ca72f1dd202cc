import type { CustomerSpend, GammaGammaModel, SpendColumns } from "../gamma-gamma/contract.ts";
import type { CustomerHistory, HistoryColumns } from "../histories/contract.ts";
import type { RepeatPurchaseModel } from "../repeat-purchase/contract.ts";

/**
 * What a customer will still be worth: expected purchases of the coming time, step by step, discounted to today from the middle
 * of each step, times what a purchase is expected to leave over.
 *
 * Value = Σ_k (E[Y(t_k)] − E[Y(t_k−1)]) · (1 + discountRate)^−(t_k−1 + t_k)/2 · (margin · E[M] − costPerTransaction)
 *
 * Source: Fader, Hardie & Lee (2005), RFM and CLV, with a finite horizon and the value of a purchase net of its cost.
 *
 * Known limits
 * - Supposes, as both models do, that how much is spent does not depend on how often, and that neither changes with time.
 * - Holds no cost of keeping a customer who does not buy.
 */
export interface LifetimeValueSettings {
  /** Any model of repeat purchases with its parameters. */
  readonly purchases: RepeatPurchaseModel<string, unknown>;
  readonly spend: GammaGammaModel;
  /** How far to look ahead, in the time unit of `purchases`; finite, ≥ 0. */
  readonly horizon: number;
  /** Interest per time unit, as a ratio ≥ 0: 10 % a year is 1.1^(1/52.18) − 1 a week. */
  readonly discountRate: number;
  /** Share of the value of a purchase that is left after what was sold, 0 to 1. Default 1. */
  readonly margin?: number;
  /** Cost of handling one purchase (picking, delivery, invoice, payment), in the money unit of `spend`, ≥ 0. Default 0. */
  readonly costPerTransaction?: number;
  /**
   * Length of a step, > 0, in the time unit of `purchases`; the last one ends with the horizon. Default a twelfth of the horizon.
   * Discounting a step from its middle errs by less than 1 in 10,000 for a year at 11 % in twelve steps.
   */
  readonly step?: number;
}

/** A customer's history and spend under the names of `summarizeTransactions`. */
export type CustomerHistoryAndSpend = CustomerHistory & CustomerSpend;

/** The same by column. */
export type HistoryAndSpendColumns = HistoryColumns & SpendColumns;
