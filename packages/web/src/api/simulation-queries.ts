import type { Job } from "@kleinod/engine/import/history.ts";
import type { DoublingReport } from "@kleinod/engine/programme/doubling/report-contract.ts";
import type { OptimiseRequestInput } from "@kleinod/engine/programme/optimiser/report-contract.ts";
import type { PriceReplay } from "@kleinod/engine/programme/price-replay/report-contract.ts";
import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { apiUrl, call } from "./client.ts";
import type { Space } from "./types.ts";

/** Which stored plan stands beside today; absent: today alone. */
export interface PlanChoice {
  readonly plan?: string | undefined;
}

/** The doubling test of today and, where one is chosen, of a stored plan. */
export const doublingQuery = (space: Space, { plan }: PlanChoice) =>
  queryOptions({
    queryKey: [space, "doubling", plan ?? null],
    queryFn: ({ signal }) =>
      call<DoublingReport>("/reports/doubling", space, { query: { plan: plan ?? null }, signal }),
    placeholderData: keepPreviousData,
  });

/** Address of the page for the board. */
export function doublingPdfUrl(space: Space, { plan }: PlanChoice, language: "de" | "en"): string {
  return apiUrl("/reports/doubling.pdf", space, { plan: plan ?? null, lang: language });
}

/** Starts the search for the best bundle; the job's result is the report. */
export const startOptimisation = (space: Space, request: Partial<OptimiseRequestInput>) =>
  call<Job>("/programme/optimise", space, { method: "POST", body: request });

/** What is simulated, as it stands in the address. */
export interface SimulationChoice {
  readonly plan?: string | undefined;
  readonly draws?: string | undefined;
  readonly seed?: string | undefined;
  readonly resolution?: string | undefined;
}

/** Starts five years with a stored plan; the job's result is the report. */
export function startSimulation(space: Space, { plan, draws, seed, resolution }: SimulationChoice) {
  return call<Job>("/programme/simulate", space, {
    method: "POST",
    body: {
      planId: Number(plan),
      ...(draws === undefined ? {} : { draws: Number(draws) }),
      ...(seed === undefined ? {} : { seed: Number(seed) }),
      ...(resolution === undefined ? {} : { resolution }),
    },
  });
}

/** The price levers of a stored plan on the orders as they were. */
export const priceReplayQuery = (space: Space, plan: string) =>
  queryOptions({
    queryKey: [space, "price-replay", plan],
    queryFn: ({ signal }) => call<PriceReplay>("/programme/price-replay", space, { query: { plan }, signal }),
    retry: false,
  });
