import type { NeedGapsReport, NeedsReport } from "@kleinod/engine/measures/need/report-contract.ts";
import type { CustomerNeed, PotentialReport } from "@kleinod/engine/measures/potential/report-contract.ts";
import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { call } from "./client.ts";
import type { Space } from "./types.ts";

/** What the lists of needs are narrowed to; all of it stands in the address. */
export interface NeedFilters {
  search?: string;
  field?: string;
  branch?: string;
  region?: string;
  sizes?: string;
}

export const needsQuery = (space: Space) =>
  queryOptions({
    queryKey: [space, "needs"],
    queryFn: ({ signal }) => call<NeedsReport>("/reports/needs", space, { query: { limit: 1 }, signal }),
  });

export const needGapsQuery = (space: Space, filters: NeedFilters & { limit: number }) =>
  queryOptions({
    queryKey: [space, "need-gaps", filters],
    queryFn: ({ signal }) =>
      call<NeedGapsReport>("/reports/need-gaps", space, { query: { ...filters }, signal }),
    placeholderData: keepPreviousData,
  });

export const potentialQuery = (space: Space, filters: NeedFilters & { limit: number }) =>
  queryOptions({
    queryKey: [space, "potential", filters],
    queryFn: ({ signal }) =>
      call<PotentialReport>("/reports/potential", space, { query: { ...filters }, signal }),
    placeholderData: keepPreviousData,
  });

export const customerNeedQuery = (space: Space, id: string) =>
  queryOptions({
    queryKey: [space, "customer", id, "need"],
    queryFn: ({ signal }) =>
      call<CustomerNeed>(`/customers/${encodeURIComponent(id)}/need`, space, { signal }),
  });
