import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { pickSearch, type SearchValues } from "../ui/search-params.ts";
import { spaceRoute } from "./space-route.ts";

const segmentsRoute = createRoute({
  getParentRoute: () => spaceRoute,
  path: "segments",
  component: lazyRouteComponent(() => import("../segments/segments-page.tsx"), "SegmentsPage"),
});

const segmentBuilderRoute = createRoute({
  getParentRoute: () => spaceRoute,
  path: "segments/build",
  validateSearch: (search: SearchValues) => pickSearch(search, ["code"]),
  component: lazyRouteComponent(() => import("../segments/segment-builder-page.tsx"), "SegmentBuilderPage"),
});

const heterogeneityRoute = createRoute({
  getParentRoute: () => spaceRoute,
  path: "segments/differences",
  validateSearch: (search: SearchValues) => pickSearch(search, ["target"]),
  component: lazyRouteComponent(() => import("../segments/heterogeneity-page.tsx"), "HeterogeneityPage"),
});

const insightsRoute = createRoute({
  getParentRoute: () => spaceRoute,
  path: "segments/insights",
  validateSearch: (search: SearchValues) => pickSearch(search, ["expired"]),
  component: lazyRouteComponent(() => import("../segments/insights-page.tsx"), "InsightsPage"),
});

const responsibilityRoute = createRoute({
  getParentRoute: () => spaceRoute,
  path: "segments/responsibility",
  validateSearch: (search: SearchValues) => pickSearch(search, ["view", "limit"]),
  component: lazyRouteComponent(() => import("../segments/responsibility-page.tsx"), "ResponsibilityPage"),
});

/** Segments. */
export const segmentsRoutes = [
  segmentsRoute,
  segmentBuilderRoute,
  heterogeneityRoute,
  insightsRoute,
  responsibilityRoute,
] as const;
