import { queryOptions } from "@tanstack/react-query";
import { call } from "../../api/client.ts";
import type { ParameterDiff, Space } from "../../api/types.ts";

export interface ModelVersion {
  /** 0: as shipped. */
  readonly version: number;
  readonly value: unknown;
  readonly author: string | null;
  readonly reason: string | null;
  readonly validFrom: string | null;
}

export const versionsQuery = (space: Space, code: string) =>
  queryOptions({
    queryKey: [space, "parameters", code, "versions"],
    queryFn: ({ signal }) =>
      call<{ versions: ModelVersion[] }>(`/parameters/${encodeURIComponent(code)}/versions`, space, {
        signal,
      }),
  });

/** What a value would mean for every customer; nothing is kept. Ends with the signal. */
export function consequencesOf(space: Space, code: string, value: unknown, signal: AbortSignal) {
  return call<ParameterDiff>(`/parameters/${encodeURIComponent(code)}/diff`, space, {
    method: "POST",
    body: { value },
    signal,
  });
}
