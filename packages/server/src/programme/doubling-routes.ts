import { createRoute, z } from "@hono/zod-openapi";
import { whale } from "@kleinod/data/measures/reports/whale.ts";
import { type DoublingRequest, doublingReport } from "@kleinod/data/programme/doubling/doubling-report.ts";
import { doublingReportSchema } from "@kleinod/engine/programme/doubling/report-contract.ts";
import { planRequestSchema } from "@kleinod/engine/programme/plans/plans-contract.ts";
import { type AppParts, newRoutes } from "../app-env.ts";
import { orProblem } from "../http/refused.ts";
import {
  asOfQuery,
  file,
  json,
  jsonBody,
  languageQuery,
  plainDate,
  spaceQuery,
} from "../http/route-parts.ts";
import { downloadHeaders } from "../http/temporary-file.ts";
import { snapshotOf } from "../measures/snapshot-of.ts";
import { doublingPage } from "./pdf/doubling-page.ts";
import { renderPdf } from "./pdf/render-pdf.ts";

const tags = ["Programme"];

/** `7`, or `7.2` for version 2 of plan 7; without it today alone. */
const doublingQuery = asOfQuery.extend({
  plan: z
    .string()
    .regex(/^\d{1,9}(\.\d{1,9})?$/, "expected a plan such as 7, or a version of it such as 7.2")
    .optional()
    .openapi({ description: "A kept plan, 7 or 7.2; without it today alone", example: "7" }),
});

const getRoute = createRoute({
  method: "get",
  path: "/api/reports/doubling",
  tags,
  summary: "Would it pay to double the small customers, today and with a kept plan?",
  request: { query: doublingQuery },
  responses: { 200: json(doublingReportSchema, "The report") },
});

const postRoute = createRoute({
  method: "post",
  path: "/api/reports/doubling",
  tags,
  summary: "The doubling test with a plan that need not be kept",
  request: {
    query: spaceQuery,
    body: jsonBody(planRequestSchema.extend({ asOf: plainDate.optional() })),
  },
  responses: { 200: json(doublingReportSchema, "The report") },
});

const pdfRoute = createRoute({
  method: "get",
  path: "/api/reports/doubling.pdf",
  tags,
  summary: "The doubling test as one A4 page for the board",
  request: { query: doublingQuery.extend({ lang: languageQuery }) },
  responses: { 200: file("application/pdf", "The page") },
});

export function doublingRoutes(parts: AppParts) {
  return newRoutes()
    .openapi(getRoute, async (c) => {
      const { space, plan, asOf } = c.req.valid("query");
      const { workspace } = await snapshotOf(c, parts, space, { asOf });
      const found = await doublingReport(workspace, { ...keptPlan(plan), asOf });
      return c.json(orProblem(found, c).report, 200);
    })
    .openapi(postRoute, async (c) => {
      const request = c.req.valid("json");
      const { workspace } = await snapshotOf(c, parts, c.req.valid("query").space, { asOf: request.asOf });
      return c.json(orProblem(await doublingReport(workspace, request), c).report, 200);
    })
    .openapi(pdfRoute, async (c) => {
      const { space, plan, asOf, lang } = c.req.valid("query");
      const { workspace, context } = await snapshotOf(c, parts, space, { asOf });
      const { report } = orProblem(await doublingReport(workspace, { ...keptPlan(plan), asOf }), c);
      const curve = await workspace.read((connection) => whale(connection, context, "avoidable"));
      const pdf = await renderPdf(doublingPage({ report, whale: curve, language: lang }));
      return c.body(pdf, 200, downloadHeaders(`kleinod-doubling-${report.asOf}.pdf`, "application/pdf"));
    });
}

function keptPlan(plan: string | undefined): DoublingRequest {
  if (plan === undefined) return {};
  const [planId, version] = plan.split(".").map(Number);
  return { planId: planId!, ...(version === undefined ? {} : { version }) };
}
