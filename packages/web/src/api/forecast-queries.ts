import type { Forecast } from "@kleinod/engine/measures/expectation/report-contract.ts";
import { queryOptions } from "@tanstack/react-query";
import { call } from "./client.ts";
import type { Space } from "./types.ts";

/** What is expected of the customers, and how good that would have been over the last months. */
export const forecastQuery = (space: Space) =>
  queryOptions({
    queryKey: [space, "forecast"],
    queryFn: ({ signal }) => call<Forecast>("/reports/forecast", space, { signal }),
  });
