import { createRoute } from "@hono/zod-openapi";
import { forecast } from "@kleinod/data/measures/reports/forecast.ts";
import { forecastSchema } from "@kleinod/engine/measures/expectation/report-contract.ts";
import { type AppParts, newRoutes } from "../app-env.ts";
import { asOfQuery, json } from "../http/route-parts.ts";
import { snapshotOf } from "./snapshot-of.ts";

const forecastRoute = createRoute({
  method: "get",
  path: "/api/reports/forecast",
  tags: ["Measures"],
  summary:
    "How the purchase models forecast the last months, which one was chosen and why, and the next 12 months",
  request: { query: asOfQuery },
  responses: { 200: json(forecastSchema, "The report; without enough history its state says so") },
});

export function forecastRoutes(parts: AppParts) {
  return newRoutes().openapi(forecastRoute, async (c) => {
    const { space, asOf } = c.req.valid("query");
    const { workspace, context } = await snapshotOf(c, parts, space, { asOf });
    return c.json(await workspace.read((connection) => forecast(connection, context)), 200);
  });
}
