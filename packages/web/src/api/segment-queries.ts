import type {
  SegmentDefinition,
  SegmentInput,
  SegmentPreview,
} from "@kleinod/engine/segments/builder/contract.ts";
import type { HeterogeneityReport } from "@kleinod/engine/segments/heterogeneity/report-contract.ts";
import type { InsightList } from "@kleinod/engine/segments/insights/contract.ts";
import type { Segment, SegmentAnswer } from "@kleinod/engine/segments/overlays/contract.ts";
import type { SegmentsReport } from "@kleinod/engine/segments/overlays/report-contract.ts";
import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { call } from "./client.ts";
import type { Space } from "./types.ts";

export const segmentsReportQuery = (space: Space) =>
  queryOptions({
    queryKey: [space, "segments", "report"],
    queryFn: ({ signal }) => call<SegmentsReport>("/reports/segments", space, { signal }),
  });

export const segmentListQuery = (space: Space) =>
  queryOptions({
    queryKey: [space, "segments", "list"],
    queryFn: ({ signal }) => call<{ segments: Segment[] }>("/segments", space, { signal }),
  });

/** Counted again with every change; a count that is no longer wanted is cancelled with its signal. */
export const segmentPreviewQuery = (space: Space, definition: SegmentDefinition, code: string | undefined) =>
  queryOptions({
    queryKey: [space, "segments", "preview", definition, code ?? null],
    queryFn: ({ signal }) =>
      call<SegmentPreview>("/segments/preview", space, {
        method: "POST",
        body: { definition, ...(code === undefined ? {} : { code }) },
        signal,
      }),
    placeholderData: keepPreviousData,
    retry: false,
  });

export const saveSegment = (space: Space, input: Partial<SegmentInput>) =>
  call<SegmentAnswer>("/segments", space, { method: "POST", body: input });

export const heterogeneityQuery = (space: Space) =>
  queryOptions({
    queryKey: [space, "heterogeneity"],
    queryFn: ({ signal }) => call<HeterogeneityReport>("/reports/heterogeneity", space, { signal }),
  });

export const insightsQuery = (space: Space, withExpired: boolean) =>
  queryOptions({
    queryKey: [space, "insights", withExpired],
    queryFn: ({ signal }) =>
      call<InsightList>("/insights", space, { query: withExpired ? { expired: 1 } : {}, signal }),
    placeholderData: keepPreviousData,
  });
