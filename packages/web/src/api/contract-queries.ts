import type { ContractsReport } from "@kleinod/engine/measures/renewal/report-contract.ts";
import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { call } from "./client.ts";
import type { Space } from "./types.ts";

/** Contracts that end within `days`. */
export interface ContractsChoice {
  readonly days: number;
}

/** Running contracts, how long contracts last, and those that end soon. */
export const contractsQuery = (space: Space, { days }: ContractsChoice) =>
  queryOptions({
    queryKey: [space, "contracts", days],
    queryFn: ({ signal }) => call<ContractsReport>("/reports/contracts", space, { query: { days }, signal }),
    placeholderData: keepPreviousData,
  });
