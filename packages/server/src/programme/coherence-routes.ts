import { createRoute, z } from "@hono/zod-openapi";
import { checkPlan } from "@kleinod/data/programme/coherence/check-plan.ts";
import { coherenceRules } from "@kleinod/data/programme/coherence/coherence-rules.ts";
import {
  overrule,
  overrulingReview,
  takeBackOverruling,
} from "@kleinod/data/programme/coherence/overrulings.ts";
import { planOfRequest } from "@kleinod/data/programme/plans/plan-of-request.ts";
import {
  overrulingRequestSchema,
  overrulingReviewSchema,
  overrulingSchema,
} from "@kleinod/engine/programme/coherence/overruling-contract.ts";
import { rulesViewSchema } from "@kleinod/engine/programme/coherence/rules-view-contract.ts";
import { planCheckSchema } from "@kleinod/engine/programme/contracts/finding-contract.ts";
import { planRequestSchema } from "@kleinod/engine/programme/plans/plans-contract.ts";
import { type AppParts, newRoutes } from "../app-env.ts";
import { orProblem } from "../http/refused.ts";
import { json, jsonBody, spaceQuery } from "../http/route-parts.ts";
import { localAuthor } from "../workspace/local-author.ts";

const tags = ["Programme"];

const checkRoute = createRoute({
  method: "post",
  path: "/api/programme/check",
  tags,
  summary:
    "What the rules say of a plan, what it gives and takes, and when; with plan and planId the plan as given, with the overrulings of the kept one",
  request: { query: spaceQuery, body: jsonBody(planRequestSchema) },
  responses: { 200: json(planCheckSchema, "Findings with reasons; never one score") },
});

const rulesRoute = createRoute({
  method: "get",
  path: "/api/programme/rules",
  tags,
  summary:
    "The rules as the company has them, and the facts that they can ask; set by the parameter programme.rules",
  request: { query: spaceQuery },
  responses: { 200: json(rulesViewSchema, "The rules by code, own ones last") },
});

const overruleRoute = createRoute({
  method: "post",
  path: "/api/programme/overrulings",
  tags,
  summary: "Go on in spite of a finding, with reason, approver and day of review",
  request: { query: spaceQuery, body: jsonBody(overrulingRequestSchema) },
  responses: {
    200: json(z.object({ overruling: overrulingSchema, check: planCheckSchema }), "It and the check with it"),
  },
});

const takeBackRoute = createRoute({
  method: "delete",
  path: "/api/programme/overrulings/{id}",
  tags,
  summary: "Take an overruling back: the finding counts again",
  request: {
    query: spaceQuery,
    params: z.object({
      id: z.coerce
        .number()
        .int()
        .positive()
        .openapi({ param: { name: "id", in: "path" }, description: "Number of the overruling" }),
    }),
  },
  responses: { 200: json(z.object({ id: z.number().int() }), "Taken back") },
});

const reviewRoute = createRoute({
  method: "get",
  path: "/api/programme/review",
  tags,
  summary: "The quarterly review: what was overruled, and what became of it",
  request: {
    query: spaceQuery.extend({
      quarter: z.string().optional().openapi({ example: "2026-Q4", description: "Default: the current one" }),
    }),
  },
  responses: { 200: json(overrulingReviewSchema, "Overdue ones first") },
});

/** Findings, rules and overrulings. */
export function coherenceRoutes({ spaces }: AppParts) {
  return newRoutes()
    .openapi(checkRoute, async (c) => {
      const workspace = await spaces.workspace(c.req.valid("query").space);
      const { plan, planId, version } = c.req.valid("json");
      // A draft that is being changed comes with its number: what was overruled for it counts.
      const asked = plan !== undefined && planId !== undefined ? { plan } : { plan, planId, version };
      const wanted = orProblem(await planOfRequest(workspace, asked), c);
      const checked = await checkPlan(workspace, wanted.plan, planId ?? wanted.planId ?? undefined);
      return c.json(planCheckSchema.parse(orProblem(checked, c)), 200);
    })
    .openapi(rulesRoute, async (c) => {
      const workspace = await spaces.workspace(c.req.valid("query").space);
      return c.json(rulesViewSchema.parse(await coherenceRules(workspace)), 200);
    })
    .openapi(overruleRoute, async (c) => {
      const workspace = await spaces.workspace(c.req.valid("query").space);
      const done = orProblem(await overrule(workspace, c.req.valid("json"), localAuthor()), c);
      return c.json({ overruling: done.overruling, check: done.check }, 200);
    })
    .openapi(takeBackRoute, async (c) => {
      const workspace = await spaces.workspace(c.req.valid("query").space);
      const { id } = c.req.valid("param");
      orProblem(await takeBackOverruling(workspace, id, localAuthor()), c);
      return c.json({ id }, 200);
    })
    .openapi(reviewRoute, async (c) => {
      const { space, quarter } = c.req.valid("query");
      const workspace = await spaces.workspace(space);
      const review = orProblem(await overrulingReview(workspace, quarter), c);
      return c.json(overrulingReviewSchema.parse(review), 200);
    });
}
