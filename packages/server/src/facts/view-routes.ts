import { createRoute, z } from "@hono/zod-openapi";
import { deleteView, listViews, saveView } from "@kleinod/data/facts/views.ts";
import { customerQuerySchema } from "@kleinod/engine/measures/reports.ts";
import { type AppParts, newRoutes } from "../app-env.ts";
import { orProblem } from "../http/refused.ts";
import { idParam, json, jsonBody, spaceQuery } from "../http/route-parts.ts";
import { localAuthor } from "../workspace/local-author.ts";

const tags = ["Views"];
const viewSchema = z.object({
  id: z.string(),
  name: z.string(),
  page: z.literal("customers"),
  query: customerQuerySchema,
});

const listRoute = createRoute({
  method: "get",
  path: "/api/views",
  tags,
  summary: "Saved filters, sortings and columns of the customer table",
  request: { query: spaceQuery },
  responses: { 200: json(z.object({ views: z.array(viewSchema) }), "The views by name") },
});

const saveRoute = createRoute({
  method: "post",
  path: "/api/views",
  tags,
  summary: "Save a view",
  request: { query: spaceQuery, body: jsonBody(viewSchema.omit({ id: true })) },
  responses: { 200: json(viewSchema, "The view with its id") },
});

const deleteRoute = createRoute({
  method: "delete",
  path: "/api/views/{id}",
  tags,
  summary: "Delete a view; saving what comes back undoes it",
  request: { params: idParam("View"), query: spaceQuery },
  responses: { 200: json(viewSchema, "The view that is gone") },
});

export function viewRoutes({ spaces }: AppParts) {
  return newRoutes()
    .openapi(listRoute, async (c) => {
      const workspace = await spaces.workspace(c.req.valid("query").space);
      const views = await listViews(workspace);
      return c.json({ views: views.map((view) => viewSchema.parse(view)) }, 200);
    })
    .openapi(saveRoute, async (c) => {
      const workspace = await spaces.workspace(c.req.valid("query").space);
      const { view } = orProblem(await saveView(workspace, c.req.valid("json"), localAuthor()), c);
      return c.json(viewSchema.parse(view), 200);
    })
    .openapi(deleteRoute, async (c) => {
      const workspace = await spaces.workspace(c.req.valid("query").space);
      const { view } = orProblem(await deleteView(workspace, c.req.valid("param").id, localAuthor()), c);
      return c.json(viewSchema.parse(view), 200);
    });
}
