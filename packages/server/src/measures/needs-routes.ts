import { createRoute, z } from "@hono/zod-openapi";
import { customerNeed } from "@kleinod/data/measures/reports/customer-need.ts";
import { needGaps } from "@kleinod/data/measures/reports/need-gaps.ts";
import { needs } from "@kleinod/data/measures/reports/needs.ts";
import { mostXlsxRows } from "@kleinod/data/workspace/export-customers-xlsx.ts";
import { needGapsSchema, needsSchema } from "@kleinod/engine/measures/need/report-contract.ts";
import { customerNeedSchema } from "@kleinod/engine/measures/potential/report-contract.ts";
import { type AppParts, newRoutes } from "../app-env.ts";
import { ApiProblem } from "../errors.ts";
import { asOfQuery, file, json } from "../http/route-parts.ts";
import { sendTemporaryFile } from "../http/temporary-file.ts";
import { exportTypes } from "./export-routes.ts";
import { needQuery, needSelection, needSheetQuery } from "./need-query.ts";
import { needGapSheet, needSheet, writeSheet } from "./need-sheets.ts";
import { snapshotOf } from "./snapshot-of.ts";

const tags = ["Measures"];
const formats = ["xlsx", "csv"] as const;

const needsRoute = createRoute({
  method: "get",
  path: "/api/reports/needs",
  tags,
  summary:
    "Need profiles, recommended support, and whether it follows need or size; with a page of customers",
  request: { query: needQuery },
  responses: { 200: json(needsSchema, "The report; all but `rows` is of the whole base") },
});

const gapsRoute = createRoute({
  method: "get",
  path: "/api/reports/need-gaps",
  tags,
  summary:
    "The call list: fields that comparable firms cover with us and this one does not, most expected first",
  request: { query: needQuery },
  responses: { 200: json(needGapsSchema, "The list; totals are of the whole list") },
});

const sheetRoute = (name: "needs" | "need-gaps", format: (typeof formats)[number]) =>
  createRoute({
    method: "get",
    path: `/api/reports/${name}.${format}`,
    tags,
    summary: `${name === "needs" ? "Need profiles" : "The call list of need gaps"} as a file`,
    request: { query: needSheetQuery },
    responses: { 200: file(exportTypes[format], "The file") },
  });

const customerRoute = createRoute({
  method: "get",
  path: "/api/customers/{id}/need",
  tags: ["Customers"],
  summary: "Need, gaps and potential of one customer, and the three numbers that are never mixed",
  request: {
    params: z.object({
      id: z.coerce
        .number()
        .int()
        .openapi({ param: { name: "id", in: "path" }, description: "customerId" }),
    }),
    query: asOfQuery,
  },
  responses: { 200: json(customerNeedSchema, "The customer") },
});

export function needsRoutes(parts: AppParts) {
  const routes = newRoutes()
    .openapi(needsRoute, async (c) => {
      const query = c.req.valid("query");
      const { workspace, context } = await snapshotOf(c, parts, query.space, { asOf: query.asOf });
      return c.json(
        await workspace.read((connection) => needs(connection, context, needSelection(query))),
        200,
      );
    })
    .openapi(gapsRoute, async (c) => {
      const query = c.req.valid("query");
      const choice = { asOf: query.asOf, withNotes: true };
      const { workspace, context } = await snapshotOf(c, parts, query.space, choice);
      return c.json(
        await workspace.read((connection) => needGaps(connection, context, needSelection(query))),
        200,
      );
    })
    .openapi(customerRoute, async (c) => {
      const { id } = c.req.valid("param");
      const { space, asOf } = c.req.valid("query");
      const { workspace, context } = await snapshotOf(c, parts, space, { asOf, withNotes: true });
      const found = await workspace.read((connection) => customerNeed(connection, context, id));
      if (found === null) throw new ApiProblem("unknownCustomer", `There is no customer ${id}.`);
      return c.json(found, 200);
    });
  for (const format of formats) {
    routes
      .openapi(sheetRoute("needs", format), async (c) => {
        const query = c.req.valid("query");
        const { workspace, context } = await snapshotOf(c, parts, query.space, { asOf: query.asOf });
        const report = await workspace.read((connection) =>
          needs(connection, context, onePage(needSelection(query), format)),
        );
        const target = { name: `needs.${format}`, type: exportTypes[format] };
        return sendTemporaryFile(c, workspace.workDirectory, target, (path) =>
          writeSheet(path, needSheet(report, query.lang), format, query.lang),
        );
      })
      .openapi(sheetRoute("need-gaps", format), async (c) => {
        const query = c.req.valid("query");
        const choice = { asOf: query.asOf, withNotes: true };
        const { workspace, context } = await snapshotOf(c, parts, query.space, choice);
        const report = await workspace.read((connection) =>
          needGaps(connection, context, onePage(needSelection(query), format)),
        );
        const target = { name: `need-gaps.${format}`, type: exportTypes[format] };
        return sendTemporaryFile(c, workspace.workDirectory, target, (path) =>
          writeSheet(path, needGapSheet(report, query.lang), format, query.lang),
        );
      });
  }
  return routes;
}

/** A sheet is built in memory; a longer list comes as CSV. */
function onePage<Selection extends { readonly limit?: number }>(
  selection: Selection,
  format: "xlsx" | "csv",
): Selection {
  const limit = selection.limit ?? 1000;
  return { ...selection, limit: format === "xlsx" ? Math.min(limit, mostXlsxRows) : limit };
}
