import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { pickSearch, type SearchValues } from "../ui/search-params.ts";
import { spaceRoute } from "./space-route.ts";

const captureRoute = createRoute({
  getParentRoute: () => spaceRoute,
  path: "work",
  component: lazyRouteComponent(() => import("../facts/capture-page.tsx"), "CapturePage"),
});

const timeSampleRoute = createRoute({
  getParentRoute: () => spaceRoute,
  path: "work/time-sample",
  validateSearch: (search: SearchValues) => pickSearch(search, ["campaign"]),
  component: lazyRouteComponent(() => import("../facts/time-sample-page.tsx"), "TimeSamplePage"),
});

/** Work. */
export const workRoutes = [captureRoute, timeSampleRoute] as const;
