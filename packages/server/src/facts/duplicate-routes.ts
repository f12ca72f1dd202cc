import { createRoute, z } from "@hono/zod-openapi";
import { listPairs } from "@kleinod/data/facts/duplicate-pairs.ts";
import { findDuplicates } from "@kleinod/data/facts/find-duplicates.ts";
import { decide, undoDecision } from "@kleinod/data/facts/unit-decisions.ts";
import { jobSchema } from "@kleinod/engine/import/history.ts";
import { type AppParts, newRoutes } from "../app-env.ts";
import { orProblem } from "../http/refused.ts";
import { idParam, jobAccepted, json, jsonBody, spaceQuery, wholeNumber } from "../http/route-parts.ts";
import { localAuthor } from "../workspace/local-author.ts";

const tags = ["Duplicates"];
const decisionTypes = ["merge", "reject", "split"] as const;
const text = z.string().nullable();

const sideSchema = z.object({
  accountId: z.number().int(),
  accountKey: z.string(),
  name: text,
  street: text,
  postcode: text,
  city: text,
  phone: text,
  email: text,
  vatId: text,
  salesLast12Cents: z.number().int().nullable(),
});

const pairSchema = z.object({
  a: sideSchema,
  b: sideSchema,
  probability: z.number(),
  evidence: z.array(
    z.object({ field: z.string(), a: text, b: text, level: z.string(), weightBits: z.number() }),
  ),
  decision: z
    .object({ id: z.string(), type: z.enum(decisionTypes), by: z.string(), at: z.string() })
    .nullable(),
});

const decisionAnswer = json(
  z.object({
    id: z.string(),
    /** Measures again because accounts moved to another customer; null where none did. */
    job: jobSchema.nullable(),
  }),
  "The decision, and the job that measures again",
);

const runRoute = createRoute({
  method: "post",
  path: "/api/duplicates/run",
  tags,
  summary: "Search all accounts for those that are probably one firm",
  request: { query: spaceQuery },
  responses: jobAccepted,
});

const listRoute = createRoute({
  method: "get",
  path: "/api/duplicates",
  tags,
  summary: "Pairs of accounts with what speaks for and against them, surest first",
  request: {
    query: spaceQuery.extend({
      state: z.enum(["open", "merged", "rejected"]).default("open"),
      limit: wholeNumber(1, 500, 50),
      offset: wholeNumber(0, 100_000_000, 0),
    }),
  },
  responses: {
    200: json(z.object({ total: z.number().int(), pairs: z.array(pairSchema) }), "One page of pairs"),
  },
});

const decideRoute = createRoute({
  method: "post",
  path: "/api/duplicates/decisions",
  tags,
  summary: "Put accounts together, keep them apart or take them apart",
  request: {
    query: spaceQuery,
    body: jsonBody(
      z.object({ type: z.enum(decisionTypes), accounts: z.array(z.number().int()).min(1).max(10_000) }),
    ),
  },
  responses: { 200: decisionAnswer },
});

const undoRoute = createRoute({
  method: "delete",
  path: "/api/duplicates/decisions/{id}",
  tags,
  summary: "Take a decision back, whatever came later",
  request: { params: idParam("Decision"), query: spaceQuery },
  responses: { 200: decisionAnswer },
});

export function duplicateRoutes({ spaces, jobs, remeasure }: AppParts) {
  return newRoutes()
    .openapi(runRoute, async (c) => {
      const { space } = c.req.valid("query");
      const workspace = await spaces.workspace(space);
      const job = jobs.start(space, "duplicates", async (run) => {
        const result = await findDuplicates(workspace, run);
        if (result.mergedByRule > 0) remeasure.start(space);
        return result;
      });
      return c.json(job, 202);
    })
    .openapi(listRoute, async (c) => {
      const { space, ...choice } = c.req.valid("query");
      const { total, pairs } = await listPairs(await spaces.workspace(space), choice);
      return c.json({ total, pairs: pairs.map((pair) => ({ ...pair, evidence: [...pair.evidence] })) }, 200);
    })
    .openapi(decideRoute, async (c) => {
      const { space } = c.req.valid("query");
      const decision = { ...c.req.valid("json"), author: localAuthor() };
      const { id, isChanged } = orProblem(await decide(await spaces.workspace(space), decision), c);
      return c.json({ id, job: isChanged ? remeasure.start(space) : null }, 200);
    })
    .openapi(undoRoute, async (c) => {
      const { space } = c.req.valid("query");
      const decisionId = c.req.valid("param").id;
      const workspace = await spaces.workspace(space);
      const { id, isChanged } = orProblem(await undoDecision(workspace, decisionId, localAuthor()), c);
      return c.json({ id, job: isChanged ? remeasure.start(space) : null }, 200);
    });
}
