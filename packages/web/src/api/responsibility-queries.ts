import type {
  Campaign,
  Capture,
  CaptureList,
  SamplingResult,
} from "@kleinod/engine/facts/captures/contract.ts";
import type { Job } from "@kleinod/engine/import/history.ts";
import type { ResponsibilityReport } from "@kleinod/engine/segments/responsibility/report-contract.ts";
import type {
  AssignmentInput,
  AssignmentPreview,
  ResponsibilityDecision,
} from "@kleinod/engine/segments/responsibility/rule-contract.ts";
import { keepPreviousData, type QueryClient, queryOptions } from "@tanstack/react-query";
import { call } from "./client.ts";
import type { Space } from "./types.ts";

/** @param limit number of gaps listed one by one */
export const responsibilityQuery = (space: Space, limit: number) =>
  queryOptions({
    queryKey: [space, "responsibility", limit],
    queryFn: ({ signal }) =>
      call<ResponsibilityReport>("/reports/responsibility", space, { query: { limit }, signal }),
    placeholderData: keepPreviousData,
  });

export const previewAssignment = (space: Space, input: AssignmentInput) =>
  call<AssignmentPreview>("/responsibility/preview", space, { method: "POST", body: input });

export const responsibilityDecisionsQuery = (space: Space) =>
  queryOptions({
    queryKey: [space, "responsibility", "decisions"],
    queryFn: ({ signal }) =>
      call<{ decisions: ResponsibilityDecision[] }>("/responsibility/decisions", space, { signal }),
  });

/** What a decision about responsibility answers with; the job measures everything again. */
export interface DecisionMade {
  readonly id: string;
  readonly customers: number;
  readonly job: Job;
}

export const undoDecision = (space: Space, id: string) =>
  call<DecisionMade>(`/responsibility/decisions/${encodeURIComponent(id)}`, space, { method: "DELETE" });

export const capturesQuery = (space: Space) =>
  queryOptions({
    queryKey: [space, "captures"],
    queryFn: ({ signal }) => call<CaptureList>("/captures", space, { signal }),
  });

/** A changed entry and the job that measures with it. */
export interface CaptureMade {
  readonly capture: Capture;
  readonly job: Job;
}

/** The list at once; the figures follow when the job has ended. */
export async function refreshCaptures(client: QueryClient, space: Space): Promise<void> {
  await Promise.all(
    ["captures", "jobs"].map((part) => client.invalidateQueries({ queryKey: [space, part] })),
  );
}

export const campaignsQuery = (space: Space) =>
  queryOptions({
    queryKey: [space, "time-samples"],
    queryFn: ({ signal }) => call<{ campaigns: Campaign[] }>("/time-samples/campaigns", space, { signal }),
  });

export const samplingResultQuery = (space: Space, id: string) =>
  queryOptions({
    queryKey: [space, "time-samples", id],
    queryFn: ({ signal }) =>
      call<SamplingResult>(`/time-samples/campaigns/${encodeURIComponent(id)}/result`, space, { signal }),
  });
