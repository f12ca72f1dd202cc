import type { QueryClient } from "@tanstack/react-query";
import { createRootRouteWithContext } from "@tanstack/react-router";
import { Root } from "../ui/root.tsx";
import { pickSearch, type SearchValues } from "../ui/search-params.ts";

/** The address is the state: every page declares the search values that it reads; all of them are plain text. */
export const rootRoute = createRootRouteWithContext<{ queryClient: QueryClient }>()({
  component: Root,
  validateSearch: (search: SearchValues) => pickSearch(search, ["lang"]),
});
