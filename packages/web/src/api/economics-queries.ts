import type {
  CostToServeReport,
  CustomerCost,
} from "@kleinod/engine/measures/cost-to-serve/report-contract.ts";
import type { Economics } from "@kleinod/engine/measures/economics/report-contract.ts";
import type { WhaleBasis } from "@kleinod/engine/measures/reports.ts";
import type { Triangle, TriangleCustomers } from "@kleinod/engine/measures/triangle/report-contract.ts";
import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { call } from "./client.ts";
import type { Space } from "./types.ts";

/** Reads of the area economics. */
export const economicsQuery = (space: Space, basis: WhaleBasis) =>
  queryOptions({
    queryKey: [space, "economics", basis],
    queryFn: ({ signal }) => call<Economics>("/reports/economics", space, { query: { basis }, signal }),
    placeholderData: keepPreviousData,
  });

/** Which customers of the cost list are asked for; all of it stands in the address. */
export interface CostListQuery {
  /** Field of the row, with `-` in front for descending. */
  sort?: string | undefined;
  search?: string | undefined;
  limit: number;
  offset: number;
}

export const costToServeQuery = (space: Space, query: CostListQuery) =>
  queryOptions({
    queryKey: [space, "cost-to-serve", query],
    queryFn: ({ signal }) =>
      call<CostToServeReport>("/reports/cost-to-serve", space, { query: { ...query }, signal }),
    placeholderData: keepPreviousData,
  });

/** The report without a list worth mentioning. */
export const costSummaryQuery = (space: Space) => costToServeQuery(space, { limit: 1, offset: 0 });

export const customerCostQuery = (space: Space, id: string) =>
  queryOptions({
    queryKey: [space, "customer", id, "cost-to-serve"],
    queryFn: ({ signal }) =>
      call<CustomerCost>(`/customers/${encodeURIComponent(id)}/cost-to-serve`, space, { signal }),
  });

export const triangleQuery = (space: Space) =>
  queryOptions({
    queryKey: [space, "triangle"],
    queryFn: ({ signal }) => call<Triangle>("/reports/triangle", space, { signal }),
  });

export const triangleCustomersQuery = (space: Space, caseType: string, limit: number) =>
  queryOptions({
    queryKey: [space, "triangle", "customers", caseType, limit],
    queryFn: ({ signal }) =>
      call<TriangleCustomers>("/reports/triangle/customers", space, { query: { caseType, limit }, signal }),
    placeholderData: keepPreviousData,
  });
