import { createRoute, z } from "@hono/zod-openapi";
import { economics } from "@kleinod/data/measures/reports/economics.ts";
import { economicsSchema } from "@kleinod/engine/measures/economics/report-contract.ts";
import { whaleBases } from "@kleinod/engine/measures/reports.ts";
import { type AppParts, newRoutes } from "../app-env.ts";
import { asOfQuery, json } from "../http/route-parts.ts";
import { snapshotOf } from "./snapshot-of.ts";

const economicsRoute = createRoute({
  method: "get",
  path: "/api/reports/economics",
  tags: ["Measures"],
  summary:
    "The curve over all customers, lowest contributions of every size, small orders, activities and scale",
  request: {
    query: asOfQuery.extend({
      basis: z
        .enum(whaleBases)
        .optional()
        .openapi({ description: "What the curve cumulates; default avoidable, the one for decisions" }),
    }),
  },
  responses: { 200: json(economicsSchema, "The report") },
});

export function economicsRoutes(parts: AppParts) {
  return newRoutes().openapi(economicsRoute, async (c) => {
    const { space, asOf, basis } = c.req.valid("query");
    const { workspace, context } = await snapshotOf(c, parts, space, { asOf });
    return c.json(await workspace.read((connection) => economics(connection, context, basis)), 200);
  });
}
