import { createRoute, z } from "@hono/zod-openapi";
import { activatePlan, endPlan, restorePlan } from "@kleinod/data/programme/plans/plan-states.ts";
import {
  compareStoredPlans,
  copyPlan,
  getPlan,
  listPlans,
  planTemplate,
  savePlan,
} from "@kleinod/data/programme/plans/plans.ts";
import { planSchema } from "@kleinod/engine/programme/contracts/plan-contract.ts";
import {
  planAnswerSchema,
  planComparisonSchema,
  planListSchema,
  planOverrideSchema,
} from "@kleinod/engine/programme/plans/plans-contract.ts";
import { type AppParts, newRoutes } from "../app-env.ts";
import { orProblem } from "../http/refused.ts";
import { json, jsonBody, spaceQuery } from "../http/route-parts.ts";
import { localAuthor } from "../workspace/local-author.ts";

const tags = ["Programme"];
const reason = z.string().trim().min(1).max(1000).optional();
const version = z.coerce.number().int().positive();
const idParam = z.object({
  id: z.coerce
    .number()
    .int()
    .positive()
    .openapi({ param: { name: "id", in: "path" }, description: "Number of the plan" }),
});
const answer = { 200: json(planAnswerSchema, "The version, with the history of its plan") };
const saveBody = jsonBody(z.object({ plan: planSchema, reason }));
/** `7` or `7.2`: plan, and version where it is not the active or newest one. */
const planName = z
  .string()
  .regex(/^\d{1,9}(\.\d{1,9})?$/, "expected a plan such as 7, or a version of it such as 7.2")
  .openapi({ example: "7.2" });

const listRoute = createRoute({
  method: "get",
  path: "/api/programme/plans",
  tags,
  summary: "Every plan with its versions, newest first",
  request: { query: spaceQuery },
  responses: { 200: json(planListSchema, "The plans") },
});

const templateRoute = createRoute({
  method: "get",
  path: "/api/programme/plans/template",
  tags,
  summary: "A valid plan to begin with, for the newest snapshot",
  request: { query: spaceQuery },
  responses: { 200: json(planSchema, "The plan file") },
});

const compareRoute = createRoute({
  method: "get",
  path: "/api/programme/plans/compare",
  tags,
  summary: "What is another in plan b than in plan a, in words",
  request: { query: spaceQuery.extend({ a: planName, b: planName }) },
  responses: { 200: json(planComparisonSchema, "The differences") },
});

const saveRoute = createRoute({
  method: "post",
  path: "/api/programme/plans",
  tags,
  summary: "Keep a plan as a draft",
  request: { query: spaceQuery, body: saveBody },
  responses: answer,
});

const getRoute = createRoute({
  method: "get",
  path: "/api/programme/plans/{id}",
  tags,
  summary: "One version of a plan: by default the active, else the newest",
  request: { params: idParam, query: spaceQuery.extend({ version: version.optional() }) },
  responses: answer,
});

const versionRoute = createRoute({
  method: "post",
  path: "/api/programme/plans/{id}/versions",
  tags,
  summary: "Keep the next version of a plan, a draft; the versions before stay as they are",
  request: { params: idParam, query: spaceQuery, body: saveBody },
  responses: answer,
});

const copyRoute = createRoute({
  method: "post",
  path: "/api/programme/plans/{id}/copy",
  tags,
  summary: "A new plan that says what this one says, under another name",
  request: {
    params: idParam,
    query: spaceQuery,
    body: jsonBody(z.object({ name: planSchema.shape.name, version: version.optional(), reason })),
  },
  responses: answer,
});

const activateRoute = createRoute({
  method: "post",
  path: "/api/programme/plans/{id}/activate",
  tags,
  summary:
    "Make a draft hold and end the plan that held; blocking findings need somebody who answers for them",
  request: {
    params: idParam,
    query: spaceQuery,
    body: jsonBody(
      z.object({ version: version.optional(), reason, override: planOverrideSchema.optional() }),
    ),
  },
  responses: answer,
});

const endRoute = createRoute({
  method: "post",
  path: "/api/programme/plans/{id}/end",
  tags,
  summary: "Take the active version out of force; restoring it undoes this",
  request: { params: idParam, query: spaceQuery, body: jsonBody(z.object({ reason })) },
  responses: answer,
});

const restoreRoute = createRoute({
  method: "post",
  path: "/api/programme/plans/{id}/restore",
  tags,
  summary: "Take a version back that held before",
  request: {
    params: idParam,
    query: spaceQuery,
    body: jsonBody(z.object({ version: version.optional(), reason })),
  },
  responses: answer,
});

export function planRoutes({ spaces }: AppParts) {
  const by = (why: string | undefined) => ({ author: localAuthor(), reason: why ?? null });
  return newRoutes()
    .openapi(listRoute, async (c) => {
      const workspace = await spaces.workspace(c.req.valid("query").space);
      return c.json({ plans: await listPlans(workspace) }, 200);
    })
    .openapi(templateRoute, async (c) => {
      const workspace = await spaces.workspace(c.req.valid("query").space);
      return c.json(orProblem(await planTemplate(workspace), c).plan, 200);
    })
    .openapi(compareRoute, async (c) => {
      const { space, a, b } = c.req.valid("query");
      const workspace = await spaces.workspace(space);
      const compared = orProblem(await compareStoredPlans(workspace, named(a), named(b)), c);
      return c.json(planComparisonSchema.parse(compared), 200);
    })
    .openapi(saveRoute, async (c) => {
      const workspace = await spaces.workspace(c.req.valid("query").space);
      const { plan, reason: why } = c.req.valid("json");
      const saved = orProblem(await savePlan(workspace, { plan, ...by(why) }), c);
      return c.json(planAnswerSchema.parse(saved), 200);
    })
    .openapi(getRoute, async (c) => {
      const { space, version: wanted } = c.req.valid("query");
      const workspace = await spaces.workspace(space);
      const found = orProblem(await getPlan(workspace, c.req.valid("param").id, wanted), c);
      return c.json(planAnswerSchema.parse(found), 200);
    })
    .openapi(versionRoute, async (c) => {
      const workspace = await spaces.workspace(c.req.valid("query").space);
      const { plan, reason: why } = c.req.valid("json");
      const planId = c.req.valid("param").id;
      const saved = orProblem(await savePlan(workspace, { plan, planId, ...by(why) }), c);
      return c.json(planAnswerSchema.parse(saved), 200);
    })
    .openapi(copyRoute, async (c) => {
      const workspace = await spaces.workspace(c.req.valid("query").space);
      const { name, version: wanted, reason: why } = c.req.valid("json");
      const change = { name, version: wanted, ...by(why) };
      const copied = orProblem(await copyPlan(workspace, c.req.valid("param").id, change), c);
      return c.json(planAnswerSchema.parse(copied), 200);
    })
    .openapi(activateRoute, async (c) => {
      const workspace = await spaces.workspace(c.req.valid("query").space);
      const { version: wanted, override, reason: why } = c.req.valid("json");
      const change = { version: wanted, override, ...by(why) };
      const active = orProblem(await activatePlan(workspace, c.req.valid("param").id, change), c);
      return c.json(planAnswerSchema.parse(active), 200);
    })
    .openapi(endRoute, async (c) => {
      const workspace = await spaces.workspace(c.req.valid("query").space);
      const { reason: why } = c.req.valid("json");
      const ended = orProblem(await endPlan(workspace, c.req.valid("param").id, by(why)), c);
      return c.json(planAnswerSchema.parse(ended), 200);
    })
    .openapi(restoreRoute, async (c) => {
      const workspace = await spaces.workspace(c.req.valid("query").space);
      const { version: wanted, reason: why } = c.req.valid("json");
      const change = { version: wanted, ...by(why) };
      const back = orProblem(await restorePlan(workspace, c.req.valid("param").id, change), c);
      return c.json(planAnswerSchema.parse(back), 200);
    });
}

function named(text: string) {
  const [planId, wanted] = text.split(".").map(Number);
  return { planId: planId ?? 0, version: wanted };
}
