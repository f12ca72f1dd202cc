/**
 * Relation `m_leak`: time of specialist roles in (asOf − 12 months, asOf], wherever it went. One row per role (code), reason (NULL:
 * none given), size_class ('none': no customer named), category, is_legitimate and is_owner, with events, minutes_milli (thousandths
 * of a minute, logged or else estimated) and estimated_milli (the part that an equation says).
 * Relation `m_attention`: customer_id, minutes_milli of the attention roles in the same 12 months (K7).
 */
export interface LeakRow {
  readonly role: string;
  readonly reason: string | null;
  readonly sizeClass: string;
  readonly category: string | null;
  /** Declared as wanted: by promise, rule, exception, reason or customer. */
  readonly isLegitimate: boolean;
  /** The person stands in the master data of the customer, and nobody decided so. */
  readonly isOwner: boolean;
  readonly events: number;
  readonly minutesMilli: number;
  readonly estimatedMilli: number;
}

export interface LeakRole {
  readonly code: string;
  readonly label: { readonly de: string; readonly en: string };
  /** Share of the work that nobody logs, 0 … below 1. */
  readonly unloggedRatio: number;
  readonly centsPerMinute: number;
  /** True while no cost pool of the role says what a minute costs. */
  readonly rateIsAssumed: boolean;
}
