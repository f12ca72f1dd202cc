import { createRoute, z } from "@hono/zod-openapi";
import { type CostToServeOptions, costToServe } from "@kleinod/data/measures/reports/cost-to-serve.ts";
import { customerCost } from "@kleinod/data/measures/reports/cost-to-serve-customer.ts";
import { sizeClasses } from "@kleinod/engine/measures/contracts/customer-states.ts";
import {
  costToServeReportSchema,
  customerCostSchema,
} from "@kleinod/engine/measures/cost-to-serve/report-contract.ts";
import { type CostSort, costSorts } from "@kleinod/engine/measures/cost-to-serve/report-sql.ts";
import { type AppParts, newRoutes } from "../app-env.ts";
import { ApiProblem } from "../errors.ts";
import { asOfQuery, file, json, languageQuery, wholeNumber } from "../http/route-parts.ts";
import { sendTemporaryFile } from "../http/temporary-file.ts";
import { writeReconciliationSheet } from "./cost-to-serve-sheet.ts";
import { exportTypes } from "./export-routes.ts";
import { snapshotOf } from "./snapshot-of.ts";

const tags = ["Measures"];
const sorts = Object.keys(costSorts) as [CostSort, ...CostSort[]];
const signed = sorts.flatMap((sort) => [sort, `-${sort}` as const]) as [CostSort, ...CostSort[]];

const costQuery = asOfQuery.extend({
  limit: wholeNumber(0, 100_000, 1000),
  offset: wholeNumber(0, 100_000_000, 0),
  sort: z.enum(signed).optional().openapi({ description: "Column, with - in front for descending" }),
  search: z.string().max(200).optional(),
  size: z.enum(sizeClasses).optional(),
});

const reportRoute = createRoute({
  method: "get",
  path: "/api/reports/cost-to-serve",
  tags,
  summary: "Cost to serve, full and avoidable, with pools, reconciliation, problems and a page of customers",
  request: { query: costQuery },
  responses: { 200: json(costToServeReportSchema, "The report; all but `customers` is of the whole base") },
});

const sheetRoute = createRoute({
  method: "get",
  path: "/api/reports/cost-to-serve.xlsx",
  tags,
  summary: "The reconciliation of cost pools as an Excel file",
  request: { query: asOfQuery.extend({ lang: languageQuery }) },
  responses: { 200: file(exportTypes.xlsx, "The file") },
});

const customerRoute = createRoute({
  method: "get",
  path: "/api/customers/{id}/cost-to-serve",
  tags: ["Customers"],
  summary: "What one customer's cost is made of, down to documents and minutes",
  request: {
    params: z.object({
      id: z.coerce
        .number()
        .int()
        .openapi({ param: { name: "id", in: "path" }, description: "customerId" }),
    }),
    query: asOfQuery,
  },
  responses: { 200: json(customerCostSchema, "The cost with its entries, newest first") },
});

export function costToServeRoutes(parts: AppParts) {
  return newRoutes()
    .openapi(reportRoute, async (c) => {
      const query = c.req.valid("query");
      const { workspace, context } = await snapshotOf(c, parts, query.space, { asOf: query.asOf });
      const report = await workspace.read((connection) => costToServe(connection, context, optionsOf(query)));
      return c.json(report, 200);
    })
    .openapi(sheetRoute, async (c) => {
      const { space, asOf, lang } = c.req.valid("query");
      const { workspace, context } = await snapshotOf(c, parts, space, { asOf });
      const report = await workspace.read((connection) => costToServe(connection, context, { limit: 0 }));
      const name = { name: "cost-to-serve.xlsx", type: exportTypes.xlsx };
      return sendTemporaryFile(c, workspace.workDirectory, name, (path) =>
        writeReconciliationSheet(path, report, lang),
      );
    })
    .openapi(customerRoute, async (c) => {
      const { id } = c.req.valid("param");
      const { space, asOf } = c.req.valid("query");
      const { workspace, context } = await snapshotOf(c, parts, space, { asOf });
      const cost = await workspace.read((connection) => customerCost(connection, context, id));
      if (cost === null) throw new ApiProblem("unknownCustomer", `There is no customer ${id}.`);
      return c.json(cost, 200);
    });
}

function optionsOf({ limit, offset, sort, search, size }: z.output<typeof costQuery>): CostToServeOptions {
  const words = (search ?? "").trim().split(/\s+/).filter(Boolean);
  const descending = sort?.startsWith("-") ?? true;
  return {
    limit,
    offset,
    words,
    ...(sort === undefined ? {} : { sort: sort.replace(/^-/, "") as CostSort, descending }),
    ...(size === undefined ? {} : { size }),
  };
}
