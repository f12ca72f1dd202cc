import type { NeedFilters } from "../../api/need-queries.ts";

export const needViews = ["gaps", "potential", "profile"] as const;
export type NeedView = (typeof needViews)[number];

/** Search values of the page; all of them are plain text. */
export const needSearchKeys = ["view", "q", "field", "branch", "region", "sizes", "limit"] as const;
export type NeedSearch = Partial<Record<(typeof needSearchKeys)[number], string | undefined>>;

/** What of the address narrows the lists. */
export function needFilters({ q, field, branch, region, sizes }: NeedSearch): NeedFilters {
  return {
    ...(q === undefined ? {} : { search: q }),
    ...(field === undefined ? {} : { field }),
    ...(branch === undefined ? {} : { branch }),
    ...(region === undefined ? {} : { region }),
    ...(sizes === undefined ? {} : { sizes }),
  };
}
