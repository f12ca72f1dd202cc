import type { BundleProblem } from "./bundle-contract.ts";
import { limitRows } from "./programme-model.ts";
import { rowKey } from "./row-subject.ts";

/** A limit that can be bought more of, and one step of it. */
export interface LimitStep {
  /** `capacity:ROLE`, `budget`, `contactPressure`, `giveTake`. */
  readonly code: string;
  readonly kind: "capacity" | "budget" | "contactPressure" | "giveTake";
  /** Index of the role of a capacity. */
  readonly role: number | null;
  /** In the unit of the limit: minutes of a position, CHF 10,000, one contact, CHF 10 a customer. */
  readonly amount: number;
  /** What the step adds to which rows. */
  readonly relax: ReadonlyMap<string, number>;
}

export const budgetStepCents = 1_000_000;
export const giveTakeStepCents = 1_000;

/** The steps that are priced, in the order in which limits are shown. Fixed choices are no limits to buy. */
export function limitSteps(problem: BundleProblem): LimitStep[] {
  const keys = limitRows(problem).map(({ subject }) => ({ subject, key: rowKey(subject) }));
  const steps: LimitStep[] = [];
  problem.roles.forEach(({ role, limitMinutes, blockMinutes }, index) => {
    const key = rowKey({ kind: "capacity", role });
    if (limitMinutes === null) return;
    const relax = new Map([[key, blockMinutes]]);
    steps.push({ code: key, kind: "capacity", role: index, amount: blockMinutes, relax });
  });
  const rest = [
    ["budget", budgetStepCents],
    ["contactPressure", 1],
    ["giveTake", giveTakeStepCents],
  ] as const;
  for (const [kind, amount] of rest) {
    const mine = keys.filter(({ subject }) => subject.kind === kind);
    if (mine.length === 0) continue;
    const relax = new Map(mine.map(({ key }) => [key, amount]));
    steps.push({ code: kind, kind, role: null, amount, relax });
  }
  return steps;
}
