import { createRoute, z } from "@hono/zod-openapi";
import { triangle, triangleCustomers } from "@kleinod/data/measures/reports/triangle.ts";
import {
  triangleCustomersSchema,
  triangleSchema,
} from "@kleinod/engine/measures/triangle/report-contract.ts";
import { type AppParts, newRoutes } from "../app-env.ts";
import { asOfQuery, json, wholeNumber } from "../http/route-parts.ts";
import { snapshotOf } from "./snapshot-of.ts";

const tags = ["Measures"];

const triangleRoute = createRoute({
  method: "get",
  path: "/api/reports/triangle",
  tags,
  summary: "Small value, varied need and high effort by case type: which corner to shrink, and who can do it",
  request: { query: asOfQuery },
  responses: { 200: json(triangleSchema, "The report, most expected money first") },
});

const customersRoute = createRoute({
  method: "get",
  path: "/api/reports/triangle/customers",
  tags,
  summary: "The customers behind a case type, or all in the triangle",
  request: {
    query: asOfQuery.extend({
      caseType: z.string().max(1_000).optional().openapi({ description: "Code of a case type" }),
      limit: wholeNumber(1, 10_000, 100),
      offset: wholeNumber(0, 100_000_000, 0),
    }),
  },
  responses: { 200: json(triangleCustomersSchema, "A page of the list; total is of the whole") },
});

export function triangleRoutes(parts: AppParts) {
  return newRoutes()
    .openapi(triangleRoute, async (c) => {
      const { space, asOf } = c.req.valid("query");
      const { workspace, context } = await snapshotOf(c, parts, space, { asOf });
      return c.json(await workspace.read((connection) => triangle(connection, context)), 200);
    })
    .openapi(customersRoute, async (c) => {
      const { space, asOf, ...options } = c.req.valid("query");
      const { workspace, context } = await snapshotOf(c, parts, space, { asOf });
      const list = await workspace.read((connection) => triangleCustomers(connection, context, options));
      return c.json(list, 200);
    });
}
