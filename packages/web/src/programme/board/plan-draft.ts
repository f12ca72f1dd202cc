import type { LeverPlan, PlanAssignment } from "@kleinod/engine/programme/contracts/plan-contract.ts";

/** A plan while somebody works on it: every step can be taken back, and a step taken back can be made again. */
export interface PlanDraft {
  readonly past: readonly LeverPlan[];
  readonly present: LeverPlan;
  readonly future: readonly LeverPlan[];
}

export type DraftStep =
  | { readonly kind: "put"; readonly plan: LeverPlan }
  | { readonly kind: "undo" }
  | { readonly kind: "redo" }
  /** Begins anew with a plan that is stored. */
  | { readonly kind: "begin"; readonly plan: LeverPlan };

/** More steps than anybody counts back. */
const mostSteps = 50;

export const draftOf = (plan: LeverPlan): PlanDraft => ({ past: [], present: plan, future: [] });

export function draftAfter(draft: PlanDraft, step: DraftStep): PlanDraft {
  const { past, present, future } = draft;
  switch (step.kind) {
    case "begin":
      return draftOf(step.plan);
    case "put":
      if (isSamePlan(present, step.plan)) return draft;
      return { past: [...past, present].slice(-mostSteps), present: step.plan, future: [] };
    case "undo": {
      const before = past.at(-1);
      if (before === undefined) return draft;
      return { past: past.slice(0, -1), present: before, future: [present, ...future] };
    }
    case "redo": {
      const [next, ...rest] = future;
      if (next === undefined) return draft;
      return { past: [...past, present], present: next, future: rest };
    }
  }
}

/** Whether two plans decide the same. The order of names within a decision means nothing. */
export const isSamePlan = (a: LeverPlan, b: LeverPlan): boolean => canonical(a) === canonical(b);

function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    inner !== null && typeof inner === "object" && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
      : inner,
  );
}

/** With the assignment at its place, or at the end when the place is null. */
export function withAssignment(plan: LeverPlan, index: number | null, assignment: PlanAssignment): LeverPlan {
  return {
    ...plan,
    assignments:
      index === null
        ? [...plan.assignments, assignment]
        : plan.assignments.map((one, place) => (place === index ? assignment : one)),
  };
}

export function withoutAssignment(plan: LeverPlan, index: number): LeverPlan {
  return { ...plan, assignments: plan.assignments.filter((_, place) => place !== index) };
}

/** With own expectations by key; null takes the shipped one again. */
export function withAssumptions(
  plan: LeverPlan,
  changes: Readonly<Record<string, NonNullable<LeverPlan["assumptions"]>[string] | null>>,
): LeverPlan {
  const { assumptions: before = {}, ...rest } = plan;
  const after = Object.entries({ ...before, ...changes }).flatMap(([key, value]) =>
    value === null ? [] : [[key, value] as const],
  );
  return after.length === 0 ? rest : { ...rest, assumptions: Object.fromEntries(after) };
}
