import { createRoute, z } from "@hono/zod-openapi";
import {
  addNewInsight,
  changeInsight,
  deleteInsight,
  listInsights,
} from "@kleinod/data/segments/insights.ts";
import {
  insightChangeSchema,
  insightInputSchema,
  insightListSchema,
  insightSchema,
} from "@kleinod/engine/segments/insights/contract.ts";
import { type AppParts, newRoutes } from "../app-env.ts";
import { orProblem } from "../http/refused.ts";
import { idParam, json, jsonBody, spaceQuery } from "../http/route-parts.ts";
import { localAuthor } from "../workspace/local-author.ts";

const tags = ["Insights"];
const answer = { 200: json(insightSchema, "The insight") };

const listRoute = createRoute({
  method: "get",
  path: "/api/insights",
  tags,
  summary: "Insights that hold, what surveys say, and how many insights changed a decision",
  request: {
    query: spaceQuery.extend({
      expired: z.enum(["0", "1"]).default("0").openapi({ description: "1: expired and archived ones too" }),
    }),
  },
  responses: { 200: json(insightListSchema, "The insights, newest first") },
});

const addRoute = createRoute({
  method: "post",
  path: "/api/insights",
  tags,
  summary: "Note an insight; a claim and the kind of evidence are enough",
  request: { query: spaceQuery, body: jsonBody(insightInputSchema) },
  responses: answer,
});

const changeRoute = createRoute({
  method: "patch",
  path: "/api/insights/{id}",
  tags,
  summary: "Change an insight, add a decision that it changed, or bring an earlier version back",
  request: { params: idParam("Insight"), query: spaceQuery, body: jsonBody(insightChangeSchema) },
  responses: answer,
});

const deleteRoute = createRoute({
  method: "delete",
  path: "/api/insights/{id}",
  tags,
  summary: "Take an insight away; a change with restoreVersion undoes it",
  request: { params: idParam("Insight"), query: spaceQuery },
  responses: { 200: json(insightSchema, "The insight that is gone") },
});

export function insightRoutes({ spaces }: AppParts) {
  return newRoutes()
    .openapi(listRoute, async (c) => {
      const { space, expired } = c.req.valid("query");
      return c.json(await listInsights(await spaces.workspace(space), expired === "1"), 200);
    })
    .openapi(addRoute, async (c) => {
      const workspace = await spaces.workspace(c.req.valid("query").space);
      const { insight } = orProblem(await addNewInsight(workspace, c.req.valid("json"), localAuthor()), c);
      return c.json(insight, 200);
    })
    .openapi(changeRoute, async (c) => {
      const workspace = await spaces.workspace(c.req.valid("query").space);
      const { id } = c.req.valid("param");
      const { insight } = orProblem(
        await changeInsight(workspace, id, c.req.valid("json"), localAuthor()),
        c,
      );
      return c.json(insight, 200);
    })
    .openapi(deleteRoute, async (c) => {
      const workspace = await spaces.workspace(c.req.valid("query").space);
      const { id } = c.req.valid("param");
      const { insight } = orProblem(await deleteInsight(workspace, id, localAuthor()), c);
      return c.json(insight, 200);
    });
}
