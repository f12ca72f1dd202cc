import { createRoute, z } from "@hono/zod-openapi";
import {
  assignResponsible,
  declareLegitimate,
  handOver,
  listResponsibilityDecisions,
  previewAssignment,
  undoResponsibilityDecision,
} from "@kleinod/data/segments/responsibility-decisions.ts";
import { responsibilityRecords } from "@kleinod/data/segments/responsibility-records.ts";
import { responsibilityReport } from "@kleinod/data/segments/responsibility-report.ts";
import { jobSchema } from "@kleinod/engine/import/history.ts";
import type { CostRole } from "@kleinod/engine/measures/cost-to-serve/model-contract.ts";
import { responsibilityReportSchema } from "@kleinod/engine/segments/responsibility/report-contract.ts";
import {
  assignmentInputSchema,
  assignmentPreviewSchema,
  handoverInputSchema,
  legitimateInputSchema,
  responsibilityDecisionSchema,
} from "@kleinod/engine/segments/responsibility/rule-contract.ts";
import { type AppParts, newRoutes } from "../app-env.ts";
import { orProblem } from "../http/refused.ts";
import { asOfQuery, idParam, json, jsonBody, spaceQuery, wholeNumber } from "../http/route-parts.ts";
import { snapshotOf } from "../measures/snapshot-of.ts";
import { localAuthor } from "../workspace/local-author.ts";

const tags = ["Responsibility"];
const decided = json(
  z.object({ id: z.string(), customers: z.number().int(), job: jobSchema }),
  "The decision, and the job that measures again",
);

const reportRoute = createRoute({
  method: "get",
  path: "/api/reports/responsibility",
  tags,
  summary: "Who is responsible, what is promised and kept, where specialists' time goes, what does not fit",
  request: { query: asOfQuery.extend({ limit: wholeNumber(0, 1_000_000, 500) }) },
  responses: { 200: json(responsibilityReportSchema, "The report; `limit` is the number of gaps listed") },
});

const previewRoute = createRoute({
  method: "post",
  path: "/api/responsibility/preview",
  tags,
  summary: "What an assignment would change, without making it",
  request: { query: spaceQuery, body: jsonBody(assignmentInputSchema) },
  responses: { 200: json(assignmentPreviewSchema, "Counts and a sample") },
});

const assignRoute = createRoute({
  method: "post",
  path: "/api/responsibility/decisions",
  tags,
  summary: "Make somebody responsible for one or many customers, beside all rules",
  request: { query: spaceQuery, body: jsonBody(assignmentInputSchema) },
  responses: { 200: decided },
});

const legitimateRoute = createRoute({
  method: "post",
  path: "/api/responsibility/legitimate",
  tags,
  summary: "Declare that specialists are wanted at these customers: their time there is no leak",
  request: { query: spaceQuery, body: jsonBody(legitimateInputSchema) },
  responses: { 200: decided },
});

const handoverRoute = createRoute({
  method: "post",
  path: "/api/responsibility/handovers",
  tags,
  summary: "Hand a customer over to somebody by name, with a time and a note",
  request: { query: spaceQuery, body: jsonBody(handoverInputSchema) },
  responses: { 200: decided },
});

const listRoute = createRoute({
  method: "get",
  path: "/api/responsibility/decisions",
  tags,
  summary: "The last decisions, newest first",
  request: { query: spaceQuery },
  responses: { 200: json(z.object({ decisions: z.array(responsibilityDecisionSchema) }), "Decisions") },
});

const undoRoute = createRoute({
  method: "delete",
  path: "/api/responsibility/decisions/{id}",
  tags,
  summary: "Take an assignment, a handover or a declaration back, whatever came later",
  request: { params: idParam("Decision"), query: spaceQuery },
  responses: { 200: decided },
});

export function responsibilityRoutes(parts: AppParts) {
  const { spaces, remeasure } = parts;
  return newRoutes()
    .openapi(reportRoute, async (c) => {
      const { space, asOf, limit } = c.req.valid("query");
      const { workspace, context } = await snapshotOf(c, parts, space, { asOf });
      const roles = context.parameters.find(({ code }) => code === "costToServe.roles")
        ?.value as readonly CostRole[];
      const specialists = roles.filter(({ isSpecialist }) => isSpecialist).map(({ code }) => code);
      const recorded = await responsibilityRecords(workspace, specialists);
      const report = await workspace.read((connection) =>
        responsibilityReport(connection, context, recorded, limit),
      );
      return c.json(report, 200);
    })
    .openapi(previewRoute, async (c) => {
      const workspace = await spaces.workspace(c.req.valid("query").space);
      const { ok: _ok, ...preview } = orProblem(await previewAssignment(workspace, c.req.valid("json")), c);
      return c.json(preview, 200);
    })
    .openapi(assignRoute, async (c) => {
      const { space } = c.req.valid("query");
      const workspace = await spaces.workspace(space);
      const made = orProblem(await assignResponsible(workspace, c.req.valid("json"), localAuthor()), c);
      return c.json({ id: made.id, customers: made.customers, job: remeasure.start(space) }, 200);
    })
    .openapi(legitimateRoute, async (c) => {
      const { space } = c.req.valid("query");
      const workspace = await spaces.workspace(space);
      const made = orProblem(await declareLegitimate(workspace, c.req.valid("json"), localAuthor()), c);
      return c.json({ id: made.id, customers: made.customers, job: remeasure.start(space) }, 200);
    })
    .openapi(handoverRoute, async (c) => {
      const { space } = c.req.valid("query");
      const workspace = await spaces.workspace(space);
      const made = orProblem(await handOver(workspace, c.req.valid("json"), localAuthor()), c);
      return c.json({ id: made.id, customers: made.customers, job: remeasure.start(space) }, 200);
    })
    .openapi(listRoute, async (c) => {
      const workspace = await spaces.workspace(c.req.valid("query").space);
      return c.json({ decisions: await listResponsibilityDecisions(workspace) }, 200);
    })
    .openapi(undoRoute, async (c) => {
      const { space } = c.req.valid("query");
      const workspace = await spaces.workspace(space);
      const { id } = c.req.valid("param");
      const made = orProblem(await undoResponsibilityDecision(workspace, id, localAuthor()), c);
      return c.json({ id: made.id, customers: made.customers, job: remeasure.start(space) }, 200);
    });
}
