import { createRoute } from "@hono/zod-openapi";
import { heterogeneity } from "@kleinod/data/segments/heterogeneity.ts";
import { heterogeneityReportSchema } from "@kleinod/engine/segments/heterogeneity/report-contract.ts";
import { type AppParts, newRoutes } from "../app-env.ts";
import { asOfQuery, json } from "../http/route-parts.ts";
import { snapshotOf } from "../measures/snapshot-of.ts";

const reportRoute = createRoute({
  method: "get",
  path: "/api/reports/heterogeneity",
  tags: ["Segments"],
  summary: "How much of the differences size, branch, age, region and channel explain, with intervals",
  request: { query: asOfQuery },
  responses: { 200: json(heterogeneityReportSchema, "The report") },
});

export function heterogeneityRoutes(parts: AppParts) {
  return newRoutes().openapi(reportRoute, async (c) => {
    const { space, asOf } = c.req.valid("query");
    const { workspace, context } = await snapshotOf(c, parts, space, { asOf });
    return c.json(await workspace.read((connection) => heterogeneity(connection, context)), 200);
  });
}
