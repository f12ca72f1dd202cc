import type { QueryClient } from "@tanstack/react-query";
import { createRouter } from "@tanstack/react-router";
import { customersRoutes } from "./routes/customers-routes.ts";
import { dataRoutes } from "./routes/data-routes.ts";
import { economicsRoutes } from "./routes/economics-routes.ts";
import { firstRoute } from "./routes/first-route.ts";
import { programmeRoutes } from "./routes/programme-routes.ts";
import { rootRoute } from "./routes/root-route.ts";
import { segmentsRoutes } from "./routes/segments-routes.ts";
import { spaceRoute } from "./routes/space-route.ts";
import { workRoutes } from "./routes/work-routes.ts";
import { NotFound, RouteError } from "./ui/error-state.tsx";
import { PageSkeleton } from "./ui/page.tsx";
import { parseSearch, stringifySearch } from "./ui/search-params.ts";

/** Every page, by area of the menu. */
const routeTree = rootRoute.addChildren([
  firstRoute,
  spaceRoute.addChildren([
    ...customersRoutes,
    ...economicsRoutes,
    ...segmentsRoutes,
    ...programmeRoutes,
    ...workRoutes,
    ...dataRoutes,
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
