import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { needSearchKeys } from "../measures/needs/need-search.ts";
import { pickSearch, type SearchValues } from "../ui/search-params.ts";
import { spaceRoute } from "./space-route.ts";

const overviewRoute = createRoute({
  getParentRoute: () => spaceRoute,
  path: "overview",
  validateSearch: (search: SearchValues) => pickSearch(search, ["basis"]),
  component: lazyRouteComponent(() => import("../measures/overview-page.tsx"), "OverviewPage"),
});

const quietRoute = createRoute({
  getParentRoute: () => spaceRoute,
  path: "quiet",
  validateSearch: (search: SearchValues) => pickSearch(search, ["states", "sizes", "q", "limit"]),
  component: lazyRouteComponent(() => import("../measures/quiet-page.tsx"), "QuietPage"),
});

const customersRoute = createRoute({
  getParentRoute: () => spaceRoute,
  path: "customers",
  validateSearch: (search: SearchValues) => pickSearch(search, ["q", "f", "sort", "columns"]),
  component: lazyRouteComponent(() => import("../measures/customers-page.tsx"), "CustomersPage"),
});

const customerRoute = createRoute({
  getParentRoute: () => spaceRoute,
  path: "customers/$id",
  component: lazyRouteComponent(() => import("../measures/customer-page.tsx"), "CustomerPage"),
});

const needsRoute = createRoute({
  getParentRoute: () => spaceRoute,
  path: "needs",
  validateSearch: (search: SearchValues) => pickSearch(search, needSearchKeys),
  component: lazyRouteComponent(() => import("../measures/needs-page.tsx"), "NeedsPage"),
});

const forecastRoute = createRoute({
  getParentRoute: () => spaceRoute,
  path: "forecast",
  validateSearch: (search: SearchValues) => pickSearch(search, ["view"]),
  component: lazyRouteComponent(() => import("../measures/forecast-page.tsx"), "ForecastPage"),
});

const contractsRoute = createRoute({
  getParentRoute: () => spaceRoute,
  path: "contracts",
  validateSearch: (search: SearchValues) => pickSearch(search, ["days", "limit"]),
  component: lazyRouteComponent(() => import("../measures/contracts-page.tsx"), "ContractsPage"),
});

/** Overview and customers. */
export const customersRoutes = [
  overviewRoute,
  quietRoute,
  customersRoute,
  customerRoute,
  needsRoute,
  forecastRoute,
  contractsRoute,
] as const;
