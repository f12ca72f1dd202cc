import type { ParamValue } from "../contracts/option-contract.ts";
import type { FactValue } from "./facts-contract.ts";
import type { RuleOperator } from "./rule-contract.ts";

/** Null: cannot be told. */
export type Truth = boolean | null;

export const negate = (truth: Truth): Truth => (truth === null ? null : !truth);

/** Kleene: one false decides, then one unknown. */
export function conjunction(truths: readonly Truth[]): Truth {
  if (truths.includes(false)) return false;
  return truths.includes(null) ? null : true;
}

export const disjunction = (truths: readonly Truth[]): Truth => negate(conjunction(truths.map(negate)));

/** A list holds (`eq`) or does not hold (`ne`) a value; texts and switches are equal or not; numbers are ordered. */
export function compares(value: ParamValue, op: RuleOperator, limit: string | number | boolean): boolean {
  const isEqual = Array.isArray(value) ? value.includes(String(limit)) : value === limit;
  if (op === "eq") return isEqual;
  if (op === "ne") return !isEqual;
  if (typeof value !== "number" || typeof limit !== "number") return false;
  return { lt: value < limit, le: value <= limit, gt: value > limit, ge: value >= limit }[op];
}

/** A share part of which is unknown is compared at both of its bounds. */
export function factCompares(
  { value, low, high }: FactValue,
  op: RuleOperator,
  limit: string | number | boolean,
): Truth {
  if (value === null) return null;
  if (typeof value === "boolean") return compares(value, op, limit);
  const bounds = [low ?? value, high ?? value].map((bound) => compares(bound, op, limit));
  return bounds[0] === bounds[1] ? (bounds[0] ?? null) : null;
}
