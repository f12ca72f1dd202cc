import { createRoute } from "@hono/zod-openapi";
import { contracts } from "@kleinod/data/measures/reports/contracts.ts";
import { contractsReportSchema } from "@kleinod/engine/measures/renewal/report-contract.ts";
import { type AppParts, newRoutes } from "../app-env.ts";
import { asOfQuery, json, wholeNumber } from "../http/route-parts.ts";
import { snapshotOf } from "./snapshot-of.ts";

const contractsRoute = createRoute({
  method: "get",
  path: "/api/reports/contracts",
  tags: ["Measures"],
  summary:
    "Running contracts, how long contracts last by the model that predicts best, and those that end soon",
  request: {
    query: asOfQuery.extend({
      withinDays: wholeNumber(1, 1_830, 90),
      limit: wholeNumber(1, 10_000, 100),
      offset: wholeNumber(0, 100_000_000, 0),
    }),
  },
  responses: { 200: json(contractsReportSchema, "The report; the list is a page, its total is of all") },
});

export function contractRoutes(parts: AppParts) {
  return newRoutes().openapi(contractsRoute, async (c) => {
    const { space, asOf, ...options } = c.req.valid("query");
    const { workspace, context } = await snapshotOf(c, parts, space, { asOf });
    return c.json(await workspace.read((connection) => contracts(connection, context, options)), 200);
  });
}
