import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { boardSearchKeys } from "../programme/board/board-search.ts";
import { limitKeys } from "../programme/optimiser/limits.ts";
import { pickSearch, type SearchValues } from "../ui/search-params.ts";
import { spaceRoute } from "./space-route.ts";

const plansRoute = createRoute({
  getParentRoute: () => spaceRoute,
  path: "programme",
  validateSearch: (search: SearchValues) => pickSearch(search, ["compare"]),
  component: lazyRouteComponent(() => import("../programme/plans-page.tsx"), "PlansPage"),
});

const planCompareRoute = createRoute({
  getParentRoute: () => spaceRoute,
  path: "programme/compare",
  validateSearch: (search: SearchValues) => pickSearch(search, ["a", "b"]),
  component: lazyRouteComponent(() => import("../programme/compare-page.tsx"), "ComparePage"),
});

const rulesRoute = createRoute({
  getParentRoute: () => spaceRoute,
  path: "programme/rules",
  validateSearch: (search: SearchValues) => pickSearch(search, ["plan"]),
  component: lazyRouteComponent(() => import("../programme/rules-page.tsx"), "RulesPage"),
});

const reviewRoute = createRoute({
  getParentRoute: () => spaceRoute,
  path: "programme/review",
  validateSearch: (search: SearchValues) => pickSearch(search, ["quarter"]),
  component: lazyRouteComponent(() => import("../programme/review-page.tsx"), "ReviewPage"),
});

const boardRoute = createRoute({
  getParentRoute: () => spaceRoute,
  path: "programme/$planId",
  validateSearch: (search: SearchValues) => pickSearch(search, boardSearchKeys),
  component: lazyRouteComponent(() => import("../programme/board-page.tsx"), "BoardPage"),
});

const simulationRoute = createRoute({
  getParentRoute: () => spaceRoute,
  path: "programme/simulation",
  validateSearch: (search: SearchValues) =>
    pickSearch(search, ["plan", "draws", "seed", "resolution", "job", "view", "segment"]),
  component: lazyRouteComponent(() => import("../programme/simulation-page.tsx"), "SimulationPage"),
});

const doublingRoute = createRoute({
  getParentRoute: () => spaceRoute,
  path: "programme/doubling",
  validateSearch: (search: SearchValues) => pickSearch(search, ["plan"]),
  component: lazyRouteComponent(() => import("../programme/doubling-page.tsx"), "DoublingPage"),
});

const optimiserRoute = createRoute({
  getParentRoute: () => spaceRoute,
  path: "programme/optimiser",
  validateSearch: (search: SearchValues) => pickSearch(search, limitKeys),
  component: lazyRouteComponent(() => import("../programme/optimiser-page.tsx"), "OptimiserPage"),
});

const catalogueRoute = createRoute({
  getParentRoute: () => spaceRoute,
  path: "programme/catalogue",
  validateSearch: (search: SearchValues) => pickSearch(search, ["view"]),
  component: lazyRouteComponent(() => import("../programme/catalogue-page.tsx"), "CataloguePage"),
});

const decisionsRoute = createRoute({
  getParentRoute: () => spaceRoute,
  path: "programme/decisions",
  component: lazyRouteComponent(() => import("../programme/decisions-page.tsx"), "DecisionsPage"),
});

/** Programme. */
export const programmeRoutes = [
  plansRoute,
  planCompareRoute,
  rulesRoute,
  reviewRoute,
  boardRoute,
  simulationRoute,
  doublingRoute,
  optimiserRoute,
  catalogueRoute,
  decisionsRoute,
] as const;
