import { createRoute, z } from "@hono/zod-openapi";
import { diffParameter } from "@kleinod/data/segments/diff-parameter.ts";
import { listParameters, setParameter } from "@kleinod/data/segments/parameters.ts";
import { parameterSpecs } from "@kleinod/engine/programme/parameters.ts";
import { parameterValueSchema } from "@kleinod/engine/segments/parameters.ts";
import { type AppParts, newRoutes } from "../app-env.ts";
import { ApiProblem } from "../errors.ts";
import { orProblem } from "../http/refused.ts";
import { jobAccepted, json, jsonBody, spaceQuery } from "../http/route-parts.ts";
import { measureIfNotCancelled } from "../import/import-and-measure.ts";
import { localAuthor } from "../workspace/local-author.ts";
import { heterogeneityRoutes } from "./heterogeneity-routes.ts";
import { insightRoutes } from "./insight-routes.ts";
import { parameterVersionRoutes } from "./parameter-version-routes.ts";
import { responsibilityRoutes } from "./responsibility-routes.ts";
import { segmentRoutes } from "./segment-routes.ts";
import { sizeLineRoutes } from "./size-line-routes.ts";

const tags = ["Parameters"];
const text = z.object({ de: z.string(), en: z.string() });
const codeParam = z.object({
  code: z
    .string()
    .openapi({ param: { name: "code", in: "path" }, description: "e.g. rhythm.dormantQuantile" }),
});

const listRoute = createRoute({
  method: "get",
  path: "/api/parameters",
  tags,
  summary: "All parameters with value, version, author and reason",
  request: { query: spaceQuery },
  responses: {
    200: json(
      z.object({
        parameters: z.array(
          parameterValueSchema.extend({ label: text, description: text, unit: z.string() }),
        ),
      }),
      "The parameters",
    ),
  },
});

const setRoute = createRoute({
  method: "put",
  path: "/api/parameters/{code}",
  tags,
  summary: "Set a parameter; what depends on it is measured again",
  request: {
    params: codeParam,
    query: spaceQuery,
    body: jsonBody(z.object({ value: z.unknown(), reason: z.string().max(1000).optional() })),
  },
  responses: jobAccepted,
});

/** Of the whole base; negative are small customers whose contribution at that cost is below zero. */
const costSchema = z.object({
  fullCents: z.number().int(),
  avoidableCents: z.number().int(),
  negativeFull: z.number().int(),
  negativeAvoidable: z.number().int(),
});

const diffSchema = z.object({
  affected: z.number().int(),
  cost: z.object({ before: costSchema, after: costSchema }),
  before: z.record(z.string(), z.number()),
  after: z.record(z.string(), z.number()),
  sizeClassChanges: z.object({
    total: z.number().int(),
    sample: z.array(z.object({ customer: z.string(), before: z.string(), after: z.string() })),
  }),
});

const diffRoute = createRoute({
  method: "post",
  path: "/api/parameters/{code}/diff",
  tags,
  summary: "What a value would change, without setting it",
  request: { params: codeParam, query: spaceQuery, body: jsonBody(z.object({ value: z.unknown() })) },
  responses: { 200: json(diffSchema, "Customers affected and counts before and after") },
});

export function segmentsRoutes(parts: AppParts) {
  const { spaces, jobs } = parts;
  const specOf = (code: string) => {
    const spec = parameterSpecs.find((candidate) => candidate.code === code);
    if (spec !== undefined) return spec;
    const codes = parameterSpecs.map((candidate) => candidate.code).join(", ");
    throw new ApiProblem("unknownParameter", `There is no parameter ${code}. Parameters are ${codes}.`);
  };
  return newRoutes()
    .route("/", sizeLineRoutes(parts))
    .route("/", parameterVersionRoutes(parts))
    .route("/", segmentRoutes(parts))
    .route("/", responsibilityRoutes(parts))
    .route("/", heterogeneityRoutes(parts))
    .route("/", insightRoutes(parts))
    .openapi(listRoute, async (c) => {
      const workspace = await spaces.workspace(c.req.valid("query").space);
      const listed = await listParameters(workspace);
      const parameters = listed.map(({ default: _default, affects: _affects, ...parameter }) => parameter);
      return c.json({ parameters }, 200);
    })
    .openapi(setRoute, async (c) => {
      const { space } = c.req.valid("query");
      const { code } = specOf(c.req.valid("param").code);
      const { value, reason } = c.req.valid("json");
      const workspace = await spaces.workspace(space);
      const written = { author: localAuthor(), reason: reason ?? null };
      const { parameter } = orProblem(await setParameter(workspace, code, value, written), c);
      const job = jobs.start(space, "parameter", async (run) => {
        if (parameter.affects.length > 0) await measureIfNotCancelled(workspace, run);
        return parameter;
      });
      return c.json(job, 202);
    })
    .openapi(diffRoute, async (c) => {
      const { code } = specOf(c.req.valid("param").code);
      const workspace = await spaces.workspace(c.req.valid("query").space);
      const { value } = c.req.valid("json");
      const found = orProblem(await diffParameter(workspace, code, value, { signal: c.req.raw.signal }), c);
      const { total, sample } = found.sizeClassChanges;
      const { affected, cost, before, after } = found;
      return c.json({ affected, cost, before, after, sizeClassChanges: { total, sample: [...sample] } }, 200);
    });
}
