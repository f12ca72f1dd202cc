import { createRoute, z } from "@hono/zod-openapi";
import { overview } from "@kleinod/data/measures/reports/overview.ts";
import { whale } from "@kleinod/data/measures/reports/whale.ts";
import { measure } from "@kleinod/data/workspace/measure.ts";
import { overviewSchema, whaleBases, whaleSchema } from "@kleinod/engine/measures/reports.ts";
import { type AppParts, newRoutes } from "../app-env.ts";
import { asOfQuery, jobAccepted, json, jsonBody, plainDate, spaceQuery } from "../http/route-parts.ts";
import { contractRoutes } from "./contract-routes.ts";
import { costToServeRoutes } from "./cost-to-serve-routes.ts";
import { customerRoutes } from "./customer-routes.ts";
import { economicsRoutes } from "./economics-routes.ts";
import { exportRoutes } from "./export-routes.ts";
import { forecastRoutes } from "./forecast-routes.ts";
import { needsRoutes } from "./needs-routes.ts";
import { potentialRoutes } from "./potential-routes.ts";
import { quietRoutes } from "./quiet-routes.ts";
import { snapshotOf } from "./snapshot-of.ts";
import { triangleRoutes } from "./triangle-routes.ts";

const tags = ["Measures"];

const measureRoute = createRoute({
  method: "post",
  path: "/api/measure",
  tags,
  summary: "Compute all measures; steps whose facts and parameters did not change are not run again",
  request: { query: spaceQuery, body: jsonBody(z.object({ asOf: plainDate.optional() })) },
  responses: jobAccepted,
});

const overviewRoute = createRoute({
  method: "get",
  path: "/api/reports/overview",
  tags,
  summary: "Customers, sales, orders and rhythm at a glance, with what is unclear and why",
  request: { query: asOfQuery },
  responses: { 200: json(overviewSchema, "The overview") },
});

const whaleRoute = createRoute({
  method: "get",
  path: "/api/reports/whale",
  tags,
  summary: "The concentration curve over all customers",
  request: { query: asOfQuery.extend({ basis: z.enum(whaleBases).optional() }) },
  responses: { 200: json(whaleSchema, "The curve") },
});

export function measuresRoutes(parts: AppParts) {
  const { spaces, jobs } = parts;
  return (
    newRoutes()
      .route("/", quietRoutes(parts))
      // Before the routes of one customer, whose number stands at the same place.
      .route("/", exportRoutes(parts))
      .route("/", customerRoutes(parts))
      .route("/", needsRoutes(parts))
      .route("/", potentialRoutes(parts))
      .route("/", costToServeRoutes(parts))
      .route("/", economicsRoutes(parts))
      .route("/", triangleRoutes(parts))
      .route("/", forecastRoutes(parts))
      .route("/", contractRoutes(parts))
      .openapi(measureRoute, async (c) => {
        const { space } = c.req.valid("query");
        const { asOf } = c.req.valid("json");
        const workspace = await spaces.workspace(space);
        const day = asOf === undefined ? {} : { asOf };
        return c.json(
          jobs.start(space, "measure", (run) => measure(workspace, day, run)),
          202,
        );
      })
      .openapi(overviewRoute, async (c) => {
        const { space, asOf } = c.req.valid("query");
        const { workspace, context } = await snapshotOf(c, parts, space, { asOf });
        return c.json(await workspace.read((connection) => overview(connection, context)), 200);
      })
      .openapi(whaleRoute, async (c) => {
        const { space, asOf, basis } = c.req.valid("query");
        const { workspace, context } = await snapshotOf(c, parts, space, { asOf });
        return c.json(await workspace.read((connection) => whale(connection, context, basis)), 200);
      })
  );
}
