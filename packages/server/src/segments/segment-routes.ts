import { createRoute, z } from "@hono/zod-openapi";
import { Cancelled } from "@kleinod/data/import/progress.ts";
import { previewSegment } from "@kleinod/data/segments/segment-preview.ts";
import { segmentsReport } from "@kleinod/data/segments/segment-report.ts";
import { readSegments } from "@kleinod/data/segments/segment-store.ts";
import {
  activateSegment,
  backTest,
  listSegments,
  restoreSegment,
  retireSegment,
  saveSegment,
} from "@kleinod/data/segments/segments.ts";
import {
  previewRequestSchema,
  segmentInputSchema,
  segmentPreviewSchema,
} from "@kleinod/engine/segments/builder/contract.ts";
import {
  activateRequestSchema,
  segmentAnswerSchema,
  segmentListSchema,
} from "@kleinod/engine/segments/overlays/contract.ts";
import { segmentsReportSchema } from "@kleinod/engine/segments/overlays/report-contract.ts";
import { type AppParts, newRoutes } from "../app-env.ts";
import { ApiProblem } from "../errors.ts";
import { orProblem } from "../http/refused.ts";
import { asOfQuery, jobAccepted, json, jsonBody, spaceQuery } from "../http/route-parts.ts";
import { snapshotOf } from "../measures/snapshot-of.ts";
import { localAuthor } from "../workspace/local-author.ts";

const tags = ["Segments"];
const codeParam = z.object({
  code: z.string().openapi({ param: { name: "code", in: "path" }, description: "Code of the segment" }),
});
const versionBody = z.object({
  version: z.number().int().optional(),
  reason: z.string().max(1000).optional(),
});
const answer = { 200: json(segmentAnswerSchema, "The version with its figures and the admission test") };

const reportRoute = createRoute({
  method: "get",
  path: "/api/reports/segments",
  tags,
  summary:
    "The size backbone and the active segments with stability and money, and what sets customers apart",
  request: { query: asOfQuery },
  responses: { 200: json(segmentsReportSchema, "The report") },
});

const listRoute = createRoute({
  method: "get",
  path: "/api/segments",
  tags,
  summary: "Every segment with its versions",
  request: { query: spaceQuery },
  responses: { 200: json(segmentListSchema, "The segments by code") },
});

const saveRoute = createRoute({
  method: "post",
  path: "/api/segments",
  tags,
  summary: "Keep a definition as a draft; a code that exists gets a new version",
  request: { query: spaceQuery, body: jsonBody(segmentInputSchema) },
  responses: answer,
});

const previewRoute = createRoute({
  method: "post",
  path: "/api/segments/preview",
  tags,
  summary:
    "What a definition means: customers, money, minutes, who comes and goes. Closing the request stops it",
  request: { query: asOfQuery, body: jsonBody(previewRequestSchema) },
  responses: { 200: json(segmentPreviewSchema, "The preview") },
});

const activateRoute = createRoute({
  method: "post",
  path: "/api/segments/{code}/activate",
  tags,
  summary: "Make a draft hold; one that the admission test refuses needs a reason",
  request: { params: codeParam, query: spaceQuery, body: jsonBody(activateRequestSchema) },
  responses: answer,
});

const retireRoute = createRoute({
  method: "post",
  path: "/api/segments/{code}/retire",
  tags,
  summary: "Take a version out of use; restoring it undoes this",
  request: { params: codeParam, query: spaceQuery, body: jsonBody(versionBody) },
  responses: answer,
});

const restoreRoute = createRoute({
  method: "post",
  path: "/api/segments/{code}/restore",
  tags,
  summary: "Take a version back that held before",
  request: { params: codeParam, query: spaceQuery, body: jsonBody(versionBody) },
  responses: answer,
});

const backTestRoute = createRoute({
  method: "post",
  path: "/api/segments/{code}/backtest",
  tags,
  summary:
    "How many customers the definition puts elsewhere than 12 months before; measures that day where needed",
  request: {
    params: codeParam,
    query: spaceQuery,
    body: jsonBody(z.object({ version: z.number().int().optional() })),
  },
  responses: jobAccepted,
});

export function segmentRoutes(parts: AppParts) {
  const { spaces, jobs } = parts;
  const change = ({ version, reason }: z.infer<typeof versionBody>) => ({
    version,
    reason: reason ?? null,
    author: localAuthor(),
  });
  return newRoutes()
    .openapi(reportRoute, async (c) => {
      const { space, asOf } = c.req.valid("query");
      const { workspace, context } = await snapshotOf(c, parts, space, { asOf });
      const stored = await readSegments(await workspace.records());
      return c.json(await workspace.read((connection) => segmentsReport(connection, context, stored)), 200);
    })
    .openapi(listRoute, async (c) => {
      const workspace = await spaces.workspace(c.req.valid("query").space);
      return c.json({ segments: await listSegments(workspace) }, 200);
    })
    .openapi(saveRoute, async (c) => {
      const workspace = await spaces.workspace(c.req.valid("query").space);
      const saved = orProblem(await saveSegment(workspace, c.req.valid("json"), localAuthor()), c);
      return c.json(segmentAnswerSchema.parse(saved), 200);
    })
    .openapi(previewRoute, async (c) => {
      const { space, asOf } = c.req.valid("query");
      const request = c.req.valid("json");
      const { workspace, context } = await snapshotOf(c, parts, space, { asOf });
      // Only a segment that exists has versions to compare with; records take a moment to open.
      const stored = request.code === undefined ? [] : await readSegments(await workspace.records());
      const run = { signal: c.req.raw.signal };
      try {
        const found = await workspace.read((connection) =>
          previewSegment(connection, context, request, stored, run),
        );
        return c.json(orProblem(found, c).preview, 200);
      } catch (error) {
        if (error instanceof Cancelled) throw new ApiProblem("cancelled", "The preview was cancelled.");
        throw error;
      }
    })
    .openapi(activateRoute, async (c) => {
      const workspace = await spaces.workspace(c.req.valid("query").space);
      const { version, reason = null, overrideReason = null } = c.req.valid("json");
      const wanted = { version, reason, overrideReason, author: localAuthor() };
      const done = orProblem(await activateSegment(workspace, c.req.valid("param").code, wanted), c);
      return c.json(segmentAnswerSchema.parse(done), 200);
    })
    .openapi(retireRoute, async (c) => {
      const workspace = await spaces.workspace(c.req.valid("query").space);
      const { code } = c.req.valid("param");
      const done = orProblem(await retireSegment(workspace, code, change(c.req.valid("json"))), c);
      return c.json(segmentAnswerSchema.parse(done), 200);
    })
    .openapi(restoreRoute, async (c) => {
      const workspace = await spaces.workspace(c.req.valid("query").space);
      const { code } = c.req.valid("param");
      const done = orProblem(await restoreSegment(workspace, code, change(c.req.valid("json"))), c);
      return c.json(segmentAnswerSchema.parse(done), 200);
    })
    .openapi(backTestRoute, async (c) => {
      const { space } = c.req.valid("query");
      const { code } = c.req.valid("param");
      const { version } = c.req.valid("json");
      const workspace = await spaces.workspace(space);
      const job = jobs.start(space, "backTest", (run) => backTest(workspace, code, version, run));
      return c.json(job, 202);
    });
}
