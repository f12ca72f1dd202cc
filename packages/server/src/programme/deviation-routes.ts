import { createRoute } from "@hono/zod-openapi";
import {
  addDeviation,
  reportDeviations,
  setDeviationUndone,
} from "@kleinod/data/programme/deviations/deviations.ts";
import {
  deviationInputSchema,
  deviationReportSchema,
} from "@kleinod/engine/programme/deviations/deviation-contract.ts";
import { type AppParts, newRoutes } from "../app-env.ts";
import { orProblem } from "../http/refused.ts";
import { json, jsonBody, spaceQuery } from "../http/route-parts.ts";
import { snapshotOf } from "../measures/snapshot-of.ts";
import { localAuthor } from "../workspace/local-author.ts";
import { entryParam } from "./entry-param.ts";

const tags = ["Programme"];
const answer = { 200: json(deviationReportSchema, "The ledger") };

const reportRoute = createRoute({
  method: "get",
  path: "/api/reports/deviations",
  tags,
  summary: "Deviations by kind with drift alarm and both ways out, variant load, newest entries",
  request: { query: spaceQuery },
  responses: answer,
});

const addRoute = createRoute({
  method: "post",
  path: "/api/programme/deviations",
  tags,
  summary: "Note a deviation from an offer, or correct an entry",
  request: { query: spaceQuery, body: jsonBody(deviationInputSchema) },
  responses: answer,
});

const undoRoute = createRoute({
  method: "delete",
  path: "/api/programme/deviations/{id}",
  tags,
  summary: "Take an entry back",
  request: { params: entryParam, query: spaceQuery },
  responses: answer,
});

const restoreRoute = createRoute({
  method: "post",
  path: "/api/programme/deviations/{id}/restore",
  tags,
  summary: "Bring an entry back",
  request: { params: entryParam, query: spaceQuery },
  responses: answer,
});

/** The deviation ledger. */
export function deviationRoutes(parts: AppParts) {
  return newRoutes()
    .openapi(reportRoute, async (c) => {
      const { workspace, context } = await snapshotOf(c, parts, c.req.valid("query").space);
      return c.json(await reportDeviations(workspace, context), 200);
    })
    .openapi(addRoute, async (c) => {
      const { workspace, context } = await snapshotOf(c, parts, c.req.valid("query").space);
      orProblem(await addDeviation(workspace, c.req.valid("json"), localAuthor()), c);
      return c.json(await reportDeviations(workspace, context), 200);
    })
    .openapi(undoRoute, async (c) => {
      const { workspace, context } = await snapshotOf(c, parts, c.req.valid("query").space);
      orProblem(await setDeviationUndone(workspace, c.req.valid("param").id, true, localAuthor()), c);
      return c.json(await reportDeviations(workspace, context), 200);
    })
    .openapi(restoreRoute, async (c) => {
      const { workspace, context } = await snapshotOf(c, parts, c.req.valid("query").space);
      orProblem(await setDeviationUndone(workspace, c.req.valid("param").id, false, localAuthor()), c);
      return c.json(await reportDeviations(workspace, context), 200);
    });
}
