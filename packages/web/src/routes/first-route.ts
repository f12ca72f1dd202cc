import { createRoute, lazyRouteComponent, redirect } from "@tanstack/react-router";
import { statusQuery } from "../api/queries.ts";
import { pickSearch, type SearchValues } from "../ui/search-params.ts";
import { rootRoute } from "./root-route.ts";

/** The choice of a start: own data or the example. */
export const firstRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/",
  validateSearch: (search: SearchValues) => pickSearch(search, ["start"]),
  // Who has data wants to see it; `?start=1` shows the choice again.
  beforeLoad: async ({ context, search }) => {
    if (search.start !== undefined) return;
    const status = await context.queryClient.ensureQueryData(statusQuery("company")).catch(() => null);
    if (status?.hasData) throw redirect({ to: "/$space/overview", params: { space: "company" } });
  },
  component: lazyRouteComponent(() => import("../ui/first-page.tsx"), "FirstPage"),
});
