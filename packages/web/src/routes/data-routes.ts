import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { pickSearch, type SearchValues } from "../ui/search-params.ts";
import { spaceRoute } from "./space-route.ts";

const dataRoute = createRoute({
  getParentRoute: () => spaceRoute,
  path: "data",
  validateSearch: (search: SearchValues) => pickSearch(search, ["batch"]),
  component: lazyRouteComponent(() => import("../import/data-page.tsx"), "DataPage"),
});

const importRoute = createRoute({
  getParentRoute: () => spaceRoute,
  path: "data/import",
  validateSearch: (search: SearchValues) => pickSearch(search, ["job", "step"]),
  component: lazyRouteComponent(() => import("../import/wizard/import-wizard.tsx"), "ImportWizard"),
});

const controlTotalsRoute = createRoute({
  getParentRoute: () => spaceRoute,
  path: "data/control-totals",
  component: lazyRouteComponent(() => import("../import/control-totals-page.tsx"), "ControlTotalsPage"),
});

const qualityRoute = createRoute({
  getParentRoute: () => spaceRoute,
  path: "data/quality",
  validateSearch: (search: SearchValues) => pickSearch(search, ["pairs", "limit"]),
  component: lazyRouteComponent(() => import("../facts/quality-page.tsx"), "QualityPage"),
});

const parametersRoute = createRoute({
  getParentRoute: () => spaceRoute,
  path: "data/parameters",
  validateSearch: (search: SearchValues) => pickSearch(search, ["edit", "q"]),
  component: lazyRouteComponent(() => import("../segments/parameters-page.tsx"), "ParametersPage"),
});

const settingsRoute = createRoute({
  getParentRoute: () => spaceRoute,
  path: "settings",
  component: lazyRouteComponent(() => import("../ui/settings-page.tsx"), "SettingsPage"),
});

/** Data and settings. */
export const dataRoutes = [
  dataRoute,
  importRoute,
  controlTotalsRoute,
  qualityRoute,
  parametersRoute,
  settingsRoute,
] as const;
