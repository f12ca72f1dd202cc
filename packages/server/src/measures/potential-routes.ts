import { createRoute } from "@hono/zod-openapi";
import { potential } from "@kleinod/data/measures/reports/potential.ts";
import { mostXlsxRows } from "@kleinod/data/workspace/export-customers-xlsx.ts";
import { potentialSchema } from "@kleinod/engine/measures/potential/report-contract.ts";
import { type AppParts, newRoutes } from "../app-env.ts";
import { file, json } from "../http/route-parts.ts";
import { sendTemporaryFile } from "../http/temporary-file.ts";
import { exportTypes } from "./export-routes.ts";
import { needQuery, needSelection, needSheetQuery } from "./need-query.ts";
import { potentialSheet, writeSheet } from "./need-sheets.ts";
import { snapshotOf } from "./snapshot-of.ts";

const tags = ["Measures"];
const formats = ["xlsx", "csv"] as const;

const reportRoute = createRoute({
  method: "get",
  path: "/api/reports/potential",
  tags,
  summary: "Potential corrected for past contact, share of wallet and need gaps; with a page of customers",
  request: { query: needQuery },
  responses: { 200: json(potentialSchema, "The report; all but `customers` is of the whole base") },
});

const sheetRoute = (format: (typeof formats)[number]) =>
  createRoute({
    method: "get",
    path: `/api/reports/potential.${format}`,
    tags,
    summary: "Potentials as a file",
    request: { query: needSheetQuery },
    responses: { 200: file(exportTypes[format], "The file") },
  });

export function potentialRoutes(parts: AppParts) {
  const routes = newRoutes().openapi(reportRoute, async (c) => {
    const query = c.req.valid("query");
    const { workspace, context } = await snapshotOf(c, parts, query.space, { asOf: query.asOf });
    return c.json(
      await workspace.read((connection) => potential(connection, context, needSelection(query))),
      200,
    );
  });
  for (const format of formats) {
    routes.openapi(sheetRoute(format), async (c) => {
      const query = c.req.valid("query");
      const { workspace, context } = await snapshotOf(c, parts, query.space, { asOf: query.asOf });
      const limit = format === "xlsx" ? Math.min(query.limit, mostXlsxRows) : query.limit;
      const report = await workspace.read((connection) =>
        potential(connection, context, { ...needSelection(query), limit }),
      );
      const target = { name: `potential.${format}`, type: exportTypes[format] };
      return sendTemporaryFile(c, workspace.workDirectory, target, (path) =>
        writeSheet(path, potentialSheet(report), format, query.lang),
      );
    });
  }
  return routes;
}
