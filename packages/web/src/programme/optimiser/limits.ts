import type { OptimiseRequestInput } from "@kleinod/engine/programme/optimiser/report-contract.ts";

/** The limits as they stand in the address; absent: no such limit. */
export interface LimitValues {
  readonly plan?: string | undefined;
  /** Whole francs a year. */
  readonly budget?: string | undefined;
  readonly pressure?: string | undefined;
  /** Whole francs per customer and year. */
  readonly giveTake?: string | undefined;
  readonly seconds?: string | undefined;
  readonly keep?: string | undefined;
}

export const limitKeys = ["plan", "budget", "pressure", "giveTake", "seconds", "keep", "job"] as const;
export const defaultSeconds = 30;

const numberOf = (text: string | undefined): number | null => {
  const value = text === undefined || text.trim() === "" ? Number.NaN : Number(text);
  return Number.isFinite(value) ? value : null;
};

/** The request that the address stands for. */
export function requestOf(values: LimitValues): Partial<OptimiseRequestInput> {
  const budget = numberOf(values.budget);
  const pressure = numberOf(values.pressure);
  const giveTake = numberOf(values.giveTake);
  const plan = numberOf(values.plan);
  return {
    ...(plan === null ? {} : { planId: plan, keepPlan: values.keep === "1" }),
    ...(budget === null ? {} : { budgetCentsPerYear: Math.round(budget * 100) }),
    ...(pressure === null ? {} : { contactPressureMax: pressure }),
    ...(giveTake === null ? {} : { giveTakeMin: Math.round(giveTake * 100) }),
    timeLimitSeconds: numberOf(values.seconds) ?? defaultSeconds,
  };
}
