import type { PlainDate } from "../../units.ts";
import type { ConditionReason } from "./contract.ts";
import { type CustomerValues, evaluate, reasonsOf } from "./evaluate.ts";
import type { ResolvedGroup } from "./resolve.ts";

export interface AssignableSegment {
  readonly code: string;
  /** What we do differently for its customers. */
  readonly action: string;
  readonly definition: ResolvedGroup;
}

export interface Assignment {
  /** Null: none fits, or that cannot be told. */
  readonly code: string | null;
  readonly action: string | null;
  /** True when a figure that decides is unknown: the customer is then part of no automatic action. */
  readonly isUnclear: boolean;
  /** The conditions of the segment that fits; without one those that kept the customer out or are unknown. */
  readonly reasons: readonly ConditionReason[];
}

/** The segment of a set that one customer belongs to and why: the first that fits for certain (see `labelSql`). */
export function assignSegment(
  set: readonly AssignableSegment[],
  values: CustomerValues,
  asOf: PlainDate,
): Assignment {
  const judged = set.map((segment) => ({ segment, fits: evaluate(segment.definition, values, asOf) }));
  const found = judged.find(({ fits }) => fits === true)?.segment;
  if (found !== undefined) {
    const reasons = reasonsOf(found.definition, values, asOf).filter(({ holds }) => holds === true);
    return { code: found.code, action: found.action, isUnclear: false, reasons };
  }
  const isUnclear = judged.some(({ fits }) => fits === null);
  const reasons = judged.flatMap(({ segment }) =>
    reasonsOf(segment.definition, values, asOf).filter(({ holds }) => holds === (isUnclear ? null : false)),
  );
  return { code: null, action: null, isUnclear, reasons };
}
