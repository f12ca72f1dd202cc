import { createRoute } from "@hono/zod-openapi";
import { leverOptionViews } from "@kleinod/data/programme/plans/lever-option-views.ts";
import { optionListSchema } from "@kleinod/engine/programme/options/option-view-contract.ts";
import { type AppParts, newRoutes } from "../app-env.ts";
import { json, spaceQuery } from "../http/route-parts.ts";

const listRoute = createRoute({
  method: "get",
  path: "/api/programme/options",
  tags: ["Programme"],
  summary: "The options of the eight levers: decisions, expectations, effects, evidence",
  request: { query: spaceQuery },
  responses: { 200: json(optionListSchema, "The options in the order of the levers") },
});

export function optionRoutes({ spaces }: AppParts) {
  return newRoutes().openapi(listRoute, async (c) => {
    const workspace = await spaces.workspace(c.req.valid("query").space);
    return c.json({ options: await leverOptionViews(workspace) }, 200);
  });
}
