import { createRoute } from "@hono/zod-openapi";
import {
  addDecision,
  addReview,
  listDecisions,
  setDecisionUndone,
  setReviewUndone,
} from "@kleinod/data/programme/decisions/decisions.ts";
import {
  decisionInputSchema,
  decisionListSchema,
  reviewInputSchema,
} from "@kleinod/engine/programme/decisions/decision-contract.ts";
import { type AppParts, newRoutes } from "../app-env.ts";
import { orProblem } from "../http/refused.ts";
import { json, jsonBody, spaceQuery } from "../http/route-parts.ts";
import { localAuthor } from "../workspace/local-author.ts";
import { entryParam } from "./entry-param.ts";
import { snapshotOrNull } from "./snapshot-or-null.ts";

const tags = ["Programme"];
const answer = { 200: json(decisionListSchema, "The record, overdue reviews first") };

const listRoute = createRoute({
  method: "get",
  path: "/api/programme/decisions",
  tags,
  summary: "Decisions with their expected effect, figures of then and now, and reviews",
  request: { query: spaceQuery },
  responses: answer,
});

const addRoute = createRoute({
  method: "post",
  path: "/api/programme/decisions",
  tags,
  summary: "Put a decision on record, or correct one; the figures of the day are kept with it",
  request: { query: spaceQuery, body: jsonBody(decisionInputSchema) },
  responses: answer,
});

const reviewRoute = createRoute({
  method: "post",
  path: "/api/programme/decisions/{id}/reviews",
  tags,
  summary: "Note what was found at the review; no effect is claimed without a control group",
  request: { params: entryParam, query: spaceQuery, body: jsonBody(reviewInputSchema) },
  responses: answer,
});

const entryRoute = <Method extends "delete" | "post", Path extends string>(
  method: Method,
  path: Path,
  summary: string,
) =>
  createRoute({
    method,
    path,
    tags,
    summary,
    request: { params: entryParam, query: spaceQuery },
    responses: answer,
  });

const undoRoute = entryRoute(
  "delete",
  "/api/programme/decisions/{id}",
  "Take a decision back before its review",
);
const restoreRoute = entryRoute("post", "/api/programme/decisions/{id}/restore", "Bring a decision back");
const undoReviewRoute = entryRoute("delete", "/api/programme/reviews/{id}", "Take a review back");
const restoreReviewRoute = entryRoute("post", "/api/programme/reviews/{id}/restore", "Bring a review back");

/** The decision record. */
export function decisionRoutes(parts: AppParts) {
  return newRoutes()
    .openapi(listRoute, async (c) => {
      const { workspace, context } = await snapshotOrNull(parts, c.req.valid("query").space);
      return c.json(await listDecisions(workspace, context), 200);
    })
    .openapi(addRoute, async (c) => {
      const { workspace, context } = await snapshotOrNull(parts, c.req.valid("query").space);
      const added = await addDecision(workspace, context, c.req.valid("json"), localAuthor());
      return c.json(orProblem(added, c).decisions, 200);
    })
    .openapi(reviewRoute, async (c) => {
      const { workspace, context } = await snapshotOrNull(parts, c.req.valid("query").space);
      const { id } = c.req.valid("param");
      const added = await addReview(workspace, context, id, c.req.valid("json"), localAuthor());
      return c.json(orProblem(added, c).decisions, 200);
    })
    .openapi(undoRoute, async (c) => {
      const { workspace, context } = await snapshotOrNull(parts, c.req.valid("query").space);
      const { id } = c.req.valid("param");
      const done = await setDecisionUndone(workspace, context, id, true, localAuthor());
      return c.json(orProblem(done, c).decisions, 200);
    })
    .openapi(restoreRoute, async (c) => {
      const { workspace, context } = await snapshotOrNull(parts, c.req.valid("query").space);
      const { id } = c.req.valid("param");
      const done = await setDecisionUndone(workspace, context, id, false, localAuthor());
      return c.json(orProblem(done, c).decisions, 200);
    })
    .openapi(undoReviewRoute, async (c) => {
      const { workspace, context } = await snapshotOrNull(parts, c.req.valid("query").space);
      const { id } = c.req.valid("param");
      const done = await setReviewUndone(workspace, context, id, true, localAuthor());
      return c.json(orProblem(done, c).decisions, 200);
    })
    .openapi(restoreReviewRoute, async (c) => {
      const { workspace, context } = await snapshotOrNull(parts, c.req.valid("query").space);
      const { id } = c.req.valid("param");
      const done = await setReviewUndone(workspace, context, id, false, localAuthor());
      return c.json(orProblem(done, c).decisions, 200);
    });
}
