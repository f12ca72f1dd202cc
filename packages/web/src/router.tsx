import type { QueryClient } from "@tanstack/react-query";
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  notFound,
  redirect,
} from "@tanstack/react-router";
import { statusQuery } from "./api/queries.ts";
import type { Space } from "./api/types.ts";
import { needSearchKeys } from "./measures/needs/need-search.ts";
import { boardSearchKeys } from "./programme/board/board-search.ts";
import { limitKeys } from "./programme/optimiser/limits.ts";
import { AppFrame } from "./ui/app-frame.tsx";
import { NotFound, RouteError } from "./ui/error-state.tsx";
import { PageSkeleton } from "./ui/page.tsx";
import { Root } from "./ui/root.tsx";
import { parseSearch, pickSearch, type SearchValues, stringifySearch } from "./ui/search-params.ts";

/** The address is the state: every page declares the search values that it reads; all of them are plain text. */
const rootRoute = createRootRouteWithContext<{ queryClient: QueryClient }>()({
  component: Root,
  validateSearch: (search: SearchValues) => pickSearch(search, ["lang"]),
});

const firstRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/",
  validateSearch: (search: SearchValues) => pickSearch(search, ["start"]),
  // Who has data wants to see it; `?start=1` shows the choice again.
  beforeLoad: async ({ context, search }) => {
    if (search.start !== undefined) return;
    const status = await context.queryClient.ensureQueryData(statusQuery("company")).catch(() => null);
    if (status?.hasData) throw redirect({ to: "/$space/overview", params: { space: "company" } });
  },
  component: lazyRouteComponent(() => import("./ui/first-page.tsx"), "FirstPage"),
});

const spaceRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "$space",
  beforeLoad: ({ params }) => {
    if (!isSpace(params.space)) throw notFound();
  },
  component: AppFrame,
});

function isSpace(value: string): value is Space {
  return value === "company" || value === "example";
}

const overviewRoute = createRoute({
  getParentRoute: () => spaceRoute,
  path: "overview",
  validateSearch: (search: SearchValues) => pickSearch(search, ["basis"]),
  component: lazyRouteComponent(() => import("./measures/overview-page.tsx"), "OverviewPage"),
});

const quietRoute = createRoute({
  getParentRoute: () => spaceRoute,
  path: "quiet",
  validateSearch: (search: SearchValues) => pickSearch(search, ["states", "sizes", "q", "limit"]),
  component: lazyRouteComponent(() => import("./measures/quiet-page.tsx"), "QuietPage"),
});

const customersRoute = createRoute({
  getParentRoute: () => spaceRoute,
  path: "customers",
  validateSearch: (search: SearchValues) => pickSearch(search, ["q", "f", "sort", "columns"]),
  component: lazyRouteComponent(() => import("./measures/customers-page.tsx"), "CustomersPage"),
});

const customerRoute = createRoute({
  getParentRoute: () => spaceRoute,
  path: "customers/$id",
  component: lazyRouteComponent(() => import("./measures/customer-page.tsx"), "CustomerPage"),
});

const needsRoute = createRoute({
  getParentRoute: () => spaceRoute,
  path: "needs",
  validateSearch: (search: SearchValues) => pickSearch(search, needSearchKeys),
  component: lazyRouteComponent(() => import("./measures/needs-page.tsx"), "NeedsPage"),
});

const segmentsRoute = createRoute({
  getParentRoute: () => spaceRoute,
  path: "segments",
  component: lazyRouteComponent(() => import("./segments/segments-page.tsx"), "SegmentsPage"),
});

const segmentBuilderRoute = createRoute({
  getParentRoute: () => spaceRoute,
  path: "segments/build",
  validateSearch: (search: SearchValues) => pickSearch(search, ["code"]),
  component: lazyRouteComponent(() => import("./segments/segment-builder-page.tsx"), "SegmentBuilderPage"),
});

const heterogeneityRoute = createRoute({
  getParentRoute: () => spaceRoute,
  path: "segments/differences",
  validateSearch: (search: SearchValues) => pickSearch(search, ["target"]),
  component: lazyRouteComponent(() => import("./segments/heterogeneity-page.tsx"), "HeterogeneityPage"),
});

const insightsRoute = createRoute({
  getParentRoute: () => spaceRoute,
  path: "segments/insights",
  validateSearch: (search: SearchValues) => pickSearch(search, ["expired"]),
  component: lazyRouteComponent(() => import("./segments/insights-page.tsx"), "InsightsPage"),
});

const responsibilityRoute = createRoute({
  getParentRoute: () => spaceRoute,
  path: "segments/responsibility",
  validateSearch: (search: SearchValues) => pickSearch(search, ["view", "limit"]),
  component: lazyRouteComponent(() => import("./segments/responsibility-page.tsx"), "ResponsibilityPage"),
});

const captureRoute = createRoute({
  getParentRoute: () => spaceRoute,
  path: "work",
  component: lazyRouteComponent(() => import("./facts/capture-page.tsx"), "CapturePage"),
});

const timeSampleRoute = createRoute({
  getParentRoute: () => spaceRoute,
  path: "work/time-sample",
  validateSearch: (search: SearchValues) => pickSearch(search, ["campaign"]),
  component: lazyRouteComponent(() => import("./facts/time-sample-page.tsx"), "TimeSamplePage"),
});

const economicsRoute = createRoute({
  getParentRoute: () => spaceRoute,
  path: "economics",
  validateSearch: (search: SearchValues) => pickSearch(search, ["basis"]),
  component: lazyRouteComponent(() => import("./measures/economics-page.tsx"), "EconomicsPage"),
});

const costToServeRoute = createRoute({
  getParentRoute: () => spaceRoute,
  path: "economics/cost-to-serve",
  validateSearch: (search: SearchValues) => pickSearch(search, ["q", "sort", "offset"]),
  component: lazyRouteComponent(() => import("./measures/cost-to-serve-page.tsx"), "CostToServePage"),
});

const costCustomerRoute = createRoute({
  getParentRoute: () => spaceRoute,
  path: "economics/cost-to-serve/$id",
  component: lazyRouteComponent(() => import("./measures/cost-customer-page.tsx"), "CostCustomerPage"),
});

const smallOrdersRoute = createRoute({
  getParentRoute: () => spaceRoute,
  path: "economics/small-orders",
  component: lazyRouteComponent(
    () => import("./measures/economics-small-orders-page.tsx"),
    "SmallOrdersPage",
  ),
});

const triangleRoute = createRoute({
  getParentRoute: () => spaceRoute,
  path: "economics/triangle",
  validateSearch: (search: SearchValues) => pickSearch(search, ["type", "group"]),
  component: lazyRouteComponent(() => import("./measures/triangle-page.tsx"), "TrianglePage"),
});

const timeEquationsRoute = createRoute({
  getParentRoute: () => spaceRoute,
  path: "economics/time-equations",
  validateSearch: (search: SearchValues) => pickSearch(search, ["tab", "edit"]),
  component: lazyRouteComponent(() => import("./measures/cost-equations-page.tsx"), "CostEquationsPage"),
});

const plansRoute = createRoute({
  getParentRoute: () => spaceRoute,
  path: "programme",
  validateSearch: (search: SearchValues) => pickSearch(search, ["compare"]),
  component: lazyRouteComponent(() => import("./programme/plans-page.tsx"), "PlansPage"),
});

const planCompareRoute = createRoute({
  getParentRoute: () => spaceRoute,
  path: "programme/compare",
  validateSearch: (search: SearchValues) => pickSearch(search, ["a", "b"]),
  component: lazyRouteComponent(() => import("./programme/compare-page.tsx"), "ComparePage"),
});

const rulesRoute = createRoute({
  getParentRoute: () => spaceRoute,
  path: "programme/rules",
  validateSearch: (search: SearchValues) => pickSearch(search, ["plan"]),
  component: lazyRouteComponent(() => import("./programme/rules-page.tsx"), "RulesPage"),
});

const reviewRoute = createRoute({
  getParentRoute: () => spaceRoute,
  path: "programme/review",
  validateSearch: (search: SearchValues) => pickSearch(search, ["quarter"]),
  component: lazyRouteComponent(() => import("./programme/review-page.tsx"), "ReviewPage"),
});

const boardRoute = createRoute({
  getParentRoute: () => spaceRoute,
  path: "programme/$planId",
  validateSearch: (search: SearchValues) => pickSearch(search, boardSearchKeys),
  component: lazyRouteComponent(() => import("./programme/board-page.tsx"), "BoardPage"),
});

const simulationRoute = createRoute({
  getParentRoute: () => spaceRoute,
  path: "programme/simulation",
  validateSearch: (search: SearchValues) =>
    pickSearch(search, ["plan", "draws", "seed", "resolution", "job", "view", "segment"]),
  component: lazyRouteComponent(() => import("./programme/simulation-page.tsx"), "SimulationPage"),
});

const doublingRoute = createRoute({
  getParentRoute: () => spaceRoute,
  path: "programme/doubling",
  validateSearch: (search: SearchValues) => pickSearch(search, ["plan"]),
  component: lazyRouteComponent(() => import("./programme/doubling-page.tsx"), "DoublingPage"),
});

const optimiserRoute = createRoute({
  getParentRoute: () => spaceRoute,
  path: "programme/optimiser",
  validateSearch: (search: SearchValues) => pickSearch(search, limitKeys),
  component: lazyRouteComponent(() => import("./programme/optimiser-page.tsx"), "OptimiserPage"),
});

const catalogueRoute = createRoute({
  getParentRoute: () => spaceRoute,
  path: "programme/catalogue",
  validateSearch: (search: SearchValues) => pickSearch(search, ["view"]),
  component: lazyRouteComponent(() => import("./programme/catalogue-page.tsx"), "CataloguePage"),
});

const decisionsRoute = createRoute({
  getParentRoute: () => spaceRoute,
  path: "programme/decisions",
  component: lazyRouteComponent(() => import("./programme/decisions-page.tsx"), "DecisionsPage"),
});

const dataRoute = createRoute({
  getParentRoute: () => spaceRoute,
  path: "data",
  validateSearch: (search: SearchValues) => pickSearch(search, ["batch"]),
  component: lazyRouteComponent(() => import("./import/data-page.tsx"), "DataPage"),
});

const importRoute = createRoute({
  getParentRoute: () => spaceRoute,
  path: "data/import",
  validateSearch: (search: SearchValues) => pickSearch(search, ["job", "step"]),
  component: lazyRouteComponent(() => import("./import/wizard/import-wizard.tsx"), "ImportWizard"),
});

const controlTotalsRoute = createRoute({
  getParentRoute: () => spaceRoute,
  path: "data/control-totals",
  component: lazyRouteComponent(() => import("./import/control-totals-page.tsx"), "ControlTotalsPage"),
});

const qualityRoute = createRoute({
  getParentRoute: () => spaceRoute,
  path: "data/quality",
  validateSearch: (search: SearchValues) => pickSearch(search, ["pairs", "limit"]),
  component: lazyRouteComponent(() => import("./facts/quality-page.tsx"), "QualityPage"),
});

const parametersRoute = createRoute({
  getParentRoute: () => spaceRoute,
  path: "data/parameters",
  validateSearch: (search: SearchValues) => pickSearch(search, ["edit", "q"]),
  component: lazyRouteComponent(() => import("./segments/parameters-page.tsx"), "ParametersPage"),
});

const settingsRoute = createRoute({
  getParentRoute: () => spaceRoute,
  path: "settings",
  component: lazyRouteComponent(() => import("./ui/settings-page.tsx"), "SettingsPage"),
});

const routeTree = rootRoute.addChildren([
  firstRoute,
  spaceRoute.addChildren([
    overviewRoute,
    quietRoute,
    customersRoute,
    customerRoute,
    needsRoute,
    segmentsRoute,
    segmentBuilderRoute,
    heterogeneityRoute,
    insightsRoute,
    responsibilityRoute,
    captureRoute,
    timeSampleRoute,
    economicsRoute,
    costToServeRoute,
    costCustomerRoute,
    smallOrdersRoute,
    triangleRoute,
    timeEquationsRoute,
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
    dataRoute,
    importRoute,
    controlTotalsRoute,
    qualityRoute,
    parametersRoute,
    settingsRoute,
  ]),
]);

export function createAppRouter(queryClient: QueryClient) {
  return createRouter({
    routeTree,
    context: { queryClient },
    parseSearch,
    stringifySearch,
    defaultPreload: "intent",
    defaultPendingMs: 200,
    defaultPendingComponent: PageSkeleton,
    defaultErrorComponent: RouteError,
    defaultNotFoundComponent: NotFound,
    scrollRestoration: true,
  });
}

declare module "@tanstack/react-router" {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}
