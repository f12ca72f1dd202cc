import type { ServiceFormSettings } from "./service-form-settings.ts";

/** What breadth may look at: the need, and nothing of size or money. */
export interface NeedSide {
  /** Effective number of need fields; null: unclear. */
  readonly needBreadth: number | null;
  /** Distinct reasons of cases and contacts. */
  readonly needReasons: number;
  /** Share of expedited orders and urgent cases; null: unknown. */
  readonly needUrgency: number | null;
}

/** What form may look at besides. */
export interface FormSide {
  readonly sizeClass: string;
  /** Contribution after avoidable cost to serve in 12 months, else after cost of goods; null: unclear. */
  readonly contributionCents: number | null;
  /** Share of orders through portal or EDI; null: unknown. */
  readonly electronicRatio: number | null;
  /** A partner looks after the customer. */
  readonly hasPartner: boolean;
}

/** So many kinds of requests that one step wider is recommended. */
export const isVaried = ({ needReasons }: NeedSide, { variedReasons }: ServiceFormSettings) =>
  needReasons >= variedReasons;

/** So much in a hurry that a person is to be reachable. */
export const isUrgent = ({ needUrgency }: NeedSide, { urgentRatio }: ServiceFormSettings) =>
  needUrgency !== null && needUrgency >= urgentRatio;
