import type { GammaGammaParams } from "@kleinod/btyd/index.ts";
import type { PlainDate } from "../../units.ts";
import type { ChosenModel } from "./chosen-model.ts";
import type { ComparedForecaster, FrequencyGroup } from "./compare-models.ts";
import type { ExpectedTotal } from "./expected-total.ts";
import type { FitRecord } from "./fit-candidates.ts";
import type { ChoiceReason } from "./report-contract.ts";
import type { TrackedMonth } from "./tracking.ts";

/** What the step `expectation` tells besides its relation: plain JSON, read by lifetime value, report and explanations. */
export interface ExpectationDetails {
  readonly purchases: ChosenModel;
  readonly fit: FitRecord;
  /** The fit rests on an even sample of a large base. */
  readonly isSample: boolean;
  readonly reason: ChoiceReason;
  /** In cents; null when the data bear no spend model: then orders are expected, sales are not. */
  readonly spend: GammaGammaParams | null;
  /** Days of the 12 months that are forecast. */
  readonly horizonDays: number;
  readonly total: ExpectedTotal;
  /** Null without a comparison, see `reason`. */
  readonly holdout: HoldoutDetails | null;
  readonly tracking: readonly TrackedMonth[];
  /** Sentences of the fits about what to beware of. */
  readonly notes: readonly string[];
}

export interface HoldoutDetails {
  readonly cut: PlainDate;
  readonly months: number;
  readonly days: number;
  readonly customersBefore: number;
  readonly customersCompared: number;
  readonly actualOrders: number;
  readonly forecasters: readonly ComparedForecaster[];
  readonly byFrequency: readonly FrequencyGroup[];
  readonly interval: { readonly level: number; readonly insideRatio: number };
}

/** What the step tells when there is no expectation. */
export interface ExpectationRefusal {
  readonly refused: "tooLittleHistory";
  readonly message: string;
}

/** The details as the step left them; null where they are those of a version before models were compared. */
export function readExpectationDetails(json: unknown): ExpectationDetails | ExpectationRefusal | null {
  if (json === null || typeof json !== "object") return null;
  if ("refused" in json) return json as ExpectationRefusal;
  return "purchases" in json && "reason" in json ? (json as ExpectationDetails) : null;
}
