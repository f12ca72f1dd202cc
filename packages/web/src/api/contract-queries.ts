import type { ContractsReport } from "@kleinod/engine/measures/renewal/report-contract.ts";
import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { call } from "./client.ts";
import type { Space } from "./types.ts";

export interface ContractsChoice {
  /** The list holds contracts that end within so many days … */
  readonly withinDays: number;
  /** … at most so many of them. */
  readonly limit: number;
}

/** Running contracts, how long contracts last, and those that end soon. */
export const contractsQuery = (space: Space, choice: ContractsChoice) =>
  queryOptions({
    queryKey: [space, "contracts", choice],
    queryFn: ({ signal }) =>
      call<ContractsReport>("/reports/contracts", space, { query: { ...choice }, signal }),
    placeholderData: keepPreviousData,
  });
