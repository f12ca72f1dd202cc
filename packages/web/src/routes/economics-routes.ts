import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { pickSearch, type SearchValues } from "../ui/search-params.ts";
import { spaceRoute } from "./space-route.ts";

const economicsRoute = createRoute({
  getParentRoute: () => spaceRoute,
  path: "economics",
  validateSearch: (search: SearchValues) => pickSearch(search, ["basis"]),
  component: lazyRouteComponent(() => import("../measures/economics-page.tsx"), "EconomicsPage"),
});

const costToServeRoute = createRoute({
  getParentRoute: () => spaceRoute,
  path: "economics/cost-to-serve",
  validateSearch: (search: SearchValues) => pickSearch(search, ["q", "sort", "offset"]),
  component: lazyRouteComponent(() => import("../measures/cost-to-serve-page.tsx"), "CostToServePage"),
});

const costCustomerRoute = createRoute({
  getParentRoute: () => spaceRoute,
  path: "economics/cost-to-serve/$id",
  component: lazyRouteComponent(() => import("../measures/cost-customer-page.tsx"), "CostCustomerPage"),
});

const smallOrdersRoute = createRoute({
  getParentRoute: () => spaceRoute,
  path: "economics/small-orders",
  component: lazyRouteComponent(
    () => import("../measures/economics-small-orders-page.tsx"),
    "SmallOrdersPage",
  ),
});

const triangleRoute = createRoute({
  getParentRoute: () => spaceRoute,
  path: "economics/triangle",
  validateSearch: (search: SearchValues) => pickSearch(search, ["type", "group"]),
  component: lazyRouteComponent(() => import("../measures/triangle-page.tsx"), "TrianglePage"),
});

const timeEquationsRoute = createRoute({
  getParentRoute: () => spaceRoute,
  path: "economics/time-equations",
  validateSearch: (search: SearchValues) => pickSearch(search, ["tab", "edit"]),
  component: lazyRouteComponent(() => import("../measures/cost-equations-page.tsx"), "CostEquationsPage"),
});

/** Economics. */
export const economicsRoutes = [
  economicsRoute,
  costToServeRoute,
  costCustomerRoute,
  smallOrdersRoute,
  triangleRoute,
  timeEquationsRoute,
] as const;
