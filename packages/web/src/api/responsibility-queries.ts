import type { Campaign, CaptureList, SamplingResult } from "@kleinod/engine/facts/captures/contract.ts";
import type { ResponsibilityReport } from "@kleinod/engine/segments/responsibility/report-contract.ts";
import type {
  AssignmentInput,
  AssignmentPreview,
} from "@kleinod/engine/segments/responsibility/rule-contract.ts";
import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { call } from "./client.ts";
import type { Space } from "./types.ts";

export const responsibilityQuery = (space: Space) =>
  queryOptions({
    queryKey: [space, "responsibility"],
    queryFn: ({ signal }) => call<ResponsibilityReport>("/reports/responsibility", space, { signal }),
    placeholderData: keepPreviousData,
  });

export const previewAssignment = (space: Space, input: AssignmentInput) =>
  call<AssignmentPreview>("/responsibility/preview", space, { method: "POST", body: input });

export const capturesQuery = (space: Space) =>
  queryOptions({
    queryKey: [space, "captures"],
    queryFn: ({ signal }) => call<CaptureList>("/captures", space, { signal }),
  });

export const campaignsQuery = (space: Space) =>
  queryOptions({
    queryKey: [space, "time-samples"],
    queryFn: ({ signal }) => call<{ campaigns: Campaign[] }>("/time-samples/campaigns", space, { signal }),
  });

export const samplingResultQuery = (space: Space, id: string) =>
  queryOptions({
    queryKey: [space, "time-samples", id],
    queryFn: ({ signal }) =>
      call<SamplingResult>(`/time-samples/campaigns/${encodeURIComponent(id)}`, space, { signal }),
  });
