import type { ControlComparison, Job } from "@kleinod/engine/import/history.ts";
import type { BatchResult } from "@kleinod/engine/import/result.ts";
import type {
  CustomerDetail,
  CustomerDocuments,
  CustomerPage,
  CustomerQuery,
  Explanation,
  Overview,
  QuietReport,
  Whale,
} from "@kleinod/engine/measures/reports.ts";
import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { call } from "./client.ts";
import type {
  BatchList,
  DuplicatePage,
  DuplicateState,
  Parameter,
  Quality,
  SavedView,
  SearchHit,
  SizeLineCount,
  SizeLineProposal,
  Space,
  Status,
} from "./types.ts";

/**
 * Every read of the API, by name. Keys begin with the space, so that "everything of this space" can be refreshed after
 * an import with one call.
 */
const runningEveryMs = 700;
const idleEveryMs = 15_000;

export const statusQuery = (space: Space) =>
  queryOptions({
    queryKey: [space, "status"],
    queryFn: ({ signal }) => call<Status>("/status", space, { signal }),
    refetchInterval: idleEveryMs,
  });

export const jobsQuery = (space: Space) =>
  queryOptions({
    queryKey: [space, "jobs"],
    queryFn: ({ signal }) => call<{ jobs: Job[] }>("/jobs", space, { signal }),
    refetchInterval: ({ state }) =>
      state.data?.jobs.some((job) => job.state === "running") ? runningEveryMs : idleEveryMs,
  });

export const jobQuery = (space: Space, id: string) =>
  queryOptions({
    queryKey: [space, "jobs", id],
    queryFn: ({ signal }) => call<Job>(`/jobs/${encodeURIComponent(id)}`, space, { signal }),
    refetchInterval: ({ state }) =>
      state.data === undefined || state.data.state === "running" ? runningEveryMs : false,
  });

export const overviewQuery = (space: Space) =>
  queryOptions({
    queryKey: [space, "overview"],
    queryFn: ({ signal }) => call<Overview>("/reports/overview", space, { signal }),
  });

export const whaleQuery = (space: Space, basis: Whale["basis"]) =>
  queryOptions({
    queryKey: [space, "whale", basis],
    queryFn: ({ signal }) => call<Whale>("/reports/whale", space, { query: { basis }, signal }),
    placeholderData: keepPreviousData,
  });

export interface QuietQuery {
  states?: string;
  sizes?: string;
  search?: string;
  limit: number;
}

export const quietQuery = (space: Space, query: QuietQuery) =>
  queryOptions({
    queryKey: [space, "quiet", query],
    queryFn: ({ signal }) => call<QuietReport>("/reports/quiet", space, { query: { ...query }, signal }),
    placeholderData: keepPreviousData,
  });

export const customersQuery = (space: Space, query: CustomerQuery) =>
  queryOptions({
    queryKey: [space, "customers", query],
    queryFn: ({ signal }) =>
      call<CustomerPage>("/customers/query", space, { method: "POST", body: query, signal }),
  });

export const customerQuery = (space: Space, id: string) =>
  queryOptions({
    queryKey: [space, "customer", id],
    queryFn: ({ signal }) => call<CustomerDetail>(`/customers/${encodeURIComponent(id)}`, space, { signal }),
  });

export const customerDocumentsQuery = (space: Space, id: string, limit: number) =>
  queryOptions({
    queryKey: [space, "customer", id, "documents", limit],
    queryFn: ({ signal }) =>
      call<CustomerDocuments>(`/customers/${encodeURIComponent(id)}/documents`, space, {
        query: { limit, offset: 0 },
        signal,
      }),
    placeholderData: keepPreviousData,
  });

export const explanationQuery = (space: Space, code: string, customerId: number | null) =>
  queryOptions({
    queryKey: [space, "explain", code, customerId],
    queryFn: ({ signal }) =>
      call<Explanation>(`/explain/${encodeURIComponent(code)}`, space, { query: { customerId }, signal }),
  });

export const viewsQuery = (space: Space) =>
  queryOptions({
    queryKey: [space, "views"],
    queryFn: ({ signal }) => call<{ views: SavedView[] }>("/views", space, { signal }),
  });

export const parametersQuery = (space: Space) =>
  queryOptions({
    queryKey: [space, "parameters"],
    queryFn: ({ signal }) => call<{ parameters: Parameter[] }>("/parameters", space, { signal }),
  });

export const sizeLineProposalQuery = (space: Space) =>
  queryOptions({
    queryKey: [space, "size-line", "proposal"],
    queryFn: ({ signal }) => call<SizeLineProposal>("/size-line/proposal", space, { signal }),
  });

export const sizeLineCountQuery = (space: Space, cents: number) =>
  queryOptions({
    queryKey: [space, "size-line", "count", cents],
    queryFn: ({ signal }) => call<SizeLineCount>("/size-line/count", space, { query: { cents }, signal }),
    placeholderData: keepPreviousData,
  });

export const batchesQuery = (space: Space) =>
  queryOptions({
    queryKey: [space, "batches"],
    queryFn: ({ signal }) => call<BatchList>("/import/batches", space, { signal }),
  });

export const batchQuery = (space: Space, id: string) =>
  queryOptions({
    queryKey: [space, "batches", id],
    queryFn: ({ signal }) =>
      call<BatchResult>(`/import/batches/${encodeURIComponent(id)}`, space, { signal }),
  });

export const controlTotalsQuery = (space: Space) =>
  queryOptions({
    queryKey: [space, "control-totals"],
    queryFn: ({ signal }) => call<ControlComparison>("/import/control-totals", space, { signal }),
  });

export const qualityQuery = (space: Space) =>
  queryOptions({
    queryKey: [space, "quality"],
    queryFn: ({ signal }) => call<Quality>("/quality", space, { signal }),
  });

export const duplicatesQuery = (space: Space, state: DuplicateState, limit: number) =>
  queryOptions({
    queryKey: [space, "duplicates", state, limit],
    queryFn: ({ signal }) =>
      call<DuplicatePage>("/duplicates", space, { query: { state, limit, offset: 0 }, signal }),
    placeholderData: keepPreviousData,
  });

export const searchQuery = (space: Space, text: string) =>
  queryOptions({
    queryKey: [space, "search", text],
    queryFn: ({ signal }) =>
      call<{ customers: SearchHit[] }>("/search", space, { query: { q: text }, signal }),
    enabled: text.trim() !== "",
    placeholderData: keepPreviousData,
  });
