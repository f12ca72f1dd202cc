import { createRoute, z } from "@hono/zod-openapi";
import { controlComparison, setControlFigure } from "@kleinod/data/import/control-comparison.ts";
import { controlComparisonSchema } from "@kleinod/engine/import/history.ts";
import { documentTypes } from "@kleinod/engine/import/result.ts";
import { type AppParts, newRoutes } from "../app-env.ts";
import { orProblem } from "../http/refused.ts";
import { json, jsonBody, spaceQuery } from "../http/route-parts.ts";
import { localAuthor } from "../workspace/local-author.ts";

const tags = ["Import"];

const getRoute = createRoute({
  method: "get",
  path: "/api/import/control-totals",
  tags,
  summary: "Totals per month and document type beside the figures typed in from the ERP",
  request: { query: spaceQuery },
  responses: { 200: json(controlComparisonSchema, "The comparison") },
});

const putRoute = createRoute({
  method: "put",
  path: "/api/import/control-totals",
  tags,
  summary: "Enter what the ERP says for a month and document type; null takes the figure back",
  request: {
    query: spaceQuery,
    body: jsonBody(
      z.object({
        month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, "expected a month yyyy-mm"),
        documentType: z.enum(documentTypes),
        erpCents: z.number().int().nullable(),
      }),
    ),
  },
  responses: { 200: json(controlComparisonSchema, "The comparison with the new figure") },
});

export function controlTotalRoutes({ spaces }: AppParts) {
  return newRoutes()
    .openapi(getRoute, async (c) => {
      const workspace = await spaces.workspace(c.req.valid("query").space);
      return c.json(await controlComparison(workspace), 200);
    })
    .openapi(putRoute, async (c) => {
      const workspace = await spaces.workspace(c.req.valid("query").space);
      const { month, documentType, erpCents } = c.req.valid("json");
      orProblem(await setControlFigure(workspace, month, documentType, erpCents, localAuthor()), c);
      return c.json(await controlComparison(workspace), 200);
    });
}
