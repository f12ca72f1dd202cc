import type {
  Overruling,
  OverrulingReview,
} from "@kleinod/engine/programme/coherence/overruling-contract.ts";
import type { PlanCheck } from "@kleinod/engine/programme/contracts/finding-contract.ts";
import type { LeverPlan } from "@kleinod/engine/programme/contracts/plan-contract.ts";
import type {
  PlanAnswer,
  PlanComparison,
  PlanHead,
  PlanOverride,
} from "@kleinod/engine/programme/plans/plans-contract.ts";
import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { call } from "./client.ts";
import type { Space } from "./types.ts";

export const planListQuery = (space: Space) =>
  queryOptions({
    queryKey: [space, "programme", "plans"],
    queryFn: ({ signal }) => call<{ plans: PlanHead[] }>("/programme/plans", space, { signal }),
  });

/** One version of a plan; by default the one that is active, else the newest. */
export const planQuery = (space: Space, id: number, version: number | null = null) =>
  queryOptions({
    queryKey: [space, "programme", "plan", id, version],
    queryFn: ({ signal }) =>
      call<PlanAnswer>(`/programme/plans/${id}`, space, { query: { version }, signal }),
  });

/** A plan to begin with: usual decisions for all small customers. */
export const templatePlan = (space: Space) => call<LeverPlan>("/programme/plans/template", space);

/** What the rules say of a plan as it is now; with its id, so that what was overruled counts. */
export const planCheckQuery = (space: Space, id: number, plan: LeverPlan) =>
  queryOptions({
    queryKey: [space, "programme", "check", id, plan],
    queryFn: ({ signal }) =>
      call<PlanCheck>("/programme/check", space, { method: "POST", body: { plan, planId: id }, signal }),
    placeholderData: keepPreviousData,
    retry: false,
  });

/** `a` and `b` are an id with or without a version: `3` or `3.2`. */
export const planComparisonQuery = (space: Space, a: string, b: string) =>
  queryOptions({
    queryKey: [space, "programme", "compare", a, b],
    queryFn: ({ signal }) =>
      call<PlanComparison>("/programme/plans/compare", space, { query: { a, b }, signal }),
  });

const post = <Answer>(space: Space, path: string, body: unknown = {}) =>
  call<Answer>(`/programme/plans${path}`, space, { method: "POST", body });

export const createPlan = (space: Space, plan: LeverPlan) => post<PlanAnswer>(space, "", { plan });
export const savePlan = (space: Space, id: number, plan: LeverPlan, reason: string) =>
  post<PlanAnswer>(space, `/${id}/versions`, { plan, ...(reason === "" ? {} : { reason }) });
export const copyPlan = (space: Space, id: number, name: string) =>
  post<PlanAnswer>(space, `/${id}/copy`, { name });
export const endPlan = (space: Space, id: number) => post<PlanAnswer>(space, `/${id}/end`);
/** Without a version the one that ended last. */
export const restorePlan = (space: Space, id: number, version?: number) =>
  post<PlanAnswer>(space, `/${id}/restore`, version === undefined ? {} : { version });

interface Activation {
  readonly version: number;
  readonly reason?: string;
  readonly override?: PlanOverride;
}
export const activatePlan = (space: Space, id: number, activation: Activation) =>
  post<PlanAnswer>(space, `/${id}/activate`, activation);

export interface OverrulingInput extends PlanOverride {
  readonly planId: number;
  readonly rule: string;
  readonly segment: string;
}
export const overrule = (space: Space, input: OverrulingInput) =>
  call<{ overruling: Overruling }>("/programme/overrulings", space, { method: "POST", body: input });
export const takeBackOverruling = (space: Space, id: number) =>
  call<unknown>(`/programme/overrulings/${id}`, space, { method: "DELETE" });

/** What was decided against rules in a quarter (`2026-Q4`; default: the current one), and what became of it. */
export const overrulingReviewQuery = (space: Space, quarter: string | undefined) =>
  queryOptions({
    queryKey: [space, "programme", "review", quarter ?? null],
    queryFn: ({ signal }) =>
      call<OverrulingReview>("/programme/review", space, { query: { quarter: quarter ?? null }, signal }),
    placeholderData: keepPreviousData,
  });
