import { createRoute, z } from "@hono/zod-openapi";
import { priceReplay } from "@kleinod/data/programme/price-replay.ts";
import { planRequestSchema } from "@kleinod/engine/programme/plans/plans-contract.ts";
import { priceReplaySchema } from "@kleinod/engine/programme/price-replay/report-contract.ts";
import { type AppParts, newRoutes } from "../app-env.ts";
import { orProblem } from "../http/refused.ts";
import { asOfQuery, json, jsonBody, plainDate, spaceQuery } from "../http/route-parts.ts";
import { snapshotOf } from "../measures/snapshot-of.ts";

const tags = ["Programme"];

const getRoute = createRoute({
  method: "get",
  path: "/api/programme/price-replay",
  tags,
  summary: "The price levers of a kept plan, replayed on the orders of the last 12 months",
  request: {
    query: asOfQuery.extend({
      plan: z
        .string()
        .regex(/^\d{1,9}(\.\d{1,9})?$/, "expected a plan such as 7, or a version of it such as 7.2")
        .openapi({ description: "A kept plan, 7 or 7.2", example: "7" }),
    }),
  },
  responses: { 200: json(priceReplaySchema, "The replay") },
});

const postRoute = createRoute({
  method: "post",
  path: "/api/programme/price-replay",
  tags,
  summary: "The price levers of a plan that need not be kept, replayed on the orders of the last 12 months",
  request: {
    query: spaceQuery,
    body: jsonBody(planRequestSchema.extend({ asOf: plainDate.optional() })),
  },
  responses: { 200: json(priceReplaySchema, "The replay") },
});

export function baseRoutes(parts: AppParts) {
  return newRoutes()
    .openapi(getRoute, async (c) => {
      const { space, plan, asOf } = c.req.valid("query");
      const [planId, version] = plan.split(".").map(Number);
      const { workspace } = await snapshotOf(c, parts, space, { asOf });
      const request = { planId: planId!, ...(version === undefined ? {} : { version }), asOf };
      return c.json(orProblem(await priceReplay(workspace, request), c).report, 200);
    })
    .openapi(postRoute, async (c) => {
      const request = c.req.valid("json");
      const { workspace } = await snapshotOf(c, parts, c.req.valid("query").space, { asOf: request.asOf });
      return c.json(orProblem(await priceReplay(workspace, request), c).report, 200);
    });
}
