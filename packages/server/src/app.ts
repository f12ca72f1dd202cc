import { StoreOwnedElsewhere } from "@kleinod/data/duckdb/connect.ts";
import type { AppParts } from "./app-env.ts";
import { newRoutes } from "./app-env.ts";
import { ApiProblem, problemResponse } from "./errors.ts";
import { factsRoutes } from "./facts/routes.ts";
import { addApiReference } from "./http/api-reference.ts";
import { webApp } from "./http/web-app.ts";
import { importRoutes } from "./import/routes.ts";
import { measuresRoutes } from "./measures/routes.ts";
import { programmeRoutes } from "./programme/routes.ts";
import { type SecurityOptions, security } from "./security.ts";
import { segmentsRoutes } from "./segments/routes.ts";
import { workspaceRoutes } from "./workspace/routes.ts";

export interface AppOptions {
  readonly parts: AppParts;
  readonly security: SecurityOptions;
  /** Folder of the built web app; null where only the API is asked. */
  readonly webFolder: string | null;
}

/** The whole API, and the web app beside it. The server listens with it, the command line calls it in process. */
export function createApp({ parts, security: guard, webFolder }: AppOptions) {
  const app = newRoutes();
  app.use(security(guard));
  app.onError((error, c) => {
    if (error instanceof ApiProblem) return problemResponse(c, error.code, error.detail, error.issues);
    if (error instanceof StoreOwnedElsewhere)
      return problemResponse(
        c,
        "directoryInUse",
        "Another running Kleinod owns this data directory; close it first.",
      );
    // Malformed JSON reaches here before any schema.
    if ("status" in error && error.status === 400) return problemResponse(c, "requestInvalid", error.message);
    console.error(error);
    return problemResponse(c, "internal", error.message);
  });
  const routes = app
    .route("/", workspaceRoutes(parts))
    .route("/", importRoutes(parts))
    .route("/", factsRoutes(parts))
    .route("/", measuresRoutes(parts))
    .route("/", segmentsRoutes(parts))
    .route("/", programmeRoutes(parts));
  addApiReference(app, parts.version);
  app.all("/api/*", (c) =>
    problemResponse(c, "unknownRoute", `${c.req.method} ${c.req.path} is no route; see /api/docs.`),
  );
  if (webFolder !== null) app.get("*", webApp(webFolder));
  return routes;
}

/** The routes with their types, for a typed client. */
export type AppRoutes = ReturnType<typeof createApp>;
