/**
 * Kaplan-Meier: survival without a model, from durations of which some were still going on when last seen. For irregular terms,
 * for a look at the data before a model, and to hold a fitted curve against. It tells nothing beyond the longest duration.
 *
 * Source: Kaplan & Meier (1958), Journal of the American Statistical Association 53, 457-481; standard errors: Greenwood (1926);
 * interval of the median: Brookmeyer & Crowley (1982) with the log transform.
 *
 * Known limits
 * - Supposes that those still going on have the same prospects as the others of the same age.
 * - Weights count cases; sampling weights would need another variance.
 */
export interface DurationColumns {
  /** Time from start to end, or to when last seen: finite, ≥ 0, in the caller's unit. */
  readonly durations: ArrayLike<number>;
  /** 1 or true: ended at that duration. 0 or false: still going on (censored), counted as at risk at that very duration. */
  readonly ended: ArrayLike<number | boolean>;
  /** Cases per row, > 0; absent means 1 each. */
  readonly weight?: ArrayLike<number>;
}

export interface KaplanMeier {
  /** Durations at which somebody ended, rising. Row i of the following columns belongs to them. */
  readonly times: Float64Array;
  /** Cases that were still going on immediately before. */
  readonly atRisk: Float64Array;
  /** Cases that ended there. */
  readonly events: Float64Array;
  /** S(t) from this time on until the next, 0 to 1. */
  readonly survival: Float64Array;
  /** Greenwood's standard error of S(t). 0 once S(t) is 0, which is the limit of the formula and not certainty. */
  readonly standardErrors: Float64Array;
  /** All cases (sum of weights), the longest duration and how many ended. */
  readonly cases: number;
  readonly totalEvents: number;
  readonly longest: number;
  /** S(t) for t ≥ 0; null beyond the longest duration unless all have ended by then, and without any case. */
  survivalAt(time: number): number | null;
  /** Greenwood's standard error of S(t); null where that is null. */
  standardErrorAt(time: number): number | null;
  /** Interval of S(t) within 0 … 1 by the log transform, `level` default 0.95; null where S(t) is null or 0. */
  intervalAt(time: number, level?: number): { readonly low: number; readonly high: number } | null;
  /** The duration that half of the cases exceed; each number is null when its curve does not come down to one half. */
  readonly median: KaplanMeierQuantile;
  /** The same for another share of ended cases, `share` above 0 and below 1; `level` of the interval, default 0.95. */
  quantile(share: number, level?: number): KaplanMeierQuantile;
  /**
   * Mean duration when everything is cut at `until` (default: the longest duration): the area under S(t). Null without any case,
   * or when `until` lies beyond the longest duration and not all have ended.
   */
  restrictedMean(until?: number): RestrictedMean | null;
}

export interface KaplanMeierQuantile {
  readonly estimate: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

export interface RestrictedMean {
  readonly estimate: number;
  readonly standardError: number;
}
